// The page: manifests on the left, the picture in the middle, details on the right.
import { type CSSProperties, lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { Editor } from './editor/Editor.tsx';
import { Graph } from './graph/Graph.tsx';
import type { Still } from './graph/still.ts';
import { Divider } from './layout/Divider.tsx';
import { SkipLink } from './layout/SkipLink.tsx';
import { type Sizes, shareProperties, writeSizes } from './layout/sizes.ts';
import { TerminalPane } from './layout/TerminalPane.tsx';
import { useIntake } from './layout/use-intake.ts';
import { ViewTabs } from './layout/ViewTabs.tsx';
import { Work } from './layout/Work.tsx';
import { Details } from './panels/Details.tsx';
import { FilterBar } from './panels/FilterBar.tsx';
import { NotEnforced } from './panels/NotEnforced.tsx';
import { Problems } from './panels/Problems.tsx';
import { Toasts } from './panels/Toasts.tsx';
import { TopBar } from './panels/TopBar.tsx';
import type { Page } from './start.ts';
import './layout/layout.css';

const Lessons = lazy(async () => ({
  default: (await import('./lessons/Lessons.tsx')).Lessons,
}));

const Checks = lazy(async () => ({ default: (await import('./panels/checks/Checks.tsx')).Checks }));

export function App({ page, still }: { page: Page; still: Still | null }) {
  const { store, actions } = page;
  const view = useStore(store, (state) => state.view);
  const isLearning = useStore(store, (state) => state.learning !== null);
  const hasChecks = useStore(store, (state) => state.checks.length > 0);
  const [sizes, setSizes] = useState(page.sizes);
  const { hovering, open } = useIntake(page);

  function resize(change: Partial<Sizes>): void {
    const next = { ...sizes, ...change };
    setSizes(next);
    writeSizes(page.storage, next);
  }

  return (
    <div className="page" data-view={view} style={shareProperties(sizes) as CSSProperties}>
      <SkipLink actions={actions} />
      <TopBar page={page} onFiles={open} />
      <main className="desk">
        {isLearning && (
          <Suspense fallback={<section className="pane is-lesson" aria-busy="true" />}>
            <Lessons page={page} />
          </Suspense>
        )}
        <div className="panes">
          <section className="pane is-manifests" aria-label="Manifests">
            <div className="editor-place">
              <Editor store={store} actions={actions} client={page.client} />
            </div>
            {sizes.problemsOpen && (
              <Divider
                name="problems"
                label="Height of the problems"
                axis="column"
                after
                share={sizes.problems}
                onShare={(problems) => resize({ problems })}
              />
            )}
            <div className={sizes.problemsOpen ? 'problems-place is-open' : 'problems-place'}>
              <Problems
                store={store}
                actions={actions}
                open={sizes.problemsOpen}
                onToggle={() => resize({ problemsOpen: !sizes.problemsOpen })}
              />
            </div>
          </section>
          <Divider
            name="editor"
            label="Width of the manifests"
            axis="row"
            share={sizes.editor}
            onShare={(editor) => resize({ editor })}
          />
          <div className="stage">
            <FilterBar store={store} actions={actions} />
            <NotEnforced page={page} />
            <div className="stage-panes">
              <section className="pane is-picture" aria-label="Picture">
                <Graph store={store} actions={actions} still={still} />
                <Work page={page} />
              </section>
              <Divider
                name="details"
                label="Width of the details"
                axis="row"
                after
                share={sizes.details}
                onShare={(details) => resize({ details })}
              />
              <section className="pane is-details" aria-label="Details">
                <Details page={page} />
                {hasChecks && (
                  <Suspense fallback={null}>
                    <Checks page={page} />
                  </Suspense>
                )}
              </section>
            </div>
            <TerminalPane
              page={page}
              share={sizes.terminal}
              onShare={(terminal) => resize({ terminal })}
            />
          </div>
        </div>
      </main>
      <ViewTabs store={store} actions={actions} />
      <Toasts store={store} actions={actions} />
      {hovering && (
        <div className="drop-veil">
          <p>Drop manifests or a whole folder</p>
        </div>
      )}
    </div>
  );
}
