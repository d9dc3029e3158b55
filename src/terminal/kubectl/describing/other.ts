// `kubectl describe` of kinds that kubectl has no words of its own for: field by field.
import { isList, isMap, type Value } from '../../cluster/value.ts';
import { stored } from '../printing/stored.ts';
import { annotationsLines, type Describe, headLines, labelsLines } from './common.ts';

export const describeOther: Describe = (object) => [
  ...headLines(object),
  ...labelsLines(object),
  ...annotationsLines(object),
  ...fieldLines(stored(object), '', true),
];

const HEAD = new Set(['name', 'namespace', 'labels', 'annotations']);

function fieldLines(value: Value, indent: string, isTop: boolean): readonly string[] {
  if (isMap(value)) {
    return [...value].flatMap(([key, one]) => {
      const inner =
        isTop && key === 'metadata' && isMap(one)
          ? new Map([...one].filter(([name]) => !HEAD.has(name)))
          : one;
      if (isTop && key === 'metadata' && isMap(inner) && inner.size === 0) return [];
      const title = `${indent}${titleOf(key)}:`;
      if (isMap(inner) || isList(inner)) return [title, ...fieldLines(inner, `${indent}  `, false)];
      return [`${title}\t${String(inner)}`];
    });
  }
  if (isList(value)) {
    return value.flatMap((one) =>
      isMap(one) || isList(one) ? fieldLines(one, indent, false) : [`${indent}${String(one)}`],
    );
  }
  return [`${indent}${String(value)}`];
}

/** `apiVersion` is titled `API Version`. */
function titleOf(key: string): string {
  if (!/^[A-Za-z-]+$/.test(key)) return key;
  const words = key.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z-]+/g) ?? [key];
  return words
    .map((word) =>
      /^(?:api|url|uid)$/i.test(word)
        ? word.toUpperCase()
        : `${word[0]?.toUpperCase()}${word.slice(1)}`,
    )
    .join(' ');
}
