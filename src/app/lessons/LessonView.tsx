// One lesson: its steps, and what can be done about its manifests.
import { useCallback, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Assumptions, NO_ASSUMPTIONS } from '../../core/index.ts';
import { type Desk, overlaid, solved } from '../../lessons/lesson.ts';
import { documentOf } from '../store.ts';
import { Asking } from './Asking.tsx';
import type { Reader } from './Lessons.tsx';
import { furthestStep, type LoadedLesson, loadLesson, refusalOf } from './loading.ts';
import { NOTHING_DONE } from './progress.ts';
import { StepView } from './StepView.tsx';
import { useLoaded } from './use-loaded.ts';
import { WORDS } from './words/words.ts';

export function LessonView({ reader, id }: { reader: Reader; id: string }) {
  const { page, language, words } = reader;
  const load = useCallback(() => loadLesson(id, language, page), [id, language, page]);
  const loaded = useLoaded(load);
  if (loaded.state !== 'ready') {
    return loaded.state === 'failed' ? <p className="lessons-note">{words.failed}</p> : null;
  }
  if (loaded.value === null) {
    const refusal = refusalOf(id, page.given);
    const why =
      refusal === null
        ? words.noSuchLesson
        : refusal === 'newer-version'
          ? words.newer
          : words.damaged;
    return <p className="lessons-note">{why}</p>;
  }
  return <Opened reader={reader} id={id} {...loaded.value} />;
}

interface Props extends LoadedLesson {
  readonly reader: Reader;
  readonly id: string;
}

function Opened(props: Props) {
  const { id, lesson, texts, next, inOrder, isReadOnly, language } = props;
  // What is in one language alone is spoken about in that language.
  const reader = useMemo(
    () =>
      language === null ? props.reader : { ...props.reader, language, words: WORDS[language] },
    [props.reader, language],
  );
  const { page, book, words } = reader;
  const { store, actions } = page;
  const progress = useStore(book.pages, (pages) => pages[id]) ?? NOTHING_DONE;
  const onDesk = useStore(store, (state) => state.lessonOnDesk);
  const isAsked = useStore(store, ({ learning }) => learning?.isAsked === true);
  const names = useMemo(() => Object.keys(lesson.steps), [lesson]);
  const furthest = inOrder ? furthestStep(lesson, progress.reached) : names.length - 1;
  const at = Math.min(progress.step, furthest);
  const name = names[at] ?? '';

  /** Everything it asks was answered or reached at some time. */
  function isDone(step: string): boolean {
    const { predict, goals = {} } = lesson.steps[step] ?? {};
    const wanted = Object.keys(goals);
    if (predict === undefined && wanted.length === 0) return false;
    return (
      (predict === undefined || progress.chosen[step] !== undefined) &&
      wanted.every((goal) => progress.reached.includes(`${step}/${goal}`))
    );
  }

  /** The lesson's own manifests in the editor; those of another lesson wait for its return. */
  const open = useCallback(() => {
    const left = store.getState().lessonOnDesk;
    if (left === id) return;
    if (left !== null) book.change(left, { desk: documentOf(store.getState()) });
    const kept = book.read(id).desk;
    const { files, assumptions } = kept ?? deskOf(lesson.start);
    actions.setDesk({
      files,
      assumptions,
      lesson: id,
      label: left === null ? words.replacedBy(texts.title) : null,
      words: words.setAside,
      undo: words.undo,
      isGiven: kept === null,
      isReadOnly,
    });
    book.change(id, {});
  }, [store, actions, book, id, lesson, words, texts, isReadOnly]);

  useEffect(() => {
    if (!isAsked) return;
    open();
    actions.arrive();
  }, [isAsked, open, actions]);

  // A link or a sample that takes the lesson's place leaves what was done here to come back to.
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (before.lessonOnDesk !== id || state.lessonOnDesk !== null) return;
        book.change(id, { desk: documentOf(before) });
      }),
    [store, book, id],
  );

  function put(desk: Desk): void {
    actions.setDesk({
      ...deskOf(desk),
      lesson: id,
      label: words.replacedBy(texts.title),
      words: words.setAside,
      undo: words.undo,
      isGiven: true,
      isReadOnly,
    });
  }

  /** Each step begins at its top, with the whole picture. */
  function goTo(number: number): void {
    book.change(id, { step: number });
    if (store.getState().selection !== null) actions.select(null);
    document.querySelector('.lessons-body')?.scrollTo(0, 0);
  }

  const solution = lesson.steps[name]?.solution;
  return (
    <article className="lesson" lang={language ?? undefined}>
      <h2 className="lesson-title">{texts.title}</h2>
      <nav className="lesson-steps" aria-label={words.steps}>
        {names.map((step, number) => (
          <button
            key={step}
            type="button"
            className={isDone(step) ? 'is-done' : undefined}
            aria-current={step === name ? 'step' : undefined}
            disabled={number > furthest}
            title={texts.steps[step]?.title}
            aria-label={[
              `${words.stepOf(number + 1, names.length)}: ${texts.steps[step]?.title}`,
              ...(isDone(step) ? [words.isDone] : []),
            ].join(', ')}
            onClick={() => goTo(number)}
          >
            {isDone(step) ? '✓' : number + 1}
          </button>
        ))}
      </nav>
      {onDesk !== id && !isAsked && (
        <div className="lesson-away" role="status">
          <p>{words.away}</p>
          <button type="button" className="button is-small" onClick={open}>
            {words.bringBack}
          </button>
        </div>
      )}
      <StepView key={name} reader={reader} id={id} lesson={lesson} texts={texts} name={name} />
      <div className="lesson-ways">
        <button type="button" className="button" disabled={at === 0} onClick={() => goTo(at - 1)}>
          {words.previous}
        </button>
        {at < names.length - 1 ? (
          <button
            type="button"
            className="button is-primary"
            disabled={at === furthest}
            title={at === furthest ? words.reachFirst : undefined}
            onClick={() => goTo(at + 1)}
          >
            {words.next}
          </button>
        ) : (
          <button
            type="button"
            className="button is-primary"
            onClick={() => {
              book.change(id, { isFinished: true });
              actions.learn(next);
            }}
          >
            {next === null ? words.finish : words.nextLesson}
          </button>
        )}
      </div>
      <div className="lesson-foot">
        {solution !== undefined && (
          <Asking
            words={words}
            label={words.stepSolution}
            question={words.askSolution}
            yes={words.show}
            onYes={() => put(overlaid(solved(lesson, at), solution))}
          />
        )}
        <Asking
          words={words}
          label={words.startOver}
          question={words.askStartOver}
          yes={words.startOver}
          onYes={() => {
            put(lesson.start);
            book.change(id, NOTHING_DONE);
            goTo(0);
          }}
        />
      </div>
    </article>
  );
}

/** A fresh list: what was given once may have been changed since. */
function deskOf({ files, assumptions }: Desk) {
  const whole: Assumptions = { ...NO_ASSUMPTIONS, ...assumptions };
  return { files: [...files], assumptions: whole };
}
