// Where replaced and removed text is set aside, so that it can be brought back, even after a reload.
import { type Document, sameFiles } from '../../share/document.ts';
import { packDocument, unpackDocument } from './packing.ts';
import type { TextStore } from './text-store.ts';

export interface ShelfEntry {
  readonly id: string;
  /** What happened to it, e.g. `Cleared`. */
  readonly label: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `document` takes the place of everything, `files` are added to what is there. */
  readonly restores: 'document' | 'files';
  readonly document: Document;
}

export interface Shelf {
  /** Newest first. */
  list(): readonly ShelfEntry[];
  /** Takes the place of an entry with the same files, and of the oldest when the shelf is full. */
  put(label: string, document: Document, options?: PutOptions): ShelfEntry;
  /** Takes it off the shelf. */
  take(id: string): ShelfEntry | null;
  /** Gives its room in the storage to something more important. */
  dropStored(): void;
}

interface PutOptions {
  readonly restores?: ShelfEntry['restores'];
  /** Takes the place of an earlier entry of the same label, too. */
  readonly only?: boolean;
}

const KEY = 'netpolis.shelf';
const MOST_ENTRIES = 8;
const MOST_CHARACTERS = 1_500_000;

export function createShelf(storage: TextStore, now: () => number): Shelf {
  let entries = readEntries(storage.read(KEY));
  let puts = 0;

  function keep(next: readonly ShelfEntry[]): void {
    entries = next.slice(0, MOST_ENTRIES);
    storeEntries(entries, storage);
  }

  return {
    list: () => entries,
    put(label, document, { restores = 'document', only = false } = {}) {
      const at = now();
      puts += 1;
      const entry: ShelfEntry = { id: `${at}-${puts}`, label, at, restores, document };
      const others = entries.filter(
        (other) => !sameFiles(other.document, document) && !(only && other.label === label),
      );
      keep([entry, ...others]);
      return entry;
    },
    take(id) {
      const taken = entries.find((entry) => entry.id === id) ?? null;
      if (taken !== null) keep(entries.filter((entry) => entry !== taken));
      return taken;
    },
    dropStored: () => storage.remove(KEY),
  };
}

/** As many of the newest as fit; all of them stay in memory. */
function storeEntries(entries: readonly ShelfEntry[], storage: TextStore): void {
  const stored: object[] = [];
  let room = MOST_CHARACTERS;
  for (const { document, ...about } of entries) {
    const packed = packDocument(document);
    room -= packed.length;
    if (room < 0) break;
    stored.push({ ...about, packed });
  }
  while (stored.length > 0 && !storage.write(KEY, JSON.stringify(stored))) stored.pop();
  if (stored.length === 0) storage.remove(KEY);
}

function readEntries(text: string | null): readonly ShelfEntry[] {
  const entries: ShelfEntry[] = [];
  for (const item of parseList(text)) {
    const { id, label, at, restores, packed } = (item ?? {}) as Record<string, unknown>;
    const document = typeof packed === 'string' ? unpackDocument(packed) : null;
    if (document === null || typeof id !== 'string' || typeof label !== 'string') continue;
    entries.push({
      id,
      label: label.slice(0, 200),
      at: typeof at === 'number' && Number.isFinite(at) ? at : 0,
      restores: restores === 'files' ? 'files' : 'document',
      document,
    });
  }
  return entries.slice(0, MOST_ENTRIES);
}

function parseList(text: string | null): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
