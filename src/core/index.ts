// The face of the core.
import type { Effects } from './effect/effects.ts';
import { effectsOf as effectsOfCluster } from './effect/effects-of.ts';
import { type OpenedFlow, openedAlone, type PolicyPart } from './effect/opened-alone.ts';
import { type ExplainedFlow, explainFully } from './explain/near-miss/explain-fully.ts';
import { lint as applyRules } from './lint/lint.ts';
import type { Finding } from './model/finding.ts';
import type { Peer, PeerIndex } from './model/peer.ts';
import type { SourceFile } from './model/source-file.ts';
import { inTextOrder, type Outcome } from './pipeline.ts';

export type { Obstacles } from './drawing/bend.ts';
export { bendOf } from './drawing/bend.ts';
export { draw } from './drawing/draw.ts';
export type { Drawing, EndId, Link, Shape } from './drawing/drawing.ts';
export { EVERYTHING, linkId, OUTSIDE } from './drawing/drawing.ts';
export { namedBy } from './drawing/filters.ts';
export type { Rect } from './drawing/geometry.ts';
export { boundsOf } from './drawing/geometry.ts';
export { peersAt } from './drawing/groups.ts';
export type { Layout } from './drawing/layout.ts';
export { layout } from './drawing/layout.ts';
export { NAME_LETTERS, noteText, shapeSize } from './drawing/measure.ts';
export { externalName, portsText } from './drawing/names.ts';
export type { Effects } from './effect/effects.ts';
export type { OpenedFlow, PolicyPart } from './effect/opened-alone.ts';
export type { Analysis } from './engine/analysis.ts';
export type { Flow, Flows } from './engine/flows.ts';
export { readFlows } from './engine/flows.ts';
export type {
  FlowExplanation,
  Match,
  PolicyReference,
  Segment,
  Selecting,
  SideDecision,
} from './explain/decision.ts';
export type { ExplainedFlow } from './explain/near-miss/explain-fully.ts';
export type { NearMiss, NearMissKind } from './explain/near-miss/near-miss.ts';
export { nearMisses } from './explain/near-miss/near-misses.ts';
export { evaluate } from './export/eval.ts';
export { renderEvalJson } from './export/eval-json.ts';
export { renderEvalText } from './export/eval-text.ts';
export { renderLintJson } from './export/lint-json.ts';
export { renderLintText, renderRules } from './export/lint-text.ts';
export { renderListJson } from './export/list-json.ts';
export { renderListText } from './export/list-text.ts';
export { listFindings } from './export/listing.ts';
export { placesIn } from './export/places.ts';
export { renderSarif } from './export/sarif.ts';
export { findPeer } from './find-peer.ts';
export { createReadingCache } from './manifests/read-files.ts';
export type { Finding, Level } from './model/finding.ts';
export type { Peer, PeerIndex } from './model/peer.ts';
export type { ContainerPort, PortRange, PortSet, Protocol } from './model/port.ts';
export { isAllPorts, isEmptyPortSet, PROTOCOLS, rangeText } from './model/port.ts';
export type { SourceFile } from './model/source-file.ts';
export type { Position, Span } from './model/span.ts';
export { lineCounter, spanAt } from './model/span.ts';
export type { Verdict } from './model/verdict.ts';
export { factSentence } from './model/verdict.ts';
export type { Workload } from './model/workload.ts';
export type { Outcome, Progress } from './pipeline.ts';
export { analyze, analyzeInSteps } from './pipeline.ts';

/** Why each part of one flow is as it is, and what nearly let through the parts that are denied. */
export function explainFlow(
  { analysis, cluster }: Outcome,
  source: PeerIndex,
  destination: PeerIndex,
): ExplainedFlow {
  const peer = (at: PeerIndex) => analysis.peers[at] as Peer;
  return explainFully(cluster, peer(source), peer(destination));
}

/**
 * Everything there is to say about the input, the findings of its reading included, in the order of
 * the text.
 * @param off the ids of lint rules that are switched off
 */
export function lint(
  outcome: Outcome,
  files: readonly SourceFile[],
  off?: ReadonlySet<string>,
): readonly Finding[] {
  return inTextOrder([...outcome.findings, ...applyRules(outcome, off)], files);
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
