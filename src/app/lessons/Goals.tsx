// The goals of a step, each with a tick and a word: what holds now, and what has held before.
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { LessonId } from '../../lessons/course.ts';
import { isReached } from '../../lessons/goals.ts';
import type { Goal } from '../../lessons/lesson.ts';
import { outlookOf } from '../outlook.ts';
import type { Reader } from './Lessons.tsx';
import { Line } from './Prose.tsx';
import { NOTHING_DONE } from './progress.ts';

interface Props {
  readonly reader: Reader;
  readonly id: LessonId;
  readonly name: string;
  readonly goals: Readonly<Record<string, Goal>>;
  readonly texts: Readonly<Record<string, string>>;
}

export function Goals({ reader: { page, book, words }, id, name, goals, texts }: Props) {
  const answer = useStore(page.store, (state) => state.answer);
  // Of the text as it is, and not of what another lesson left.
  const isOfLesson = useStore(
    page.store,
    (state) => state.answered === state.files && state.lessonOnDesk === id,
  );
  const assumptions = useStore(page.store, (state) => state.assumptions);
  const before = (useStore(book.pages, (pages) => pages[id]) ?? NOTHING_DONE).reached;

  const holding = useMemo(() => {
    if (answer === null || !isOfLesson) return null;
    const { flows } = outlookOf(answer);
    const decided = { analysis: answer.analysis, assumptions, flows };
    return Object.keys(goals).filter((goal) => isReached(decided, goals[goal] ?? []));
  }, [answer, isOfLesson, assumptions, goals]);

  useEffect(() => {
    const reached = book.read(id).reached;
    const added = (holding ?? [])
      .map((goal) => `${name}/${goal}`)
      .filter((goal) => !reached.includes(goal));
    if (added.length > 0) book.change(id, { reached: [...reached, ...added] });
  }, [holding, book, id, name]);

  const states = Object.keys(goals).map((goal) => {
    const wasReached = before.includes(`${name}/${goal}`);
    const holds = holding === null ? wasReached : holding.includes(goal);
    return { goal, state: holds ? 'holds' : wasReached ? 'heldBefore' : 'open' } as const;
  });
  const isAll = states.every(({ state }) => state !== 'open');

  return (
    <div className="lesson-goals">
      <h4>{words.goals}</h4>
      <ul aria-live="polite">
        {states.map(({ goal, state }) => (
          <li key={goal} className={`is-${state}`} data-state={state}>
            <span className="goal-tick" aria-hidden="true">
              {state === 'open' ? '○' : '✓'}
            </span>
            <span>
              <Line text={texts[goal] ?? ''} /> <em>{words[state]}</em>
            </span>
          </li>
        ))}
      </ul>
      {isAll && <p className="goals-reached">{words.allReached}</p>}
    </div>
  );
}
