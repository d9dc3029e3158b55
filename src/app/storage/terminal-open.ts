// Whether the terminal is open, so that a reload does not put it away. Of this tab of the browser alone.
import type { PageStore } from '../store.ts';
import type { TextStore } from './text-store.ts';

const KEY = 'netpolis.terminal-open';

export function readTerminalOpen(storage: TextStore): boolean {
  return storage.read(KEY) === 'yes';
}

export function keepTerminalOpen(store: PageStore, storage: TextStore): void {
  store.subscribe(({ showsTerminal }, before) => {
    if (showsTerminal === before.showsTerminal) return;
    if (showsTerminal) storage.write(KEY, 'yes');
    else storage.remove(KEY);
  });
}
