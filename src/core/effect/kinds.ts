// Peers that certain tables treat alike, so that a thousand workloads cost no more than their kinds.
import type { SideTable } from '../engine/analysis.ts';
import { classesOn } from '../engine/read-side.ts';
import type { Peer, PeerIndex } from '../model/peer.ts';
import { hasReplicas } from '../model/workload.ts';

export interface Kinds {
  /** Peer index → kind. */
  readonly kindOf: Int32Array;
  /** One peer of each kind. */
  readonly samples: readonly PeerIndex[];
}

/** Peers that none of the tables tells apart, and that have flows to themselves or not alike. */
export function kindsOf(peers: readonly Peer[], tables: readonly SideTable[]): Kinds {
  const samples: PeerIndex[] = [];
  const kindAt = new Map<string, number>();
  const kindOf = Int32Array.from(peers, (peer, at) => {
    const classes = tables.map((table) => classesOn(table, at));
    const key = `${classes.join()} ${existenceOf(peer)}`;
    const known = kindAt.get(key) ?? samples.push(at) - 1;
    kindAt.set(key, known);
    return known;
  });
  return { kindOf, samples };
}

export type Existence = 'external' | 'none' | 'one' | 'several';

export function existenceOf(peer: Peer): Existence {
  if (peer.type === 'external') return 'external';
  if (peer.workload.replicas === 0) return 'none';
  return hasReplicas(peer.workload) ? 'several' : 'one';
}
