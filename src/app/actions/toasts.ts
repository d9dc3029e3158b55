// Words that appear for a while, with at most one thing to do.
import type { PageStore, Toast } from '../store.ts';

let lastId = 0;

/** More at once would hide the page. */
const MOST = 3;

export function say(
  store: PageStore,
  words: string,
  { tone = 'plain', action = null }: Partial<Pick<Toast, 'tone' | 'action'>> = {},
): void {
  lastId += 1;
  const toast: Toast = { id: lastId, words, tone, action };
  const others = store.getState().toasts.filter((other) => other.words !== words);
  store.setState({ toasts: [...others, toast].slice(-MOST) });
}

export function dismiss(store: PageStore, id: number): void {
  store.setState({ toasts: store.getState().toasts.filter((toast) => toast.id !== id) });
}
