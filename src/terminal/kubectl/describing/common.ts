// What the descriptions of all kinds have in common.
import type { KubeObject } from '../../cluster/objects.ts';
import { textsAt } from '../../cluster/value.ts';
import type { World } from '../../cluster/world.ts';

/** Lines of an object's description; cells are set apart by tabs. */
export type Describe = (object: KubeObject, world: World) => readonly string[];

/** `Labels:` and `Annotations:`, a line each; the first stands beside the title. */
export function textsLines(
  title: string,
  texts: ReadonlyMap<string, string>,
  separator: string,
): readonly string[] {
  const words = [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}${separator}${value}`);
  if (words.length === 0) return [`${title}:\t<none>`];
  return words.map((word, at) => `${at === 0 ? `${title}:` : ''}\t${word}`);
}

export function labelsLines({ value }: KubeObject): readonly string[] {
  return textsLines('Labels', textsAt(value, 'metadata', 'labels'), '=');
}

export function annotationsLines({ value }: KubeObject): readonly string[] {
  return textsLines('Annotations', textsAt(value, 'metadata', 'annotations'), ': ');
}

export function headLines(object: KubeObject): readonly string[] {
  const { name, namespace } = object;
  const where = namespace === null ? [] : [`Namespace:\t${namespace}`];
  return [`Name:\t${name}`, ...where];
}
