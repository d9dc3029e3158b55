// A document that may be broken → the tree it seems to be, and what the cursor is about to write in it.

import { resolvePlain } from '../manifests/scalar.ts';
import type { Entry, MapTree, ScalarTree, Tree } from '../manifests/tree.ts';
import type { Range } from '../model/span.ts';
import { readFlow } from './flow.ts';
import { lineEnd, lineStart, type Row, rowsOf, skipSpaces, unquoted } from './rows.ts';

export type Step = string | number;

/** What one is about to write at the cursor. */
export interface Spot {
  /**
   * `key`: a field of the map at `path`. `value`: the value at `path`. `either`: a value at `path`, or
   * the first field of a map there.
   */
  readonly form: 'key' | 'value' | 'either';
  readonly path: readonly Step[];
  /** What is already written of it. */
  readonly word: Range;
  readonly text: string;
  /** The column at which the lines that follow are indented anew: that of the key or map. */
  readonly column: number;
  /** The key has its colon already. */
  readonly hasColon: boolean;
  /** A colon or dash stands right before the cursor, so that a space is due. */
  readonly needsSpace: boolean;
  /** Within brackets, where nothing goes on in another line. */
  readonly inFlow: boolean;
  /** Items of this list may begin at the cursor, too. */
  readonly list: readonly Step[] | null;
  /** An item of a list, whose dash is still to be written. */
  readonly needsDash: boolean;
}

export interface Loose {
  readonly root: Tree;
  readonly spot: Spot | null;
}

interface OpenMap {
  readonly type: 'map';
  range: Range;
  readonly entries: OpenEntry[];
}
interface OpenEntry {
  readonly key: string;
  readonly keyRange: Range;
  value: Tree;
}
interface OpenList {
  readonly type: 'list';
  range: Range;
  readonly items: Tree[];
}

interface Frame {
  readonly column: number;
  readonly path: readonly Step[];
  readonly node: OpenMap | OpenList;
}

/** Deeper than any manifest. */
const MAX_DEPTH = 100;

/** @param cursor an offset into the text; null when nobody writes */
export function readLoosely(text: string, cursor: number | null = null): Loose {
  const builder = createBuilder(text, cursor);
  const rows = rowsOf(text);
  // A blank line says nothing, except where somebody is about to write.
  const blank = cursor === null ? null : blankLineAt(text, cursor);
  for (const row of rows) {
    if (blank !== null && row.start > blank) builder.blankLine();
    builder.add(row);
  }
  builder.blankLine();
  return builder.done();
}

/** Where the line of the cursor begins, if nothing stands on it. */
function blankLineAt(text: string, cursor: number): number | null {
  const start = lineStart(text, cursor);
  const end = lineEnd(text, start);
  return skipSpaces(text, start, end) === end ? start : null;
}

