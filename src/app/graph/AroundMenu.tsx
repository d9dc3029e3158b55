// Opens the switches for what is drawn around the pods.
import { lazy, Suspense } from 'react';
import type { Actions } from '../actions.ts';
import type { PageStore } from '../store.ts';
import { useUnfolding } from '../unfolding.ts';

interface Props {
  readonly store: PageStore;
  readonly actions: Actions;
}

const AroundSwitches = lazy(async () => ({
  default: (await import('./AroundSwitches.tsx')).AroundSwitches,
}));

export function AroundMenu({ store, actions }: Props) {
  const { open, setOpen, root, button } = useUnfolding();
  return (
    <div className="graph-around" ref={root}>
      <button
        type="button"
        ref={button}
        aria-label="Around the pods"
        aria-expanded={open}
        title="Around the pods: choose who is drawn beside them"
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M5.5 5.5h5v5h-5z" />
          <path d="M8 1.2v.1M8 14.7v.1M1.2 8h.1M14.7 8h.1M2.6 2.6h.1M13.3 13.3h.1M2.6 13.3h.1M13.3 2.6h.1" />
        </svg>
      </button>
      {open && (
        <Suspense fallback={null}>
          <AroundSwitches store={store} actions={actions} />
        </Suspense>
      )}
    </div>
  );
}
