// Words that appear for a while, or until they are sent away, at the foot of the page, one at a time.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Actions } from '../actions.ts';
import type { PageStore, Toast } from '../store.ts';
import { CloseIcon } from './icons.tsx';
import './toasts.css';

/** Milliseconds; what offers a way back stays longer. */
const STAYS = 6_000;
const STAYS_WITH_ACTION = 14_000;
const WARNING_STAYS = 30_000;

export function Toasts({ store, actions }: { store: PageStore; actions: Actions }) {
  const newest = useStore(store, (state) => state.toasts.at(-1));
  return (
    <div className="toasts" role="status" aria-live="polite">
      {newest !== undefined && <One key={newest.id} toast={newest} actions={actions} />}
    </div>
  );
}

function One({ toast, actions }: { toast: Toast; actions: Actions }) {
  const { id, words, tone, action, stays } = toast;
  useEffect(() => {
    if (stays) return;
    const plain = action === null ? STAYS : STAYS_WITH_ACTION;
    const time = tone === 'warning' ? WARNING_STAYS : plain;
    const timer = setTimeout(() => actions.dismiss(id), time);
    return () => clearTimeout(timer);
  }, [actions, id, tone, action, stays]);
  return (
    <div className={`toast is-${tone}`}>
      <p>{words}</p>
      {action !== null && (
        <button
          type="button"
          className="link"
          onClick={() => {
            actions.dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        className="toast-close"
        aria-label="Dismiss"
        onClick={() => actions.dismiss(id)}
      >
        <CloseIcon />
      </button>
    </div>
  );
}
