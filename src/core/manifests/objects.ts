// The objects of a document, those of lists included, by group and kind.
import { entryOf, isNull, valueAt } from './fields.ts';
import type { MapTree, Tree } from './tree.ts';

export interface FoundObject {
  readonly object: MapTree;
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** A list of lists is as deep as it gets: aliases could nest them without end. */
const MAX_LISTS = 2;

/** Leaves out what is no object: whoever reads the document says so. */
export function* objectsIn(
  tree: Tree,
  implied: Pick<FoundObject, 'group' | 'version' | 'kind'> | null = null,
  lists = 0,
): Generator<FoundObject> {
  if (tree.type !== 'map') return;
  const kind = textAt(tree, 'kind') ?? implied?.kind ?? null;
  const apiVersion = textAt(tree, 'apiVersion');
  if (kind === null || (apiVersion === null && implied === null)) return;
  const slash = apiVersion === null ? -1 : apiVersion.indexOf('/');
  const group =
    apiVersion === null ? (implied?.group ?? '') : apiVersion.slice(0, Math.max(slash, 0));
  const version = apiVersion === null ? (implied?.version ?? '') : apiVersion.slice(slash + 1);
  const items = entryOf(tree, 'items');
  if (!kind.endsWith('List') || items === null || lists >= MAX_LISTS) {
    yield { object: tree, group, version, kind };
  } else if (items.value.type === 'list') {
    // Items of a plain `List` name their own kinds.
    const inner = kind === 'List' ? null : { group, version, kind: kind.slice(0, -4) };
    for (const item of items.value.items) yield* objectsIn(item, inner, lists + 1);
  }
}

/** What only a server writes: it has checked the object before. */
export function isStored(object: MapTree): boolean {
  const metadata = valueAt(object, 'metadata');
  if (metadata?.type !== 'map') return false;
  return ['uid', 'creationTimestamp'].every((key) => {
    const entry = entryOf(metadata, key);
    return entry !== null && !isNull(entry.value);
  });
}

function textAt(map: MapTree, key: string): string | null {
  const value = valueAt(map, key);
  return value?.type === 'scalar' && typeof value.value === 'string' ? value.value : null;
}
