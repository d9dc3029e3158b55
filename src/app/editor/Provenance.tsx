// Where the text comes from, while it is not the person's own, and how to make it so.
import { useStore } from 'zustand';
import type { PageStore } from '../store.ts';

export function Provenance({ store, onCopy }: { store: PageStore; onCopy: () => void }) {
  const from = useStore(store, (state) => state.fetchedFrom);
  const readOnly = useStore(store, (state) => state.readOnly && state.fetching === null);
  if (from === null && !readOnly) return null;
  return (
    <p className="editor-provenance">
      {from !== null && (
        <span>
          From{' '}
          <a href={from} target="_blank" rel="noreferrer" title={from}>
            {shortAddress(from)}
          </a>
        </span>
      )}
      {readOnly && (
        <span>
          Read-only link.{' '}
          <button type="button" className="link" onClick={onCopy}>
            Make a copy to edit
          </button>
        </span>
      )}
    </p>
  );
}

/** The host and the name of the file: who answers for it, and what it is. */
function shortAddress(address: string): string {
  const { host, pathname } = new URL(address);
  const parts = pathname.split('/').filter((part) => part !== '');
  return [host, ...(parts.length > 2 ? ['…', parts.at(-1)] : parts)].join('/');
}
