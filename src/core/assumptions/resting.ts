// Which assumptions a verdict rests on: those without which it would be another.
import { analyzeCluster } from '../engine/analyze.ts';
import { readFlows } from '../engine/flows.ts';
import type { Decision, Segment } from '../explain/decision.ts';
import { explainFlow } from '../explain/explain-flow.ts';
import { type Assumptions, NO_ASSUMPTIONS } from '../model/assumptions.ts';
import type { Cluster } from '../model/cluster.ts';
import { type End, NEW_POD, type Peer, type PeerIndex } from '../model/peer.ts';
import { type PortRange, type PortSet, PROTOCOLS, type Protocol } from '../model/port.ts';
import { readCidr } from '../model/read-cidr.ts';
import type { Outcome } from '../pipeline.ts';
import { actorsOf } from '../service/actors.ts';
import { newPodOf, withNewNamespace } from '../service/new-pods.ts';
import { type AssumptionPart, partsOf } from './parts.ts';

/** Behind "assuming that", for a decision and for each of its sides; mostly empty. */
export interface Assumed {
  readonly verdict: readonly string[];
  readonly egress: readonly string[];
  readonly ingress: readonly string[];
}

/** The same, cut where the ports of one segment rest on different assumptions. */
export type Resting<S extends Segment> = S & { readonly assuming: Assumed };

/** The segments of one flow, each with the assumptions that it rests on. */
export function restingSegments<S extends Segment>(
  outcome: Outcome,
  source: End,
  destination: End,
  segments: readonly S[],
): readonly Resting<S>[] {
  const worlds = worldsOf(outcome, source, destination);
  if (worlds === null) return segments.map((segment) => ({ ...segment, assuming: NOTHING }));
  return segments.flatMap((segment) => {
    const pieces = new Map<string, { assuming: Assumed; byProtocol: Map<Protocol, PortRange[]> }>();
    for (const protocol of segment.protocols) {
      for (const range of segment.ranges.flatMap((range) => cut(range, protocol, worlds))) {
        const assuming = assumedAt(worlds, segment.decision, protocol, range.from);
        const key = JSON.stringify(assuming);
        const piece = pieces.get(key) ?? { assuming, byProtocol: new Map() };
        pieces.set(key, piece);
        append(piece.byProtocol, protocol, range);
      }
    }
    return [...pieces.values()].flatMap(({ assuming, byProtocol }) =>
      gathered(byProtocol).map((ports) => ({ ...segment, ...ports, assuming })),
    );
  });
}

const NOTHING: Assumed = { verdict: [], egress: [], ingress: [] };

/** The flow as it would be with other assumptions; null: an end is called otherwise there. */
type World = readonly Segment[] | null;

interface Worlds {
  readonly bare: World;
  readonly parts: readonly {
    readonly words: string;
    readonly without: World;
    readonly alone: World;
  }[];
}

function worldsOf(outcome: Outcome, source: End, destination: End): Worlds | null {
  const ends = [source, destination].flatMap((peer) =>
    peer.type === 'workload' ? [peer.workload.namespace] : [],
  );
  // Labels of a namespace that neither end is in decide nothing here.
  const parts = partsOf(outcome.assumptions).filter(
    ({ namespace }) => namespace === null || ends.includes(namespace),
  );
  if (parts.length === 0) return null;
  const worldIf = (assumptions: Assumptions): World => {
    const cluster = withNewNamespace(outcome.clusterIf(assumptions));
    const [from, to] = [sameIn(cluster, source), sameIn(cluster, destination)];
    return from === null || to === null ? null : explainFlow(cluster, from, to).segments;
  };
  return {
    bare: worldIf(NO_ASSUMPTIONS),
    parts: parts.map(({ words, without, alone }) => ({
      words,
      without: worldIf(without),
      alone: worldIf(alone),
    })),
  };
}

