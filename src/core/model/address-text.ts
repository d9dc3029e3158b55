// Writes an address as people do. The canonical IPv6 form is the library's.
import ipaddr from 'ipaddr.js';
import type { Family } from './cidr.ts';

/** The width of an address. */
export function bitsOf(family: Family): number {
  return family === 4 ? 32 : 128;
}

export function addressText(family: Family, value: bigint): string {
  const bytes: number[] = [];
  for (let rest = value, at = 0; at < bitsOf(family) / 8; at++, rest >>= 8n) {
    bytes.unshift(Number(rest & 0xffn));
  }
  return family === 4
    ? new ipaddr.IPv4(bytes).toString()
    : new ipaddr.IPv6(bytes).toRFC5952String();
}
