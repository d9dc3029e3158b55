// What can be asked about an input once it is analyzed; apart from the face, so that it may be loaded later.
import type { Effects } from './effect/effects.ts';
import { effectsOf as effectsOfCluster } from './effect/effects-of.ts';
import { type OpenedFlow, openedAlone, type PolicyPart } from './effect/opened-alone.ts';
import { type Pointed, pointAt as pointAtPart, type Spot } from './effect/pointed.ts';
import { type ExplainedFlow, explainFully } from './explain/near-miss/explain-fully.ts';
import { lint as applyRules } from './lint/lint.ts';
import { type StructureCache, structureFindings } from './manifests/structure-findings.ts';
import type { Finding } from './model/finding.ts';
import type { Peer, PeerIndex } from './model/peer.ts';
import type { SourceFile } from './model/source-file.ts';
import { inTextOrder, type Outcome } from './pipeline.ts';

/** Why each part of one flow is as it is, and what nearly let through the parts that are denied. */
export function explainFlow(
  { analysis, cluster }: Outcome,
  source: PeerIndex,
  destination: PeerIndex,
): ExplainedFlow {
  const peer = (at: PeerIndex) => analysis.peers[at] as Peer;
  return explainFully(cluster, peer(source), peer(destination));
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
