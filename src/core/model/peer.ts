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
