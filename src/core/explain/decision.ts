// Why one packet is let through or not: the record that the slow evaluator leaves behind.
import type { AdminAction, AdminPolicyKind } from '../model/admin-policy.ts';
import type { PortRange, Protocol } from '../model/port.ts';
import type { Unbound } from '../model/seen.ts';
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
   * Why this side answers at all as it does: `external` has no policies (SEMANTICS 0.4), those of
   * an actor that is `not-in-input` are unknown, `host-network` is not isolated (SEMANTICS 1.23), the
   * `admin` tier settles it before any NetworkPolicy is asked, it is `isolated` by those in
   * `selectedBy`, or by none and the `baseline` tier has a rule for it, or is `not-selected` by
   * anything in this direction.
   */
  readonly reason:
    | 'external'
    | 'not-in-input'
    | Unbound
    | 'admin'
    | 'isolated'
    | 'baseline'
    | 'not-selected';
  /** What the administrators' policies of the admin tier say first; null where none selects this end. */
  readonly admin: TierDecision | null;
  /** The NetworkPolicies that isolate, or may isolate, this end in this direction. */
  readonly selectedBy: readonly Selecting[];
  /** The rules among them that let the packet through, or may. */
  readonly matches: readonly Match[];
  /** What those of the baseline tier say, where NetworkPolicies may leave it to them; else null. */
  readonly baseline: TierDecision | null;
  /** What would have to be known; empty unless the verdict is `depends`. */
  readonly facts: readonly Fact[];
}

/** One tier of the administrators' policies, asked in their order until a rule surely matches. */
export interface TierDecision {
  /** How the tier ends: by an action, with no rule that matches (`none`), or it depends. */
  readonly ending: TierEnding;
  /** Those that were asked and select this end, or may. */
  readonly selectedBy: readonly AdminSelecting[];
  /** The rules among them that match, or may, in their order. */
  readonly matches: readonly AdminMatch[];
}

export type TierEnding = AdminAction | 'none' | 'depends';

export interface AdminReference {
  readonly kind: AdminPolicyKind;
  readonly name: string;
  /** null for a BaselineAdminNetworkPolicy. */
  readonly priority: number | null;
  /** Its name in the text. */
  readonly span: Span;
}

export interface AdminSelecting {
  readonly policy: AdminReference;
  readonly certain: boolean;
  /** Its subject in the text. */
  readonly span: Span;
}

export interface AdminMatch {
  readonly policy: AdminReference;
  /** The rule's position in the manifest's list. */
  readonly rule: number;
  readonly name: string | null;
  /** What it does to the packet. */
  readonly action: AdminAction;
  readonly certain: boolean;
  readonly span: Span;
  /** The peer entry that matched. */
  readonly peer: Span;
  /** The port entry that matched; null for a rule open to any port. */
  readonly port: Span | null;
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
