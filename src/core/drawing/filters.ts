// What a person asked to see, and which peers and ports that names.
import { type Address, type AddressRange, overlapsRange } from '../model/cidr.ts';
import type { End } from '../model/peer.ts';
import {
  FIRST_PORT,
  LAST_PORT,
  type PortRange,
  type PortSet,
  PROTOCOLS,
  type Protocol,
} from '../model/port.ts';
import { readAddressRange } from '../model/read-cidr.ts';
import { type Around, actorWords } from './around.ts';
import { externalName } from './names.ts';

export interface Filters {
  /** Names of namespaces; empty means all. */
  readonly namespaces: readonly string[];
  /** Part of a workload's name or of an address block; a whole address or block names what shares addresses with it. */
  readonly text: string;
  readonly protocol: Protocol | null;
  readonly port: number | null;
  readonly show: 'all' | 'allowed' | 'denied';
  /** Of the workloads that the filters name: flows that leave them, reach them, or either. */
  readonly direction: 'both' | 'egress' | 'ingress';
  /** Who of those around the workloads is shown. */
  readonly around?: Around;
}

/** Whether anything narrows down the peers themselves, not only their flows. */
export function namesPeers(filters: Filters): boolean {
  return filters.namespaces.length > 0 || filters.text.trim() !== '';
}

/** A test for the peers that the filters name; without a namespace and a text, all of them. */
export function namedBy(filters: Filters): (peer: End) => boolean {
  const namespaces = new Set(filters.namespaces);
  const text = filters.text.trim().toLowerCase();
  const range = readAddressRange(text);
  return (peer) => {
    const actor = actorWords(peer);
    if (actor !== null || peer.type === 'actor') {
      return namespaces.size === 0 && (actor?.name ?? '').toLowerCase().includes(text);
    }
    if (peer.type === 'external') {
      if (namespaces.size > 0) return false;
      if (range !== null) return peer.cidrs.some((cidr) => sharesAddresses(cidr, range));
      const title = externalName(peer.cidrs).toLowerCase();
      return title.includes(text) || peer.cidrs.some((cidr) => cidr.includes(text));
    }
    const { namespace, name, addresses } = peer.workload;
    if (namespaces.size > 0 && !namespaces.has(namespace)) return false;
    if (range !== null) return addresses?.some((address) => lies(address, range)) ?? false;
    return (text.includes('/') ? `${namespace}/${name}` : name).toLowerCase().includes(text);
  };
}

function sharesAddresses(cidr: string, range: AddressRange): boolean {
  const block = readAddressRange(cidr);
  return block !== null && overlapsRange(block, range);
}

function lies({ family, value }: Address, range: AddressRange): boolean {
  return family === range.family && range.first <= value && value <= range.last;
}

/** Whether a flow between two ends counts, given which of them are named. */
export function inDirection(filters: Filters, source: boolean, destination: boolean): boolean {
  if (filters.direction === 'egress') return source;
  if (filters.direction === 'ingress') return destination;
  return source || destination;
}

const NONE: readonly PortRange[] = [];

/** The ports that the filters ask about. */
export function askedPorts(filters: Filters): PortSet {
  const port = filters.port;
  const ranges = [{ from: port ?? FIRST_PORT, to: port ?? LAST_PORT }];
  const of = (protocol: Protocol) =>
    filters.protocol === null || filters.protocol === protocol ? ranges : NONE;
  return { TCP: of('TCP'), UDP: of('UDP'), SCTP: of('SCTP') };
}

/** Keeps of a set what was asked, which is at most one range a protocol. */
export function restrict(set: PortSet, asked: PortSet): PortSet {
  const of = (protocol: Protocol): readonly PortRange[] => {
    const window = asked[protocol][0];
    if (window === undefined) return NONE;
    if (window.from === FIRST_PORT && window.to === LAST_PORT) return set[protocol];
    return set[protocol]
      .filter((range) => range.from <= window.to && window.from <= range.to)
      .map((range) => ({
        from: Math.max(range.from, window.from),
        to: Math.min(range.to, window.to),
      }));
  };
  return { TCP: of('TCP'), UDP: of('UDP'), SCTP: of('SCTP') };
}

/** Whether two sets hold the same ports. */
export function samePorts(one: PortSet, other: PortSet): boolean {
  return PROTOCOLS.every(
    (protocol) =>
      one[protocol].length === other[protocol].length &&
      one[protocol].every((range, index) => {
        const twin = other[protocol][index];
        return range.from === twin?.from && range.to === twin.to;
      }),
  );
}
