// Counts the flows between a class of subjects and a class of peers, by what the other side says of them.
import type { SideTable } from '../engine/analysis.ts';
import type { Peer } from '../model/peer.ts';
import { hasReplicas } from '../model/workload.ts';

/** Some of a class that the other side treats alike. */
interface Group {
  /** Their class in the other side's table: as subjects for our peers, as peers for our subjects. */
  readonly other: number;
  readonly count: number;
}

export interface Pairs {
  /** Calls for each pair of groups with the classes of the other side's table and the number of flows. */
  each(
    subjectClass: number,
    peerClass: number,
    visit: (otherSubject: number, otherPeer: number, flows: number) => void,
  ): void;
}

export function createPairs(peers: readonly Peer[], side: SideTable, other: SideTable): Pairs {
  const subjects = gather(peers, side.subjectClass, other.peerClass, isWorkload);
  const others = gather(peers, side.peerClass, other.subjectClass, () => true);
  /** The only pod of a workload has no flow to itself (SEMANTICS 1.20). */
  const lonely = new Map<string, number>();
  peers.forEach((peer, at) => {
    if (!isWorkload(peer) || !hasPods(peer) || hasReplicas(peer.workload)) return;
    const key = keyOf(
      side.subjectClass[at] as number,
      side.peerClass[at] as number,
      other.subjectClass[at] as number,
      other.peerClass[at] as number,
    );
    lonely.set(key, (lonely.get(key) ?? 0) + 1);
  });
  // Asked for every pair of classes, so by number.
  const width = side.allowed[0]?.length ?? 0;
  const hasLonely = new Set(
    peers.map(
      (_, at) => (side.subjectClass[at] as number) * width + (side.peerClass[at] as number),
    ),
  );
  return {
    each(subjectClass, peerClass, visit) {
      const mayBeLonely = hasLonely.has(subjectClass * width + peerClass);
      for (const peer of others.get(peerClass) ?? []) {
        for (const subject of subjects.get(subjectClass) ?? []) {
          const alone = mayBeLonely
            ? (lonely.get(keyOf(subjectClass, peerClass, peer.other, subject.other)) ?? 0)
            : 0;
          const flows = subject.count * peer.count - alone;
          if (flows > 0) visit(peer.other, subject.other, flows);
        }
      }
    },
  };
}

function gather(
  peers: readonly Peer[],
  classOf: Int32Array,
  otherClassOf: Int32Array,
  counts: (peer: Peer) => boolean,
): ReadonlyMap<number, readonly Group[]> {
  const byClass = new Map<number, Map<number, number>>();
  peers.forEach((peer, at) => {
    if (!counts(peer) || !hasPods(peer)) return;
    const own = classOf[at] as number;
    const other = otherClassOf[at] as number;
    const groups = byClass.get(own) ?? new Map<number, number>();
    byClass.set(own, groups.set(other, (groups.get(other) ?? 0) + 1));
  });
  return new Map(
    [...byClass].map(([own, groups]) => [
      own,
      [...groups].map(([other, count]) => ({ other, count })),
    ]),
  );
}

function isWorkload(peer: Peer): peer is Extract<Peer, { type: 'workload' }> {
  return peer.type === 'workload';
}

function hasPods(peer: Peer): boolean {
  return peer.type === 'external' || peer.workload.replicas !== 0;
}

function keyOf(...classes: readonly number[]): string {
  return classes.join();
}
