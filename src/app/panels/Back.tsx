// The way back from a selection, and what is said when it is gone.
import type { Actions } from '../actions.ts';
import { BackIcon } from './icons.tsx';

export function BackToOverview({ actions }: { actions: Actions }) {
  return (
    <button type="button" className="button is-quiet back" onClick={() => actions.select(null)}>
      <BackIcon /> Overview
    </button>
  );
}

export function Gone({ name, actions }: { name: string; actions: Actions }) {
  return (
    <div className="details">
      <BackToOverview actions={actions} />
      <p>{name} is not in the manifests any more.</p>
    </div>
  );
}
