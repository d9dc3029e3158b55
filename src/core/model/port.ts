// Protocols, port ranges and sets of ports.

export const PROTOCOLS = ['TCP', 'UDP', 'SCTP'] as const;

/** The protocols a NetworkPolicy can name (SEMANTICS 2.5). ICMP stays undefined (SEMANTICS 0.5). */
export type Protocol = (typeof PROTOCOLS)[number];

export const FIRST_PORT = 1;
export const LAST_PORT = 65535;

/** Both ends inclusive, 1 to 65535. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Sorted, disjoint and maximal ranges per protocol. */
export type PortSet = { readonly [protocol in Protocol]: readonly PortRange[] };

export const NO_PORTS: PortSet = { TCP: [], UDP: [], SCTP: [] };

const WHOLE: readonly PortRange[] = [{ from: FIRST_PORT, to: LAST_PORT }];
export const ALL_PORTS: PortSet = { TCP: WHOLE, UDP: WHOLE, SCTP: WHOLE };

export function isEmptyPortSet(set: PortSet): boolean {
  return PROTOCOLS.every((protocol) => set[protocol].length === 0);
}

export function isAllPorts(set: PortSet): boolean {
  return PROTOCOLS.every((protocol) => {
    const [range, ...rest] = set[protocol];
    return rest.length === 0 && range?.from === FIRST_PORT && range.to === LAST_PORT;
  });
}

export function hasPort(set: PortSet, protocol: Protocol, port: number): boolean {
  return set[protocol].some((range) => range.from <= port && port <= range.to);
}

/** `80` or `8000-8999`. */
export function rangeText(range: PortRange): string {
  return range.from === range.to ? `${range.from}` : `${range.from}-${range.to}`;
}

/** A port a container declares; it matters only to resolve names (SEMANTICS 1.19). */
export interface ContainerPort {
  readonly name: string | null;
  readonly protocol: Protocol;
  readonly number: number;
}
