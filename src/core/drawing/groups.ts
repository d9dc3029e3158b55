// Gathers peers whose flows are all alike, so that the picture is worked out by groups, not by pairs.
import { type Analysis, endAt } from '../engine/analysis.ts';
import type { Flows } from '../engine/flows.ts';
import { classesOn } from '../engine/read-side.ts';
import type { End, PeerIndex } from '../model/peer.ts';
import { type Around, actorWords, drawnEnds } from './around.ts';
import { AROUND, type EndId, EVERYTHING, namespaceEnd, OUTSIDE } from './drawing.ts';
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
  const { egress, ingress } = analysis;
  const isNamed = namedBy(filters);
  const kinds = new Map<string, number>();
  const boxes = new Map<EndId, { title: string; groups: Map<number, Group & Growing> }>();
  for (const index of drawnEnds(analysis, filters.around ?? {})) {
    const peer = endAt(analysis, index);
    if (peer === undefined) continue;
    const { box, title } = boxOf(peer);
    const named = isNamed(peer);
    const self = flows.exists(index, index);
    const empty = peer.type === 'workload' && peer.workload.replicas === 0;
    const key = [
      classesOn(egress, index),
      classesOn(ingress, index),
      // These have no flows among themselves.
      box === OUTSIDE || box === AROUND,
      empty,
      named,
      self,
    ].join();
    const kind = kinds.get(key) ?? kinds.size;
    kinds.set(key, kind);
    let gathered = boxes.get(box);
    if (gathered === undefined) {
      gathered = { title, groups: new Map() };
      boxes.set(box, gathered);
    }
    const group = gathered.groups.get(kind);
    if (group === undefined) gathered.groups.set(kind, { kind, members: [index], named, self });
    else group.members.push(index);
  }
  return [...boxes]
    .map(([box, { title, groups }]) => {
      const all = [...groups.values()];
      return { box, title, groups: all, end: endOf(analysis, box, all) };
    })
    .sort((one, other) => placeOf(one.box) - placeOf(other.box));
}

/** What is around the namespaces comes before them. */
function placeOf(box: EndId): number {
  if (box === OUTSIDE) return 0;
  return box === AROUND ? 1 : 2;
}

function boxOf(end: End): { readonly box: EndId; readonly title: string } {
  if (end.type === 'external') return { box: OUTSIDE, title: 'Outside the cluster' };
  if (end.type === 'actor' || actorWords(end) !== null) {
    return { box: AROUND, title: 'Around the pods' };
  }
  const { namespace } = end.workload;
  return { box: namespaceEnd(namespace), title: namespace };
}

interface Growing {
  readonly members: PeerIndex[];
}

function endOf(analysis: Analysis, box: EndId, groups: readonly Group[]): EndId {
  const [group, ...rest] = groups;
  const [only, ...others] = group?.members ?? [];
  if (rest.length > 0 || others.length > 0 || only === undefined) return box;
  return endAt(analysis, only)?.id ?? box;
}

/** The peers that a link's end stands for, of those that are drawn; none when the end is gone. */
export function peersAt(analysis: Analysis, end: EndId, around: Around = {}): PeerIndex[] {
  return drawnEnds(analysis, around).filter((index) => {
    const peer = endAt(analysis, index);
    if (peer === undefined) return false;
    return end === peer.id || end === EVERYTHING || end === boxOf(peer).box;
  });
}
