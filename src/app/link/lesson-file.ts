// Lessons that come as files: told from manifests by how they begin, and kept as those of links are.
import { say } from '../actions/toasts.ts';
import type { Page } from '../start.ts';

/** As the page saves them. */
export function isLessonText(text: string): boolean {
  return /^\ufeff?\s*\{\s*"netpolis"\s*:\s*"lesson"/.test(text);
}

/** The id under which the lesson is found; null where there is none in the text, which is said. */
export async function takeLesson(
  { store, given }: Pick<Page, 'store' | 'given'>,
  text: string,
): Promise<string | null> {
  const { encodeLesson, readLessonFile } = await import('../../share/lesson-codec.ts');
  const read = readLessonFile(text);
  if (read.ok) return given.add(encodeLesson(read.lesson));
  const words =
    read.reason === 'newer-version'
      ? 'This lesson was made by a newer Netpolis than this page. Reload the page.'
      : 'This lesson file is damaged. Ask for it again.';
  say(store, words, { tone: 'warning' });
  return null;
}
