// Whether two words are the same but for a slip of the finger.
import { editDistance } from '../../model/edit-distance.ts';

/** Shorter words differ on purpose: v1 and v2, a and b. */
const SHORTEST = 3;
/** The longest a label's value can be, and more than its key needs. */
const LONGEST = 100;

/** Unequal words that differ by case, or by one edit that is not in a number: team-1 and team-2 are two teams. */
export function areAlike(one: string, other: string): boolean {
  if (one === other) return false;
  if (one.toLowerCase() === other.toLowerCase()) return true;
  const shorter = Math.min(one.length, other.length);
  if (shorter < SHORTEST || one.length > LONGEST || other.length > LONGEST) return false;
  if (withoutDigits(one) === withoutDigits(other)) return false;
  return editDistance(one, other) === 1;
}

/** Whether they differ by nothing but case. */
export function differInCase(one: string, other: string): boolean {
  return one !== other && one.toLowerCase() === other.toLowerCase();
}

function withoutDigits(word: string): string {
  return word.replace(/[0-9]+/g, '');
}
