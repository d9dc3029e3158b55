// The policies of a cluster's administrators, which stand before and behind the NetworkPolicies:
// AdminNetworkPolicy and BaselineAdminNetworkPolicy (policy.networking.k8s.io/v1alpha1) and
// ClusterNetworkPolicy (v1alpha2), read into one form with the place of every part.
import type { Cidr } from './cidr.ts';
import type { PortRange, Protocol } from './port.ts';
import type { Selector } from './selector.ts';
import type { Origin, Range } from './span.ts';

export type AdminPolicyKind =
  | 'AdminNetworkPolicy'
  | 'BaselineAdminNetworkPolicy'
  | 'ClusterNetworkPolicy';

/** The admin tier is asked before the NetworkPolicies, the baseline tier where none of them isolates the pod (SEMANTICS 0.3). */
export type AdminTier = 'admin' | 'baseline';

/** ClusterNetworkPolicy writes Accept where the older kinds write Allow (SEMANTICS 4.3). */
export type AdminAction = 'allow' | 'deny' | 'pass';

export interface AdminPolicy {
  readonly kind: AdminPolicyKind;
  readonly tier: AdminTier;
  /** 0 to 1000, the lower one first, within its tier; null for a BaselineAdminNetworkPolicy, which has none (SEMANTICS 3.2, 4.2). */
  readonly priority: number | null;
  /** The value of its field; null where it has none. */
  readonly priorityRange: Range | null;
  readonly name: string;
  readonly origin: Origin;
  /** The whole object. */
  readonly range: Range;
  readonly nameRange: Range;
  /** The pods it selects; those on their host's network never (SEMANTICS 3.1). */
  readonly subject: AdminPods;
  /** In the order that decides: the first rule that matches (SEMANTICS 3.3). Empty: it says nothing of the direction. */
  readonly ingress: readonly AdminRule[];
  readonly egress: readonly AdminRule[];
  /** The lint rules that its annotation switches off. */
  readonly ignores: readonly string[];
}

export interface AdminRule {
  /** Position in the manifest's `ingress` or `egress` list. */
  readonly index: number;
  readonly range: Range;
  readonly name: string | null;
  readonly action: AdminAction;
  /** The value of its field `action`. */
  readonly actionRange: Range;
  /** Any of them; never empty (SEMANTICS 2.17). */
  readonly peers: readonly AdminPeer[];
  /** null: all traffic (SEMANTICS 3.10). Never empty. */
  readonly ports: readonly AdminPort[] | null;
}

export type AdminPeer = AdminPods | NetworksPeer | NodesPeer | DomainNamesPeer | UnknownPeer;

/**
 * Pods by labels; both selectors must hold. Pods on their host's network are never meant. It has the
 * form of a NetworkPolicy's peer, but is never confined to a namespace (SEMANTICS 4.6).
 */
export interface AdminPods {
  readonly kind: 'pods';
  /** The whole entry: `namespaces` or `pods` with its name. */
  readonly range: Range;
  /** Everything where `pods` names no namespaceSelector. */
  readonly namespaces: Selector;
  /** null: every pod there, as `namespaces` means it. */
  readonly pods: Selector | null;
}

/** Addresses, those of pods included (SEMANTICS 3.7); in egress rules only. */
export interface NetworksPeer {
  readonly kind: 'networks';
  readonly range: Range;
  /** Never empty. */
  readonly networks: readonly { readonly cidr: Cidr; readonly range: Range }[];
}

/** The addresses of machines, and with them the pods on their network (SEMANTICS 3.8); in egress rules only. */
export interface NodesPeer {
  readonly kind: 'nodes';
  readonly range: Range;
  readonly selector: Selector;
}

/** Addresses that the names stand for, outside the pods' network (SEMANTICS 3.9, 4.10); in egress rules only. */
export interface DomainNamesPeer {
  readonly kind: 'domain-names';
  readonly range: Range;
  /** As written: `example.com`, or `*.example.com` for every name below it. Never empty. */
  readonly names: readonly { readonly name: string; readonly range: Range }[];
}

/** An entry that names nothing we know: an allow matches nothing by it, a deny or pass denies everything (SEMANTICS 3.11). */
export interface UnknownPeer {
  readonly kind: 'unknown';
  readonly range: Range;
}

export interface AdminPort {
  readonly range: Range;
  /** The number, range or name in the text; null for a protocol alone. */
  readonly valueRange: Range | null;
  /** null: any, for a name without one, which brings its own (SEMANTICS 3.10, 4.4). */
  readonly protocol: Protocol | null;
  /** null: every port of the protocol; a name resolves on the destination pod, and on nothing else (SEMANTICS 4.5). */
  readonly port: PortRange | { readonly name: string } | null;
}
