// Light or dark: kept apart from the documents, and put on the page before anything is drawn.
import type { PageStore, Theme } from '../store.ts';
import type { TextStore } from './text-store.ts';

const KEY = 'netpolis.theme';
const PROJECTOR = 'netpolis.projector';

export function readTheme(storage: TextStore): Theme {
  const stored = storage.read(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function readProjector(storage: TextStore): boolean {
  return storage.read(PROJECTOR) === 'yes';
}

/** Sets `data-theme` on the root element to what is to be seen, `data-projector` where it is for one, and keeps it so. */
export function wearTheme(store: PageStore, storage: TextStore): void {
  const darkSystem = matchMedia('(prefers-color-scheme: dark)');
  const wear = () => {
    const { theme, projector } = store.getState();
    const dark = theme === 'dark' || (theme === 'system' && darkSystem.matches);
    const { dataset } = document.documentElement;
    if (projector) dataset.projector = '';
    else delete dataset.projector;
    dataset.theme = dark ? 'dark' : 'light';
  };
  wear();
  darkSystem.addEventListener('change', wear);
  store.subscribe((state, before) => {
    if (state.theme === before.theme && state.projector === before.projector) return;
    storage.write(KEY, state.theme);
    if (state.projector) storage.write(PROJECTOR, 'yes');
    else storage.remove(PROJECTOR);
    wear();
  });
}
