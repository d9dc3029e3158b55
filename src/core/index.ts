// The face of the core.
import type { Analysis } from './engine/analysis.ts';
import type { FlowExplanation } from './explain/decision.ts';
import type { Cluster } from './model/cluster.ts';
import type { Finding } from './model/finding.ts';
import type { PeerIndex } from './model/peer.ts';

export type { Analysis, SideTable } from './engine/analysis.ts';
export type { Flow, Flows } from './engine/flows.ts';
export { readFlows } from './engine/flows.ts';
export type {
  Decision,
  FlowExplanation,
  Match,
  PolicyReference,
  Segment,
  Selecting,
  SideDecision,
} from './explain/decision.ts';
export type { Finding, Level } from './model/finding.ts';
export type { ExternalPeer, Peer, PeerIndex, WorkloadPeer } from './model/peer.ts';
export type { ContainerPort, PortRange, PortSet, Protocol } from './model/port.ts';
export { isAllPorts, isEmptyPortSet, PROTOCOLS, rangeText } from './model/port.ts';
export type { Position, Span } from './model/span.ts';
export { lineCounter, spanAt } from './model/span.ts';
export type { Fact, Verdict } from './model/verdict.ts';
export { factSentence } from './model/verdict.ts';
export type { Workload } from './model/workload.ts';

export interface SourceFile {
  /** Unique; shown to people and named in spans. */
  readonly name: string;
  readonly text: string;
}

export interface Outcome {
  readonly cluster: Cluster;
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
}

export interface Progress {
  readonly stage: 'read' | 'decide';
  /** Documents read so far, of all. */
  readonly done: number;
  readonly total: number;
}

/** What was read before, by document text, so that only changed documents are read again. */
export interface ReadingCache {
  readonly size: number;
}

export declare function createReadingCache(): ReadingCache;
/** text → documents → resources → cluster → program → analysis; yields now and then so that work can be overtaken. */
export declare function analyzeInSteps(
  files: readonly SourceFile[],
  cache?: ReadingCache,
): Generator<Progress, Outcome>;
/** The same in one go. */
export declare function analyze(files: readonly SourceFile[], cache?: ReadingCache): Outcome;
/** Why each part of one flow is as it is. */
export declare function explainFlow(
  outcome: Outcome,
  source: PeerIndex,
  destination: PeerIndex,
): FlowExplanation;
