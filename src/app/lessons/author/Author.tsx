// The author's desk: a lesson is written beside the manifests and the picture that it is about.
import { useEffect, useState } from 'react';
import {
  type AuthoredLesson,
  emptyLesson,
  emptyStep,
  MOST_STEPS,
} from '../../../lessons/authored.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../lessons/languages.ts';
import { Asking } from '../Asking.tsx';
import type { Reader } from '../Lessons.tsx';
import { DRAFT } from '../loading.ts';
import { NOTHING_DONE } from '../progress.ts';
import { useFocusKept } from '../use-focus-kept.ts';
import { currentDesk, DeskField } from './DeskField.tsx';
import { keepDraft, readDraft } from './draft.ts';
import { Line } from './fields.tsx';
import { HandOut } from './HandOut.tsx';
import { moved, replaced, without } from './lists.ts';
import { Proof } from './Proof.tsx';
import { StepForm } from './StepForm.tsx';
import { AUTHOR_WORDS } from './words/words.ts';
import './author.css';

export function Author({
  reader: { page, book, language, words: lessonWords },
}: {
  reader: Reader;
}) {
  const words = AUTHOR_WORDS[language];
  const whole = useFocusKept<HTMLDivElement>();
  const [lesson, setLesson] = useState<AuthoredLesson>(
    () => readDraft(page.storage) ?? emptyLesson(language, currentDesk(page)),
  );
  const [open, setOpen] = useState(0);
  const [isKept, setKept] = useState(true);
  const at = Math.min(open, lesson.steps.length - 1);
  const step = lesson.steps[at] ?? emptyStep();

  useEffect(() => setKept(keepDraft(page.storage, lesson)), [page, lesson]);

  const change = (part: Partial<AuthoredLesson>) => setLesson({ ...lesson, ...part });

  function move(by: -1 | 1): void {
    change({ steps: moved(lesson.steps, at, by) });
    setOpen(at + by);
  }

  function tryIt(): void {
    book.change(DRAFT, NOTHING_DONE);
    page.actions.learn(DRAFT);
  }

  return (
    <div className="author" ref={whole}>
      <h2 className="lesson-title">{words.heading}</h2>
      <p className="lessons-note">{words.about}</p>
      <Line label={words.title} value={lesson.title} onChange={(title) => change({ title })} />
      <div className="author-row">
        <label className="field">
          {words.minutes}
          <input
            className="input"
            type="number"
            min={1}
            max={600}
            value={lesson.minutes}
            onChange={({ currentTarget: { valueAsNumber: minutes } }) => {
              if (Number.isInteger(minutes) && minutes > 0) change({ minutes });
            }}
          />
        </label>
        <label className="field">
          {words.language}
          <select
            className="input"
            value={lesson.language}
            onChange={({ currentTarget: { value } }) =>
              change({ language: LANGUAGES.find((one) => one === value) ?? lesson.language })
            }
          >
            {LANGUAGES.map((one) => (
              <option key={one} value={one} lang={one}>
                {LANGUAGE_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <DeskField
        page={page}
        words={words}
        lessonWords={lessonWords}
        label={words.start}
        about={words.aboutStart}
        take={words.takeStart}
        desk={lesson.start}
        onTake={(start) => change({ start })}
      />
      <nav className="lesson-steps" aria-label={words.steps}>
        {lesson.steps.map((_, number) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are known by their number
            key={number}
            type="button"
            aria-current={number === at ? 'step' : undefined}
            aria-label={words.step(number + 1)}
            onClick={() => setOpen(number)}
          >
            {number + 1}
          </button>
        ))}
        {lesson.steps.length < MOST_STEPS && (
          <button
            type="button"
            aria-label={words.addStep}
            title={words.addStep}
            onClick={() => {
              change({ steps: [...lesson.steps, emptyStep()] });
              setOpen(lesson.steps.length);
            }}
          >
            +
          </button>
        )}
      </nav>
      <section className="author-step" aria-label={words.step(at + 1)}>
        <h3>{words.step(at + 1)}</h3>
        <StepForm
          key={at}
          page={page}
          words={words}
          lessonWords={lessonWords}
          step={step}
          onChange={(next) => change({ steps: replaced(lesson.steps, at, next) })}
        />
        {lesson.steps.length > 1 && (
          <div className="author-row">
            <button
              type="button"
              className="button is-quiet is-small"
              disabled={at === 0}
              onClick={() => move(-1)}
            >
              {words.earlier}
            </button>
            <button
              type="button"
              className="button is-quiet is-small"
              disabled={at === lesson.steps.length - 1}
              onClick={() => move(1)}
            >
              {words.later}
            </button>
            <button
              type="button"
              className="button is-quiet is-small"
              onClick={() => change({ steps: without(lesson.steps, at) })}
            >
              {words.removeStep}
            </button>
          </div>
        )}
      </section>
      <Proof lesson={lesson} words={words} />
      <HandOut words={words} lesson={lesson} onChange={setLesson} onTry={tryIt} />
      {!isKept && <p className="warning">{words.notKept}</p>}
      <Asking
        words={lessonWords}
        label={words.begin}
        question={words.askBegin}
        yes={words.begin}
        onYes={() => {
          setLesson(emptyLesson(language, currentDesk(page)));
          setOpen(0);
        }}
      />
    </div>
  );
}
