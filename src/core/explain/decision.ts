// Why one packet is let through or not: the record that the slow evaluator leaves behind.
import type { PortRange, Protocol } from '../model/port.ts';
import type { Span } from '../model/span.ts';
import type { Fact, Verdict } from '../model/verdict.ts';

export interface Decision {
  readonly verdict: Verdict;
  readonly egress: SideDecision;
  readonly ingress: SideDecision;
}

export interface SideDecision {
  readonly verdict: Verdict;
  /**
   * Why this side answers at all as it does: `external` has no policies (SEMANTICS 0.4),
   * `host-network` is not isolated (SEMANTICS 1.23), `not-selected` by any policy in this
   * direction, or `isolated` by those in `selectedBy`.
   */
  readonly reason: 'external' | 'host-network' | 'not-selected' | 'isolated';
  /** The policies that isolate, or may isolate, this end in this direction. */
  readonly selectedBy: readonly Selecting[];
  /** The rules among them that let the packet through, or may. */
  readonly matches: readonly Match[];
  /** What would have to be known; empty unless the verdict is `depends`. */
  readonly facts: readonly Fact[];
}

export interface PolicyReference {
  readonly namespace: string;
  readonly name: string;
  /** Its name in the text. */
  readonly span: Span;
}

export interface Selecting {
  readonly policy: PolicyReference;
  /** False where it depends on a fact whether the policy selects this end. */
  readonly certain: boolean;
  /** Its podSelector in the text. */
  readonly span: Span;
}

export interface Match {
  readonly policy: PolicyReference;
  /** The rule's position in the manifest's list. */
  readonly rule: number;
  /** False where it depends on a fact whether the rule matches. */
  readonly certain: boolean;
  readonly span: Span;
  /** The peer entry that matched; null for a rule open to any peer. */
  readonly peer: Span | null;
  /** The port entry that matched; null for a rule open to any port. */
  readonly port: Span | null;
}

/** A whole flow: for each protocol, ports that are decided alike for the same reasons. */
export interface FlowExplanation {
  readonly segments: readonly Segment[];
}

export interface Segment {
  readonly protocols: readonly Protocol[];
  /** The same ranges in each of the protocols. */
  readonly ranges: readonly PortRange[];
  readonly decision: Decision;
}
