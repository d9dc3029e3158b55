// The smallest change from one text to another, so that cursor and marks outside of it stay.

export interface Change {
  /** Offsets into the text before, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function changeBetween(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  // Halves of one character, or of one line end, stay together.
  if (isFirstHalf(before[start - 1]) || isFirstHalf(after[start - 1])) start -= 1;
  if (same > 0 && isSecondHalf(before[before.length - same])) same -= 1;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

function isFirstHalf(letter: string | undefined): boolean {
  return letter !== undefined && (letter === '\r' || /[\uD800-\uDBFF]/.test(letter));
}

function isSecondHalf(letter: string | undefined): boolean {
  return letter !== undefined && (letter === '\n' || /[\uDC00-\uDFFF]/.test(letter));
}
