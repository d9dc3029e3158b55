// Addresses that open a lesson: taken as an order and then off the address, so that a reload goes on where one was.
import { learn } from '../actions/learning.ts';
import type { GivenLessons } from '../storage/given-lessons.ts';
import { lessonInFragment } from '../storage/learning.ts';
import type { Learning, PageStore } from '../store.ts';

/** A lesson that stands in the address itself. */
const WHOLE = /^#\/learn\/(v\d+\..+)$/s;

/**
 * What the address asks for as the page opens.
 * @param isFrame where nothing is kept, and so the address goes on naming the lesson
 */
export function takeLessonLink(
  window: Window,
  given: GivenLessons,
  isFrame: boolean,
): Pick<Learning, 'lesson'> | null {
  const { hash } = window.location;
  const [, packed] = WHOLE.exec(hash) ?? [];
  const asked = packed === undefined ? lessonInFragment(hash) : { lesson: given.add(packed) };
  if (asked === null || isFrame) return asked;
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, '', pathname + search);
  return asked;
}

/** Before anybody else hears of the new address. */
export function followLessonLinks(
  store: PageStore,
  window: Window,
  given: GivenLessons,
  isFrame: boolean,
): void {
  window.addEventListener('hashchange', () => {
    const asked = takeLessonLink(window, given, isFrame);
    if (asked !== null) learn(store, asked.lesson);
  });
}
