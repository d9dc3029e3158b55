// The way back from a selection, one step at a time, and what is said when it is gone.
import { useContext } from 'react';
import type { Actions } from '../actions.ts';
import { BackIcon } from './icons.tsx';
import { plainId } from './peer-words.ts';
import { WayBackContext } from './trail.ts';

export function BackToOverview({ actions }: { actions: Actions }) {
  const { label, go } = useContext(WayBackContext) ?? {
    label: 'Overview',
    go: () => actions.select(null),
  };
  return (
    <button type="button" className="button is-quiet back" onClick={go}>
      <BackIcon />
      <span className="visually-hidden">Back to </span>
      {label}
    </button>
  );
}

export function Gone({ name, actions }: { name: string; actions: Actions }) {
  return (
    <div className="details">
      <BackToOverview actions={actions} />
      <h2>Not there any more</h2>
      <p>{plainId(name)} is not in the manifests any more.</p>
    </div>
  );
}
