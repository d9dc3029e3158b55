// One document's text → the lines that say something, each cut into dashes, key and value. It takes any
// text: where one writes, most of the time something is broken.
import type { Range } from '../model/span.ts';

/** What stands behind the key, or behind the dashes where there is no key. */
export interface RowValue {
  readonly kind: 'plain' | 'quoted' | 'block' | 'flow';
  /** Of all of it, over as many lines as it takes. */
  readonly range: Range;
}

export interface Row {
  /** Where its first line begins. */
  readonly start: number;
  /** Behind the last letter of its last line, without the line end. */
  readonly end: number;
  /** The columns of its dashes, from 0. */
  readonly dashes: readonly number[];
  /** The column behind indentation and dashes, where key or value begin. */
  readonly column: number;
  /** The text of the key without quotes, and its place with them. */
  readonly key: { readonly text: string; readonly range: Range } | null;
  readonly value: RowValue | null;
  /** Where a comment begins on its first line. */
  readonly comment: number | null;
}

/** The rows of a document in their order; blank lines, comments and directives are in none. */
export function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = [];
  let at = 0;
  while (at < text.length) {
    const row = rowAt(text, at);
    if (row !== null) rows.push(row);
    at = nextLine(text, row === null ? at : row.end);
  }
  return rows;
}

/** Behind the last letter of the line; a carriage return is no letter. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  const end = newline === -1 ? text.length : newline;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline + 1;
}

/** How many spaces the line begins with. */
export function indentOf(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at += 1;
  return at - start;
}

function rowAt(text: string, start: number): Row | null {
  const end = lineEnd(text, start);
  let at = skipSpaces(text, start, end);
  if (at >= end || text[at] === '#' || (at === start && text[at] === '%')) return null;
  const dashes: number[] = [];
  while (text[at] === '-' && isBlankAt(text, at + 1)) {
    dashes.push(at - start);
    at = skipSpaces(text, at + 1, end);
  }
  const column = at - start;
  const key = keyAt(text, at, end);
  const from = key === null ? at : skipSpaces(text, key.colon + 1, end);
  // What goes on in further lines is indented more than this.
  const floor = key === null ? (dashes.at(-1) ?? column - 1) : column;
  const value = valueAt(text, from, end, floor);
  const last = value === null ? end : lineEnd(text, Math.max(value.range.end, start));
  return {
    start,
    end: Math.max(end, last),
    dashes,
    column,
    key: key === null ? null : { text: key.text, range: key.range },
    value,
    comment: commentIn(text, value === null ? from : Math.min(value.range.end, end), end),
  };
}

interface Key {
  readonly text: string;
  readonly range: Range;
  readonly colon: number;
}

function keyAt(text: string, at: number, end: number): Key | null {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const closed = quoteEnd(text, at, end);
    if (closed === null) return null;
    const colon = skipSpaces(text, closed, end);
    if (text[colon] !== ':' || !isBlankAt(text, colon + 1)) return null;
    return { text: unquoted(text.slice(at, closed)), range: { start: at, end: closed }, colon };
  }
  if (quote === '{' || quote === '[') return null;
  for (let colon = at; colon < end; colon += 1) {
    if (text[colon] === '#' && isBlankAt(text, colon - 1)) return null;
    if (text[colon] !== ':' || !isBlankAt(text, colon + 1)) continue;
    const written = text.slice(at, colon).trimEnd();
    return { text: written, range: { start: at, end: at + written.length }, colon };
  }
  return null;
}