/** The same end in a cluster of other assumptions; null where it is called otherwise there. */
export function sameIn(cluster: Cluster, peer: End): End | null {
  const actor = actorsOf(cluster).find(({ id }) => id === peer.id);
  if (actor !== undefined || peer.type !== 'workload') return actor ?? peer;
  if (peer.id.startsWith(NEW_POD)) return newPodOf(cluster, peer.workload.namespace);
  const workload = cluster.workloads.find(({ id }) => id === peer.id);
  return workload === undefined ? null : { ...peer, workload };
}

function assumedAt(worlds: Worlds, decision: Decision, protocol: Protocol, port: number): Assumed {
  const verdictIn = (world: World, part: keyof Assumed): string => {
    const found = world?.find(
      ({ protocols, ranges }) =>
        protocols.includes(protocol) && ranges.some(({ from, to }) => from <= port && port <= to),
    )?.decision;
    if (found === undefined) return 'elsewhere';
    return part === 'verdict' ? found.verdict : found[part].verdict;
  };
  const of = (part: keyof Assumed) => {
    const now = part === 'verdict' ? decision.verdict : decision[part].verdict;
    return neededFor(now, worlds.parts, (world) => verdictIn(world, part), worlds.bare);
  };
  return { verdict: of('verdict'), egress: of('egress'), ingress: of('ingress') };
}

/**
 * Those without which the answer is another. Where any of several would do, each that does; where
 * only several together do, all.
 */
function neededFor<W, A>(
  now: A,
  parts: readonly { readonly words: string; readonly without: W; readonly alone: W }[],
  answerIn: (world: W) => A,
  bare: W,
): readonly string[] {
  if (answerIn(bare) === now) return [];
  const needed = parts.filter(({ without }) => answerIn(without) !== now);
  if (needed.length > 0) return needed.map(({ words }) => words);
  const enough = parts.filter(({ alone }) => answerIn(alone) === now);
  return (enough.length > 0 ? enough : parts).map(({ words }) => words);
}

/** Ranges inside which no world tells one port from another. */
function cut(range: PortRange, protocol: Protocol, { bare, parts }: Worlds): readonly PortRange[] {
  const worlds = [bare, ...parts.flatMap(({ without, alone }) => [without, alone])];
  const starts = new Set([range.from]);
  for (const { protocols, ranges } of worlds.flatMap((world) => world ?? [])) {
    if (!protocols.includes(protocol)) continue;
    for (const { from } of ranges) if (from > range.from && from <= range.to) starts.add(from);
  }
  const sorted = [...starts].sort((one, other) => one - other);
  return sorted.map((from, at) => ({ from, to: (sorted[at + 1] ?? range.to + 1) - 1 }));
}

function append(
  byProtocol: Map<Protocol, PortRange[]>,
  protocol: Protocol,
  range: PortRange,
): void {
  const ranges = byProtocol.get(protocol) ?? [];
  byProtocol.set(protocol, ranges);
  const last = ranges.at(-1);
  if (last !== undefined && last.to + 1 === range.from) {
    ranges[ranges.length - 1] = { from: last.from, to: range.to };
  } else ranges.push(range);
}

/** Protocols with the same ranges together. */
function gathered(
  byProtocol: ReadonlyMap<Protocol, readonly PortRange[]>,
): readonly Pick<Segment, 'protocols' | 'ranges'>[] {
  const groups = new Map<string, { protocols: Protocol[]; ranges: readonly PortRange[] }>();
  for (const [protocol, ranges] of byProtocol) {
    const key = JSON.stringify(ranges);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { protocols: [protocol], ranges });
    else group.protocols.push(protocol);
  }
  return [...groups.values()];
}

/** More than this are told as one. */
const MOST_NAMESPACES = 10;

/**
 * For each flow of an analysis, the assumptions that its ports rest on: the fast way, for all of
 * them. Nothing where nothing is assumed.
 */
