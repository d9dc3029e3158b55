// The picture alone, or with a lesson, for a frame on a slide or in an article: a touch shows the details, a link leads to the page.
import { lazy, Suspense, useMemo } from 'react';
import { useStore } from 'zustand';
import { Graph } from './graph/Graph.tsx';
import type { Still } from './graph/still.ts';
import { Work } from './layout/Work.tsx';
import { withoutFrame } from './link/address.ts';
import { Details } from './panels/Details.tsx';
import { CloseIcon } from './panels/icons.tsx';
import { Toasts } from './panels/Toasts.tsx';
import type { Page } from './start.ts';
import './layout/layout.css';
import './layout/frame.css';

const Lessons = lazy(async () => ({
  default: (await import('./lessons/Lessons.tsx')).Lessons,
}));

export function Frame({ page, still }: { page: Page; still: Still | null }) {
  const { store, actions } = page;
  const whole = withoutFrame(window.location);
  const forLooking = useMemo(() => onlyLooking(page, whole), [page, whole]);
  const isSelected = useStore(store, (state) => state.selection !== null);
  const isLearning = useStore(store, (state) => state.learning !== null);
  return (
    <div className={isLearning && isSelected ? 'frame is-full' : 'frame'}>
      {isLearning && (
        <aside className="frame-lesson">
          <Suspense fallback={null}>
            <Lessons page={forLooking} />
          </Suspense>
        </aside>
      )}
      <main className="frame-picture" aria-label="Picture">
        <Graph store={store} actions={actions} still={still} />
        <Work page={page} />
        <a className="frame-link" href={whole} target="_blank" rel="noopener">
          Open in Netpolis
        </a>
      </main>
      {isSelected && (
        <aside className="frame-details" aria-label="Details">
          <button
            type="button"
            className="frame-close"
            aria-label="Close details"
            onClick={() => actions.select(null)}
          >
            <CloseIcon />
          </button>
          <Details page={forLooking} />
        </aside>
      )}
      <Toasts store={store} actions={actions} />
    </div>
  );
}

/** There is no text here to lead to or to change: the whole page has it. */
function onlyLooking(page: Page, whole: string): Page {
  const lead = () =>
    page.actions.say('The manifests are in the whole page.', {
      action: { label: 'Open in Netpolis', run: () => window.open(whole, '_blank', 'noopener') },
    });
  return {
    ...page,
    actions: { ...page.actions, reveal: lead, applyFix: lead, assume: lead, typeInTerminal: lead },
  };
}
