// What is wrong or worth knowing about the manifests, each leading to its place.
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Finding, Level } from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import type { PageStore } from '../store.ts';
import { DownIcon, ErrorIcon, InfoIcon, WarningIcon } from './icons.tsx';
import { countLevels, listProblems } from './problem-list.ts';
import './problems.css';

const AT_FIRST = 200;
const NONE: readonly Finding[] = [];

interface Props {
  readonly store: PageStore;
  readonly actions: Actions;
  readonly open: boolean;
  readonly onToggle: () => void;
}

export function Problems({ store, actions, open, onToggle }: Props) {
  const findings = useStore(store, (state) => state.answer?.findings) ?? NONE;
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

function Counts({ findings }: { findings: readonly Finding[] }) {
  const counts = useMemo(() => countLevels(findings), [findings]);
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

function List({
  findings,
  store,
  actions,
}: Pick<Props, 'store' | 'actions'> & { findings: readonly Finding[] }) {
  const [all, setAll] = useState(false);
  const files = useStore(store, (state) => state.files);
  const problems = useMemo(() => listProblems(findings, files), [findings, files]);
  const shown = all ? problems : problems.slice(0, AT_FIRST);
  if (problems.length === 0) {
    return <p className="problems-none">No problems found in these manifests.</p>;
  }
  return (
    <div className="problem-scroll">
      <ol className="problem-list">
        {shown.map(({ finding, position }) => (
          <li key={`${finding.rule} ${finding.span.file} ${finding.span.start} ${finding.message}`}>
            <button type="button" onClick={() => actions.reveal(finding.span)}>
              <span className={`level is-${finding.level}`}>
                <LevelIcon level={finding.level} />
                <span className="visually-hidden">{NOUNS[finding.level][0]}: </span>
              </span>
              <span className="problem-words">{finding.message}</span>
              <span className="problem-place">
                {finding.span.file}:{position.line}:{position.column}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {shown.length < problems.length && (
        <button type="button" className="button is-quiet" onClick={() => setAll(true)}>
          Show all {problems.length}
        </button>
      )}
    </div>
  );
}

function LevelIcon({ level }: { level: Level }) {
  if (level === 'error') return <ErrorIcon />;
  return level === 'warning' ? <WarningIcon /> : <InfoIcon />;
}
