// An address block, read the way the API server reads it.

export type Family = 4 | 6;

/** A block of addresses of one family, host bits masked away. */
export interface Cidr {
  readonly family: Family;
  /** Lowest address as a number: 32 bits for IPv4, 128 for IPv6. */
  readonly first: bigint;
  /** Highest address as a number. */
  readonly last: bigint;
  /** Canonical text, e.g. `10.0.0.0/8`. */
  readonly text: string;
}

/** One address as a number in its family. */
export interface Address {
  readonly family: Family;
  readonly value: bigint;
  readonly text: string;
}

/** Addresses in a row, of one family. */
export type AddressRange = Pick<Cidr, 'family' | 'first' | 'last'>;

export function overlapsRange(one: AddressRange, other: AddressRange): boolean {
  return one.family === other.family && one.first <= other.last && other.first <= one.last;
}

export function containsCidr(outer: Cidr, inner: Cidr): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}
