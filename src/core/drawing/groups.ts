// Gathers peers whose flows are all alike, so that the picture is worked out by groups, not by pairs.
import type { Analysis } from '../engine/analysis.ts';
import type { Flows } from '../engine/flows.ts';
import { classesOn } from '../engine/read-side.ts';
import type { PeerIndex } from '../model/peer.ts';
import { type EndId, EVERYTHING, namespaceEnd, OUTSIDE } from './drawing.ts';
import { type Filters, namedBy } from './filters.ts';

/** Peers of one box that both tables and the filters treat alike; never empty. */
export interface Group {
  /** Equal for groups of different boxes that are treated alike. */
  readonly kind: number;
  readonly members: readonly PeerIndex[];
  /** Whether the filters name them. */
  readonly named: boolean;
  /** Whether each of them has a flow to itself, between its replicas. */
  readonly self: boolean;
}

/** One side of a table of flows: a box, or one peer alone. */
export interface Party {
  /** What a link to all of it ends at: the only member where there is one, else the box. */
  readonly end: EndId;
  readonly groups: readonly Group[];
}

export interface BoxParty extends Party {
  readonly box: EndId;
  readonly title: string;
}

/** The boxes in the order of the peers, those outside the cluster first. */
export function gatherBoxes(analysis: Analysis, flows: Flows, filters: Filters): BoxParty[] {
  const { peers, egress, ingress } = analysis;
  const isNamed = namedBy(filters);
  const kinds = new Map<string, number>();
  const boxes = new Map<EndId, { title: string; groups: Map<number, Group & Growing> }>();
  peers.forEach((peer, index) => {
    const outside = peer.type === 'external';
    const box = outside ? OUTSIDE : namespaceEnd(peer.workload.namespace);
    const named = isNamed(peer);
    const self = flows.exists(index, index);
    const empty = !outside && peer.workload.replicas === 0;
    const key = [
      classesOn(egress, index),
      classesOn(ingress, index),
      outside,
      empty,
      named,
      self,
    ].join();
    const kind = kinds.get(key) ?? kinds.size;
    kinds.set(key, kind);
    let gathered = boxes.get(box);
    if (gathered === undefined) {
      const title = outside ? 'Outside the cluster' : peer.workload.namespace;
      gathered = { title, groups: new Map() };
      boxes.set(box, gathered);
    }
    const group = gathered.groups.get(kind);
    if (group === undefined) gathered.groups.set(kind, { kind, members: [index], named, self });
    else group.members.push(index);
  });
  return [...boxes]
    .map(([box, { title, groups }]) => {
      const all = [...groups.values()];
      return { box, title, groups: all, end: endOf(analysis, box, all) };
    })
    .sort((one, other) => Number(other.box === OUTSIDE) - Number(one.box === OUTSIDE));
}

interface Growing {
  readonly members: PeerIndex[];
}

function endOf(analysis: Analysis, box: EndId, groups: readonly Group[]): EndId {
  const [group, ...rest] = groups;
  const [only, ...others] = group?.members ?? [];
  if (rest.length > 0 || others.length > 0 || only === undefined) return box;
  return analysis.peers[only]?.id ?? box;
}

/** The peers that a link's end stands for; none when the end is gone. */
export function peersAt(analysis: Analysis, end: EndId): PeerIndex[] {
  const found: PeerIndex[] = [];
  analysis.peers.forEach((peer, index) => {
    const box = peer.type === 'external' ? OUTSIDE : namespaceEnd(peer.workload.namespace);
    if (end === peer.id || end === box || end === EVERYTHING) found.push(index);
  });
  return found;
}