export function restingOn(
  outcome: Outcome,
): (source: PeerIndex, destination: PeerIndex) => readonly string[] {
  const parts = fewParts(outcome.assumptions);
  if (parts.length === 0) return () => [];
  const { peers } = outcome.analysis;
  const now = flowTexts(outcome.analysis);
  const textsIf = (assumptions: Assumptions) => {
    const analysis = analyzeCluster(outcome.clusterIf(assumptions));
    const texts = flowTexts(analysis);
    const indexOf = new Map(analysis.peers.map((peer, at) => [peer.id, at]));
    const indexes = peers.map((peer) => indexOf.get(peer.id) ?? blockWith(analysis, peer));
    return (source: PeerIndex, destination: PeerIndex) => {
      const [from, to] = [indexes[source], indexes[destination]];
      return from === undefined || to === undefined ? 'elsewhere' : texts(from, to);
    };
  };
  const bare = textsIf(NO_ASSUMPTIONS);
  const worlds = parts.map(({ words, without, alone }) => ({
    words,
    without: textsIf(without),
    alone: textsIf(alone),
  }));
  return (source, destination) =>
    neededFor(now(source, destination), worlds, (texts) => texts(source, destination), bare);
}

/** Without an assumption the addresses outside may be cut otherwise: the block that holds those of a peer. */
function blockWith({ peers }: Outcome['analysis'], peer: Peer): PeerIndex | undefined {
  if (peer.type !== 'external') return undefined;
  const { family, value } = peer.sample;
  const holds = (text: string) => {
    const reading = readCidr(text);
    if (!reading.ok) return false;
    const { cidr } = reading;
    return cidr.family === family && cidr.first <= value && value <= cidr.last;
  };
  const at = peers.findIndex((other) => other.type === 'external' && other.cidrs.some(holds));
  return at < 0 ? undefined : at;
}

/**
 * For the parts of any answer, by their names: the assumptions without which each would be another.
 * @param answersIn equal texts are equal answers; a part that is not there is another one
 */
export function restingAnswers(
  outcome: Outcome,
  answersIn: (cluster: Cluster, peers: readonly Peer[]) => ReadonlyMap<string, string>,
): (part: string) => readonly string[] {
  const parts = fewParts(outcome.assumptions);
  if (parts.length === 0) return () => [];
  const { peers } = outcome.analysis;
  const answersIf = (assumptions: Assumptions) => {
    const cluster = outcome.clusterIf(assumptions);
    const workloads = new Map(
      cluster.workloads.map((workload) => [workload.id as string, workload]),
    );
    const there = peers.flatMap((peer): readonly Peer[] => {
      if (peer.type !== 'workload') return [peer];
      const workload = workloads.get(peer.id);
      return workload === undefined ? [] : [{ ...peer, workload }];
    });
    return answersIn(cluster, there);
  };
  const now = answersIn(outcome.cluster, peers);
  const bare = answersIf(NO_ASSUMPTIONS);
  const worlds = parts.map(({ words, without, alone }) => ({
    words,
    without: answersIf(without),
    alone: answersIf(alone),
  }));
  return (part) => neededFor(now.get(part), worlds, (answers) => answers.get(part), bare);
}

function fewParts(assumptions: Assumptions): readonly AssumptionPart[] {
  const parts = partsOf(assumptions);
  const { namespaces } = assumptions;
  if (namespaces.length <= MOST_NAMESPACES) return parts;
  return [
    ...parts.filter(({ namespace }) => namespace === null),
    {
      namespace: null,
      words: `${namespaces.length} namespaces have the labels that were given`,
      without: { ...assumptions, namespaces: [] },
      alone: { ...NO_ASSUMPTIONS, namespaces },
    },
  ];
}

/** Equal for equal flows. */
function flowTexts(analysis: Outcome['analysis']) {
  const flows = readFlows(analysis);
  const texts = new Map<PortSet, string>();
  const textOf = (set: PortSet): string => {
    const text =
      texts.get(set) ??
      PROTOCOLS.map((protocol) => set[protocol].map(({ from, to }) => `${from}-${to}`).join()).join(
        ';',
      );
    texts.set(set, text);
    return text;
  };
  return (source: PeerIndex, destination: PeerIndex): string => {
    const { allowed, depends } = flows.flow(source, destination);
    return `${textOf(allowed)} | ${textOf(depends)}`;
  };
}
