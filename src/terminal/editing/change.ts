// A new value for an object → the smallest change of its text: comments and all else stay.
import { type Entry, type MapTree, parseDocument, type Tree } from '../../core/index.ts';
import type { KubeObject, Place } from '../cluster/objects.ts';
import { isList, isMap, isSame, type Value, type ValueMap, valueFrom } from '../cluster/value.ts';
import type { EditorFile } from '../outcome.ts';
import { entryLines, linesOf, scalarText, writeYaml } from './yaml.ts';

/** The files with the object as it is to be; as they are where it stands in none of them. */
export function changeObject(
  files: readonly EditorFile[],
  { place }: KubeObject,
  next: ValueMap,
): readonly EditorFile[] {
  if (place === null) return files;
  const text = changeDocument(place, next);
  const { offset, text: old } = place.document;
  return files.map((file) =>
    file.name === place.file
      ? { ...file, text: file.text.slice(0, offset) + text + file.text.slice(offset + old.length) }
      : file,
  );
}

/** A text is taken only where it reads as what was wanted: the way it is written may hold surprises. */
export function changeDocument({ document, tree }: Place, next: ValueMap): string {
  const { text, root } = document;
  const wanted = replacedIn(root, tree, next);
  const ways: readonly (() => string | null)[] = [
    () => withEdits(text, editsOf(text, tree, next)),
    () => (tree === root ? null : withEdits(text, [rendered(text, tree, next)])),
  ];
  for (const way of ways) {
    const changed = way();
    if (changed !== null && readsAs(changed, wanted)) return changed;
  }
  const lead = /^[ \t]*\r?\n/.exec(text)?.[0] ?? '';
  return lead + writeYaml(wanted);
}

function replacedIn(here: Tree, tree: Tree, next: Value): Value {
  if (here === tree) return next;
  if (here.type === 'list') return here.items.map((item) => replacedIn(item, tree, next));
  if (here.type === 'map') {
    return new Map(here.entries.map(({ key, value }) => [key, replacedIn(value, tree, next)]));
  }
  return here.value;
}

