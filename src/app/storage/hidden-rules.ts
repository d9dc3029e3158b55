// The lint rules a person does not want to see: kept apart from the documents, as the theme is.
import type { PageStore } from '../store.ts';
import type { TextStore } from './text-store.ts';

const KEY = 'netpolis.hidden-rules';

/** An id, as rules have them; storage may hold anything. */
const RULE = /^[a-z0-9-]{1,60}$/;
const MOST = 100;

export function readHiddenRules(storage: TextStore): readonly string[] {
  const stored = storage.read(KEY)?.split(' ') ?? [];
  return stored.filter((rule) => RULE.test(rule)).slice(0, MOST);
}

export function keepHiddenRules(store: PageStore, storage: TextStore): void {
  store.subscribe(({ hiddenRules }, before) => {
    if (hiddenRules === before.hiddenRules) return;
    if (hiddenRules.length === 0) storage.remove(KEY);
    else storage.write(KEY, hiddenRules.join(' '));
  });
}
