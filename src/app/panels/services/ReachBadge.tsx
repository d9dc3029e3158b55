// How far one gets, as a sign and a word: a verdict, or that some endpoints are reached and others not.
import type { Reach } from '../../../core/index.ts';
import { VerdictBadge } from '../Verdict.tsx';

export function ReachBadge({ reach }: { reach: Reach }) {
  if (reach !== 'partly') return <VerdictBadge verdict={reach} />;
  return <span className="verdict is-depends">Partly</span>;
}
