// One end of a flow.
import type { Address } from './cidr.ts';
import type { Workload } from './workload.ts';

/** A number into `Analysis.peers`. */
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
}

/** What a selector of pods sees: `pods` whose labels are not known, none `outside` the pods' network, or either. */
export type Standing = 'pods' | 'outside' | 'unknown';

export type ActorId = typeof INGRESS_CONTROLLER | typeof API_SERVER;

/** Behind Ingress, Gateway and Route objects, when its own pods are not in the input (SEMANTICS 6.3). */
export const INGRESS_CONTROLLER = '{ingress-controller}';
/** What `kubernetes.default` stands for (SEMANTICS 1.32). */
export const API_SERVER = '{api-server}';

/** Whatever a single packet can come from or go to. */
export type End = Peer | ActorPeer;