function createBuilder(text: string, cursor: number | null) {
  const frames: Frame[] = [];
  let root: Tree | null = null;
  let spot: Spot | null = null;
  let isBlankDone = cursor === null || blankLineAt(text, cursor) === null;
  /** Behind the last row: a cursor before it, on a blank line, stands within a text of many lines. */
  let reached = 0;

  const top = () => frames.at(-1);

  /** The value that the next deeper thing becomes. */
  function slotPath(frame: Frame): readonly Step[] {
    const { node, path } = frame;
    const step = node.type === 'map' ? node.entries.at(-1)?.key : node.items.length - 1;
    return step === undefined ? path : [...path, step];
  }

  function slot(frame: Frame | undefined): Tree | null {
    if (frame === undefined) return root;
    const { node } = frame;
    return (node.type === 'map' ? node.entries.at(-1)?.value : node.items.at(-1)) ?? null;
  }

  function fill(frame: Frame | undefined, value: Tree): void {
    if (frame === undefined) root = value;
    else if (frame.node.type === 'list') frame.node.items[frame.node.items.length - 1] = value;
    else {
      const entry = frame.node.entries.at(-1);
      if (entry !== undefined) entry.value = value;
    }
  }

  function push(column: number, node: OpenMap | OpenList): void {
    const parent = top();
    fill(parent, node);
    frames.push({ column, path: parent === undefined ? [] : slotPath(parent), node });
  }

  /** Leaves what is deeper than a key, or a dash, at that column. */
  function popTo(column: number, isDash: boolean): void {
    for (let frame = top(); frame !== undefined; frame = top()) {
      const isOver =
        frame.column > column ||
        (frame.column === column && (isDash ? false : frame.node.type === 'list'));
      if (!isOver) return;
      frames.pop();
    }
  }

  function openMap(column: number, start: number): OpenMap | null {
    const frame = top();
    if (frame?.node.type === 'map' && frame.column === column) return frame.node;
    const there = slot(frame);
    // A map that was there, at another column: badly indented, but plainly meant.
    if (there?.type === 'map') {
      const node: OpenMap = there as OpenMap;
      frames.push({ column, path: frame === undefined ? [] : slotPath(frame), node });
      return node;
    }
    // A word that stood there is no value but half a key.
    if ((there !== null && there.type !== 'scalar') || frames.length >= MAX_DEPTH) return null;
    const node: OpenMap = { type: 'map', range: { start, end: start }, entries: [] };
    push(column, node);
    return node;
  }

  function openItem(column: number, start: number): boolean {
    popTo(column, true);
    const frame = top();
    const nothing = emptyAt(start);
    if (frame?.node.type === 'list' && frame.column === column) {
      frame.node.items.push(nothing);
      return true;
    }
    const there = slot(frame);
    if (there?.type === 'list') {
      const node: OpenList = there as OpenList;
      frames.push({ column, path: frame === undefined ? [] : slotPath(frame), node });
      node.items.push(nothing);
      return true;
    }
    if (!isEmpty(there) || frames.length >= MAX_DEPTH) return false;
    push(column, { type: 'list', range: { start, end: start }, items: [nothing] });
    return true;
  }

  function add(row: Row): void {
    reached = row.end;
    for (const dash of row.dashes) if (!openItem(dash, row.start + dash)) return;
    const { key, value } = row;
    const start = row.start + row.column;
    if (key === null) addBare(row, start);
    else {
      popTo(row.column, false);
      const map = openMap(row.column, start);
      if (map === null) return;
      map.entries.push({ key: key.text, keyRange: key.range, value: emptyAt(key.range) });
      if (value !== null) fill(top(), read(row, value.range, [...(top()?.path ?? []), key.text]));
      spotInEntry(row, key.range);
    }
    for (const { node } of frames) node.range = { start: node.range.start, end: row.end };
  }

  /** A value in a line of its own, the item of a list, or a word that becomes a key. */
  function addBare(row: Row, start: number): void {
    const isHere = cursor !== null && cursor >= start && cursor <= lineEnd(text, start);
    if (row.dashes.length === 0) popTo(row.column, false);
    const frame = top();
    const isSlot =
      row.dashes.length > 0 ||
      frame === undefined ||
      (frame.column < row.column && isEmpty(slot(frame)));
    const path = frame === undefined ? [] : isSlot ? slotPath(frame) : frame.path;
    const { value } = row;
    if (value !== null && isSlot) fill(frame, read(row, value.range, path));
    if (cursor === null || spot !== null) return;
    if (value === null) {
      // Dashes alone.
      const dash = row.start + (row.dashes.at(-1) ?? 0);
      if (cursor > dash && cursor <= (row.comment ?? lineEnd(text, dash))) {
        const column = Math.max(cursor - row.start, (row.dashes.at(-1) ?? 0) + 2);
        spot = spotOf('either', path, at(cursor), column, cursor === dash + 1);
      }
    } else if (isHere && (value.kind === 'plain' || value.kind === 'quoted')) {
      if (cursor > value.range.end) return;
      const isKey = !isSlot && frame?.node.type === 'map' && frame.column === row.column;
      if (isSlot || isKey) {
        spot = spotOf(isSlot ? 'either' : 'key', path, value.range, row.column, false);
      }
    }
  }

  function spotInEntry(row: Row, key: Range): void {
    const map = top();
    if (cursor === null || spot !== null || map === undefined) return;
    if (cursor >= key.start && cursor <= key.end) {
      const found = spotOf('key', map.path, key, row.column, false);
      spot = { ...found, hasColon: true };
      return;
    }
    const colon = text.indexOf(':', key.end);
    const path = slotPath(map);
    if (row.value === null) {
      const last = row.comment ?? lineEnd(text, row.start);
      if (cursor > colon && cursor <= last) {
        spot = spotOf('value', path, at(cursor), row.column, cursor === colon + 1);
      }
      return;
    }
    const { kind, range } = row.value;
    if (kind === 'block' || kind === 'flow') return;
    // Of a value over many lines only the first can be completed.
    if (cursor > colon && cursor <= Math.min(range.end, lineEnd(text, row.start))) {
      const word = cursor < range.start ? at(cursor) : range;
      if (cursor >= range.start) spot = spotOf('value', path, word, row.column, false);
    }
  }

  function blankLine(): void {
    if (isBlankDone || cursor === null) return;
    isBlankDone = true;
    // Within a text of many lines.
    if (cursor < reached) return;
    const column = cursor - lineStart(text, cursor);
    const listHere = listAt(column);
    const before = [...frames];
    popTo(column, false);
    spot = blankSpot(cursor, column, listHere);
    // What follows goes on where the line before stopped.
    frames.splice(0, frames.length, ...before);
  }

  function blankSpot(cursor: number, column: number, list: Spot['list']): Spot | null {
    const frame = top();
    const here = at(cursor);
    if (frame === undefined) {
      if (isEmpty(root)) return spotOf('either', [], here, column, false);
      return root?.type === 'map' ? spotOf('key', [], here, column, false) : null;
    }
    if (frame.column === column && frame.node.type === 'map') {
      return { ...spotOf('key', frame.path, here, column, false), list };
    }
    const path = slotPath(frame);
    if (isEmpty(slot(frame))) return spotOf('either', path, here, column, false);
    const isWithin = slot(frame)?.type === 'map' && frame.node.type === 'map';
    return isWithin ? spotOf('key', path, here, column, false) : null;
  }

  /** The list whose next item may begin with a dash at that column. */
  function listAt(column: number): readonly Step[] | null {
    const list = frames.findLast(({ node, column: own }) => node.type === 'list' && own === column);
    if (list !== undefined) return list.path;
    const map = frames.findLast(({ node, column: own }) => node.type === 'map' && own === column);
    return map !== undefined && isEmpty(slot(map)) ? slotPath(map) : null;
  }

  function read(row: Row, range: Range, path: readonly Step[]): Tree {
    const kind = row.value?.kind;
    if (kind !== 'flow') return scalarAt(text, range, kind === 'plain');
    const flow = readFlow(text, range, cursor);
    if (flow.spot !== null && spot === null) {
      const column = row.column;
      spot = { ...flow.spot, path: [...path, ...flow.spot.path], column, list: null };
    }
    return flow.tree;
  }

  function spotOf(
    form: Spot['form'],
    path: readonly Step[],
    word: Range,
    column: number,
    needsSpace: boolean,
  ): Spot {
    const written = unquoted(text.slice(word.start, word.end));
    return {
      form,
      path,
      word,
      text: written,
      column,
      hasColon: false,
      needsSpace,
      inFlow: false,
      list: null,
      needsDash: false,
    };
  }

  return {
    add,
    blankLine,
    done: (): Loose => ({ root: root ?? emptyAt(0), spot }),
  };
}

function at(offset: number): Range {
  return { start: offset, end: offset };
}

function emptyAt(place: number | Range): ScalarTree {
  const range = typeof place === 'number' ? at(place) : place;
  return { type: 'scalar', range, value: null, text: '' };
}

function isEmpty(tree: Tree | null): boolean {
  return tree === null || (tree.type === 'scalar' && tree.value === null && tree.text === '');
}

function scalarAt(text: string, range: Range, isPlain: boolean): ScalarTree {
  const written = text.slice(range.start, range.end);
  const words = isPlain ? written : unquoted(written);
  return { type: 'scalar', range, value: isPlain ? resolvePlain(words) : words, text: words };
}

/** The tree at a path, or null. */
export function treeAt(root: Tree, path: readonly Step[]): Tree | null {
  let tree: Tree | null = root;
  for (const step of path) {
    if (tree === null) return null;
    if (typeof step === 'number') tree = tree.type === 'list' ? (tree.items[step] ?? null) : null;
    else tree = tree.type === 'map' ? (lastEntry(tree, step)?.value ?? null) : null;
  }
  return tree;
}

function lastEntry(map: MapTree, key: string): Entry | undefined {
  return map.entries.findLast((entry) => entry.key === key);
}
