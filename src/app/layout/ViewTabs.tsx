// On a narrow screen: which of the panes is shown.
import { useStore } from 'zustand';
import type { Actions } from '../actions.ts';
import type { PageState, PageStore, View } from '../store.ts';

const VIEWS: readonly (readonly [View, string])[] = [
  ['lesson', 'Learn'],
  ['manifests', 'Manifests'],
  ['picture', 'Picture'],
  ['details', 'Details'],
  ['terminal', 'Terminal'],
];

/** How many checks are not passed. */
function countUnmet(intents: PageState['checks']): number {
  return intents.flatMap(({ checks }) => checks).filter(({ state }) => state !== 'passed').length;
}

export function ViewTabs({ store, actions }: { store: PageStore; actions: Actions }) {
  const view = useStore(store, (state) => state.view);
  const errors = useStore(
    store,
    (state) => state.answer?.findings.filter(({ level }) => level === 'error').length ?? 0,
  );
  const unmet = useStore(store, (state) => countUnmet(state.checks));
  const hasSelection = useStore(store, (state) => state.selection !== null);
  const isLearning = useStore(store, (state) => state.learning !== null);
  return (
    <nav className="view-tabs" aria-label="Panes">
      {VIEWS.map(([name, label]) => (
        <button
          key={name}
          type="button"
          aria-current={view === name ? 'page' : undefined}
          onClick={() => {
            if (name === 'terminal') actions.showTerminal(true);
            else if (name === 'lesson' && !isLearning) actions.learn(null);
            else actions.setView(name);
          }}
        >
          {label}
          {name === 'manifests' && errors > 0 && (
            <span className="tab-badge">
              {errors}
              <span className="visually-hidden"> {errors === 1 ? 'error' : 'errors'}</span>
            </span>
          )}
          {name === 'details' && unmet > 0 && (
            <span className="tab-badge">
              {unmet}
              <span className="visually-hidden">
                {unmet === 1 ? ' check not passed' : ' checks not passed'}
              </span>
            </span>
          )}
          {name === 'details' && hasSelection && unmet === 0 && <span className="tab-dot" />}
        </button>
      ))}
    </nav>
  );
}
