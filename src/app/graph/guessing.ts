// A picture without its links, while a question of a lesson waits for a guess.
import type { Drawing } from '../../core/index.ts';
import { shownOf } from '../pointing.ts';
import type { PageState } from '../store.ts';

/** Whoever selects something, or points at it in the text, wants to see its flows. */
export function hidesLinks(state: PageState): boolean {
  return state.guessing !== null && state.selection === null && shownOf(state) === null;
}

export function withoutLinks({ ways: _, ...drawing }: Drawing): Drawing {
  return { ...drawing, links: [] };
}
