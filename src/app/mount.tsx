// Draws the page into its element.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './Frame.tsx';
import type { Still } from './graph/still.ts';
import { keepForOffline } from './offline.ts';
import type { Page } from './start.ts';

/** @param still what has been drawn already; it stands until the canvas shows as much */
export function mount(root: HTMLElement, page: Page, still: Still | null): void {
  if (!page.isFrame) keepForOffline(page.store);
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary store={page.store}>
        {page.isFrame ? <Frame page={page} still={still} /> : <App page={page} still={still} />}
      </ErrorBoundary>
    </StrictMode>,
  );
}
