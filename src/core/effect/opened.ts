// Flows that would be lost, kept by kinds of peers; and how they are read one by one.
import type { Analysis } from '../engine/analysis.ts';
import { readFlows } from '../engine/flows.ts';
import type { PeerIndex } from '../model/peer.ts';
import type { PortSet } from '../model/port.ts';
import type { OpenedFlow } from './opened-alone.ts';

/** Plain data: it crosses from the worker to the page as it is. */
export interface Opened {
  /** Peer index → kind; empty where nothing is opened. */
  readonly kindOf: Int32Array;
  readonly cells: readonly OpenedCell[];
  /** Flows that would lose an allowed port. */
  readonly flows: number;
  /** Flows besides that would lose only a port in doubt. */
  readonly mayFlows: number;
}

/** All flows from peers of one kind to those of another. */
export interface OpenedCell {
  readonly source: number;
  readonly destination: number;
  /** Allowed now, and not without the part. */
  readonly ports: PortSet;
  /** In doubt now, and denied without it. */
  readonly depends: PortSet;
  /** Whether `ports` has any. */
  readonly isSure: boolean;
}

/** One by one, by source, then destination. */
export function openedFlows(
  analysis: Analysis,
  { kindOf, cells }: Opened,
  most = Number.POSITIVE_INFINITY,
): readonly OpenedFlow[] {
  const flows = readFlows(analysis);
  const byKind: PeerIndex[][] = [];
  kindOf.forEach((kind, peer) => {
    const own = byKind[kind];
    if (own === undefined) byKind[kind] = [peer];
    else own.push(peer);
  });
  const from = new Map<number, OpenedCell[]>();
  for (const cell of cells) from.set(cell.source, [...(from.get(cell.source) ?? []), cell]);
  const found: OpenedFlow[] = [];
  for (let source = 0; source < kindOf.length && found.length < most; source++) {
    const own = (from.get(kindOf[source] as number) ?? []).flatMap(
      ({ destination, ports, depends }) =>
        (byKind[destination] ?? [])
          .filter((peer) => flows.exists(source, peer))
          .map((peer) => ({ source, destination: peer, ports, depends })),
    );
    found.push(...own.sort((one, two) => one.destination - two.destination));
  }
  return found.slice(0, most);
}

/** Whether a flow is one of them. */
export function isOpenedBy({
  kindOf,
  cells,
}: Opened): (source: PeerIndex, destination: PeerIndex) => boolean {
  const kinds = Math.max(1, kindOf.length);
  const open = new Set(cells.map(({ source, destination }) => source * kinds + destination));
  return (source, destination) =>
    open.has((kindOf[source] ?? Number.NaN) * kinds + (kindOf[destination] ?? Number.NaN));
}
