// A question that is answered before one looks: its choices, which is right, why, and what the picture shows then.
import { useId } from 'react';
import { useStore } from 'zustand';
import { type AuthoredPredict, MOST_CHOICES } from '../../../lessons/authored.ts';
import type { Page } from '../../start.ts';
import { Line, Text } from './fields.tsx';
import { replaced, without } from './lists.ts';
import type { AuthorWords } from './words/words.ts';

interface Props {
  readonly page: Page;
  readonly words: AuthorWords;
  readonly predict: AuthoredPredict | null;
  readonly onChange: (predict: AuthoredPredict | null) => void;
}

const FRESH: AuthoredPredict = {
  question: '',
  choices: ['', ''],
  answer: 0,
  because: '',
  shows: null,
};

export function PredictForm({ page, words, predict, onChange }: Props) {
  if (predict === null) {
    return (
      <button type="button" className="button is-quiet is-small" onClick={() => onChange(FRESH)}>
        {words.addQuestion}
      </button>
    );
  }
  return <Asked page={page} words={words} predict={predict} onChange={onChange} />;
}

function Asked({ page, words, predict, onChange }: Props & { predict: AuthoredPredict }) {
  const selection = useStore(page.store, (state) => state.selection);
  const { question, choices, answer, because, shows } = predict;
  const group = useId();

  function removeChoice(at: number): void {
    const left = answer > at || answer === choices.length - 1 ? answer - 1 : answer;
    onChange({ ...predict, choices: without(choices, at), answer: Math.max(left, 0) });
  }

  return (
    <fieldset className="author-part">
      <legend>{words.question}</legend>
      <Line
        label={words.asks}
        value={question}
        onChange={(value) => onChange({ ...predict, question: value })}
      />
      {choices.map((choice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field keeps its place while its words change
        <div key={at} className="author-row">
          <input
            className="input"
            aria-label={words.choice(at + 1)}
            placeholder={words.choice(at + 1)}
            value={choice}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...predict, choices: replaced(choices, at, value) })
            }
          />
          <label className="author-check">
            <input
              type="radio"
              name={group}
              checked={answer === at}
              onChange={() => onChange({ ...predict, answer: at })}
            />
            <span>{words.isRight}</span>
          </label>
          {choices.length > 2 && (
            <button
              type="button"
              className="button is-quiet is-icon"
              aria-label={words.remove(words.choice(at + 1))}
              onClick={() => removeChoice(at)}
            >
              ×
            </button>
          )}
        </div>
      ))}
      {choices.length < MOST_CHOICES && (
        <button
          type="button"
          className="button is-quiet is-small"
          onClick={() => onChange({ ...predict, choices: [...choices, ''] })}
        >
          {words.addChoice}
        </button>
      )}
      <Text
        label={words.because}
        rows={3}
        value={because}
        onChange={(value) => onChange({ ...predict, because: value })}
      />
      {shows !== null && (
        <p className="author-about">{words.showsFlow(shows.source, shows.destination)}</p>
      )}
      <div className="author-row">
        {selection?.kind === 'flow' && (
          <button
            type="button"
            className="button is-small"
            onClick={() => {
              const { source, destination } = selection;
              onChange({ ...predict, shows: { source, destination } });
            }}
          >
            {words.showSelected}
          </button>
        )}
        <button type="button" className="button is-quiet is-small" onClick={() => onChange(null)}>
          {words.removeQuestion}
        </button>
      </div>
    </fieldset>
  );
}
