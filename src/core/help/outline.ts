// The objects of a file in the order of the text, and what of it folds.

import { entryOf } from '../manifests/fields.ts';
import { splitDocuments } from '../manifests/split.ts';
import type { MapTree, Tree } from '../manifests/tree.ts';
import type { Range } from '../model/span.ts';
import { readLoosely } from './loose.ts';
import { nameRange } from './place.ts';
import { rowsOf } from './rows.ts';
import { textIn } from './site.ts';

/** Offsets into the file. */
export interface OutlineEntry {
  readonly kind: string;
  /** `shop/web`, or the name alone of what has no namespace written. */
  readonly name: string;
  readonly range: Range;
  /** Its name in the text. */
  readonly at: Range;
}

const MAX_LISTS = 2;

/** Objects in documents that are broken are found, too. */
export function outline(text: string): readonly OutlineEntry[] {
  return splitDocuments(text).flatMap(({ offset, text: piece }) =>
    objectsIn(readLoosely(piece).root, 0).flatMap((object) => {
      const kind = textIn(object, 'kind');
      if (kind === null) return [];
      const metadata = entryOf(object, 'metadata')?.value ?? null;
      const name = textIn(metadata, 'name') ?? textIn(metadata, 'generateName') ?? '(no name)';
      const namespace = textIn(metadata, 'namespace');
      return [
        {
          kind,
          name: namespace === null ? name : `${namespace}/${name}`,
          range: shifted(object.range, offset),
          at: shifted(nameRange(object), offset),
        },
      ];
    }),
  );
}

function objectsIn(tree: Tree, lists: number): readonly MapTree[] {
  if (tree.type !== 'map') return [];
  const items = entryOf(tree, 'items')?.value;
  const isList = textIn(tree, 'kind')?.endsWith('List') && lists < MAX_LISTS;
  if (!isList || items?.type !== 'list') return [tree];
  return items.items.flatMap((item) => objectsIn(item, lists + 1));
}

function shifted({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

/** Lines, counted from 1; both stay in sight or are hidden as Monaco folds: the first stays. */
export interface Fold {
  readonly first: number;
  readonly last: number;
}

interface Open {
  readonly column: number;
  readonly isDash: boolean;
  readonly line: number;
}

/** Every document, and in it every block of more than one line. */
export function folds(text: string): readonly Fold[] {
  const found = new Map<number, number>();
  const fold = (first: number, last: number) => {
    if (last > first) found.set(first, Math.max(last, found.get(first) ?? 0));
  };
  const lineOf = lineNumbers(text);
  for (const { offset, text: piece } of splitDocuments(text)) {
    const rows = rowsOf(piece);
    const open: Open[] = [];
    let last = 0;
    const close = (column: number, isDash: boolean) => {
      for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
        // A list may stand at the column of its key.
        const isOver = top.column > column || (top.column === column && (top.isDash || !isDash));
        if (!isOver) return;
        fold(top.line, last);
        open.pop();
      }
    };
    for (const row of rows) {
      const line = lineOf(offset + row.start);
      for (const column of row.dashes) {
        close(column, true);
        open.push({ column, isDash: true, line });
      }
      if (row.key !== null) {
        close(row.column, false);
        open.push({ column: row.column, isDash: false, line });
      }
      last = lineOf(offset + row.end);
      fold(line, last);
    }
    close(-1, false);
    const first = rows[0];
    if (first !== undefined) fold(lineOf(offset + first.start), last);
  }
  return [...found].map(([first, last]) => ({ first, last })).sort((a, b) => a.first - b.first);
}

/** Line numbers of offsets that only ever rise. */
function lineNumbers(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    if (offset < at) {
      line = 1;
      at = 0;
    }
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset; ) {
      line += 1;
      at = next + 1;
      next = text.indexOf('\n', at);
    }
    return line;
  };
}
