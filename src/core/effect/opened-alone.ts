// The flows that one part of a policy opens by itself: they would be lost without it. Worked out for
// kinds of peers that both tables treat alike, so that a thousand workloads cost no more than their kinds.
import type { Analysis, SideTable } from '../engine/analysis.ts';
import { type Flows, readFlows } from '../engine/flows.ts';
import { createPortSets, type PortSets } from '../engine/port-sets.ts';
import { readSide } from '../engine/read-side.ts';
import { decideSide } from '../engine/side.ts';
import { createTerms } from '../engine/terms.ts';
import type { Answer } from '../engine/tier-outcomes.ts';
import { gatherUnits, type Units } from '../engine/units.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Peer, PeerIndex } from '../model/peer.ts';
import type { Direction, Policy, Rule } from '../model/policy.ts';
import type { PortSet } from '../model/port.ts';
import { existenceOf, type Kinds, kindsOf } from './kinds.ts';
import type { Opened, OpenedCell } from './opened.ts';
import { openedFlows } from './opened.ts';

/** Positions in the policy's lists; a rule without `peer` and `port` is meant as a whole. */
export interface PolicyPart {
  readonly namespace: string;
  readonly name: string;
  /** Without it, all rules of both directions. */
  readonly direction?: Direction;
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
  return openedFlows(analysis, openedBy(cluster, analysis, part));
}

/** The same by kinds of peers; opens nothing for a part that is not there. */
export function openedBy(
  cluster: Cluster,
  analysis: Analysis,
  part: PolicyPart,
  units: Units = gatherUnits(cluster),
): Opened {
  const policy = cluster.policies.find(
    ({ namespace, name }) => namespace === part.namespace && name === part.name,
  );
  const reduced = policy === undefined ? null : without(policy, part);
  if (policy === undefined || reduced === null) return NOTHING;
  const changed: Cluster = {
    ...cluster,
    policies: cluster.policies.map((one) => (one === policy ? reduced : one)),
  };
  // The peers stay those of the whole, even if the part alone told some of them apart.
  const terms = createTerms(changed, units);
  const portSets = createPortSets(analysis.portSets);
  const after = (direction: Direction): SideTable =>
    reduced[direction] === policy[direction]
      ? analysis[direction]
      : decideSide(changed, units, terms, portSets, direction);
  const sides = { egress: after('egress'), ingress: after('ingress') };
  const tables = [analysis.egress, analysis.ingress, sides.egress, sides.ingress];
  const kinds = kindsOf(analysis.peers, tables);
  return { ...countedIn(analysis, kinds, cellsOf(analysis, sides, kinds, portSets)) };
}

const NOTHING: Opened = { kindOf: new Int32Array(), cells: [], flows: 0, mayFlows: 0 };

type Sides = Readonly<Record<Direction, SideTable>>;

/** A table read by kind of peer. */
interface KindTable {
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  readonly allowed: readonly Int32Array[];
  readonly possible: readonly Int32Array[];
  /** Whether the rows are but the NetworkPolicies' part of the answer. */
  readonly isTiered: boolean;
  /** The whole answer. */
  readonly read: (subject: number, peer: number) => Answer;
}

function byKind(side: SideTable, { samples }: Kinds, portSets: PortSets): KindTable {
  const { subjectClass, peerClass, allowed, possible } = side;
  const readPeers = readSide(side, portSets);
  const read = (subject: number, peer: number) =>
    readPeers(samples[subject] as number, samples[peer] as number);
  const isTiered = side.tiers !== null;
  const rowOf = Int32Array.from(samples, (peer) => subjectClass[peer] as number);
  const columnOf = Int32Array.from(samples, (peer) => peerClass[peer] as number);
  return { rowOf, columnOf, allowed, possible, isTiered, read };
}

