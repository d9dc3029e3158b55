// Writes an address as people do. The canonical IPv6 form is the library's.
import ipaddr from 'ipaddr.js';
import type { Family } from './cidr.ts';

/** The width of an address. */
export function bitsOf(family: Family): number {
  return family === 4 ? 32 : 128;
}

export function addressText(family: Family, value: bigint): string {
  if (family === 4) {
    const word = Number(value);
    const bytes = [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff);
    return new ipaddr.IPv4(bytes).toString();
  }
  const groups: number[] = [];
  // By two groups at a time: large numbers are slow to cut.
  for (const shift of [96n, 64n, 32n, 0n]) {
    const word = Number((value >> shift) & 0xffffffffn);
    groups.push(word >>> 16, word & 0xffff);
  }
  return new ipaddr.IPv6(groups).toRFC5952String();
}
