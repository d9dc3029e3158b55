// Whether the course is open, so that a reload does not close the book.
import type { Learning, PageStore } from '../store.ts';
import type { TextStore } from './text-store.ts';

const KEY = 'netpolis.learning';

/** As lessons are called; storage and addresses may hold anything. */
const ID = /^[a-z0-9-]{1,40}$/;

interface Kept {
  readonly learning: Learning | null;
  readonly lessonOnDesk: string | null;
}

export function readLearning(storage: TextStore): Kept {
  // The list is written as a dash.
  const [open = '', desk = ''] = storage.read(KEY)?.split(' ') ?? [];
  const lesson = open !== '-' && ID.test(open) ? open : null;
  return {
    learning: open === '' ? null : { lesson, isAsked: false },
    lessonOnDesk: desk !== '-' && ID.test(desk) ? desk : null,
  };
}

export function keepLearning(store: PageStore, storage: TextStore): void {
  store.subscribe(({ learning, lessonOnDesk }, before) => {
    if (learning === before.learning && lessonOnDesk === before.lessonOnDesk) return;
    if (learning === null) storage.remove(KEY);
    else storage.write(KEY, `${learning.lesson ?? '-'} ${lessonOnDesk ?? '-'}`);
  });
}

/** The lesson that an address asks for: `#/learn/ID`, or `#/learn` for the list. */
export function lessonInFragment(fragment: string): Pick<Learning, 'lesson'> | null {
  const found = /^#\/learn(?:\/([^/]*))?\/?$/.exec(fragment);
  if (found === null) return null;
  const [, id] = found;
  return { lesson: id !== undefined && ID.test(id) ? id : null };
}
