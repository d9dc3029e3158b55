// Where a verdict depends: what to write in a policy so that it does not, each way leading to its place.
import type { ExplainedSegment, Settling } from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import { plainWords } from './peer-words.ts';
import { VerdictBadge } from './Verdict.tsx';

interface Props {
  readonly settlings: readonly Settling[];
  readonly actions: Actions;
}

export function Settlings({ settlings, actions }: Props) {
  if (settlings.length === 0) return null;
  return (
    <div className="near-misses">
      <h4>What a policy could say to settle it</h4>
      <ul>
        {settlings.map((one) => (
          <li key={keyOf(one)}>
            <p>
              <VerdictBadge verdict={one.verdict} /> {plainWords(one.message)}
            </p>
            <p className="near-miss-acts">
              <button
                type="button"
                className="link is-policy"
                title={`Show in ${one.span.file}`}
                onClick={() => actions.reveal(one.span)}
              >
                {one.policy.name}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Of segments that are told as one, each way once. */
export function settlingsOf(segments: readonly ExplainedSegment[]): readonly Settling[] {
  const all = segments.flatMap(({ settlings = [] }) => settlings);
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

function keyOf({ verdict, side, span }: Settling): string {
  return `${verdict} ${side} ${span.start} ${span.file}`;
}
