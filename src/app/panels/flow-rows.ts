// The flows of one peer as rows of a table.
import {
  actorWords,
  type End,
  isEmptyPortSet,
  type PeerIndex,
  type PortSet,
  type Verdict,
} from '../../core/index.ts';
import type { Outlook } from '../outlook.ts';
import { shortPorts } from './port-words.ts';

export interface FlowRow {
  readonly source: End;
  readonly destination: End;
  /** What some of the ports get: never both of deny and something else. */
  readonly parts: readonly { readonly verdict: Verdict; readonly ports: string }[];
}

/** How many flows there are to decide, counted without asking about each. */
export function countFlows({ peers, flows, isShown }: Outlook): number {
  let pods = 0;
  let selves = 0;
  let blocks = 0;
  peers.forEach((peer, index) => {
    if (!isShown(index)) return;
    if (peer.type !== 'workload' || actorWords(peer) !== null) blocks += 1;
    else if (peer.workload.replicas !== 0) pods += 1;
    if (flows.exists(index, index)) selves += 1;
  });
  return pods * (pods - 1) + selves + 2 * pods * blocks;
}

export type FlowDirection = 'egress' | 'ingress';

/** Flows that leave the peer, or reach it: allowed ones first, then those that depend. */
export function rowsOf(
  outlook: Outlook,
  peer: PeerIndex,
  direction: FlowDirection,
): readonly FlowRow[] {
  return outlook.peers
    .flatMap((_, other) => {
      if (!outlook.isShown(other)) return [];
      const ends = direction === 'egress' ? ([peer, other] as const) : ([other, peer] as const);
      return rowBetween(outlook, ...ends);
    })
    .sort(byVerdict);
}

/** Flows from any of the sources to any of the destinations, at most so many. */
export function rowsBetween(
  outlook: Outlook,
  sources: readonly PeerIndex[],
  destinations: readonly PeerIndex[],
  most: number,
): readonly FlowRow[] {
  const rows: FlowRow[] = [];
  for (const source of sources) {
    for (const destination of destinations) {
      rows.push(...rowBetween(outlook, source, destination));
      if (rows.length >= most) return rows.sort(byVerdict);
    }
  }
  return rows.sort(byVerdict);
}

function rowBetween({ peers, flows }: Outlook, from: PeerIndex, to: PeerIndex): [] | [FlowRow] {
  const source = peers[from];
  const destination = peers[to];
  if (source === undefined || destination === undefined || !flows.exists(from, to)) return [];
  const { allowed, depends } = flows.flow(from, to);
  const parts = [...partOf('allow', allowed), ...partOf('depends', depends)];
  return [
    { source, destination, parts: parts.length > 0 ? parts : [{ verdict: 'deny', ports: '' }] },
  ];
}

function partOf(verdict: Verdict, ports: PortSet) {
  return isEmptyPortSet(ports) ? [] : [{ verdict, ports: shortPorts(ports) }];
}

const ORDER: Readonly<Record<Verdict, number>> = { allow: 0, depends: 1, deny: 2 };

function byVerdict(one: FlowRow, other: FlowRow): number {
  return ORDER[one.parts[0]?.verdict ?? 'deny'] - ORDER[other.parts[0]?.verdict ?? 'deny'];
}
