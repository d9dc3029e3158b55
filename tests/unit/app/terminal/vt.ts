// As much of a terminal's screen as the conversation needs: rows, a cursor, wrapping, a few escapes.
import { cellsOf } from '../../../../src/app/terminal/cells.ts';

export function createVt(columns: number) {
  let rows: string[][] = [[]];
  let row = 0;
  let column = 0;

  function put(letter: string): void {
    const cells = cellsOf(letter.codePointAt(0) ?? 0);
    if (cells === 0) return;
    if (column + cells > columns) newRow();
    const cellsHere = rows[row] ?? [];
    while (cellsHere.length < column) cellsHere.push(' ');
    cellsHere[column] = letter;
    if (cells === 2) cellsHere[column + 1] = '';
    rows[row] = cellsHere;
    column += cells;
  }

  function newRow(): void {
    row += 1;
    column = 0;
    rows[row] ??= [];
  }

  return {
    columns,
    clear() {
      rows = [[]];
      row = 0;
      column = 0;
    },
    write(text: string) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a screen obeys
      for (const part of text.match(/\u001b\[[\d;?]*[A-Za-z]|\u001b\][^\u0007]*\u0007|[\s\S]/gu) ??
        []) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: likewise
        const [, count = '', act] = /^\u001b\[([\d;?]*)([A-Za-z])$/.exec(part) ?? [];
        const times = Number(count || '1');
        if (act === 'A') row = Math.max(0, row - times);
        else if (act === 'B') row = Math.min(rows.length - 1, row + times);
        else if (act === 'C') column = Math.min(columns - 1, column + times);
        else if (act === 'J') {
          rows[row] = (rows[row] ?? []).slice(0, column);
          rows.length = row + 1;
        } else if (act !== undefined || part.startsWith('\x1b]')) continue;
        else if (part === '\r') column = 0;
        else if (part === '\n') {
          const kept = column;
          newRow();
          column = kept;
        } else if (part === '\b') column = Math.max(0, column - 1);
        else put(part);
      }
    },
    /** What is to be read, row by row. */
    text: () =>
      rows.map((cells) =>
        cells
          .map((cell) => cell ?? ' ')
          .join('')
          .trimEnd(),
      ),
    cursor: () => [row, column] as const,
  };
}
