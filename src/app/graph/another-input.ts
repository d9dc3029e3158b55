// Tells an edit of an input from another input.
import type { EndId } from '../../core/index.ts';

/** Whether an input has so little in common with the one before that nothing should stay where it was. */
export function isAnother(before: ReadonlySet<EndId>, now: readonly EndId[]): boolean {
  if (now.length === 0) return false;
  const kept = now.filter((id) => before.has(id)).length;
  return kept === 0 || kept * 2 < before.size;
}
