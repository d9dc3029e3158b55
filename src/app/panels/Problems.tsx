// What is wrong or worth knowing about the manifests, each leading to its place.
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Level } from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import { type Findings, useFindings } from '../findings.ts';
import type { PageStore } from '../store.ts';
import { DownIcon, ErrorIcon, InfoIcon, WarningIcon } from './icons.tsx';
import { plainWords } from './peer-words.ts';
import { countLevels, listProblems, type Problem, problemRows } from './problem-list.ts';
import './problems.css';

const AT_FIRST = 200;

interface Props {
  readonly store: PageStore;
  readonly actions: Actions;
  readonly open: boolean;
  readonly onToggle: () => void;
}

export function Problems({ store, actions, open, onToggle }: Props) {
  const findings = useFindings(store);
  const waiting = useStore(store, (state) => state.answer === null);
  return (
    <section className="problems" aria-label="Problems">
      <button type="button" className="problems-head" aria-expanded={open} onClick={onToggle}>
        <span className="problems-title">Problems</span>
        <Counts findings={findings} />
        <span className={open ? 'fold' : 'fold is-closed'}>
          <DownIcon />
        </span>
      </button>
      {open && !waiting && <List findings={findings} store={store} actions={actions} />}
    </section>
  );
}

const LEVELS: readonly Level[] = ['error', 'warning', 'info'];
const NOUNS: Readonly<Record<Level, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
};

function Counts({ findings: { read, linted } }: { findings: Findings }) {
  const counts = useMemo(() => countLevels(read, linted), [read, linted]);
  return (
    <span className="problem-counts">
      {LEVELS.filter((level) => counts[level] > 0).map((level) => (
        <span key={level} className={`level is-${level}`}>
          <LevelIcon level={level} />
          {counts[level]}
          <span className="visually-hidden"> {NOUNS[level][counts[level] === 1 ? 0 : 1]}</span>
        </span>
      ))}
    </span>
  );
}

interface ListProps extends Pick<Props, 'store' | 'actions'> {
  readonly findings: Findings;
}

function List({ findings, store, actions }: ListProps) {
  const [all, setAll] = useState(false);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const files = useStore(store, (state) => state.files);
  const hiddenRules = useStore(store, (state) => state.hiddenRules);
  const isGuessing = useStore(store, (state) => state.guessing !== null);
  const problems = useMemo(() => listProblems(findings, files), [findings, files]);
  const rows = useMemo(() => problemRows(problems, unfolded), [problems, unfolded]);
  const shown = all ? rows : rows.slice(0, AT_FIRST);
  return (
    <div className="problem-scroll">
      {problems.length === 0 && (
        <p className="problems-none">
          {isGuessing
            ? 'Notes appear once you have answered.'
            : 'No problems found in these manifests.'}
        </p>
      )}
      <ol className="problem-list">
        {shown.map((row) =>
          row.kind === 'problem' ? (
            <ProblemRow key={keyOf(row.problem)} {...row} store={store} actions={actions} />
          ) : (
            <li key={`more ${row.rule}`} className="problem-more">
              <button
                type="button"
                className="link"
                onClick={() => setUnfolded(new Set([...unfolded, row.rule]))}
              >
                … and {row.count} more
              </button>
            </li>
          ),
        )}
      </ol>
      {shown.length < rows.length && (
        <button type="button" className="button is-quiet" onClick={() => setAll(true)}>
          Show all {rows.length}
        </button>
      )}
      {hiddenRules.length > 0 && (
        <p className="problems-hidden" title={hiddenRules.join(', ')}>
          {hiddenRules.length === 1 ? '1 rule hidden' : `${hiddenRules.length} rules hidden`} ·{' '}
          <button type="button" className="link" onClick={() => actions.showAllRules()}>
            Show
          </button>
        </p>
      )}
    </div>
  );
}

interface RowProps extends Pick<Props, 'store' | 'actions'> {
  readonly problem: Problem;
}

function ProblemRow({ problem, store, actions }: RowProps) {
  const { finding, position, isLint } = problem;
  const { level, rule, message, span, fix } = finding;
  const applyFix = () => {
    const { answer, linted } = store.getState();
    const version = isLint ? linted.version : answer?.version;
    if (fix !== undefined && version !== undefined) actions.applyFix(fix, version);
  };
  return (
    <li className="problem">
      <button type="button" className="problem-main" onClick={() => actions.reveal(span)}>
        <span className={`level is-${level}`}>
          <LevelIcon level={level} />
          <span className="visually-hidden">{NOUNS[level][0]}: </span>
        </span>
        <span className="problem-words">{plainWords(message)}</span>
      </button>
      <span className="problem-acts">
        <span className="problem-place">
          {span.file}:{position.line}:{position.column}
        </span>
        {fix !== undefined && (
          <button type="button" className="button is-small" title={fix.title} onClick={applyFix}>
            Fix
          </button>
        )}
        {/* Errors among them are those of the text's structure, which nobody hides. */}
        {isLint && level !== 'error' && (
          <>
            <span className="problem-rule">{rule}</span>
            <button
              type="button"
              className="link problem-hide"
              title={`Don’t show findings of the rule ${rule}`}
              onClick={() => actions.hideRule(rule)}
            >
              Don’t show this rule
            </button>
          </>
        )}
      </span>
    </li>
  );
}

function keyOf({ finding: { rule, span, message } }: Problem): string {
  return `${rule} ${span.file} ${span.start} ${message}`;
}

function LevelIcon({ level }: { level: Level }) {
  if (level === 'error') return <ErrorIcon />;
  return level === 'warning' ? <WarningIcon /> : <InfoIcon />;
}
