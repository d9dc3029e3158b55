// Where a lesson comes from: the course, a link that somebody gave, or the one that is being written.
import { type AuthoredLesson, asLesson } from '../../lessons/authored.ts';
import { entryOf, isLessonId, LESSON_IDS } from '../../lessons/course.ts';
import type { Language } from '../../lessons/languages.ts';
import type { Lesson, LessonTexts } from '../../lessons/lesson.ts';
import type { Refusal } from '../../share/codec.ts';
import { decodeLesson } from '../../share/lesson-codec.ts';
import type { Page } from '../start.ts';
import { readDraft } from './author/draft.ts';

export interface LoadedLesson {
  readonly lesson: Lesson;
  readonly texts: LessonTexts;
  /** The id of the lesson after it; null for none. */
  readonly next: string | null;
  /** A step opens when the goals of those before it are reached. */
  readonly inOrder: boolean;
  readonly isReadOnly: boolean;
  /** That of its texts, where they are in one alone. */
  readonly language: Language | null;
}

/** Under this id a lesson is written, and under the other it is tried out. */
export const WRITING = 'write';
export const DRAFT = 'draft';

/** null for an id that no lesson has. */
export async function loadLesson(
  id: string,
  language: Language,
  { given, storage }: Pick<Page, 'given' | 'storage'>,
): Promise<LoadedLesson | null> {
  if (isLessonId(id)) {
    const { load, texts } = entryOf(id);
    const next = LESSON_IDS[LESSON_IDS.indexOf(id) + 1] ?? null;
    const [lesson, words] = [await load(), await texts[language]()];
    return { lesson, texts: words, next, inOrder: false, isReadOnly: false, language: null };
  }
  const authored = id === DRAFT ? readDraft(storage) : givenLesson(id, given);
  if (authored === null) return null;
  given.keep(id);
  const { inOrder, isReadOnly, language: own } = authored;
  return { ...asLesson(authored), next: null, inOrder, isReadOnly, language: own };
}

/** null for one that is not kept, or whose link was damaged on its way. */
export function givenLesson(id: string, given: Page['given']): AuthoredLesson | null {
  const packed = given.read(id);
  const decoded = packed === null ? null : decodeLesson(packed);
  return decoded?.ok ? decoded.lesson : null;
}

/** Why there is no such lesson; null where nobody gave one under this id. */
export function refusalOf(id: string, given: Page['given']): Refusal | null {
  const packed = given.read(id);
  const decoded = packed === null ? null : decodeLesson(packed);
  return decoded === null || decoded.ok ? null : decoded.reason;
}

/** The first step whose goals have not all been reached yet, from 0; the last where all have. */
export function furthestStep({ steps }: Lesson, reached: readonly string[]): number {
  const entries = Object.entries(steps);
  const found = entries.findIndex(
    ([name, { goals = {} }]) =>
      !Object.keys(goals).every((goal) => reached.includes(`${name}/${goal}`)),
  );
  return found === -1 ? entries.length - 1 : found;
}
