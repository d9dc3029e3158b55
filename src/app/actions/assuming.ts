// What a person takes for granted about the cluster, beyond the manifests.
import { type Assumptions, NO_ASSUMPTIONS } from '../../core/index.ts';
import type { PageStore } from '../store.ts';
import { say } from './toasts.ts';

/** @param words where given, said with an offer to take it back */
export function assume(store: PageStore, change: Partial<Assumptions>, words?: string): void {
  const before = store.getState().assumptions;
  store.setState({ assumptions: { ...before, ...change } });
  if (words === undefined) return;
  const undone = Object.fromEntries(
    Object.keys(change).map((key) => [key, before[key as keyof Assumptions]]),
  );
  say(store, words, {
    action: {
      label: 'Undo',
      // Others may have been changed since: they stay.
      run: () => store.setState({ assumptions: { ...store.getState().assumptions, ...undone } }),
    },
  });
}

export function assumeNothing(store: PageStore): void {
  assume(store, NO_ASSUMPTIONS, 'Nothing is assumed any more.');
}
