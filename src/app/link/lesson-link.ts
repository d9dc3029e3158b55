// Addresses that open a lesson: taken as an order and then off the address, so that a reload goes on where one was.
import { learn } from '../actions/learning.ts';
import { lessonInFragment } from '../storage/learning.ts';
import type { Learning, PageStore } from '../store.ts';

/** What the address asks for as the page opens. */
export function takeLessonLink(window: Window): Pick<Learning, 'lesson'> | null {
  const asked = lessonInFragment(window.location.hash);
  if (asked === null) return null;
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, '', pathname + search);
  return asked;
}

/** Before anybody else hears of the new address. */
export function followLessonLinks(store: PageStore, window: Window): void {
  window.addEventListener('hashchange', () => {
    const asked = takeLessonLink(window);
    if (asked !== null) learn(store, asked.lesson);
  });
}
