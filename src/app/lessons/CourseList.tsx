// The lessons in order: what each is about, how long it takes, how far one has come.
import { useStore } from 'zustand';
import { entryOf, HEADINGS, LESSON_IDS, type LessonId } from '../../lessons/course.ts';
import { CookBook } from './CookBook.tsx';
import type { Reader } from './Lessons.tsx';
import { useLoaded } from './use-loaded.ts';

export function CourseList({ reader }: { reader: Reader }) {
  const { page, book, language, words } = reader;
  const headings = useLoaded(HEADINGS[language]);
  const pages = useStore(book.pages);
  if (headings.state !== 'ready') {
    return headings.state === 'failed' ? <p className="lessons-note">{words.failed}</p> : null;
  }

  function about(id: LessonId): string {
    const progress = pages[id] ?? null;
    if (progress?.isFinished) return words.isDone;
    return progress === null ? '' : words.isBegun(progress.step + 1);
  }

  return (
    <>
      <p className="lessons-note">{words.about}</p>
      <ol className="lesson-list" aria-label={words.lessons}>
        {LESSON_IDS.map((id, at) => {
          const { title, about: line } = headings.value[id];
          const isDone = pages[id]?.isFinished === true;
          return (
            <li key={id}>
              <button type="button" className="lesson-row" onClick={() => page.actions.learn(id)}>
                <span className={isDone ? 'lesson-number is-done' : 'lesson-number'}>
                  {isDone ? '✓' : at + 1}
                </span>{' '}
                <span className="lesson-about">
                  <strong>{title}</strong> <span>{line}</span>
                </span>{' '}
                <span className="lesson-minutes">
                  {words.minutes(entryOf(id).minutes)}
                  {about(id) !== '' && <em>{about(id)}</em>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <CookBook reader={reader} />
    </>
  );
}
