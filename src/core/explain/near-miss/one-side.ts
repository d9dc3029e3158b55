// One end alone stops the packet; the other would let it through.
import type { End } from '../../model/peer.ts';
import type { Decision, SideDecision } from '../decision.ts';
import type { NearMiss } from './near-miss.ts';

/** Null unless exactly one side denies and the other allows for a reason that is worth a word. */
export function oneSide(
  source: End,
  destination: End,
  { egress, ingress }: Decision,
): NearMiss | null {
  if (egress.verdict === 'deny' && ingress.verdict === 'allow') {
    const why = `Only egress stops this: ${openness(ingress, destination, 'in')}. A policy that selects ${source.id} has to let it out as well.`;
    return missAt('egress', egress, why);
  }
  if (ingress.verdict === 'deny' && egress.verdict === 'allow') {
    const why = `Only ingress stops this: ${openness(egress, source, 'out')}. A policy that selects ${destination.id} has to let it in as well.`;
    return missAt('ingress', ingress, why);
  }
  return null;
}

function openness(
  { reason, admin, matches }: SideDecision,
  { id }: End,
  way: 'in' | 'out',
): string {
  switch (reason) {
    case 'external':
      return `${id} is outside the cluster, where no policy holds`;
    case 'not-in-input':
      return `no policy that binds ${id} is known`;
    case 'host-network':
      return `${id} is on its host's network, where no policy binds it`;
    case 'no-owner':
      return `${id} has no controller, and no policy binds it`;
    case 'not-enforced':
      return 'no policy is enforced';
    case 'admin': {
      const by = admin?.matches.find(
        ({ certain, action }) => certain && action === 'allow',
      )?.policy;
      const named = by === undefined ? 'the admin tier' : `${by.kind} ${by.name}`;
      return `${named} lets ${id} ${way === 'in' ? 'receive' : 'send'} it`;
    }
    case 'baseline':
      return `the baseline tier stops nothing of this ${way === 'in' ? 'into' : 'out of'} ${id}`;
    case 'not-selected':
      return `no policy restricts what comes ${way === 'in' ? 'into' : 'out of'} ${id}`;
    case 'isolated': {
      const by = matches.find(({ certain }) => certain)?.policy;
      const named = by === undefined ? 'the policies of' : `policy ${by.namespace}/${by.name} of`;
      return `${named} ${id} let${by === undefined ? '' : 's'} it ${way}`;
    }
  }
}

function missAt(
  side: NearMiss['side'],
  { selectedBy }: SideDecision,
  message: string,
): NearMiss | null {
  const first = selectedBy.find(({ certain }) => certain) ?? selectedBy[0];
  if (first === undefined) return null;
  return { kind: 'one-side', side, policy: first.policy, span: first.span, message, fix: null };
}
