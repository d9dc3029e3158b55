// Draws the line that is typed behind its prompt, over as many rows as it takes, as text for a terminal.
import { spotAfter } from './cells.ts';
import type { Line } from './line.ts';
import { dim } from './printing.ts';

export interface Prompt {
  /** Shown faintly before the rest. */
  readonly place: string;
  readonly sign: string;
}

export interface Painted {
  readonly text: string;
  /** How many rows below the prompt's the cursor stands then. */
  readonly cursorRow: number;
}

/** @param cursorRow where the cursor stands now: so many rows below the prompt's */
export function paint(prompt: Prompt, line: Line, columns: number, cursorRow: number): Painted {
  const shown = prompt.place + prompt.sign;
  const start = spotAfter(shown, { row: 0, column: 0 }, columns);
  const end = spotAfter(line.text, start, columns);
  const cursor = spotAfter(line.text.slice(0, line.cursor), start, columns);
  // A row that is just full keeps the cursor on it until something more is written.
  const isJustFull = end.column === 0 && end.row > 0 && !line.text.endsWith('\n');
  const text = [
    upTo(cursorRow),
    '\x1b[J',
    prompt.place === '' ? '' : dim(prompt.place),
    prompt.sign,
    line.text.replaceAll('\n', '\r\n').replaceAll('\t', ' '),
    isJustFull ? ' \b' : '',
    upTo(end.row - cursor.row),
    cursor.column > 0 ? `\x1b[${cursor.column}C` : '',
  ].join('');
  return { text, cursorRow: cursor.row };
}

/** To the first cell of the row that is so many above. */
function upTo(rows: number): string {
  return rows > 0 ? `\r\x1b[${rows}A` : '\r';
}

/** From the cursor to the row below all that is painted. */
export function leave(prompt: Prompt, line: Line, columns: number, cursorRow: number): string {
  const start = spotAfter(prompt.place + prompt.sign, { row: 0, column: 0 }, columns);
  const end = spotAfter(line.text, start, columns);
  const down = end.row - cursorRow;
  const isJustFull = end.column === 0 && end.row > 0 && !line.text.endsWith('\n');
  // The row that a full one leaves empty is the one below.
  return `${down > 0 ? `\x1b[${down}B` : ''}${isJustFull ? '\r' : '\r\n'}`;
}
