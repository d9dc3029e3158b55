// What the engine is doing while it takes longer than a moment, and what to do when it broke.
import { useStore } from 'zustand';
import { numberText } from '../number-text.ts';
import type { Page } from '../start.ts';

export function Work({ page }: { page: Page }) {
  const progress = useStore(page.store, (state) => state.progress);
  const fetching = useStore(page.store, (state) => state.fetching);
  const failure = useStore(page.store, (state) => state.failure);
  if (failure !== null) {
    return (
      <div className="work is-failed" role="alert">
        <p>{failure} Your text is untouched.</p>
        <button type="button" className="button" onClick={page.analysis.retry}>
          Try again
        </button>
      </div>
    );
  }
  if (fetching !== null) {
    return (
      <div className="work" role="status">
        <p>
          Asking <strong>{fetching}</strong> for manifests…
        </p>
      </div>
    );
  }
  if (progress === null) return null;
  const { stage, done, total } = progress;
  return (
    <div className="work" role="status">
      <p>
        {stage === 'read' ? 'Reading manifests' : 'Deciding flows'}
        {total > 0 && ` ${numberText(done)} of ${numberText(total)}`}…
      </p>
      {total > 0 ? <progress value={done} max={total} /> : <progress />}
    </div>
  );
}
