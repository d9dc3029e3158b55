// The lines at either end that decide a flow: rules that let it through, and selectors that stop it.
import type { ExplainedSegment, SideDecision, TierDecision } from '../../core/index.ts';
import type { Deciding } from '../store.ts';

/** More would colour the whole text. */
const MOST = 100;

export function decidingLines(segments: readonly ExplainedSegment[]): readonly Deciding[] {
  const lines = new Map<string, Deciding>();
  for (const { decision } of segments) {
    for (const side of [decision.egress, decision.ingress]) {
      for (const one of linesOf(side)) {
        const key = `${one.span.start} ${one.span.file}`;
        if (!lines.has(key)) lines.set(key, one);
      }
    }
  }
  return [...lines.values()].slice(0, MOST);
}

function linesOf(side: SideDecision): readonly Deciding[] {
  return [...tierLines(side.admin), ...middleLines(side), ...tierLines(side.baseline)];
}

/** A rule that passes the packet on decides nothing by itself. */
function tierLines(tier: TierDecision | null): readonly Deciding[] {
  return (tier?.matches ?? []).flatMap(({ span, action, certain }) =>
    action === 'pass' ? [] : [{ span, verdict: certain ? action : 'depends' }],
  );
}

function middleLines({ matches, selectedBy }: SideDecision): readonly Deciding[] {
  if (matches.length === 0) {
    return selectedBy.map(({ span, certain }) => ({ span, verdict: certain ? 'deny' : 'depends' }));
  }
  return matches.map(({ span, certain }) => ({ span, verdict: certain ? 'allow' : 'depends' }));
}
