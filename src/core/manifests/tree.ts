// One document's text → a tree in which every key and value knows its place.
import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from 'js-yaml';
import type { Range } from '../model/span.ts';
import { resolvePlain, type ScalarValue } from './scalar.ts';

export type Tree = MapTree | ListTree | ScalarTree;

export interface MapTree {
  readonly type: 'map';
  readonly range: Range;
  /** In the order of the text; of a key that stands twice both are here, and the last one counts. */
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: Tree;
}

export interface ListTree {
  readonly type: 'list';
  readonly range: Range;
  readonly items: readonly Tree[];
}

export interface ScalarTree {
  readonly type: 'scalar';
  readonly range: Range;
  readonly value: ScalarValue;
  /** As written, without quotes. */
  readonly text: string;
}

export type Parsed =
  | {
      readonly ok: true;
      readonly root: Tree;
      /** Keys that stand a second time in their map, in the order of the text. */
      readonly duplicates: readonly Duplicate[];
    }
  | { readonly ok: false; readonly message: string; readonly offset: number };

export interface Duplicate {
  readonly key: string;
  readonly range: Range;
}

/** Deeper than any manifest; a hostile paste stops here. */
const MAX_DEPTH = 100;
/** Aliases multiply what is walked: all of them together may stand for this many values. */
const MAX_ALIASED = 100_000;

/** Never throws on bad text: a syntax error is an answer. */
export function parseDocument(text: string): Parsed {
  try {
    return { ok: true, ...buildTree(text, parseEvents(text, { maxDepth: MAX_DEPTH })) };
  } catch (error) {
    if (error instanceof YAMLException) {
      return { ok: false, message: error.reason, offset: error.mark?.position ?? 0 };
    }
    throw error;
  }
}

/** A collection that is still open. */
type Open = OpenMap | OpenList;
interface OpenMap {
  readonly type: 'map';
  readonly start: number;
  readonly isFlow: boolean;
  readonly anchor: string | null;
  /** The values in it, those that aliases stand for included. */
  size: number;
  readonly entries: Entry[];
  readonly merges: Tree[];
  key: { readonly text: string; readonly range: Range; readonly isMerge: boolean } | null;
}
interface OpenList {
  readonly type: 'list';
  readonly start: number;
  readonly isFlow: boolean;
  readonly anchor: string | null;
  size: number;
  readonly items: Tree[];
}

/** A value under a name, and how many values it is with all that is in it. */
interface Anchored {
  readonly tree: Tree;
  readonly size: number;
}

const FLOW = 2;

function buildTree(
  text: string,
  events: readonly Event[],
): { root: Tree; duplicates: readonly Duplicate[] } {
  const open: Open[] = [];
  const anchors = new Map<string, Anchored>();
  const duplicates: Duplicate[] = [];
  let root: Tree | null = null;
  let aliased = 0;
  /** Behind the last thing seen. */
  let end = 0;

  const anchorOf = (event: { anchorStart: number; anchorEnd: number }) =>
    event.anchorStart === -1 ? null : text.slice(event.anchorStart, event.anchorEnd);

  const place = (tree: Tree, size: number, anchor: string | null, isPlain: boolean) => {
    if (anchor !== null) anchors.set(anchor, { tree, size });
    const parent = open.at(-1);
    if (parent === undefined) {
      root ??= tree;
      return;
    }
    parent.size += size;
    if (parent.type === 'list') {
      parent.items.push(tree);
    } else if (parent.key === null) {
      parent.key = keyOf(tree, isPlain);
    } else {
      const { key } = parent;
      if (key.isMerge) parent.merges.push(tree);
      else parent.entries.push({ key: key.text, keyRange: key.range, value: tree });
      parent.key = null;
    }
  };

  /** What is not written has no place of its own: a value stands at its key, an item at its dash. */
  const placeOfNothing = (): Range => {
    const parent = open.at(-1);
    if (parent?.type === 'map' && parent.key !== null) return parent.key.range;
    const start = nextMark(text, end);
    end = Math.min(start + 1, text.length);
    return { start, end };
  };

  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        break;
      case EVENT_ID.MAPPING:
        open.push({
          type: 'map',
          start: event.start,
          isFlow: event.style === FLOW,
          anchor: anchorOf(event),
          size: 1,
          entries: [],
          merges: [],
          key: null,
        });
        end = Math.max(end, event.start);
        break;
      case EVENT_ID.SEQUENCE:
        open.push({
          type: 'list',
          start: event.start,
          isFlow: event.style === FLOW,
          anchor: anchorOf(event),
          size: 1,
          items: [],
        });
        end = Math.max(end, event.start);
        break;
      case EVENT_ID.SCALAR: {
        const isPlain = event.style === SCALAR_STYLE.PLAIN;
        const tag = event.tagStart === -1 ? '' : text.slice(event.tagStart, event.tagEnd);
        const scalar =
          event.valueStart === -1
            ? emptyScalar(placeOfNothing(), tag)
            : scalarOf(text, event, tag, isPlain);
        end = Math.max(end, scalar.range.end, event.anchorEnd, event.tagEnd);
        place(scalar, 1, anchorOf(event), isPlain && tag === '');
        break;
      }
      case EVENT_ID.ALIAS: {
        const name = text.slice(event.anchorStart, event.anchorEnd);
        const target = anchors.get(name);
        if (target === undefined) fail(text, event.anchorStart, `unknown alias "*${name}"`);
        aliased += target.size;
        if (aliased > MAX_ALIASED) {
          const message = `its aliases stand for more than ${MAX_ALIASED} values; write them out`;
          fail(text, event.anchorStart, message);
        }
        end = event.anchorEnd;
        place(target.tree, target.size, null, false);
        break;
      }
      case EVENT_ID.POP: {
        const closed = open.pop();
        // The document itself closes too.
        if (closed === undefined) break;
        if (closed.isFlow && !isBarePair(text, closed)) end = closingBracket(text, end);
        const range = { start: closed.start, end };
        if (closed.type === 'map') noteDuplicates(closed.entries, duplicates);
        const tree: Tree =
          closed.type === 'list'
            ? { type: 'list', range, items: closed.items }
            : { type: 'map', range, entries: merged(closed) };
        place(tree, closed.size, closed.anchor, false);
        break;
      }
    }
  }
  root ??= { type: 'scalar', range: { start: 0, end: 0 }, value: null, text: '' };
  // Inner maps close first, but people read from the top.
  return { root, duplicates: duplicates.sort((a, b) => a.range.start - b.range.start) };
}

