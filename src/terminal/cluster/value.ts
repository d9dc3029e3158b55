// The value that a manifest's tree stands for. Maps are Maps: a hostile key is a key like any other.
import type { MapTree, Tree } from '../../core/index.ts';

export type Value = null | boolean | number | string | readonly Value[] | ValueMap;
export type ValueMap = ReadonlyMap<string, Value>;

export function valueFrom(tree: Tree): Value {
  switch (tree.type) {
    case 'scalar':
      return tree.value;
    case 'list':
      return tree.items.map(valueFrom);
    case 'map':
      return mapOf(tree);
  }
}

/** Of a key that stands twice the last one counts. */
export function mapOf(tree: MapTree): ValueMap {
  return new Map(tree.entries.map(({ key, value }) => [key, valueFrom(value)]));
}

export function isMap(value: Value | undefined): value is ValueMap {
  return value instanceof Map;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** What stands at a path; undefined where there is nothing or null. */
export function at(
  value: Value | undefined,
  ...path: readonly (string | number)[]
): Value | undefined {
  let here: Value | undefined = value;
  for (const step of path) {
    if (typeof step === 'string') here = isMap(here) ? here.get(step) : undefined;
    else here = isList(here) ? here[step] : undefined;
  }
  return here === null ? undefined : here;
}

export function textAt(
  value: Value | undefined,
  ...path: readonly (string | number)[]
): string | null {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : null;
}

export function numberAt(
  value: Value | undefined,
  ...path: readonly (string | number)[]
): number | null {
  const found = at(value, ...path);
  return typeof found === 'number' ? found : null;
}

export function listAt(
  value: Value | undefined,
  ...path: readonly (string | number)[]
): readonly Value[] {
  const found = at(value, ...path);
  return isList(found) ? found : [];
}

/** The texts of a map, as labels are; what is of another type is written as it would be quoted. */
export function textsAt(
  value: Value | undefined,
  ...path: readonly (string | number)[]
): ReadonlyMap<string, string> {
  const found = at(value, ...path);
  const texts = new Map<string, string>();
  if (!isMap(found)) return texts;
  for (const [key, one] of found) {
    if (one === null) texts.set(key, '');
    else if (typeof one !== 'object') texts.set(key, String(one));
  }
  return texts;
}

export function isSame(one: Value, other: Value): boolean {
  if (isList(one) && isList(other)) {
    return (
      one.length === other.length && one.every((item, index) => isSame(item, other[index] ?? null))
    );
  }
  if (isMap(one) && isMap(other)) {
    return (
      one.size === other.size &&
      [...one].every(([key, item]) => {
        const found = other.get(key);
        return found !== undefined && isSame(item, found);
      })
    );
  }
  return Object.is(one, other);
}

/** The same value with another one at a path; undefined takes the key away. Maps on the way are made. */
export function withAt(
  value: Value | undefined,
  path: readonly string[],
  next: Value | undefined,
): Value {
  const [key, ...rest] = path;
  if (key === undefined) return next ?? null;
  const map = new Map(isMap(value) ? value : []);
  if (rest.length === 0 && next === undefined) map.delete(key);
  else map.set(key, withAt(map.get(key), rest, next));
  return map;
}
