// A question to answer before looking; then the answer, why, and the flow itself in the picture.
import { useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import { findPeer } from '../../core/index.ts';
import type { Predict, StepTexts } from '../../lessons/lesson.ts';
import type { Reader } from './Lessons.tsx';
import { Line, Prose } from './Prose.tsx';
import { NOTHING_DONE } from './progress.ts';

interface Props {
  readonly reader: Reader;
  readonly id: string;
  readonly name: string;
  readonly predict: Predict;
  readonly texts: NonNullable<StepTexts['predict']>;
}

export function Predicting({
  reader: { page, book, language, words },
  id,
  name,
  predict,
  texts,
}: Props) {
  const { chosen } = useStore(book.pages, (pages) => pages[id]) ?? NOTHING_DONE;
  const [choice, setChoice] = useState<string | null>(null);
  const group = useId();
  const revealed = chosen[name];

  const isOnDesk = useStore(page.store, (state) => state.lessonOnDesk === id);
  const hides = isOnDesk && revealed === undefined && predict.shows !== undefined;

  useEffect(() => {
    if (!hides) return;
    page.actions.guess({ language, words: words.guessFirst, show: words.showAnyway });
    return () => page.actions.guess(null);
  }, [page, language, words, hides]);

  function showFlow(): void {
    const { answer, assumptions } = page.store.getState();
    if (answer === null || predict.shows === undefined) return;
    const decided = { analysis: answer.analysis, assumptions };
    const source = findPeer(decided, predict.shows.source);
    const destination = findPeer(decided, predict.shows.destination);
    if (!source.ok || !destination.ok) return;
    const [one, other] = [source, destination].map(
      ({ index }) => answer.analysis.peers[index]?.id ?? '',
    );
    page.actions.select({ kind: 'flow', source: one ?? '', destination: other ?? '' });
  }

  return (
    <fieldset className="lesson-predict">
      <legend>{words.predict}</legend>
      <p>
        <Line text={texts.question} />
      </p>
      {predict.choices.map((one) => (
        <label key={one} className={markOf(one, predict.answer, revealed)}>
          <input
            type="radio"
            name={group}
            checked={(revealed ?? choice) === one}
            disabled={revealed !== undefined}
            onChange={() => setChoice(one)}
          />
          <span>
            <Line text={texts.choices[one] ?? ''} />
          </span>
        </label>
      ))}
      {revealed === undefined ? (
        <button
          type="button"
          className="button is-small"
          disabled={choice === null}
          onClick={() => {
            if (choice === null) return;
            book.change(id, { chosen: { ...chosen, [name]: choice } });
            showFlow();
          }}
        >
          {words.reveal}
        </button>
      ) : (
        <div className="predict-answer" role="status">
          <p>
            <strong>
              <Line
                text={
                  revealed === predict.answer
                    ? words.right
                    : words.notQuite(texts.choices[predict.answer] ?? '')
                }
              />
            </strong>
          </p>
          <Prose text={texts.because} words={words} onType={page.actions.typeInTerminal} />
          {predict.shows !== undefined && (
            <button
              type="button"
              className="button is-small"
              onClick={() => {
                showFlow();
                page.actions.setView('picture');
              }}
            >
              {words.showFlow}
            </button>
          )}
        </div>
      )}
    </fieldset>
  );
}

function markOf(one: string, answer: string, revealed: string | undefined): string {
  if (revealed === undefined) return '';
  if (one === answer) return 'is-right';
  return one === revealed ? 'is-wrong' : '';
}
