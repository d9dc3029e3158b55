// A NetworkPolicy (networking.k8s.io/v1) with its defaults applied and the place of every part.
import type { Cidr } from './cidr.ts';
import type { PortRange, Protocol } from './port.ts';
import type { Selector } from './selector.ts';
import type { Origin, Range } from './span.ts';

export type Direction = 'egress' | 'ingress';

export interface Policy {
  readonly namespace: string;
  readonly name: string;
  readonly origin: Origin;
  /** The whole object. */
  readonly range: Range;
  readonly nameRange: Range;
  /** The pods of its own namespace that it selects (SEMANTICS 1.1). */
  readonly subject: Selector;
  readonly subjectRange: Range;
  /** What it says of each direction; null where it does not isolate that direction (SEMANTICS 1.4, 1.5). */
  readonly ingress: PolicySide | null;
  readonly egress: PolicySide | null;
  /** The value of policyTypes; null where it is missing or empty and the default holds (SEMANTICS 1.4). */
  readonly typesRange: Range | null;
  /** Rules for a direction that its policyTypes leave out: they have no effect (SEMANTICS 1.5). */
  readonly unlisted: readonly UnlistedRules[];
  /** A label or annotation that gives it a place in an order, which policies don't have. */
  readonly orderRange: Range | null;
  /** The lint rules that its annotation switches off. */
  readonly ignores: readonly string[];
}

export interface UnlistedRules {
  readonly direction: Direction;
  /** The field's name in the text. */
  readonly keyRange: Range;
  /** Never empty. */
  readonly rules: readonly Rule[];
}

/** Isolation in one direction; no rules means nothing is let through. */
export interface PolicySide {
  readonly rules: readonly Rule[];
}

export interface Rule {
  /** Position in the manifest's `ingress` or `egress` list. */
  readonly index: number;
  readonly range: Range;
  /** null: any peer, in or out of the cluster (SEMANTICS 1.7). Never empty. */
  readonly peers: readonly RulePeer[] | null;
  /** null: any port of any protocol (SEMANTICS 1.7). Never empty. */
  readonly ports: readonly RulePort[] | null;
}

export type RulePeer = PodsPeer | BlockPeer;

/** Pods by labels; both selectors must hold (SEMANTICS 1.9, 1.10). */
export interface PodsPeer {
  readonly kind: 'pods';
  readonly range: Range;
  /** null: the policy's own namespace. */
  readonly namespaces: Selector | null;
  /** null: every pod there. */
  readonly pods: Selector | null;
}

/** Addresses: in `cidr` and in no `except` (SEMANTICS 1.12). */
export interface BlockPeer {
  readonly kind: 'block';
  readonly range: Range;
  readonly cidr: Cidr;
  readonly except: readonly Cidr[];
  /** Where they are written: the text of `cidr`, and of each of `except` in its order. */
  readonly place?: { readonly cidr: Range; readonly except: readonly Range[] };
}

export interface RulePort {
  readonly range: Range;
  /** The value of its field `port`; null where it has none. */
  readonly valueRange: Range | null;
  /** Likewise of its field `protocol`. */
  readonly protocolRange?: Range | null;
  /** Whether it writes an `endPort`, which a new `port` would have to suit. */
  readonly hasEndPort?: boolean;
  readonly protocol: Protocol;
  /** null: every port of the protocol (SEMANTICS 1.14); a name resolves on the destination pod (SEMANTICS 1.16). */
  readonly port: PortRange | { readonly name: string } | null;
}
