// Makes the edits of fixes: each gives null where the text is written in a way that it can't be sure of.
import type { Range } from '../model/span.ts';
import type { NoteFix } from './notes.ts';
import type { ListTree, MapTree, ScalarTree, Tree } from './tree.ts';

/** A key or value with other words in it; its quotes stay. */
export function rewrite(
  text: string,
  range: Range,
  written: string,
  wanted: string,
  title: string,
): NoteFix | null {
  const { start, end } = range;
  const source = text.slice(start, end);
  if (source === written) return oneEdit(title, range, wanted);
  if (source.slice(1, -1) !== written || !/^(["']).*\1$/s.test(source)) return null;
  return oneEdit(title, { start: start + 1, end: end - 1 }, wanted);
}

/** A text as the known one that differs from it only in upper and lower case. */
export function rewriteNear(
  { text }: { readonly text: string },
  value: Tree,
  known: readonly string[],
): NoteFix | null {
  if (value.type !== 'scalar') return null;
  const near = known.find((word) => word.toLowerCase() === value.text.toLowerCase());
  return near === undefined ? null : rewrite(text, value.range, value.text, near, `Write ${near}`);
}

/** A bare value in double quotes. */
export function quote(text: string, scalar: ScalarTree): NoteFix | null {
  if (!isBare(text, scalar)) return null;
  return oneEdit(`Write "${scalar.text}"`, scalar.range, JSON.stringify(scalar.text));
}

/** A value without its quotes, as something that needs none. */
export function unquote(text: string, scalar: ScalarTree, wanted: string): NoteFix | null {
  return isQuoted(text, scalar.range) ? oneEdit(`Write ${wanted}`, scalar.range, wanted) : null;
}

/** A whole number that needs no more than losing its quotes. */
export function unquoteNumber(text: string, value: Tree): NoteFix | null {
  const isNumber = value.type === 'scalar' && /^(?:0|[1-9][0-9]{0,8})$/.test(value.text);
  return isNumber ? unquote(text, value, value.text) : null;
}

export function unquoteBoolean(text: string, value: Tree): NoteFix | null {
  const isBoolean = value.type === 'scalar' && /^(?:true|false)$/.test(value.text);
  return isBoolean ? unquote(text, value, value.text) : null;
}

/** A value as the one item of a list. */
export function makeList(text: string, value: Tree): NoteFix | null {
  const title = 'Make it a list';
  const source = text.slice(value.range.start, value.range.end);
  if (value.type === 'map' && !source.startsWith('{')) {
    return oneEdit(title, value.range, `- ${indent(source, 2)}`);
  }
  const isOneLine = source !== '' && !source.includes('\n');
  return isOneLine ? oneEdit(title, value.range, `[${source}]`) : null;
}

/** A list of texts with each of them only once. */
export function withoutRepeats(
  { text }: { readonly text: string },
  list: ListTree,
): NoteFix | null {
  const words = list.items.flatMap((item) => (item.type === 'scalar' ? [item.text] : []));
  if (words.length < list.items.length || !words.every((word) => /^\w+$/.test(word))) return null;
  const unique = [...new Set(words)];
  if (unique.length === words.length) return null;
  const isFlow = text[list.range.start] === '[';
  const gap = `\n${' '.repeat(columnAt(text, list.range.start))}- `;
  const written = isFlow ? `[${unique.join(', ')}]` : `- ${unique.join(gap)}`;
  return oneEdit('Keep each once', list.range, written);
}

/** The entries of a map as the entries of a new map under one key of it. */
export function wrapIn(text: string, map: MapTree, key: string): NoteFix | null {
  const title = `Put them under ${key}`;
  const source = text.slice(map.range.start, map.range.end);
  if (source.startsWith('{'))
    return oneEdit(title, map.range, `{${flowKey(text, map, key)}: ${source}}`);
  const column = columnAt(text, map.range.start);
  return oneEdit(title, map.range, `${key}:\n${' '.repeat(column + 2)}${indent(source, 2)}`);
}

/** A block map needs its lines a few columns further right; the first one already stands. */
function indent(source: string, by: number): string {
  return source.replace(/\n(?=[^\n])/g, `\n${' '.repeat(by)}`);
}

/** In JSON keys have quotes. */
function flowKey(text: string, map: MapTree, key: string): string {
  const first = map.entries[0];
  return first !== undefined && isQuoted(text, first.keyRange) ? JSON.stringify(key) : key;
}

function columnAt(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function isBare(text: string, { range, text: written }: ScalarTree): boolean {
  return text.slice(range.start, range.end) === written;
}

function isQuoted(text: string, { start, end }: Range): boolean {
  return end - start >= 2 && /^["']$/.test(text[start] ?? '') && text[start] === text[end - 1];
}

function oneEdit(title: string, range: Range, text: string): NoteFix {
  return { title, edits: [{ range, text }] };
}
