// One step as its author writes it.
import { type AuthoredStep, MOST_HINTS } from '../../../lessons/authored.ts';
import type { Page } from '../../start.ts';
import type { Words } from '../words/words.ts';
import { DeskField } from './DeskField.tsx';
import { Line, Text } from './fields.tsx';
import { GoalsForm } from './GoalsForm.tsx';
import { replaced, without } from './lists.ts';
import { PredictForm } from './PredictForm.tsx';
import type { AuthorWords } from './words/words.ts';

interface Props {
  readonly page: Page;
  readonly words: AuthorWords;
  readonly lessonWords: Words;
  readonly step: AuthoredStep;
  readonly onChange: (step: AuthoredStep) => void;
}

export function StepForm({ page, words, lessonWords, step, onChange }: Props) {
  const change = (part: Partial<AuthoredStep>) => onChange({ ...step, ...part });
  return (
    <>
      <Line label={words.stepTitle} value={step.title} onChange={(title) => change({ title })} />
      <Text
        label={words.text}
        about={words.aboutText}
        value={step.text}
        onChange={(text) => change({ text })}
      />
      <PredictForm
        page={page}
        words={words}
        predict={step.predict}
        onChange={(predict) => change({ predict })}
      />
      <GoalsForm
        page={page}
        words={words}
        goals={step.goals}
        onChange={(goals) => change({ goals })}
      />
      <fieldset className="author-part">
        <legend>{words.hints}</legend>
        {step.hints.map((hint, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field keeps its place while its words change
          <div key={at} className="author-row">
            <textarea
              className="input"
              rows={2}
              aria-label={words.hint(at + 1)}
              placeholder={words.hint(at + 1)}
              value={hint}
              onChange={({ currentTarget: { value } }) =>
                change({ hints: replaced(step.hints, at, value) })
              }
            />
            <button
              type="button"
              className="button is-quiet is-icon"
              aria-label={words.remove(words.hint(at + 1))}
              onClick={() => change({ hints: without(step.hints, at) })}
            >
              ×
            </button>
          </div>
        ))}
        {step.hints.length < MOST_HINTS && (
          <button
            type="button"
            className="button is-quiet is-small"
            onClick={() => change({ hints: [...step.hints, ''] })}
          >
            {words.addHint}
          </button>
        )}
      </fieldset>
      <DeskField
        page={page}
        words={words}
        lessonWords={lessonWords}
        label={words.solution}
        about={words.aboutSolution}
        take={words.takeSolution}
        desk={step.solution}
        onTake={(solution) => change({ solution })}
        onRemove={() => change({ solution: null })}
      />
    </>
  );
}
