// What can be asked about an input once it is analyzed; apart from the face, so that it may be loaded later.
import { type Resting, restingSegments } from './assumptions/resting.ts';
import { type RestingAnswer, restingName, restingWays } from './assumptions/resting-services.ts';
import { differencesOf } from './cni/differences.ts';
import type { Effects } from './effect/effects.ts';
import { effectsOf as effectsOfCluster } from './effect/effects-of.ts';
import { type OpenedFlow, openedAlone, type PolicyPart } from './effect/opened-alone.ts';
import { type Pointed, pointAt as pointAtPart, type Spot } from './effect/pointed.ts';
import { endAt } from './engine/analysis.ts';
import { decide } from './explain/decide.ts';
import type { Decision } from './explain/decision.ts';
import {
  type ExplainedFlow,
  type ExplainedSegment,
  explainFully,
} from './explain/near-miss/explain-fully.ts';
import { exposureOf as exposureOfWorkload } from './exposure/exposure-of.ts';
import type { Exposure } from './exposure/new-pods.ts';
import { type NewPodFlows, newPodsOf } from './exposure/new-pods-of.ts';
import { complete } from './help/complete.ts';
import type { Completions } from './help/completion.ts';
import { definition } from './help/definition.ts';
import { type Hover, hover } from './help/hover.ts';
import type { Target } from './help/place.ts';
import { references } from './help/references.ts';
import { lint as applyRules } from './lint/lint.ts';
import { type StructureCache, structureFindings } from './manifests/structure-findings.ts';
import type { Finding } from './model/finding.ts';
import type { End, PeerIndex } from './model/peer.ts';
import type { Protocol } from './model/port.ts';
import type { SourceFile } from './model/source-file.ts';
import type { Span } from './model/span.ts';
import { analyze, inTextOrder, type Outcome } from './pipeline.ts';
import { askName as askPlainName, type NameAnswer } from './service/ask.ts';
import { type DrawnWays, drawnWays } from './service/drawn-ways.ts';
import { type LeadingWay, type Neighbours, neighboursOf } from './service/neighbours.ts';
import { analyzeAround, withNewNamespace } from './service/new-pods.ts';

export { format as formatText } from './help/format.ts';
export { folds as foldsOf, outline as outlineOf } from './help/outline.ts';

/** The same, whose tables also tell of the nodes, the API server and whoever else stands around the pods. */
export function withActors(outcome: Outcome): Outcome {
  return { ...outcome, analysis: analyzeAround(outcome.cluster) };
}

/** Why each part of one flow is as it is, what it takes for granted, and what nearly let through the parts that are denied. */
export function explainFlow(
  outcome: Outcome,
  source: PeerIndex,
  destination: PeerIndex,
): RestingFlow {
  const cluster = withNewNamespace(outcome.cluster);
  const [from, to] = [source, destination].map((index) => endAt(outcome.analysis, index)) as [
    End,
    End,
  ];
  const { segments } = explainFully(cluster, from, to);
  return {
    segments: restingSegments(outcome, from, to, segments),
    differs: differencesOf(cluster, outcome.assumptions.cni, from, to),
  };
}

export interface RestingFlow extends ExplainedFlow {
  readonly segments: readonly Resting<ExplainedSegment>[];
  /** What the network plugin may do otherwise, in sentences. */
  readonly differs: readonly string[];
}

/** The analysis with all there is to say of the text itself: also what the picture did not wait for. */
export function withStructure(
  outcome: Outcome,
  files: readonly SourceFile[],
  cache?: StructureCache,
): Outcome {
  const found = structureFindings(files, outcome.findings, cache);
  if (found.length === 0) return outcome;
  return { ...outcome, findings: inTextOrder([...outcome.findings, ...found], files) };
}

/**
 * Everything there is to say about the input, the findings of its reading included, in the order of
 * the text.
 * @param off the ids of lint rules that are switched off
 * @param cache what was checked of the text before
 */
export function lint(
  outcome: Outcome,
  files: readonly SourceFile[],
  off?: ReadonlySet<string>,
  cache?: StructureCache,
): readonly Finding[] {
  const { findings } = withStructure(outcome, files, cache);
  return inTextOrder([...findings, ...applyRules(outcome, off)], files);
}

