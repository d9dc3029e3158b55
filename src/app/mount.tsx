// Draws the page into its element.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import type { Still } from './graph/still.ts';
import { keepForOffline } from './offline.ts';
import type { Page } from './start.ts';

/** @param still what has been drawn already; it stands until the canvas shows as much */
export function mount(root: HTMLElement, page: Page, still: Still | null): void {
  keepForOffline(page.store);
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary store={page.store}>
        <App page={page} still={still} />
      </ErrorBoundary>
    </StrictMode>,
  );
}
