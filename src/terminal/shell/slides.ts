// Signs that slides and word processors put in the place of what is typed, and what to say of them.
import { type Piece, remark } from '../outcome.ts';

const SIGNS: readonly (readonly [sign: RegExp, what: string])[] = [
  [/[‐-―−]/, 'a long dash where "-" is meant'],
  [/[“”„«»‟]/, 'curly quotes where " is meant'],
  [/[‘’‚‛]/, "curly quotes where ' is meant"],
  [/[\u00a0\u2000-\u200b\u202f]/, 'a space of another kind'],
  [/…/, 'an ellipsis in one letter'],
];

/** Asked where a line has failed. */
export function slideSigns(line: string): readonly Piece[] {
  const found = SIGNS.flatMap(([sign, what]) => (sign.test(line) ? [what] : []));
  if (found.length === 0) return [];
  return [remark(`# The line holds ${found.join(' and ')}, as slides write it.`)];
}
