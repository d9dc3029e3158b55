// The checks that the manifests hold, each with a sign and a word, and why where one is not passed.
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import {
  type IntentCheck,
  lineCounter,
  type PlacedCheck,
  type SourceFile,
} from '../../../core/index.ts';
import { outlookOf } from '../../outlook.ts';
import type { Page } from '../../start.ts';
import type { PageState, Selection } from '../../store.ts';
import { AllowIcon, DenyIcon, DependsIcon, DownIcon } from '../icons.tsx';
import { plainWords } from '../peer-words.ts';
import './checks.css';

type State = PlacedCheck['state'];

const WORDS: Readonly<Record<State, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  unsure: 'Unsure',
};

export function Checks({ page }: { page: Page }) {
  const intents = useStore(page.store, (state) => state.checks);
  const [open, setOpen] = useState(true);
  const all = intents.flatMap(({ checks }) => checks);
  const passed = all.filter(({ state }) => state === 'passed').length;
  const broken = intents.reduce((sum, intent) => sum + intent.broken, 0);
  const isMet = passed === all.length && broken === 0;
  return (
    <section className="checks" aria-label="Checks">
      <button
        type="button"
        className="checks-head"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="checks-title">Checks</span>
        <span className={`checks-count ${isMet ? 'is-passed' : 'is-failed'}`}>
          {isMet ? <AllowIcon /> : <DenyIcon />}
          {passed} of {all.length}
          <span className="visually-hidden"> passed</span>
        </span>
        <span className={open ? 'fold' : 'fold is-closed'}>
          <DownIcon />
        </span>
      </button>
      <p className="visually-hidden" role="status">
        {passed} of {all.length} checks passed
      </p>
      {open && (
        <div className="checks-scroll">
          {intents.map((intent) => (
            <Intent
              key={`${intent.span.file} ${intent.span.start}`}
              page={page}
              intent={intent}
              several={intents.length > 1}
            />
          ))}
        </div>
      )}
    </section>
  );
}

interface IntentProps {
  readonly page: Page;
  readonly intent: IntentCheck;
  /** There are others, so each is called by its name. */
  readonly several: boolean;
}

function Intent({ page, intent: { name, span, checks, broken }, several }: IntentProps) {
  const files = useStore(page.store, (state) => state.answered);
  const lineAt = useMemo(() => linesOf(files, span.file), [files, span.file]);
  return (
    <>
      {several && <h3 className="checks-name">{name ?? span.file}</h3>}
      <ul className="check-list">
        {worstFirst(checks).map((check) => (
          <Check key={check.span.start} page={page} check={check} line={lineAt(check.span.start)} />
        ))}
      </ul>
      {broken > 0 && (
        <p className="checks-broken">
          {broken === 1 ? '1 check can’t be read' : `${broken} checks can’t be read`}: see{' '}
          <strong>Problems</strong>.
        </p>
      )}
    </>
  );
}

/** What needs a look comes before what is well; both in the order of the text. */
function worstFirst(checks: readonly PlacedCheck[]): readonly PlacedCheck[] {
  const rank = ({ state }: PlacedCheck) => (state === 'passed' ? 1 : 0);
  return [...checks].sort((one, other) => rank(one) - rank(other));
}

function linesOf(files: readonly SourceFile[], name: string): (offset: number) => number {
  const text = files.find((file) => file.name === name)?.text ?? '';
  const positionOf = lineCounter(text);
  return (offset) => positionOf(offset).line;
}

interface CheckProps {
  readonly page: Page;
  readonly check: PlacedCheck;
  readonly line: number;
}

function Check({ page, check, line }: CheckProps) {
  const { state, flow, why, span } = check;
  const place = `${span.file}:${line}`;
  return (
    <li className={`check is-${state}`}>
      <button
        type="button"
        className="check-main"
        title={`${place}${flow.reason === undefined ? '' : `: ${flow.reason}`}`}
        onClick={() => look(page, check)}
      >
        <span className="check-sign">
          <StateIcon state={state} />
        </span>
        <span>
          {listText(flow.from)} <span className="arrow">→</span> {listText(flow.to)}{' '}
          {flow.ports !== undefined && (
            <span className="check-ports">{flow.ports.join(', ')} </span>
          )}
        </span>
        <span className="check-said">
          <strong className="check-state">{WORDS[state]}</strong>
          {flow.expect === 'allow' ? ', must be possible. ' : ', must not be possible. '}
          {why !== null && flow.reason}
        </span>
        {why !== null && <span className="check-why"> {plainWords(why)}</span>}
      </button>
      <button
        type="button"
        className="link check-place"
        title={`Show in ${span.file}`}
        onClick={() => page.actions.reveal(span)}
      >
        {place}
      </button>
    </li>
  );
}

function listText(written: string | readonly string[]): string {
  return typeof written === 'string' ? written : written.join(', ');
}

function StateIcon({ state }: { state: State }) {
  if (state === 'passed') return <AllowIcon />;
  return state === 'failed' ? <DenyIcon /> : <DependsIcon />;
}

/** Selects the flow in the picture, and its line in the editor where that is in sight. */
function look({ store, actions }: Page, check: PlacedCheck): void {
  const { answer, view } = store.getState();
  const selection = answer === null ? null : meantBy(answer, check);
  if (selection !== null) actions.select(selection);
  actions.reveal(check.span);
  actions.setView(view);
}

/** The first pair that is not as intended, else what all of them have in common. */
function meantBy(answer: NonNullable<PageState['answer']>, check: PlacedCheck): Selection | null {
  const { peers } = outlookOf(answer);
  const idOf = (index: number | null | undefined) =>
    index === null || index === undefined ? undefined : peers[index]?.id;
  const [worst] = check.offending;
  const source = idOf(worst === undefined ? check.subject.source : worst.sourceIndex);
  const destination = idOf(
    worst === undefined ? check.subject.destination : worst.destinationIndex,
  );
  if (source !== undefined && destination !== undefined) {
    return { kind: 'flow', source, destination };
  }
  const id = source ?? destination;
  return id === undefined ? null : { kind: 'peer', id };
}
