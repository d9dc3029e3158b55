// One end of a flow.
import type { Address, AddressRange } from './cidr.ts';
import type { Workload } from './workload.ts';

/** A number into `Analysis.peers`, and behind them into `Analysis.actors`. */
export type PeerIndex = number;

export type Peer = WorkloadPeer | ExternalPeer;

export interface WorkloadPeer {
  readonly type: 'workload';
  /** The workload's id. */
  readonly id: string;
  readonly workload: Workload;
}

/** Addresses outside the cluster that every policy treats alike. */
export interface ExternalPeer {
  readonly type: 'external';
  /** The blocks, joined by a space. */
  readonly id: string;
  readonly cidrs: readonly string[];
  /** One address of it, standing for all. */
  readonly sample: Address;
}

/** Somebody that manifests speak of and that stands in none of them. */
export interface ActorPeer {
  readonly type: 'actor';
  readonly id: ActorId;
  readonly standing: Standing;
  readonly whereabouts: Whereabouts;
}

/** What a selector of pods sees: `pods` whose labels are not known, OpenShift's `router`, of which one label is, none `outside` the pods' network, or either. */
export type Standing = 'pods' | 'router' | 'outside' | 'unknown';

/** OpenShift's own label for the namespaces that its router belongs to, on its host's network, too (SEMANTICS 6.3). */
export const ROUTER_GROUP = 'policy-group.network.openshift.io/ingress';

/**
 * What an ipBlock sees: any address of some ranges for all that is known, one of IPv4 (SEMANTICS 1.13),
 * or one of which nothing is known.
 */
export type Whereabouts = readonly AddressRange[] | 'ipv4' | 'unknown';

export type ActorId = typeof INGRESS_CONTROLLER | typeof API_SERVER | typeof NODES;

/** The machines of the cluster, any of them, a pod's own among them (SEMANTICS 1.21). */
export const NODES = '{nodes}';
/** What `kubernetes.default` stands for (SEMANTICS 1.32). */
export const API_SERVER = '{api-server}';
/** The pods that resolve names, when they are not in the input: a workload like any other (SEMANTICS 1.31). */
export const CLUSTER_DNS = '{cluster-dns}';
/** Behind Ingress, Gateway and Route objects, when its own pods are not in the input (SEMANTICS 6.3). */
export const INGRESS_CONTROLLER = '{ingress-controller}';

/**
 * A pod that no manifest holds, without labels, in a namespace of its own; followed by a space and the
 * name of a namespace, a pod in that one (SEMANTICS 1.26).
 */
export const NEW_POD = '{new-pod}';

/** Whoever stands around the pods of the input and is in none of its manifests. */
export type Actor = ActorPeer | WorkloadPeer;

/** Whatever a single packet can come from or go to. */
export type End = Peer | ActorPeer;
