// Words that appear for a while, with at most one thing to do.
import type { PageStore, Toast } from '../store.ts';

let lastId = 0;

/** Only the newest is shown; what waits under it comes back when it has gone. */
const MOST = 3;

export function say(
  store: PageStore,
  words: string,
  { tone = 'plain', action = null, stays = false }: Partial<Omit<Toast, 'id' | 'words'>> = {},
): void {
  lastId += 1;
  const toast: Toast = { id: lastId, words, tone, action, stays };
  const waiting = store
    .getState()
    .toasts.filter((other) => other.words !== words && outlives(other, toast));
  store.setState({ toasts: [...waiting, toast].slice(-MOST) });
}

/** A warning stays till it is read, and an offer till there is another: two Undos would undo each other's work. */
function outlives(older: Toast, newer: Toast): boolean {
  if (older.stays) return true;
  return older.action === null ? older.tone === 'warning' : newer.action === null;
}

/** What was offered is about text that has been replaced since. */
export function withdrawOffers(store: PageStore): void {
  const { toasts } = store.getState();
  const left = toasts.filter(({ action, stays }) => action === null || stays);
  if (left.length < toasts.length) store.setState({ toasts: left });
}

export function dismiss(store: PageStore, id: number): void {
  store.setState({ toasts: store.getState().toasts.filter((toast) => toast.id !== id) });
}
