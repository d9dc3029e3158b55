// How many cells of a terminal a letter takes: the editing of a line and the screen must agree on it.

const NONE = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const WIDE =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u;

const known = new Map<number, 0 | 1 | 2>();

/** @param code a code point */
export function cellsOf(code: number): 0 | 1 | 2 {
  if (code < 0x300) return code < 0x20 ? 0 : 1;
  const before = known.get(code);
  if (before !== undefined) return before;
  const letter = String.fromCodePoint(code);
  const cells = NONE.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  known.set(code, cells);
  return cells;
}

export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Where the cursor is after a text that begins at a spot; a row that is just full ends at the next one's start. */
export function spotAfter(text: string, from: Spot, columns: number): Spot {
  let { row, column } = from;
  for (const letter of text) {
    if (letter === '\n') {
      row += 1;
      column = 0;
      continue;
    }
    const cells = letter === '\t' ? 1 : cellsOf(letter.codePointAt(0) ?? 0);
    if (column + cells > columns) {
      row += 1;
      column = 0;
    }
    column += cells;
    if (column >= columns) {
      row += 1;
      column = 0;
    }
  }
  return { row, column };
}
