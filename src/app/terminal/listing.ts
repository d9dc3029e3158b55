// What may stand in the place of a word: as far as all agree, and as a list in columns.
import { cellsOf } from './cells.ts';

export function commonStart(items: readonly string[]): string {
  const [first = '', ...others] = items;
  let length = first.length;
  for (const other of others) {
    let same = 0;
    while (same < length && first[same] === other[same]) same += 1;
    length = same;
  }
  return first.slice(0, length);
}

const MOST = 200;
const GAP = 2;

/** Down the columns, as `ls` lists. Ends with a new line. */
export function columnsOf(items: readonly string[], columns: number): string {
  const shown = items.slice(0, MOST);
  const width = Math.max(...shown.map(widthOf)) + GAP;
  const across = Math.max(1, Math.floor((columns + GAP) / width));
  const rows = Math.ceil(shown.length / across);
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: across }, (_, column) => shown[column * rows + row] ?? '')
      .map((item) => item + ' '.repeat(Math.max(0, width - widthOf(item))))
      .join('')
      .trimEnd(),
  );
  const more = items.length > MOST ? [`… and ${items.length - MOST} more`] : [];
  return [...lines, ...more, ''].join('\n');
}

function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += cellsOf(letter.codePointAt(0) ?? 0);
  return width;
}
