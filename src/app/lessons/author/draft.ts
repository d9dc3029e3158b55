// The lesson that is being written, kept in the browser.
import type { AuthoredLesson } from '../../../lessons/authored.ts';
import { decodeLesson, encodeLesson } from '../../../share/lesson-codec.ts';
import type { TextStore } from '../../storage/text-store.ts';

const KEY = 'netpolis.draft';

/** null for none. */
export function readDraft(storage: TextStore): AuthoredLesson | null {
  const packed = storage.read(KEY);
  const decoded = packed === null ? null : decodeLesson(packed);
  return decoded?.ok ? decoded.lesson : null;
}

/** False where the browser has no room for it. */
export function keepDraft(storage: TextStore, lesson: AuthoredLesson): boolean {
  return storage.write(KEY, encodeLesson(lesson));
}
