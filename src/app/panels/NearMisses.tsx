// What nearly let a denied packet through: each thing that was off, its place, and what to write instead.
import type { ExplainedSegment, NearMiss } from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import { plainWords } from './peer-words.ts';

interface Props {
  readonly misses: readonly NearMiss[];
  /** Of the answer that they belong to. */
  readonly version: number;
  readonly actions: Actions;
}

const MOST = 8;

export function NearMisses({ misses, version, actions }: Props) {
  if (misses.length === 0) return null;
  const isOnlyTheSide = misses.every(({ kind }) => kind === 'one-side');
  return (
    <div className="near-misses">
      <h4>{isOnlyTheSide ? 'Which side stops it' : 'What nearly let it through'}</h4>
      <ul>
        {misses.slice(0, MOST).map((miss) => (
          <li key={keyOf(miss)}>
            <p>{plainWords(miss.message)}</p>
            <p className="near-miss-acts">
              <button
                type="button"
                className="link is-policy"
                title={`Show in ${miss.span.file}`}
                onClick={() => actions.reveal(miss.span)}
              >
                {miss.policy.name}
              </button>
              <ChangeIt miss={miss} version={version} actions={actions} />
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ChangeProps extends Omit<Props, 'misses'> {
  readonly miss: NearMiss;
}

function ChangeIt({ miss: { fix }, version, actions }: ChangeProps) {
  if (fix === null) return null;
  return (
    <button
      type="button"
      className="button is-small"
      title={fix.title}
      onClick={() => actions.applyFix(fix, version)}
    >
      Change it
    </button>
  );
}

/** Of segments that are told as one, each miss once. */
export function missesOf(segments: readonly ExplainedSegment[]): readonly NearMiss[] {
  const misses = new Map<string, NearMiss>();
  for (const miss of segments.flatMap(({ nearMisses }) => nearMisses)) {
    const key = keyOf(miss);
    if (!misses.has(key)) misses.set(key, miss);
  }
  return [...misses.values()];
}

function keyOf({ kind, side, span }: NearMiss): string {
  return `${kind} ${side} ${span.start} ${span.file}`;
}
