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
          <path d="M5.6 5.6h4.8v4.8H5.6zM3.6 3.6l2 2M12.4 3.6l-2 2M3.6 12.4l2-2M12.4 12.4l-2-2" />
          <circle cx="2.6" cy="2.6" r="1.5" />
          <circle cx="13.4" cy="2.6" r="1.5" />
          <circle cx="2.6" cy="13.4" r="1.5" />
          <circle cx="13.4" cy="13.4" r="1.5" />
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
