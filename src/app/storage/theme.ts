// Light or dark: kept apart from the documents, and put on the page before anything is drawn.
import type { PageStore, Theme } from '../store.ts';
import type { TextStore } from './text-store.ts';

const KEY = 'netpolis.theme';

export function readTheme(storage: TextStore): Theme {
  const stored = storage.read(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Sets `data-theme` on the root element to what is to be seen, and keeps it so. */
export function wearTheme(store: PageStore, storage: TextStore): void {
  const darkSystem = matchMedia('(prefers-color-scheme: dark)');
  const wear = () => {
    const { theme } = store.getState();
    const dark = theme === 'dark' || (theme === 'system' && darkSystem.matches);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  };
  wear();
  darkSystem.addEventListener('change', wear);
  store.subscribe((state, before) => {
    if (state.theme === before.theme) return;
    storage.write(KEY, state.theme);
    wear();
  });
}
