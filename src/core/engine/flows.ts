// Reads single flows out of an analysis.
import { type End, NODES, type PeerIndex } from '../model/peer.ts';
import type { PortSet } from '../model/port.ts';
import { hasReplicas } from '../model/workload.ts';
import type { Analysis } from './analysis.ts';
import { ALL, createPortSets, type PortSetId } from './port-sets.ts';
import { type ReadSide, readSide } from './read-side.ts';

/** `allowed` and `depends` never overlap; what is in neither is denied. */
export interface Flow {
  readonly allowed: PortSet;
  readonly depends: PortSet;
}

export interface Flows {
  /**
   * Whether there is anything to ask: false between two blocks outside the cluster, for a workload
   * without pods, and for the only pod of a workload towards itself (SEMANTICS 1.20, 5.4). Actors
   * have flows with workloads alone.
   */
  exists(source: PeerIndex, destination: PeerIndex): boolean;
  /** The verdict; equal verdicts are the same object. */
  flow(source: PeerIndex, destination: PeerIndex): Flow;
  /** What the source's policies alone say. */
  egress(source: PeerIndex, destination: PeerIndex): Flow;
  /** What the destination's policies alone say. */
  ingress(source: PeerIndex, destination: PeerIndex): Flow;
}

export function readFlows(analysis: Analysis): Flows {
  const ends: readonly End[] = [...analysis.peers, ...analysis.actors];
  const isActor = (index: PeerIndex) => index >= analysis.peers.length;
  const portSets = createPortSets(analysis.portSets);
  const nodes = ends.findIndex(({ id }) => id === NODES);
  const egress = readTowards(nodes, readSide(analysis.egress, portSets));
  const ingress = readTowards(nodes, readSide(analysis.ingress, portSets));
  const flows = new Map<number, Flow>();
  /** A flow is a sure set and a possible set that holds it. */
  const flowOf = (allowed: PortSetId, possible: PortSetId): Flow => {
    const key = allowed * 0x4000000 + possible;
    const before = flows.get(key);
    if (before !== undefined) return before;
    const depends = portSets.difference(possible, allowed);
    const flow = {
      allowed: portSets.sets[allowed] as PortSet,
      depends: portSets.sets[depends] as PortSet,
    };
    flows.set(key, flow);
    return flow;
  };
  return {
    exists(source, destination) {
      const [from, to] = [ends[source], ends[destination]];
      if (from === undefined || to === undefined) return false;
      // Of each other, and of the world, manifests say nothing that these could be asked of.
      const isBeside = isActor(source) ? isActor(destination) || to.type !== 'workload' : false;
      if (isBeside || (isActor(destination) && from.type !== 'workload')) return false;
      return areApart(from, to, source === destination);
    },
    flow(source, destination) {
      const [outAllowed, outPossible] = egress(source, destination);
      const [inAllowed, inPossible] = ingress(destination, source);
      // Both ends must let it through (SEMANTICS 0.2).
      return flowOf(
        portSets.intersection(outAllowed, inAllowed),
        portSets.intersection(outPossible, inPossible),
      );
    },
    egress: (source, destination) => flowOf(...egress(source, destination)),
    ingress: (source, destination) => flowOf(...ingress(destination, source)),
  };
}

/** A pod's own node is let in and may be reached whatever policies say, so to or from some node nothing is surely stopped (SEMANTICS 1.21). */
function readTowards(nodes: PeerIndex, read: ReadSide): ReadSide {
  if (nodes === -1) return read;
  return (subject, peer) => (peer === nodes ? [read(subject, peer)[0], ALL] : read(subject, peer));
}

function areApart(source: End, destination: End, isSame: boolean): boolean {
  if (source.type === 'external' && destination.type === 'external') return false;
  const hasPods = (end: End) => end.type !== 'workload' || end.workload.replicas !== 0;
  if (!hasPods(source) || !hasPods(destination)) return false;
  return !isSame || (source.type === 'workload' && hasReplicas(source.workload));
}
