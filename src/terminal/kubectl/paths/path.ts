// What a JSONPath finds in a value, as kubectl has it: fields, lists, slices, filters, and everything below.
import { isList, isMap, type Value } from '../../cluster/value.ts';

export type Step =
  | { readonly kind: 'field'; readonly names: readonly string[] }
  | { readonly kind: 'every' }
  | { readonly kind: 'below' }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'slice'; readonly from: number | null; readonly to: number | null }
  | {
      readonly kind: 'filter';
      readonly left: readonly Step[];
      /** null: it only has to be there. */
      readonly operator: string | null;
      readonly right: Value;
    };

/** What is asked for stands beyond the end of a list. */
export class OutOfBounds extends Error {}

/** Values on the way; more are left out, as `..` upon `..` would find them without end. */
const MOST = 20_000;

export function find(from: Value, steps: readonly Step[]): readonly Value[] {
  let found: readonly Value[] = [from];
  for (const step of steps) {
    const next: Value[] = [];
    for (const value of found) {
      if (next.length > MOST) break;
      next.push(...stepFrom(value, step));
    }
    found = next.slice(0, MOST);
  }
  return found;
}

function stepFrom(value: Value, step: Step): readonly Value[] {
  switch (step.kind) {
    case 'field':
      return isMap(value)
        ? step.names.flatMap((name) => {
            const one = value.get(name);
            return one === undefined || one === null ? [] : [one];
          })
        : [];
    case 'every':
      return inside(value);
    case 'below':
      return below(value);
    case 'index': {
      if (!isList(value)) return [];
      const one = value.at(step.index);
      if (one !== undefined) return [one];
      throw new OutOfBounds(
        `array index out of bounds: index ${step.index}, length ${value.length}`,
      );
    }
    case 'slice':
      return isList(value) ? value.slice(step.from ?? 0, step.to ?? undefined) : [];
    case 'filter':
      return inside(value).filter((one) => holds(one, step));
  }
}

function inside(value: Value): readonly Value[] {
  if (isList(value)) return value;
  return isMap(value) ? [...value.values()].filter((one) => one !== null) : [];
}

/** The value itself, and everything in it. */
function below(value: Value): readonly Value[] {
  const found: Value[] = [];
  const waiting: Value[] = [value];
  while (waiting.length > 0 && found.length < MOST) {
    const one = waiting.shift() as Value;
    found.push(one);
    waiting.unshift(...inside(one));
  }
  return found;
}

function holds(value: Value, { left, operator, right }: Extract<Step, { kind: 'filter' }>) {
  const found = find(value, left);
  if (operator === null) return found.length > 0;
  return found.some((one) => {
    if (operator === '==') return one === right;
    if (operator === '!=') return one !== right;
    if (typeof one !== typeof right || one === null || right === null) return false;
    if (operator === '<') return one < right;
    if (operator === '<=') return one <= right;
    return operator === '>' ? one > right : one >= right;
  });
}
