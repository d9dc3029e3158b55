// Shows the ways in from outside, where the input has any, or leaves them out.
import { useStore } from 'zustand';
import type { Actions } from '../actions.ts';
import type { PageStore } from '../store.ts';

interface Props {
  readonly store: PageStore;
  readonly actions: Actions;
}

export function WaysSwitch({ store, actions }: Props) {
  const hasWays = useStore(store, ({ ways }) => ways.ways.length > 0);
  const showsWays = useStore(store, (state) => state.showsWays);
  if (!hasWays) return null;
  return (
    <button
      type="button"
      aria-label="Ways in"
      aria-pressed={showsWays}
      title="Ways in: what Ingress, Gateway, Route, LoadBalancer and NodePort objects lead in from outside, and whether policies let it through"
      onClick={() => actions.showWays(!showsWays)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M9 2h5v12H9M1.5 8h8M6.5 4.8L9.7 8l-3.2 3.2" />
      </svg>
    </button>
  );
}
