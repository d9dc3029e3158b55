// The flows that one part of a policy opens by itself: they would be lost without it.

import type { Analysis, SideTable } from '../engine/analysis.ts';
import { readFlows } from '../engine/flows.ts';
import { createPortSets, type PortSetId } from '../engine/port-sets.ts';
import { decideSide } from '../engine/side.ts';
import { createTerms } from '../engine/terms.ts';
import { gatherUnits } from '../engine/units.ts';
import type { Cluster } from '../model/cluster.ts';
import type { PeerIndex } from '../model/peer.ts';
import type { Direction, Policy, Rule } from '../model/policy.ts';
import type { PortSet } from '../model/port.ts';

/** Positions in the policy's lists; a rule without `peer` and `port` is meant as a whole. */
export interface PolicyPart {
  readonly namespace: string;
  readonly name: string;
  readonly direction: Direction;
  /** Without it, all rules of the direction. */
  readonly rule?: number;
  /** One entry of the rule's `from` or `to`. */
  readonly peer?: number;
  /** One of the rule's `ports`. */
  readonly port?: number;
}

export interface OpenedFlow {
  readonly source: PeerIndex;
  readonly destination: PeerIndex;
  /** Allowed now, and not without the part. */
  readonly ports: PortSet;
  /** In doubt now, and denied without it. */
  readonly depends: PortSet;
}

/** By source, then destination; empty for a part that is not there. */
export function openedAlone(
  cluster: Cluster,
  analysis: Analysis,
  part: PolicyPart,
): readonly OpenedFlow[] {
  const policy = cluster.policies.find(
    ({ namespace, name }) => namespace === part.namespace && name === part.name,
  );
  const reduced = policy === undefined ? null : without(policy, part);
  if (policy === undefined || reduced === null) return [];
  const changed: Cluster = {
    ...cluster,
    policies: cluster.policies.map((one) => (one === policy ? reduced : one)),
  };
  // The peers stay those of the whole, even if the part alone told some of them apart.
  const units = gatherUnits(cluster);
  const portSets = createPortSets(analysis.portSets);
  const after = decideSide(changed, units, createTerms(changed, units), portSets, part.direction);
  const before = analysis[part.direction];
  const other = part.direction === 'egress' ? analysis.ingress : analysis.egress;

  const flows = readFlows(analysis);
  const { intersection, difference, sets } = portSets;
  const opened: OpenedFlow[] = [];
  analysis.peers.forEach((subject, at) => {
    if (subject.type === 'external' || subject.workload.namespace !== part.namespace) return;
    analysis.peers.forEach((_, peer) => {
      const [wasAllowed, wasPossible] = cell(before, at, peer);
      const [isAllowed, isPossible] = cell(after, at, peer);
      if (wasAllowed === isAllowed && wasPossible === isPossible) return;
      const [source, destination] = part.direction === 'egress' ? [at, peer] : [peer, at];
      if (!flows.exists(source, destination)) return;
      const [otherAllowed, otherPossible] = cell(other, peer, at);
      const open = intersection(wasAllowed, otherAllowed);
      const ports = difference(open, isAllowed);
      const inDoubt = difference(intersection(wasPossible, otherPossible), open);
      const depends = difference(inDoubt, isPossible);
      const [gone, unsure] = [sets[ports] as PortSet, sets[depends] as PortSet];
      if (ports + depends > 0) opened.push({ source, destination, ports: gone, depends: unsure });
    });
  });
  return opened.sort((one, two) => one.source - two.source || one.destination - two.destination);
}

function cell(
  { subjectClass, peerClass, allowed, possible }: SideTable,
  subject: PeerIndex,
  peer: PeerIndex,
): readonly [allowed: PortSetId, possible: PortSetId] {
  const row = subjectClass[subject] as number;
  const column = peerClass[peer] as number;
  return [allowed[row]?.[column] as PortSetId, possible[row]?.[column] as PortSetId];
}

/** The policy without the part, isolating as before; null where there is no such part. */
function without(policy: Policy, { direction, rule: at, peer, port }: PolicyPart): Policy | null {
  const side = policy[direction];
  if (side === null) return null;
  const withRules = (rules: readonly Rule[]): Policy => ({ ...policy, [direction]: { rules } });
  if (at === undefined) return withRules([]);
  const rule = side.rules.find(({ index }) => index === at);
  if (rule === undefined) return null;
  const peers = peer === undefined ? rule.peers : takeOut(rule.peers, peer);
  const ports = port === undefined ? rule.ports : takeOut(rule.ports, port);
  if (peers === undefined || ports === undefined) return null;
  // The last entry takes the rule with it: an empty list would mean any (SEMANTICS 1.7).
  const isGone =
    (peer === undefined && port === undefined) || peers?.length === 0 || ports?.length === 0;
  const changed = { ...rule, peers, ports };
  return withRules(side.rules.flatMap((one) => (one !== rule ? [one] : isGone ? [] : [changed])));
}

/** Undefined where there is no such entry. */
function takeOut<Entry>(list: readonly Entry[] | null, at: number): readonly Entry[] | undefined {
  if (list === null || at < 0 || at >= list.length) return undefined;
  return list.filter((_, index) => index !== at);
}