function noteDuplicates(entries: readonly Entry[], duplicates: Duplicate[]): void {
  if (entries.length < 2) return;
  const seen = new Set<string>();
  for (const { key, keyRange } of entries) {
    if (seen.has(key)) duplicates.push({ key, range: keyRange });
    else seen.add(key);
  }
}

/** The only entry of a map without brackets, as in `[a: 1]`: its key stands where the map begins. */
function isBarePair(text: string, closed: Open): boolean {
  if (closed.type === 'list') return false;
  return text[closed.start] !== '{' || closed.entries[0]?.keyRange.start === closed.start;
}

function emptyScalar(range: Range, tag: string): ScalarTree {
  return { type: 'scalar', range, value: tag === '!!str' ? '' : null, text: '' };
}

function scalarOf(
  text: string,
  event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>,
  tag: string,
  isPlain: boolean,
): ScalarTree {
  const written = getScalarValue(text, event);
  const isQuoted =
    event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  const wide = isQuoted ? 1 : 0;
  const isTyped = tag === '!!int' || tag === '!!float' || tag === '!!bool' || tag === '!!null';
  const value = isTyped || (isPlain && tag === '') ? resolvePlain(written) : written;
  return {
    type: 'scalar',
    range: { start: event.valueStart - wide, end: event.valueEnd + wide },
    value,
    text: written,
  };
}

function keyOf(tree: Tree, isPlain: boolean) {
  if (tree.type !== 'scalar') {
    // A collection as a key has no meaning in JSON; a name nobody looks up keeps the rest readable.
    return { text: '?', range: tree.range, isMerge: false };
  }
  // JSON has only string keys: an unquoted `on:` becomes "true", as kubectl makes it.
  const text =
    isPlain && (typeof tree.value === 'boolean' || tree.value === null)
      ? String(tree.value)
      : tree.text;
  return { text, range: tree.range, isMerge: isPlain && text === '<<' };
}

/** `<<` brings in what the map itself does not have. */
function merged(map: OpenMap): readonly Entry[] {
  if (map.merges.length === 0) return map.entries;
  const keys = new Set(map.entries.map((entry) => entry.key));
  const entries = [...map.entries];
  for (const source of map.merges.flatMap((tree) => (tree.type === 'list' ? tree.items : [tree]))) {
    if (source.type !== 'map') continue;
    for (const entry of source.entries) {
      if (keys.has(entry.key)) continue;
      keys.add(entry.key);
      entries.push(entry);
    }
  }
  return entries;
}

/** Events of a flow collection say where it begins; its end is the next closing bracket. */
function closingBracket(text: string, from: number): number {
  for (let at = nextMark(text, from); at < text.length; at = nextMark(text, at + 1)) {
    if (text[at] === ']' || text[at] === '}') return at + 1;
  }
  return text.length;
}

/** Where the next thing begins that is neither space nor comment; the end of the text when nothing does. */
function nextMark(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '#') {
      const newline = text.indexOf('\n', at);
      if (newline === -1) return text.length;
      at = newline;
    } else if (!/\s/.test(character)) {
      return at;
    }
  }
  return text.length;
}

function fail(text: string, offset: number, reason: string): never {
  return YAMLException.throwAt(text, offset, reason);
}
