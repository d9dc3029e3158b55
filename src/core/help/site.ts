// Where in which object the cursor stands.
import { entryOf } from '../manifests/fields.ts';
import { pieceAt } from '../manifests/split.ts';
import { type MapTree, parseDocument, type Tree } from '../manifests/tree.ts';
import { readLoosely, type Spot, type Step, treeAt } from './loose.ts';

export interface Site {
  /** Where the document begins in its file; ranges of trees are relative to it. */
  readonly offset: number;
  readonly text: string;
  readonly root: Tree;
  /** null where there is no map yet. */
  readonly object: MapTree | null;
  /** Of the object within its document: of an item of a list. */
  readonly objectPath: readonly Step[];
  /** Within the object. */
  readonly path: readonly Step[];
  readonly kind: string | null;
  readonly apiVersion: string | null;
  /** As SEMANTICS 5.5 assumes it where none is written. */
  readonly namespace: string;
}

export interface WritingSite extends Site {
  readonly spot: Spot;
}

/** What one is about to write at an offset of a file, broken or not; null in comments and long texts. */
export function writingSite(fileText: string, at: number): WritingSite | null {
  const { offset, text } = pieceAt(fileText, at);
  if (at < offset) return null;
  const { root, spot } = readLoosely(text, at - offset);
  if (spot === null) return null;
  return { ...siteOf(offset, text, root, spot.path), spot };
}

/** What stands at an offset of a file. */
export interface ReadingSite extends Site {
  /** The cursor is on the key that the path ends with, not on its value. */
  readonly isKey: boolean;
  /** The key or the scalar under the cursor. */
  readonly word: { readonly start: number; readonly end: number };
}

/** Null where neither a key nor a scalar is. */
export function readingSite(fileText: string, at: number): ReadingSite | null {
  const { offset, text } = pieceAt(fileText, at);
  const parsed = parseDocument(text);
  const root = parsed.ok ? parsed.root : readLoosely(text).root;
  const found = stepsTo(root, at - offset);
  if (found === null) return null;
  return { ...siteOf(offset, text, root, found.path), isKey: found.isKey, word: found.word };
}

interface Found {
  readonly path: readonly Step[];
  readonly isKey: boolean;
  readonly word: { readonly start: number; readonly end: number };
}

function stepsTo(tree: Tree, at: number, path: readonly Step[] = []): Found | null {
  const holds = ({ start, end }: { start: number; end: number }) => start <= at && at <= end;
  if (tree.type === 'scalar') {
    return holds(tree.range) ? { path, isKey: false, word: tree.range } : null;
  }
  if (tree.type === 'list') {
    for (const [index, item] of tree.items.entries()) {
      if (!holds(item.range)) continue;
      const found = stepsTo(item, at, [...path, index]);
      if (found !== null) return found;
    }
    return null;
  }
  for (const { key, keyRange, value } of tree.entries) {
    if (holds(keyRange)) return { path: [...path, key], isKey: true, word: keyRange };
    const found = holds(value.range) ? stepsTo(value, at, [...path, key]) : null;
    if (found !== null) return found;
  }
  return null;
}

/** How deep lists of objects may be in lists, as where they are read. */
const MAX_LISTS = 2;

function siteOf(offset: number, text: string, root: Tree, path: readonly Step[]): Site {
  let object: Tree | null = root;
  let depth = 0;
  for (let lists = 0; lists < MAX_LISTS; lists += 1) {
    if (!textIn(object, 'kind')?.endsWith('List') || path[depth] !== 'items') break;
    const inner: Tree | null = treeAt(root, path.slice(0, depth + 2));
    if (path.length < depth + 2) break;
    object = inner;
    depth += 2;
  }
  const metadata = object?.type === 'map' ? (entryOf(object, 'metadata')?.value ?? null) : null;
  return {
    offset,
    text,
    root,
    object: object?.type === 'map' ? object : null,
    objectPath: path.slice(0, depth),
    path: path.slice(depth),
    kind: textIn(object, 'kind'),
    apiVersion: textIn(object, 'apiVersion'),
    namespace: textIn(metadata, 'namespace') ?? 'default',
  };
}

/** The text of a scalar field; null where it is missing, empty or something else. */
export function textIn(tree: Tree | null, key: string): string | null {
  const value = tree?.type === 'map' ? entryOf(tree, key)?.value : null;
  return value?.type === 'scalar' && value.text !== '' ? value.text : null;
}

/** What stands at a path of the object. */
export function inObject({ object }: Site, path: readonly Step[]): Tree | null {
  return object === null ? null : treeAt(object, path);
}
