// When drawing fails, the text is still there to be taken away.
import { Component, type ReactNode } from 'react';
import { joinedFiles } from './intake/saving.ts';
import type { PageStore } from './store.ts';

interface Props {
  readonly store: PageStore;
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { readonly message: string | null }> {
  override state: { readonly message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children;
    return (
      <main className="broken">
        <h1>Netpolis stumbled over a mistake of its own</h1>
        <p>Your manifests are safe: they are stored in this browser, and here they are in full.</p>
        <p>
          <button type="button" className="button is-primary" onClick={() => location.reload()}>
            Reload the page
          </button>
        </p>
        <textarea readOnly value={joinedFiles(this.props.store.getState().files)} />
        <p className="faint">{this.state.message}</p>
      </main>
    );
  }
}
