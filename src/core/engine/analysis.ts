// The answer for every flow, kept as small as the classes allow.
import type { Peer } from '../model/peer.ts';
import type { PortSet } from '../model/port.ts';

/**
 * Plain data: it crosses from the worker to the page as it is. Read it with `readFlows`.
 */
export interface Analysis {
  /** Workloads in the cluster's order, then the blocks of addresses outside. */
  readonly peers: readonly Peer[];
  /** What the source lets out. */
  readonly egress: SideTable;
  /** What the destination lets in. */
  readonly ingress: SideTable;
  /** Every set of ports named by the tables, by id; 0 is none, 1 is all. */
  readonly portSets: readonly PortSet[];
}

/**
 * One direction: how each class of subjects treats each class of peers. Workloads that the same
 * policies select form a subject class, peers that the same rules match a peer class.
 */
export interface SideTable {
  /** Peer index → subject class. */
  readonly subjectClass: Int32Array;
  /** Peer index → peer class. */
  readonly peerClass: Int32Array;
  /** Subject class → peer class → id of the ports that are surely let through. */
  readonly allowed: readonly Int32Array[];
  /** Likewise the ports that are not surely stopped; the same array as `allowed` where nothing is in doubt. */
  readonly possible: readonly Int32Array[];
}
