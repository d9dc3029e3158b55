// One direction of one flow before any port is looked at: who isolates, and which rules mean the other end.

import type { AddressRange } from '../model/cidr.ts';
import type { Cluster } from '../model/cluster.ts';
import { type End, NODES } from '../model/peer.ts';
import type { BlockPeer, Direction, Policy, Rule, RulePeer } from '../model/policy.ts';
import { seenOf, type Unbound } from '../model/seen.ts';
import { samplesOf } from './addresses.ts';
import { blocksIn } from './admin-peers.ts';
import { type Judgement, YES } from './judgement.ts';
import { judgePeer, judgeWorkload } from './peers.ts';
import { type AdminIsolation, tierOf } from './tier-side.ts';

export interface Side {
  readonly direction: Direction;
  /** Why no policy has a say at all; null where they may. */
  readonly exempt: 'external' | 'not-in-input' | Unbound | null;
  /** The policies of administrators that select the subject, or may, before the NetworkPolicies and behind them. */
  readonly admin: readonly AdminIsolation[];
  readonly baseline: readonly AdminIsolation[];
  /** The NetworkPolicies that isolate the subject, or may. */
  readonly isolations: readonly Isolation[];
  /** The other end may be the node that the subject runs on (SEMANTICS 1.21). */
  readonly mayBeOwnNode: boolean;
  /**
   * The same towards each single address of the other end, where it has several that are known: a
   * packet takes one of them, and another rule may let each through. Empty otherwise.
   */
  readonly byAddress: readonly Side[];
}

/** A policy with this direction that selects the subject, or may. */
export interface Isolation {
  readonly policy: Policy;
  readonly selected: Judgement;
  /** Those that mean the other end, or may. */
  readonly rules: readonly MeantRule[];
}

export interface MeantRule {
  readonly rule: Rule;
  /** Its peer entries that mean the other end, or may. */
  readonly peers: readonly MeantPeer[];
}

interface MeantPeer {
  /** null where the rule is open to any peer. */
  readonly entry: RulePeer | null;
  readonly judgement: Judgement;
}

/** @param subject the end whose policies are asked: the source for egress, the destination for ingress */
export function sideOf(cluster: Cluster, direction: Direction, subject: End, other: End): Side {
  // Addresses outside have no policies (SEMANTICS 0.4), pods on the host's network none that bind (1.23).
  if (subject.type === 'external') return exempt(direction, 'external');
  // Policies that bind somebody who is not in the input are not in it either.
  if (subject.type === 'actor') return exempt(direction, 'not-in-input');
  const { workload } = subject;
  const { unbound } = seenOf(workload);
  if (unbound !== null) return exempt(direction, unbound);
  const near = cluster.policies.filter((policy) => policy.namespace === workload.namespace);
  const isolations = near.flatMap((policy): readonly Isolation[] => {
    const isolating = policy[direction];
    if (isolating === null) return [];
    const selected = judgeWorkload(policy.subject, workload);
    if (selected.match === 'no') return [];
    const rules = isolating.rules
      .map((rule) => ({ rule, peers: meantPeers(cluster, policy, rule, other) }))
      .filter(({ peers }) => peers.length > 0);
    return [{ policy, selected, rules }];
  });
  const admin = tierOf(cluster, 'admin', direction, subject, other);
  const baseline = tierOf(cluster, 'baseline', direction, subject, other);
  return {
    direction,
    exempt: null,
    admin,
    isolations,
    baseline,
    mayBeOwnNode: other.type === 'actor' && other.id === NODES,
    byAddress: singleAddresses(other, [
      ...blocksOf(isolations),
      ...networksOf([...admin, ...baseline]),
    ]).map((one) => sideOf(cluster, direction, subject, one)),
  };
}

function exempt(direction: Direction, why: NonNullable<Side['exempt']>): Side {
  return {
    direction,
    exempt: why,
    admin: [],
    isolations: [],
    baseline: [],
    mayBeOwnNode: false,
    byAddress: [],
  };
}

/**
 * The other end as if it had only one of its addresses, for each of them; where only ranges are
 * known, for one address of each part of them that the blocks treat alike.
 */
function singleAddresses(peer: End, blocks: readonly BlockPeer[]): readonly End[] {
  if (peer.type === 'external') return [];
  if (peer.type === 'actor') {
    const { whereabouts } = peer;
    if (typeof whereabouts === 'string') return [];
    return singlesOf(whereabouts, blocks).map((single) => ({ ...peer, whereabouts: [single] }));
  }
  const { workload } = peer;
  const seen = seenOf(workload);
  if (seen.ranges === null && workload.hostNetwork) return [];
  const known = (workload.addresses ?? []).map(({ family, value }) => ({
    family,
    first: value,
    last: value,
  }));
  return singlesOf(seen.ranges ?? known, blocks).map((single) => ({
    ...peer,
    workload: { ...workload, seen: { ...seen, ranges: [single] } },
  }));
}

/** Nothing where there is but one. */
function singlesOf(
  ranges: readonly AddressRange[],
  blocks: readonly BlockPeer[],
): readonly AddressRange[] {
  const singles = samplesOf(ranges, blocks).map(({ family, value }) => ({
    family,
    first: value,
    last: value,
  }));
  return singles.length < 2 ? [] : singles;
}

function blocksOf(isolations: readonly Isolation[]): readonly BlockPeer[] {
  return isolations
    .flatMap(({ rules }) => rules)
    .flatMap(({ peers }) => peers)
    .flatMap(({ entry }) => (entry?.kind === 'block' ? [entry] : []));
}

function networksOf(isolations: readonly AdminIsolation[]): readonly BlockPeer[] {
  return isolations
    .flatMap(({ rules }) => rules)
    .flatMap(({ peers }) => peers)
    .flatMap(({ entry }) => (entry.kind === 'networks' ? blocksIn(entry) : []));
}

function meantPeers(
  cluster: Cluster,
  policy: Policy,
  rule: Rule,
  other: End,
): readonly MeantPeer[] {
  if (rule.peers === null) return [{ entry: null, judgement: YES }];
  return rule.peers
    .map((entry) => ({ entry, judgement: judgePeer(cluster, policy.namespace, entry, other) }))
    .filter(({ judgement }) => judgement.match !== 'no');
}
