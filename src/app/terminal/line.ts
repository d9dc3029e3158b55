// The line that is being typed, and what keys do to it.

export interface Line {
  readonly text: string;
  /** Offset in UTF-16 units, never inside a letter. */
  readonly cursor: number;
}

export const EMPTY: Line = { text: '', cursor: 0 };

export function lineOf(text: string): Line {
  return { text, cursor: text.length };
}

export function insert({ text, cursor }: Line, what: string): Line {
  return { text: text.slice(0, cursor) + what + text.slice(cursor), cursor: cursor + what.length };
}

export function toLeft({ text, cursor }: Line): Line {
  return { text, cursor: letterBefore(text, cursor) };
}

export function toRight({ text, cursor }: Line): Line {
  return { text, cursor: letterAfter(text, cursor) };
}

export function toWordLeft({ text, cursor }: Line): Line {
  return { text, cursor: wordBefore(text, cursor) };
}

export function toWordRight({ text, cursor }: Line): Line {
  return { text, cursor: wordAfter(text, cursor) };
}

export function toStart({ text }: Line): Line {
  return { text, cursor: 0 };
}

export function toEnd({ text }: Line): Line {
  return { text, cursor: text.length };
}

export function eraseBefore(line: Line): Line {
  return without(line, letterBefore(line.text, line.cursor), line.cursor);
}

export function eraseAfter(line: Line): Line {
  return without(line, line.cursor, letterAfter(line.text, line.cursor));
}

/** The line that is left, and what was cut out of it. */
export interface Cut {
  readonly line: Line;
  readonly cut: string;
}

export function cutToEnd(line: Line): Cut {
  return cut(line, line.cursor, line.text.length);
}

export function cutToStart(line: Line): Cut {
  return cut(line, 0, line.cursor);
}

/** As far as the space before it, as a shell does. */
export function cutWord(line: Line): Cut {
  const before = line.text.slice(0, line.cursor);
  return cut(line, before.replace(/\S*\s*$/, '').length, line.cursor);
}

export function cutNextWord(line: Line): Cut {
  return cut(line, line.cursor, wordAfter(line.text, line.cursor));
}

function cut(line: Line, start: number, end: number): Cut {
  return { line: without(line, start, end), cut: line.text.slice(start, end) };
}

function without({ text }: Line, start: number, end: number): Line {
  return { text: text.slice(0, start) + text.slice(end), cursor: start };
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function letterBefore(text: string, at: number): number {
  let before = 0;
  for (const { index } of letters.segment(text.slice(0, at))) before = index;
  return before;
}

function letterAfter(text: string, at: number): number {
  const [first] = letters.segment(text.slice(at));
  return at + (first?.segment.length ?? 0);
}

function wordBefore(text: string, at: number): number {
  return text.slice(0, at).replace(/[\p{L}\p{N}]*[^\p{L}\p{N}]*$/u, '').length;
}

function wordAfter(text: string, at: number): number {
  return at + (/^[^\p{L}\p{N}]*[\p{L}\p{N}]*/u.exec(text.slice(at))?.[0].length ?? 0);
}
