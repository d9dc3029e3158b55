// The goals of a step, each with a tick and a word: what holds now, and what has held before.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { flowsOf, reachedGoals } from '../../lessons/goals.ts';
import type { Goal } from '../../lessons/lesson.ts';
import type { Page } from '../start.ts';
import type { Reader } from './Lessons.tsx';
import { Line } from './Prose.tsx';
import { NOTHING_DONE } from './progress.ts';

interface Props {
  readonly reader: Reader;
  readonly id: string;
  readonly name: string;
  readonly goals: Readonly<Record<string, Goal>>;
  readonly texts: Readonly<Record<string, string>>;
}

export function Goals({ reader: { page, book, words }, id, name, goals, texts }: Props) {
  const before = (useStore(book.pages, (pages) => pages[id]) ?? NOTHING_DONE).reached;
  const holding = useReached(page, id, goals);

  const wasReached = Object.keys(goals).every((goal) => before.includes(`${name}/${goal}`));

  useEffect(() => {
    const names = Object.keys(goals);
    // Only all at once: one after the other they hold by mistakes that undo each other, as OR for AND.
    if (holding === null || holding.length < names.length) return;
    const { reached } = book.read(id);
    const added = names.map((goal) => `${name}/${goal}`).filter((goal) => !reached.includes(goal));
    if (added.length > 0) book.change(id, { reached: [...reached, ...added] });
  }, [holding, goals, book, id, name]);

  const states = Object.keys(goals).map((goal) => {
    const holds = holding === null ? wasReached : holding.includes(goal);
    return { goal, state: holds ? 'holds' : wasReached ? 'heldBefore' : 'open' } as const;
  });

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
      {wasReached && <p className="goals-reached">{words.allReached}</p>}
    </div>
  );
}

/** Which of the goals hold, as far as is known; null before anything is. */
function useReached(
  { store, client }: Page,
  id: string,
  goals: Props['goals'],
): readonly string[] | null {
  // Of the text as it is, and not of what another lesson left.
  const answer = useStore(store, (state) =>
    state.answered === state.files && state.lessonOnDesk === id ? state.answer : null,
  );
  const [reached, setReached] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (answer === null) return;
    let isWanted = true;
    const { answeredWith } = store.getState();
    client.checkFlows(answer.version, flowsOf(goals)).then(
      (checks) => {
        if (!isWanted || checks === null) return;
        setReached(reachedGoals(goals, checks, answer.analysis, answeredWith));
      },
      // The page says by itself when the engine broke.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [answer, store, client, goals]);
  return reached;
}
