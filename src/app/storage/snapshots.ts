// What each entry of this tab's history showed, so that Back, Forward and a reload show it again.
import type { Document } from '../../share/document.ts';
import { packDocument, unpackDocument } from './packing.ts';
import type { TextStore } from './text-store.ts';

/** `link`: shown from a link and not edited since. */
export type Ownership = 'own' | 'link';

export interface Snapshot {
  readonly ownership: Ownership;
  /** The address's fragment at that time. */
  readonly fragment: string;
  readonly document: Document;
  readonly readOnly: boolean;
}

export interface Snapshots {
  read(key: string): Snapshot | null;
  write(key: string, snapshot: Snapshot): void;
}

const PREFIX = 'netpolis.entry.';

export function createSnapshots(storage: TextStore): Snapshots {
  const inMemory = new Map<string, Snapshot>();
  return {
    read: (key) => inMemory.get(key) ?? parseSnapshot(storage.read(PREFIX + key)),
    write(key, snapshot) {
      inMemory.set(key, snapshot);
      const { document, ...about } = snapshot;
      const text = JSON.stringify({ ...about, packed: packDocument(document) });
      if (storage.write(PREFIX + key, text)) return;
      // Room for this entry is worth more than the others'.
      for (const stored of storage.keys()) if (stored.startsWith(PREFIX)) storage.remove(stored);
      storage.write(PREFIX + key, text);
    },
  };
}

function parseSnapshot(text: string | null): Snapshot | null {
  try {
    const { ownership, fragment, packed, readOnly } = JSON.parse(text ?? '{}');
    const document = typeof packed === 'string' ? unpackDocument(packed) : null;
    if (document === null || typeof fragment !== 'string') return null;
    return {
      ownership: ownership === 'link' ? 'link' : 'own',
      fragment,
      document,
      readOnly: readOnly === true,
    };
  } catch {
    return null;
  }
}

/** The key an entry of the history was given; null for one that is new. */
export function entryKey(historyState: unknown): string | null {
  if (typeof historyState !== 'object' || historyState === null) return null;
  const key = 'netpolis' in historyState ? historyState.netpolis : null;
  return typeof key === 'string' ? key : null;
}
