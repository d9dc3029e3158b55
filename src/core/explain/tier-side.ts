// One tier of the administrators' policies in one direction of one flow, before any port is looked at.
import type { AdminPolicy, AdminRule, AdminTier } from '../model/admin-policy.ts';
import type { Cluster } from '../model/cluster.ts';
import type { End, WorkloadPeer } from '../model/peer.ts';
import type { Direction } from '../model/policy.ts';
import { judgeAdminPeer, judgeAdminPods } from './admin-peers.ts';
import { type Judgement, YES } from './judgement.ts';

/** A policy with rules for the direction that selects the subject, or may. */
export interface AdminIsolation {
  readonly policy: AdminPolicy;
  readonly selected: Judgement;
  /** Those that mean the other end, or may, in their order. */
  readonly rules: readonly MeantAdminRule[];
}

export interface MeantAdminRule {
  readonly rule: AdminRule;
  /** The rule's own, unless it holds something unknown and has to fail closed (SEMANTICS 3.11). */
  readonly action: AdminRule['action'];
  /** Its peer entries that mean the other end, or may. */
  readonly peers: readonly MeantAdminPeer[];
}

export interface MeantAdminPeer {
  readonly entry: AdminRule['peers'][number];
  readonly judgement: Judgement;
}

/** In the cluster's order: by priority. */
export function tierOf(
  cluster: Cluster,
  tier: AdminTier,
  direction: Direction,
  subject: WorkloadPeer,
  other: End,
): readonly AdminIsolation[] {
  return cluster.adminPolicies.flatMap((policy): readonly AdminIsolation[] => {
    // A direction without rules is not touched (SEMANTICS 3.3).
    if (policy.tier !== tier || policy[direction].length === 0) return [];
    const selected = judgeAdminPods(cluster, policy.subject, subject);
    if (selected.match === 'no') return [];
    const rules = policy[direction]
      .map((rule) => meantRule(cluster, rule, other))
      .filter(({ peers }) => peers.length > 0);
    return [{ policy, selected, rules }];
  });
}

function meantRule(cluster: Cluster, rule: AdminRule, other: End): MeantAdminRule {
  const unknown = rule.peers.find(({ kind }) => kind === 'unknown');
  if (unknown !== undefined && rule.action !== 'allow') {
    return { rule, action: 'deny', peers: [{ entry: unknown, judgement: YES }] };
  }
  const peers = rule.peers
    .flatMap((entry) =>
      entry.kind === 'unknown' ? [] : [{ entry, judgement: judgeAdminPeer(cluster, entry, other) }],
    )
    .filter(({ judgement }) => judgement.match !== 'no');
  return { rule, action: rule.action, peers };
}
