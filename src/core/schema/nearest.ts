// Which of the known words a person may have meant.
import { editDistance } from '../model/edit-distance.ts';

export interface Near {
  readonly word: string;
  /** So near, and so much nearer than all others, that it can hardly be anything else. */
  readonly isSure: boolean;
}

const LONGEST = 40;

/** A known word at most two slips away, as `from` is from `form`; upper and lower case count as one. */
export function nearest(word: string, known: Iterable<string>): Near | null {
  if (word.length > LONGEST) return null;
  let best: string | null = null;
  let least = Math.min(3, word.length);
  let isAlone = true;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > least) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (best !== null && distance === least) isAlone = false;
    if (distance >= least) continue;
    best = candidate;
    least = distance;
    isAlone = true;
  }
  return best === null ? null : { word: best, isSure: isAlone && least * 3 <= word.length };
}
