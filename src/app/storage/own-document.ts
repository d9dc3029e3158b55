// The person's own manifests between visits: one record, written by whichever tab typed last.
import type { Document } from '../../share/document.ts';
import { packDocument, unpackDocument } from './packing.ts';
import type { TextStore } from './text-store.ts';

const KEY = 'netpolis.document';

export interface OwnDocument {
  /** null when there is none or it cannot be read. */
  read(): Document | null;
  /** False when there is no room. */
  write(document: Document): boolean;
  /** What another tab has written since this one last read or wrote, if anything. */
  foreign(): Document | null;
  /** Counts what is stored as another tab's. */
  disown(): void;
}

export function openOwnDocument(storage: TextStore): OwnDocument {
  let known = storage.read(KEY);
  return {
    read() {
      known = storage.read(KEY);
      return unpackDocument(known);
    },
    write(document) {
      const packed = packDocument(document);
      const written = storage.write(KEY, packed);
      if (written) known = packed;
      return written;
    },
    foreign() {
      const stored = storage.read(KEY);
      return stored === known ? null : unpackDocument(stored);
    },
    disown() {
      known = null;
    },
  };
}
