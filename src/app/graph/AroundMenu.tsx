// Opens the switches for what is drawn around the pods.
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Actions } from '../actions.ts';
import type { PageStore } from '../store.ts';

interface Props {
  readonly store: PageStore;
  readonly actions: Actions;
}

const AroundSwitches = lazy(async () => ({
  default: (await import('./AroundSwitches.tsx')).AroundSwitches,
}));

/** Escape, a click elsewhere or leaving it closes it. */
export function AroundMenu({ store, actions }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Escape does one thing at a time.
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);
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