function cellsOf(
  before: Sides,
  after: Sides,
  kinds: Kinds,
  portSets: PortSets,
): readonly OpenedCell[] {
  const { sets, intersection, difference } = portSets;
  const tablesOf = ({ egress, ingress }: Sides) => ({
    egress: byKind(egress, kinds, portSets),
    ingress: byKind(ingress, kinds, portSets),
  });
  const was = tablesOf(before);
  const left = tablesOf(after);
  const seen = new Set<number>();
  const cells: OpenedCell[] = [];
  for (const direction of ['egress', 'ingress'] as const) {
    if (before[direction] === after[direction]) continue;
    eachDifference(was[direction], left[direction], (subject, peer) => {
      const [source, destination] = direction === 'egress' ? [subject, peer] : [peer, subject];
      const pair = source * kinds.samples.length + destination;
      if (seen.has(pair)) return;
      seen.add(pair);
      const both = (sides: typeof was): Answer => {
        const [outAllowed, outPossible] = sides.egress.read(source, destination);
        const [inAllowed, inPossible] = sides.ingress.read(destination, source);
        return [intersection(outAllowed, inAllowed), intersection(outPossible, inPossible)];
      };
      const [open, possible] = both(was);
      const [openLeft, possibleLeft] = both(left);
      const ports = difference(open, openLeft);
      const depends = difference(difference(possible, open), possibleLeft);
      if (ports + depends === 0) return;
      cells.push({
        source,
        destination,
        ports: sets[ports] as PortSet,
        depends: sets[depends] as PortSet,
        isSure: ports !== 0,
      });
    });
  }
  return cells;
}

/** Plain loops, as all kinds are compared with all: most rows are the same. */
function eachDifference(
  was: KindTable,
  left: KindTable,
  visit: (subject: number, peer: number) => void,
): void {
  const kinds = was.rowOf.length;
  if (was.isTiered || left.isTiered) {
    eachAnswer(kinds, (subject, peer) => {
      const [allowed, possible] = was.read(subject, peer);
      const [allowedLeft, possibleLeft] = left.read(subject, peer);
      if (allowed !== allowedLeft || possible !== possibleLeft) visit(subject, peer);
    });
    return;
  }
  for (let subject = 0; subject < kinds; subject++) {
    const allowed = was.allowed[was.rowOf[subject] as number] as Int32Array;
    const possible = was.possible[was.rowOf[subject] as number] as Int32Array;
    const allowedLeft = left.allowed[left.rowOf[subject] as number] as Int32Array;
    const possibleLeft = left.possible[left.rowOf[subject] as number] as Int32Array;
    for (let peer = 0; peer < kinds; peer++) {
      const column = was.columnOf[peer] as number;
      const columnLeft = left.columnOf[peer] as number;
      if (
        allowed[column] !== allowedLeft[columnLeft] ||
        possible[column] !== possibleLeft[columnLeft]
      ) {
        visit(subject, peer);
      }
    }
  }
}

function eachAnswer(kinds: number, ask: (subject: number, peer: number) => void): void {
  for (let subject = 0; subject < kinds; subject++) {
    for (let peer = 0; peer < kinds; peer++) ask(subject, peer);
  }
}

/** Leaves out the cells that stand for no flow. */
function countedIn(
  analysis: Analysis,
  { kindOf, samples }: Kinds,
  cells: readonly OpenedCell[],
): Opened {
  const flows: Flows = readFlows(analysis);
  const sizes = new Int32Array(samples.length);
  for (const kind of kindOf) sizes[kind] = (sizes[kind] as number) + 1;
  const pairsOf = ({ source, destination }: OpenedCell): number => {
    const [from, to] = [samples[source] as number, samples[destination] as number];
    const [many, others] = [sizes[source] as number, sizes[destination] as number];
    if (source !== destination) return flows.exists(from, to) ? many * others : 0;
    const peer = analysis.peers[from] as Peer;
    const existence = existenceOf(peer);
    if (existence === 'several') return many * many;
    return existence === 'one' ? many * many - many : 0;
  };
  const counted = cells
    .map((one) => ({ one, pairs: pairsOf(one) }))
    .filter(({ pairs }) => pairs > 0);
  const sum = (isSure: boolean) =>
    counted
      .filter(({ one }) => one.isSure === isSure)
      .reduce((total, { pairs }) => total + pairs, 0);
  return { kindOf, cells: counted.map(({ one }) => one), flows: sum(true), mayFlows: sum(false) };
}

/** The policy without the part, isolating as before; null where there is no such part. */
function without(policy: Policy, { direction, rule: at, peer, port }: PolicyPart): Policy | null {
  const none = { rules: [] };
  if (direction === undefined) {
    const { egress, ingress } = policy;
    return { ...policy, egress: egress && none, ingress: ingress && none };
  }
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
