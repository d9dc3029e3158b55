// `--sort-by`: objects in the order of a field.
import type { KubeObject } from '../../cluster/objects.ts';
import type { Value } from '../../cluster/value.ts';
import { find } from '../paths/path.ts';
import { BadPath } from '../paths/read-path.ts';
import { readLoosePath } from '../paths/template.ts';

export type Sorted =
  | { readonly ok: true; readonly objects: readonly KubeObject[] }
  | { readonly ok: false; readonly message: string };

/**
 * @param valueIn an object as it is stored
 * @param bornAt seconds, for the time when it was made, which no manifest holds
 */
export function sortBy(
  path: string,
  objects: readonly KubeObject[],
  valueIn: (object: KubeObject) => Value,
  bornAt: (object: KubeObject) => number,
): Sorted {
  const fail = (message: string): Sorted => ({ ok: false, message });
  try {
    const steps = readLoosePath(path);
    const isAge = /creationTimestamp\}?$/.test(path);
    const keyed = objects.map((object) => ({
      object,
      key: isAge ? bornAt(object) : (find(valueIn(object), steps)[0] ?? null),
    }));
    if (keyed.length > 0 && keyed.every(({ key }) => key === null)) {
      return fail(`error: couldn't find any field with path "${path}" in the list of objects`);
    }
    return {
      ok: true,
      objects: keyed.sort((a, b) => compare(a.key, b.key)).map(({ object }) => object),
    };
  } catch (error) {
    if (error instanceof BadPath) return fail(`error: ${path}: ${error.message}`);
    return fail(`error: ${path}: ${error instanceof Error ? error.message : ''}`);
  }
}

/** What has no such field comes first. */
function compare(one: Value, other: Value): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? -1 : 1;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [left, right] = [String(one), String(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}
