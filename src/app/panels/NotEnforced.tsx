// Says loudly that no policy is enforced, while that is assumed.
import { useStore } from 'zustand';
import type { Page } from '../start.ts';

export function NotEnforced({ page: { store, actions } }: { page: Page }) {
  const cni = useStore(store, (state) => state.assumptions.cni);
  if (cni !== 'none') return null;
  return (
    <p className="not-enforced" role="status">
      <strong>No policy is enforced:</strong> this is assumed of the network plugin, so everything
      is allowed.{' '}
      <button
        type="button"
        className="link"
        onClick={() => actions.assume({ cni: 'specification' }, 'Policies are enforced again.')}
      >
        Enforce them
      </button>
    </p>
  );
}
