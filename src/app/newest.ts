// Waits for the answer to the text as it is now: what is asked of an older one would be about other text.
import { isCurrent, type PageStore } from './store.ts';

/** Milliseconds after which no answer is expected any more. */
const PATIENCE = 5_000;

/** The version of the answer to the files and assumptions as they are now; null when none comes. */
export function newestVersion(store: PageStore, patience = PATIENCE): Promise<number | null> {
  const now = currentVersion(store);
  if (now !== null) return Promise.resolve(now);
  return new Promise((resolve) => {
    const end = (version: number | null) => {
      clearTimeout(timer);
      unsubscribe();
      resolve(version);
    };
    const timer = setTimeout(() => end(null), patience);
    const unsubscribe = store.subscribe(({ failure }) => {
      const version = currentVersion(store);
      if (version !== null || failure !== null) end(version);
    });
  });
}

function currentVersion(store: PageStore): number | null {
  const state = store.getState();
  const version = state.answer?.version ?? null;
  const isAssumed = state.answeredWith === state.assumptions;
  return version !== null && isAssumed && isCurrent(state, version) ? version : null;
}
