// Below the course: lessons that came by links or as files, and the way to write one.
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { encodeLesson, readLessonFile } from '../../share/lesson-codec.ts';
import { FileButton } from './FileButton.tsx';
import type { Reader } from './Lessons.tsx';
import { givenLesson, WRITING } from './loading.ts';

export function GivenList({ reader: { page, book, words } }: { reader: Reader }) {
  const [forgotten, setForgotten] = useState(0);
  const pages = useStore(book.pages);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again once one was forgotten
  const given = useMemo(
    () =>
      page.given.ids().flatMap((id) => {
        const lesson = givenLesson(id, page.given);
        return lesson === null ? [] : [{ id, lesson }];
      }),
    [page, forgotten],
  );

  return (
    <>
      <h3 className="lessons-section">{words.given}</h3>
      {given.length > 0 && (
        <ul className="lesson-list" aria-label={words.given}>
          {given.map(({ id, lesson: { title, minutes, language } }) => (
            <li key={id} className="lesson-given">
              <button type="button" className="lesson-row" onClick={() => page.actions.learn(id)}>
                <span className="lesson-about">
                  <strong lang={language}>{title || words.noSuchLesson}</strong>
                </span>
                <span className="lesson-minutes">
                  {words.minutes(minutes)}
                  {pages[id]?.isFinished === true && <em>{words.isDone}</em>}
                </span>
              </button>
              <button
                type="button"
                className="button is-quiet is-icon"
                aria-label={words.forget(title)}
                title={words.forget(title)}
                onClick={() => {
                  page.given.remove(id);
                  setForgotten(forgotten + 1);
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <OpenFile page={page} words={words} />
      <h3 className="lessons-section">{words.own}</h3>
      <p className="lessons-note">{words.aboutOwn}</p>
      <button type="button" className="button" onClick={() => page.actions.learn(WRITING)}>
        {words.write}
      </button>
    </>
  );
}

function OpenFile({ page, words }: Pick<Reader, 'page' | 'words'>) {
  const [isWrong, setWrong] = useState(false);

  async function open(file: File): Promise<void> {
    const read = readLessonFile(await file.text());
    setWrong(!read.ok);
    if (read.ok) page.actions.learn(page.given.add(encodeLesson(read.lesson)));
  }

  return (
    <>
      <FileButton onFile={(file) => void open(file)}>{words.openFile}</FileButton>
      <div role="status">{isWrong && <p className="warning">{words.notALesson}</p>}</div>
    </>
  );
}