/** How many flows every rule opens, together with others and by itself, and what each selector selects. */
export function effectsOf({ cluster }: Outcome): Effects {
  return effectsOfCluster(cluster);
}

/** The flows that would be lost without one part of a policy. */
export function flowsOpenedAlone(
  { cluster, analysis }: Outcome,
  part: PolicyPart,
): readonly OpenedFlow[] {
  return openedAlone(cluster, analysis, part);
}

/** What stands at a place of the text: what it selects, and the flows that it alone opens; null for nothing. */
export function pointAt({ cluster, analysis }: Outcome, spot: Spot): Pointed | null {
  return pointAtPart(cluster, analysis, spot);
}

/**
 * What could be written at an offset of a text, which may be newer than the outcome.
 * @param outcome null where nothing is known of the cluster yet
 */
export function completeAt(outcome: Outcome | null, text: string, at: number): Completions {
  const { cluster, assumptions } = outcome ?? analyze([]);
  return complete(text, at, cluster, assumptions);
}

/** What is to be said of what stands at an offset of one of the files that the outcome is of. */
export function hoverAt(
  { cluster }: Outcome,
  files: readonly SourceFile[],
  file: string,
  at: number,
): Hover | null {
  return hover(files, file, at, cluster);
}

/** Where the things stand that are meant there: what a selector selects, a port or namespace by name. */
export function definitionAt(
  { cluster }: Outcome,
  files: readonly SourceFile[],
  file: string,
  at: number,
): readonly Target[] {
  return definition(files, file, at, cluster);
}

/** What selects or names the workload, namespace, label or port that stands there. */
export function referencesAt(
  { cluster }: Outcome,
  files: readonly SourceFile[],
  file: string,
  at: number,
): readonly Span[] {
  return references(files, file, at, cluster);
}

/** The Services and ways in around a workload; null for what is none. */
export function neighbours(outcome: Outcome, index: PeerIndex): RestingNeighbours | null {
  const { cluster, analysis } = outcome;
  const peer = analysis.peers[index];
  if (peer?.type !== 'workload') return null;
  const found = neighboursOf(cluster, analysis.peers, peer);
  return { ...found, ways: restingWays(outcome, peer, found.ways) };
}

export interface RestingNeighbours extends Neighbours {
  /** Each with what it takes for granted, behind "assuming that". */
  readonly ways: readonly (LeadingWay & { readonly assuming: readonly string[] })[];
}

/** What a name and a port lead to, asked from one peer, step by step. */
export function askName(
  outcome: Outcome,
  source: PeerIndex,
  name: string,
  port: number | string | null,
): RestingAnswer | null {
  const peer = outcome.analysis.peers[source];
  if (peer === undefined) return null;
  return restingName(outcome, { source: peer, name, port, protocol: null });
}

/** The same as a program dials it: one port and protocol, without what the answer takes for granted. */
export function dial(
  { cluster, analysis }: Outcome,
  source: PeerIndex,
  name: string,
  port: number,
  protocol: Protocol,
): NameAnswer | null {
  const peer = analysis.peers[source];
  if (peer === undefined) return null;
  return askPlainName(cluster, analysis.peers, { source: peer, name, port, protocol });
}

/** One packet between two peers. */
export function decidePacket(
  { cluster, analysis: { peers } }: Outcome,
  source: PeerIndex,
  destination: PeerIndex,
  protocol: Protocol,
  port: number,
): Decision | null {
  const [from, to] = [peers[source], peers[destination]];
  return from === undefined || to === undefined ? null : decide(cluster, from, to, protocol, port);
}

/** The ways in from outside, as lines of the picture. */
export function waysOf({ cluster, analysis }: Outcome): DrawnWays {
  return drawnWays(cluster, analysis.peers);
}

/** Which pods that no manifest holds could reach a workload, or be reached by it; null for what is none. */
export function exposureOf(
  { cluster, analysis, assumptions }: Outcome,
  index: PeerIndex,
): Exposure | null {
  const peer = analysis.peers[index];
  return peer?.type === 'workload' ? exposureOfWorkload(cluster, assumptions, peer) : null;
}

/** What a new pod without labels could reach, and who could reach it: in a new namespace, then in those named. */
export function newPodFlows(
  { cluster, assumptions }: Outcome,
  namespaces: readonly string[],
): readonly NewPodFlows[] {
  return newPodsOf(cluster, assumptions, namespaces);
}
