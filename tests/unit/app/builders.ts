// A page store and its tools without a browser, for tests.

import { createShelf } from '../../../src/app/storage/shelf.ts';
import { openTextStore, type TextStore } from '../../../src/app/storage/text-store.ts';
import { createPageStore, type Document, NO_FILTERS } from '../../../src/app/store.ts';
import { NO_ASSUMPTIONS } from '../../../src/core/index.ts';

export function documentWith(
  ...files: readonly (readonly [name: string, text: string])[]
): Document {
  return {
    files: files.map(([name, text]) => ({ name, text })),
    activeFile: files[0]?.[0] ?? '',
    filters: NO_FILTERS,
    selection: null,
    moved: {},
    assumptions: NO_ASSUMPTIONS,
    around: {},
  };
}

export function pageWith(...files: readonly (readonly [name: string, text: string])[]) {
  let time = 0;
  const storage = memoryStore();
  const shelf = createShelf(storage, () => {
    time += 1;
    return time;
  });
  return {
    store: createPageStore(documentWith(...files), { theme: 'system', hiddenRules: [] }),
    shelf,
    storage,
  };
}

/** Keeps at most so many characters, as a browser does. */
export function memoryStore(room = Number.POSITIVE_INFINITY): TextStore {
  const values = new Map<string, string>();
  const storage = {
    get length() {
      return values.size;
    },
    clear: () => values.clear(),
    key: () => null,
    getItem: (key: string) => values.get(key) ?? null,
    removeItem: (key: string) => {
      values.delete(key);
    },
    setItem: (key: string, value: string) => {
      let used = value.length;
      for (const [other, held] of values) if (other !== key) used += held.length;
      if (used > room) throw new DOMException('full', 'QuotaExceededError');
      values.set(key, value);
    },
  };
  return { ...openTextStore(() => storage), keys: () => [...values.keys()] };
}
