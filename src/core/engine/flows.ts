// Reads single flows out of an analysis.
import type { PeerIndex } from '../model/peer.ts';
import type { PortSet } from '../model/port.ts';
import type { Analysis } from './analysis.ts';

/** `allowed` and `depends` never overlap; what is in neither is denied. */
export interface Flow {
  readonly allowed: PortSet;
  readonly depends: PortSet;
}

export interface Flows {
  /**
   * Whether there is anything to ask: false between two blocks outside the cluster, for a workload
   * without pods, and for the only pod of a workload towards itself.
   */
  exists(source: PeerIndex, destination: PeerIndex): boolean;
  /** The verdict; equal verdicts are the same object. */
  flow(source: PeerIndex, destination: PeerIndex): Flow;
  /** What the source's policies alone say. */
  egress(source: PeerIndex, destination: PeerIndex): Flow;
  /** What the destination's policies alone say. */
  ingress(source: PeerIndex, destination: PeerIndex): Flow;
}

export declare function readFlows(analysis: Analysis): Flows;