function valueAt(text: string, from: number, end: number, floor: number): RowValue | null {
  const at = skipProperties(text, from, end);
  if (at >= end || text[at] === '#') return null;
  const first = text[at];
  if (
    (first === '|' || first === '>') &&
    /^[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$/.test(text.slice(at, end))
  ) {
    return { kind: 'block', range: { start: at, end: blockEnd(text, at, end, floor) } };
  }
  if (first === '{' || first === '[') {
    return { kind: 'flow', range: { start: at, end: flowEnd(text, at, floor) } };
  }
  if (first === '"' || first === "'") {
    const closed =
      quoteEnd(text, at, end) ?? quoteEnd(text, at, deeperEnd(text, end, floor)) ?? end;
    return { kind: 'quoted', range: { start: at, end: closed } };
  }
  return { kind: 'plain', range: { start: at, end: plainEnd(text, at, end, floor) } };
}

/** Anchors and tags stand before a value. */
function skipProperties(text: string, from: number, end: number): number {
  let at = from;
  while ((text[at] === '&' || text[at] === '!') && at < end) {
    while (at < end && !isBlankAt(text, at)) at += 1;
    at = skipSpaces(text, at, end);
  }
  return at;
}

/** The end of the last line that is blank or indented by more than `floor`; `end` ends a line. */
function deeperEnd(text: string, end: number, floor: number): number {
  let last = end;
  for (let start = nextLine(text, end); start < text.length; start = nextLine(text, start)) {
    const lineStop = lineEnd(text, start);
    if (skipSpaces(text, start, lineStop) === lineStop) continue;
    if (indentOf(text, start) <= floor) break;
    last = lineStop;
  }
  return last;
}

/** A block text goes on as long as its first line is indented, or as the number in its head says. */
function blockEnd(text: string, at: number, end: number, floor: number): number {
  if (/^[|>][-+]?[1-9]/.test(text.slice(at, end))) return deeperEnd(text, end, floor);
  for (let start = nextLine(text, end); start < text.length; start = nextLine(text, start)) {
    const lineStop = lineEnd(text, start);
    if (skipSpaces(text, start, lineStop) === lineStop) continue;
    return deeperEnd(text, end, Math.max(floor, indentOf(text, start) - 1));
  }
  return end;
}

/** A plain value goes on in deeper lines, as long as they don't look like something of their own. */
function plainEnd(text: string, from: number, end: number, floor: number): number {
  const comment = commentIn(text, from, end);
  let last = from + text.slice(from, comment ?? end).trimEnd().length;
  if (comment !== null) return last;
  for (let start = nextLine(text, end); start < text.length; start = nextLine(text, start)) {
    const lineStop = lineEnd(text, start);
    const at = skipSpaces(text, start, lineStop);
    if (at === lineStop) continue;
    const isDash = text[at] === '-' && isBlankAt(text, at + 1);
    if (indentOf(text, start) <= floor || text[at] === '#' || isDash) break;
    if (keyAt(text, at, lineStop) !== null) break;
    const note = commentIn(text, at, lineStop);
    last = at + text.slice(at, note ?? lineStop).trimEnd().length;
    if (note !== null) break;
  }
  return last;
}

/** Behind the bracket that closes the one at `from`; the end of the text before the next block where none does. */
function flowEnd(text: string, from: number, floor: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const letter = text[at] as string;
    if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if ((letter === '"' || letter === "'") && opensQuote(text, at)) {
      at = (quoteEnd(text, at, text.length) ?? lineEnd(text, at)) - 1;
    } else if (letter === '#' && isBlankAt(text, at - 1)) {
      at = lineEnd(text, at) - 1;
    } else if (letter === '\n') {
      const stop = lineEnd(text, at + 1);
      const next = skipSpaces(text, at + 1, stop);
      const closes = text[next] === '}' || text[next] === ']';
      if (next < stop && !closes && indentOf(text, at + 1) <= floor)
        return lineEnd(text, lineStart(text, at));
    }
    at += 1;
  }
  return text.trimEnd().length;
}

/** Within a word a quote is a letter like any other. */
export function opensQuote(text: string, at: number): boolean {
  return at === 0 || /[\s,:{}[\]]/.test(text[at - 1] as string);
}

/** Behind the closing quote, or null when there is none before `end`. */
export function quoteEnd(text: string, from: number, end: number): number | null {
  const quote = text[from];
  for (let at = from + 1; at < end; at += 1) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === quote) at += 1;
      else return at + 1;
    }
  }
  return null;
}

/** What stands between the quotes; escapes other than of the quote stay as they are. */
export function unquoted(written: string): string {
  const quote = written[0];
  if (quote !== '"' && quote !== "'") return written;
  const closed = written.length > 1 && written.endsWith(quote);
  const inner = written.slice(1, closed ? -1 : undefined);
  return quote === '"' ? inner.replace(/\\(["\\/])/g, '$1') : inner.replaceAll("''", "'");
}

function commentIn(text: string, from: number, end: number): number | null {
  for (let at = from; at < end; at += 1) {
    if (text[at] === '#' && isBlankAt(text, at - 1)) return at;
  }
  return null;
}

export function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at += 1;
  return at;
}

/** Space, line end, or the end of the text. */
export function isBlankAt(text: string, at: number): boolean {
  const letter = text[at];
  return (
    letter === undefined || letter === ' ' || letter === '\t' || letter === '\n' || letter === '\r'
  );
}
