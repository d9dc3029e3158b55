// The course beside the editor and the picture: the list of lessons, or one of them.
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { LESSON_IDS } from '../../lessons/course.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../lessons/languages.ts';
import type { Page } from '../start.ts';
import { CourseList } from './CourseList.tsx';
import { GivenList } from './GivenList.tsx';
import { LessonView } from './LessonView.tsx';
import { keepLanguage, readLanguage } from './language.ts';
import { DRAFT, WRITING } from './loading.ts';
import { openProgressBook, type ProgressBook } from './progress.ts';
import { WORDS, type Words } from './words/words.ts';
import './lessons.css';

const Author = lazy(async () => ({ default: (await import('./author/Author.tsx')).Author }));

/** What every part of the panel is given. */
export interface Reader {
  readonly page: Page;
  readonly book: ProgressBook;
  readonly language: Language;
  readonly words: Words;
}

export function Lessons({ page }: { page: Page }) {
  const learning = useStore(page.store, (state) => state.learning);
  const [language, setLanguage] = useState(() =>
    readLanguage(page.storage, navigator.languages ?? [navigator.language]),
  );
  const book = useMemo(
    () => openProgressBook(page.storage, [...LESSON_IDS, ...page.given.ids()]),
    [page],
  );
  const words = WORDS[language];
  const reader = useMemo(() => ({ page, book, language, words }), [page, book, language, words]);
  const lesson = learning?.lesson ?? null;
  const body = useRef<HTMLDivElement>(null);
  const isOpen = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is opened begins at its top
  useEffect(() => {
    body.current?.scrollTo(0, 0);
    // What was pressed has gone with the page that it stood on.
    if (isOpen.current && document.activeElement === document.body) {
      body.current?.focus({ preventScroll: true });
    }
    isOpen.current = true;
  }, [lesson]);

  return (
    <section className="pane is-lesson lessons" aria-label={words.course} lang={language}>
      <header className="lessons-head">
        <h2>
          {lesson === null || page.isFrame ? (
            words.course
          ) : (
            <button
              type="button"
              className="link"
              onClick={() => page.actions.learn(lesson === DRAFT ? WRITING : null)}
            >
              {lesson === DRAFT ? words.backToWriting : words.allLessons}
            </button>
          )}
        </h2>
        <select
          className="input"
          aria-label={words.language}
          value={language}
          onChange={({ currentTarget: { value } }) => {
            const chosen = LANGUAGES.find((one) => one === value) ?? language;
            keepLanguage(page.storage, chosen);
            setLanguage(chosen);
          }}
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {LANGUAGE_NAMES[one]}
            </option>
          ))}
        </select>
        {!page.isFrame && (
          <button
            type="button"
            className="button is-quiet is-icon"
            aria-label={words.close}
            title={words.close}
            onClick={() => {
              page.actions.stopLearning();
              document.querySelector<HTMLElement>('.is-learn')?.focus();
            }}
          >
            ×
          </button>
        )}
      </header>
      <div className="lessons-body" ref={body} tabIndex={-1}>
        {lesson === null ? (
          <>
            <CourseList reader={reader} />
            {!page.isFrame && <GivenList reader={reader} />}
          </>
        ) : lesson === WRITING ? (
          <Suspense fallback={null}>
            <Author reader={reader} />
          </Suspense>
        ) : (
          <LessonView key={lesson} reader={reader} id={lesson} />
        )}
      </div>
    </section>
  );
}
