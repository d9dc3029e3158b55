// A peer entry of a rule whose ports match, but which does not mean the other end.
import type { Policy, Rule, RulePeer } from '../../model/policy.ts';
import type { Blocked } from './blocked.ts';
import { withRule } from './blocked.ts';

export interface PeerPlace<P extends RulePeer = RulePeer> {
  readonly blocked: Blocked;
  readonly policy: Policy;
  readonly rule: Rule;
  readonly peer: P;
}

/** The policy with other entries in the place of this one. */
export function withPeers({ blocked, policy, rule, peer }: PeerPlace, ...by: RulePeer[]): Policy {
  const peers = (rule.peers ?? []).flatMap((one) => (one === peer ? by : [one]));
  return withRule(policy, blocked.direction, rule, { ...rule, peers });
}
