// What came of checking one intended flow: plain data, which crosses from the worker to the page as it is.
import type { Decision } from '../explain/decision.ts';
import type { PeerIndex } from '../model/peer.ts';
import type { PortSet } from '../model/port.ts';
import type { Verdict } from '../model/verdict.ts';

export interface FlowCheck {
  /** unsure: it depends on what the manifests don't tell, so it is not passed. */
  readonly state: 'passed' | 'failed' | 'unsure';
  /** How many pairs of peers it means. */
  readonly pairs: number;
  /** The ends that all of its pairs have in common, each null where they differ or it is no peer of the analysis. */
  readonly subject: { readonly source: PeerIndex | null; readonly destination: PeerIndex | null };
  /** Why it can't be asked, in a sentence, as when a name means nobody; it is failed then. */
  readonly problem: string | null;
  /** The first few pairs that are not as intended: of a failed one those that surely are not. */
  readonly offending: readonly OffendingPair[];
  /** All of them. */
  readonly offendingCount: number;
  /** Why it is not passed, in a sentence or two; null where it is. */
  readonly why: string | null;
}

export interface OffendingPair {
  /** The peers' ids. */
  readonly source: string;
  readonly destination: string;
  /** Null for one that the analysis has no peer for. */
  readonly sourceIndex: PeerIndex | null;
  readonly destinationIndex: PeerIndex | null;
  /** The Service that leads there, as written; null where none is asked. */
  readonly service: string | null;
  /** Not the flow itself is missing but the cluster's DNS, without which the Service has no name. */
  readonly isDns: boolean;
  /** The ports that are not as intended, of the destination's pods. */
  readonly ports: PortSet;
  readonly verdict: Verdict;
  /** Why, of the first of these ports, by the slow evaluator. */
  readonly decision: Decision;
}
