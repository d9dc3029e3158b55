// A value as kubectl prints JSON: four spaces, keys in order.
import { isList, isMap, type Value } from '../../cluster/value.ts';

export function writeJson(value: Value): string {
  return `${textOf(value, '')}\n`;
}

function textOf(value: Value, indent: string): string {
  const inner = `${indent}    `;
  if (isMap(value)) {
    if (value.size === 0) return '{}';
    const entries = [...value].map(
      ([key, one]) => `${inner}${JSON.stringify(key)}: ${textOf(one, inner)}`,
    );
    return `{\n${entries.join(',\n')}\n${indent}}`;
  }
  if (isList(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((one) => `${inner}${textOf(one, inner)}`).join(',\n')}\n${indent}]`;
  }
  return JSON.stringify(value);
}
