// Reads an address block as the API server does (SEMANTICS 2.9). Parsing is ipaddr.js's; what differs
// from Go's parser is settled here: decimal with leading zeros, host bits, mapped addresses.
import ipaddr from 'ipaddr.js';
import { addressText, bitsOf } from './address-text.ts';
import type { Address, AddressRange, Cidr, Family } from './cidr.ts';

export type CidrReading =
  | {
      readonly ok: true;
      readonly cidr: Cidr /** Accepted, but worth a word. */;
      readonly warning: string | null;
    }
  | { readonly ok: false; readonly message: string };

/** An address is at most 45 characters long, its prefix four. */
const LONGEST = 64;

export function readCidr(text: string): CidrReading {
  const example = 'Write an address and a prefix length, as 10.0.0.0/8 or 2001:db8::/32.';
  const slash = text.indexOf('/');
  if (text.length > LONGEST || slash === -1) {
    const single = slash === -1 && text.length <= LONGEST ? readAddress(text) : null;
    return {
      ok: false,
      message:
        single === null
          ? `This is not a CIDR. ${example}`
          : `A CIDR needs a prefix length: write ${text}/${single.family === 4 ? 32 : 128} for this one address.`,
    };
  }
  const prefixText = text.slice(slash + 1);
  const parsed = parseAddress(text.slice(0, slash));
  if (parsed === null || !/^[0-9]{1,3}$/.test(prefixText)) {
    return { ok: false, message: `"${text}" is not a CIDR. ${example}` };
  }
  const { family, value } = parsed.address;
  const prefix = Number(prefixText);
  if (prefix > bitsOf(family)) {
    return {
      ok: false,
      message: `The prefix length of "${text}" is over ${bitsOf(family)}. ${example}`,
    };
  }
  const isMapped = family === 6 && value >> 32n === MAPPED;
  const cidr =
    isMapped && prefix >= 96
      ? cidrOf(4, value & 0xffffffffn, prefix - 96)
      : cidrOf(family, value, prefix);
  const isSloppy =
    isMapped || parsed.hasLeadingZeros || (prefixText.length > 1 && prefixText[0] === '0');
  const hasHostBits = value % (1n << BigInt(bitsOf(family) - prefix)) !== 0n;
  return {
    ok: true,
    cidr,
    warning:
      hasHostBits || isSloppy
        ? `"${text}" is read as ${cidr.text}. Write it so: newer API servers may refuse the other form.`
        : null,
  };
}

/** A single address, as in a pod's status; null when it is none. */
export function readAddress(text: string): Address | null {
  const address = text.length > LONGEST ? null : (parseAddress(text)?.address ?? null);
  const isMapped = address?.family === 6 && address.value >> 32n === MAPPED;
  return isMapped ? addressOf(4, address.value & 0xffffffffn) : address;
}

/** An address or a block, whichever it is; null when it is neither. */
export function readAddressRange(text: string): AddressRange | null {
  const address = readAddress(text);
  if (address !== null) {
    return { family: address.family, first: address.value, last: address.value };
  }
  const reading = readCidr(text);
  return reading.ok ? reading.cidr : null;
}

/** What stands before an IPv4 address that is written as an IPv6 one, as in ::ffff:10.0.0.1. */
const MAPPED = 0xffffn;

function cidrOf(family: Family, value: bigint, prefix: number): Cidr {
  const size = 1n << BigInt(bitsOf(family) - prefix);
  const first = value - (value % size);
  return {
    family,
    first,
    last: first + size - 1n,
    text: `${addressText(family, first)}/${prefix}`,
  };
}

interface Parsed {
  readonly address: Address;
  readonly hasLeadingZeros: boolean;
}

function parseAddress(text: string): Parsed | null {
  const colon = text.lastIndexOf(':');
  return colon === -1 ? parseIPv4(text) : parseIPv6(text, colon);
}

function parseIPv4(text: string): Parsed | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^[0-9]{1,9}$/.test(part))) return null;
  const decimal = parts.map(Number).join('.');
  if (!ipaddr.IPv4.isValidFourPartDecimal(decimal)) return null;
  const value = valueOfBytes(ipaddr.IPv4.parse(decimal).toByteArray());
  return { address: addressOf(4, value), hasLeadingZeros: decimal !== text };
}

/** The library takes ::1.2.3.4 for a mapped address, so a dotted end is put into groups before. */
function parseIPv6(text: string, colon: number): Parsed | null {
  const end = text.slice(colon + 1);
  const dotted = end.includes('.') ? parseIPv4(end) : null;
  const groups =
    dotted === null
      ? text
      : `${text.slice(0, colon)}:${(dotted.address.value >> 16n).toString(16)}:${(dotted.address.value & 0xffffn).toString(16)}`;
  // A zone is no part of a block.
  if (!/^[0-9a-fA-F:]+$/.test(groups) || !ipaddr.IPv6.isValid(groups)) return null;
  const value = valueOfBytes(ipaddr.IPv6.parse(groups).toByteArray());
  return { address: addressOf(6, value), hasLeadingZeros: dotted?.hasLeadingZeros ?? false };
}

function addressOf(family: Family, value: bigint): Address {
  return { family, value, text: addressText(family, value) };
}

function valueOfBytes(bytes: readonly number[]): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
