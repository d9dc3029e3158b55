// Opens the assumptions, and says how many there are, so that nobody forgets one.
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { countAssumptions } from '../../../core/index.ts';
import type { Page } from '../../start.ts';
import { SlidersIcon } from '../icons.tsx';
import { Popover } from '../Popover.tsx';
import './assumptions-button.css';

const AssumptionsPanel = lazy(async () => ({
  default: (await import('./AssumptionsPanel.tsx')).AssumptionsPanel,
}));

export function AssumptionsButton({ page }: { page: Page }) {
  const count = useStore(page.store, (state) => countAssumptions(state.assumptions));
  const title = count === 0 ? 'Assumptions' : count === 1 ? '1 assumption' : `${count} assumptions`;
  return (
    <Popover
      label={
        <>
          <SlidersIcon />
          <span className="assumptions-title">{title}</span>
          {count > 0 && (
            <span className="assumptions-count" aria-hidden="true">
              {count}
            </span>
          )}
        </>
      }
      title={title}
      className={
        count === 0 ? 'button is-quiet is-sliders' : 'button is-quiet is-sliders is-assumed'
      }
      align="end"
    >
      {() => (
        <Suspense fallback={<p className="menu-note">Loading…</p>}>
          <AssumptionsPanel page={page} />
        </Suspense>
      )}
    </Popover>
  );
}
