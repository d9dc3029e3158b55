// The goals of a step, and one more from the flow that is selected in the picture.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { AuthoredGoal } from '../../../lessons/authored.ts';
import type { Page } from '../../start.ts';
import { Line } from './fields.tsx';
import { endName, type PickedFlow, pickedFlow, portsIn } from './goal-from-flow.ts';
import { replaced, without } from './lists.ts';
import type { AuthorWords } from './words/words.ts';

interface Props {
  readonly page: Page;
  readonly words: AuthorWords;
  readonly goals: readonly AuthoredGoal[];
  readonly onChange: (goals: readonly AuthoredGoal[]) => void;
}

export function GoalsForm({ page, words, goals, onChange }: Props) {
  const selection = useStore(page.store, (state) => state.selection);
  const answer = useStore(page.store, (state) => state.answer);
  const picked = answer === null ? null : pickedFlow(selection, answer.analysis);
  return (
    <fieldset className="author-part">
      <legend>{words.goals}</legend>
      {goals.length > 0 && (
        <ul className="author-goals">
          {goals.map((goal, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a field keeps its place while its words change
            <li key={at}>
              <input
                className="input"
                aria-label={words.goalWords}
                value={goal.words}
                onChange={({ currentTarget: { value } }) =>
                  onChange(replaced(goals, at, { ...goal, words: value }))
                }
              />
              <button
                type="button"
                className="button is-quiet is-icon"
                aria-label={words.remove(goal.words)}
                title={words.remove(goal.words)}
                onClick={() => onChange(without(goals, at))}
              >
                ×
              </button>
              <p className="author-about">{flowText(goal, words)}</p>
            </li>
          ))}
        </ul>
      )}
      {picked === null ? (
        <p className="author-about">{words.pickFlow}</p>
      ) : (
        <NewGoal
          key={JSON.stringify(picked)}
          words={words}
          picked={picked}
          onAdd={(goal) => onChange([...goals, goal])}
        />
      )}
    </fieldset>
  );
}

function flowText({ flow }: AuthoredGoal, words: AuthorWords): string {
  const ports = flow.ports === undefined ? '' : ` (${flow.ports.join(', ')})`;
  return `${endName(flow.from)} → ${endName(flow.to)}${ports} ${words[flow.expect]}`;
}

interface NewGoalProps {
  readonly words: AuthorWords;
  readonly picked: PickedFlow;
  readonly onAdd: (goal: AuthoredGoal) => void;
}

function NewGoal({ words, picked, onAdd }: NewGoalProps) {
  const [expect, setExpect] = useState(picked.expect);
  const [ports, setPorts] = useState(picked.ports);
  const [said, setSaid] = useState<string | null>(null);
  const id = useId();
  const [from, to] = [endName(picked.from), endName(picked.to)];
  const text = said ?? words.goalSays(from, to, ports.trim(), expect);

  function add(): void {
    const asked = portsIn(ports);
    const flow = { from: picked.from, to: picked.to, expect };
    onAdd({ words: text, flow: asked === null ? flow : { ...flow, ports: asked } });
    // The next goal on the same flow begins as the first one did.
    setExpect(picked.expect);
    setPorts(picked.ports);
    setSaid(null);
  }

  return (
    <div className="author-new">
      <p>
        {words.picked} <strong>{from}</strong> → <strong>{to}</strong>
      </p>
      <div className="author-row">
        {(['allow', 'deny'] as const).map((one) => (
          <label key={one} className="author-check">
            <input
              type="radio"
              name={id}
              checked={expect === one}
              onChange={() => setExpect(one)}
            />
            <span>{words[one]}</span>
          </label>
        ))}
      </div>
      <Line label={words.ports} value={ports} onChange={setPorts} about={words.aboutPorts} />
      <Line label={words.goalWords} value={text} onChange={setSaid} />
      <button type="button" className="button is-small" onClick={add}>
        {words.addGoal}
      </button>
    </div>
  );
}
