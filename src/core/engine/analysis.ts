// The answer for every flow, kept as small as the classes allow.
import type { Actor, End, Peer, PeerIndex } from '../model/peer.ts';
import type { PortSet } from '../model/port.ts';
import type { Isolation, TierOutcome } from './tier-outcomes.ts';

/**
 * Plain data: it crosses from the worker to the page as it is. Read it with `readFlows`.
 */
export interface Analysis {
  /** Workloads in the cluster's order, then the blocks of addresses outside. */
  readonly peers: readonly Peer[];
  /** Who stands around them, where that is asked for; their numbers go on behind those of the peers. */
  readonly actors: readonly Actor[];
  /** What the source lets out. */
  readonly egress: SideTable;
  /** What the destination lets in. */
  readonly ingress: SideTable;
  /** Every set of ports named by the tables, by id; 0 is none, 1 is all. */
  readonly portSets: readonly PortSet[];
}

/** The peer or the actor with that number. */
export function endAt({ peers, actors }: Analysis, index: PeerIndex): End | undefined {
  return index < peers.length ? peers[index] : actors[index - peers.length];
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
  /**
   * The policies of administrators around the NetworkPolicies, of which alone the tables above tell;
   * null where there are none in this direction.
   */
  readonly tiers: TierTables | null;
}

/** Read together with the NetworkPolicies' tables, by `readSide`. */
export interface TierTables {
  /** Peer index → class of subjects that the same policies of administrators select. */
  readonly subjectClass: Int32Array;
  /** That class → class of peers that the same of their rules match → position in `outcomes`. */
  readonly rows: readonly Int32Array[];
  readonly outcomes: readonly TierOutcome[];
  /** Peer index → position in `places`. */
  readonly placeOf: Int32Array;
  readonly places: readonly Place[];
  /** Class of subjects of the NetworkPolicies → whether they isolate it. */
  readonly isolation: readonly Isolation[];
  /** Like `possible`, of subjects that may be isolated: what is perhaps let through if they are. */
  readonly whenIsolated: readonly Int32Array[];
}

/** Where a peer stands in the tables of both. */
export interface Place extends Way {
  /** Each of its addresses, where it has several that policies tell apart: a packet takes one of them. */
  readonly ways: readonly Way[];
}

export interface Way {
  /** Its class in the tables of the NetworkPolicies. */
  readonly peerClass: number;
  /** Its class in the rows of the tiers. */
  readonly tierClass: number;
}