function readsAs(text: string, wanted: Value): boolean {
  const parsed = parseDocument(text);
  return parsed.ok && parsed.duplicates.length === 0 && isSame(valueFrom(parsed.root), wanted);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** null where two of them overlap. */
function withEdits(text: string, edits: readonly Edit[]): string | null {
  const sorted = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
  let changed = text;
  let before = Number.POSITIVE_INFINITY;
  for (const { start, end, text: written } of sorted) {
    if (end > before || start > end) return null;
    changed = changed.slice(0, start) + written + changed.slice(end);
    before = start;
  }
  return changed;
}

function editsOf(text: string, tree: Tree, next: Value): readonly Edit[] {
  if (isSame(valueFrom(tree), next)) return [];
  if (tree.type === 'map' && isMap(next) && next.size > 0) return mapEdits(text, tree, next);
  if (tree.type === 'list' && isList(next) && tree.items.length === next.length) {
    return tree.items.flatMap((item, at) => editsOf(text, item, next[at] ?? null));
  }
  return [rendered(text, tree, next)];
}

function mapEdits(text: string, tree: MapTree, next: ValueMap): readonly Edit[] {
  const isFlow = text[tree.range.start] === '{';
  const kept = tree.entries.filter(({ key }) => next.has(key));
  const added = [...next].filter(([key]) => !tree.entries.some((entry) => entry.key === key));
  const isOnlyChanged = kept.length === tree.entries.length && added.length === 0;
  if ((isFlow && !isOnlyChanged) || kept.length === 0) return [rendered(text, tree, next)];
  const removed = tree.entries.filter(({ key }) => !next.has(key));
  // A line that holds more than its entry, as the first one behind a dash, can't just go.
  if (removed.some((entry) => !startsLine(text, entry.keyRange.start)))
    return [rendered(text, tree, next)];
  return [
    ...removed.map((entry) => withoutLines(text, entry)),
    ...kept.flatMap((entry) => entryEdits(text, tree, entry, next.get(entry.key) ?? null)),
    ...(added.length === 0 ? [] : [addition(text, tree, kept, added)]),
  ];
}

function entryEdits(text: string, map: MapTree, entry: Entry, next: Value): readonly Edit[] {
  const { value, keyRange } = entry;
  const isWritten = value.range.start >= keyRange.end;
  const isFlow = text[map.range.start] === '{';
  const staysAsItIs = isSame(valueFrom(value), next);
  if (staysAsItIs) return [];
  const fitsInPlace = (value.type === 'scalar' && !isMap(next) && !isList(next)) || isFlow;
  const recurses =
    (value.type === 'map' && isMap(next) && next.size > 0) ||
    (value.type === 'list' && isList(next) && next.length > 0);
  if (isWritten && (fitsInPlace || recurses)) return editsOf(text, value, next);
  const gap = `\n${' '.repeat(columnAt(text, keyRange.start))}`;
  const end = isWritten ? value.range.end : endOfKey(text, keyRange.end);
  return [{ start: keyRange.start, end, text: entryLines(entry.key, next).join(gap) }];
}

/** Behind the colon of a key that has no value. */
function endOfKey(text: string, from: number): number {
  const colon = /^["']?[ \t]*:/.exec(text.slice(from, from + 100));
  return from + (colon?.[0].length ?? 0);
}

function addition(
  text: string,
  tree: MapTree,
  kept: readonly Entry[],
  added: readonly (readonly [string, Value])[],
): Edit {
  const column = columnAt(text, tree.range.start);
  const last = kept.reduce((one, other) => (endOf(other) > endOf(one) ? other : one));
  const at = lineEnd(text, trimmedEnd(text, endOf(last)));
  const lines = added.flatMap(([key, value]) => entryLines(key, value));
  return {
    start: at,
    end: at,
    text: lines.map((line) => `\n${' '.repeat(column)}${line}`).join(''),
  };
}

function withoutLines(text: string, entry: Entry): Edit {
  const start = text.lastIndexOf('\n', entry.keyRange.start - 1) + 1;
  const end = lineEnd(text, trimmedEnd(text, endOf(entry)));
  return { start, end: Math.min(end + 1, text.length), text: '' };
}

function endOf({ keyRange, value }: Entry): number {
  return Math.max(keyRange.end, value.range.end);
}

/** A block of text may end behind its last line end. */
function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && text[at - 1] === '\n') at -= 1;
  return at;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}

/** The whole value written anew at its place, in the manner of what it replaces. */
function rendered(text: string, tree: Tree, next: Value): Edit {
  const { start, end } = tree.range;
  const first = text[start];
  const isFlow = first === '{' || first === '[' || tree.type === 'scalar';
  if (isFlow) return { start, end, text: flowText(next, isJson(text, tree)) };
  const gap = `\n${' '.repeat(columnAt(text, start))}`;
  return { start, end: trimmedEnd(text, end), text: linesOf(next).join(gap) };
}

function isJson(text: string, tree: Tree): boolean {
  if (tree.type === 'map') return text[tree.entries[0]?.keyRange.start ?? -1] === '"';
  return text.trimStart().startsWith('{');
}

function flowText(value: Value, json: boolean): string {
  const scalar = (one: null | boolean | number | string) =>
    json ? JSON.stringify(one) : flowScalar(one);
  if (isMap(value)) {
    const entries = [...value].map(([key, one]) => `${scalar(key)}: ${flowText(one, json)}`);
    return `{${entries.join(', ')}}`;
  }
  if (isList(value)) return `[${value.map((one) => flowText(one, json)).join(', ')}]`;
  return scalar(value);
}

/** Commas and brackets end a plain word between brackets. */
function flowScalar(value: null | boolean | number | string): string {
  const text = scalarText(value);
  return typeof value === 'string' && /[,[\]{}]/.test(text) ? JSON.stringify(value) : text;
}

function startsLine(text: string, at: number): boolean {
  return /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
}

function columnAt(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
