// What each rule opens and each selector selects: numbers at their places in the text.
import type { AdminPolicyKind } from '../model/admin-policy.ts';
import type { Direction } from '../model/policy.ts';
import type { Span } from '../model/span.ts';

/** Plain data, in the order of the cluster's policies. */
export interface Effects {
  readonly policies: readonly PolicyEffects[];
  readonly adminPolicies: readonly AdminPolicyEffects[];
}

/** What a policy of an administrator selects. What its rules open depends on their order: no part of them does by itself. */
export interface AdminPolicyEffects {
  readonly kind: AdminPolicyKind;
  readonly name: string;
  readonly subject: Selected;
  readonly rules: readonly {
    readonly direction: Direction;
    readonly index: number;
    /** One for each entry of `from` or `to`, but for domain names, which stand for what only DNS can tell. */
    readonly peers: readonly (Selected & { readonly at: number })[];
  }[];
}

export interface PolicyEffects {
  readonly namespace: string;
  readonly name: string;
  /** Its podSelector. */
  readonly subject: Selected;
  /** Egress first, each direction in its order. */
  readonly rules: readonly RuleEffects[];
}

/** How many workloads a selector or a block of addresses means. */
export interface Selected {
  readonly span: Span;
  /** Surely; those without pods at the moment included. */
  readonly workloads: number;
  /** Those besides of which it needs a fact that manifests lack. */
  readonly maybe: number;
  /** Blocks of addresses outside the cluster; none where it is missing. */
  readonly outside?: number;
  /** Of a subject: those besides that no policy binds, as where the network plugin enforces none. */
  readonly unbound?: number;
}

/** Counts are flows: pairs of a source and a destination, however many ports. */
export interface RuleEffects {
  readonly direction: Direction;
  /** Position in the policy's list. */
  readonly index: number;
  readonly span: Span;
  /** Flows of which some port is allowed, and this rule surely lets it through on its side. */
  readonly opens: number;
  /** Of these, the ones that would lose an allowed port without the rule. */
  readonly alone: number;
  /** Flows besides that depend, and this rule may let the port in doubt through. */
  readonly mayOpen: number;
  /** Flows that would lose no allowed port without the rule, but one that depends. */
  readonly mayAlone: number;
  /** One for each entry of `from` or `to`; empty where it is open to any peer. */
  readonly peers: readonly Selected[];
}
