// Draws the page into its element.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import type { Page } from './start.ts';

export function mount(root: HTMLElement, page: Page): void {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary store={page.store}>
        <App page={page} />
      </ErrorBoundary>
    </StrictMode>,
  );
}
