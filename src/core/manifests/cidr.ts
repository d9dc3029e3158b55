// Reads an address block as the API server does (SEMANTICS 2.9). Parsing is ipaddr.js's; what differs
// from Go's parser is settled here: decimal with leading zeros, host bits, mapped addresses.
import ipaddr from 'ipaddr.js';
import { addressText, bitsOf } from '../model/address-text.ts';
import type { Address, Cidr, Family } from '../model/cidr.ts';

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
  const width = parsed.isMapped ? 128 : bitsOf(parsed.address.family);
  let prefix = Number(prefixText);
  if (prefix > width) {
    return { ok: false, message: `The prefix length of "${text}" is over ${width}. ${example}` };
  }
  if (parsed.isMapped) {
    if (prefix < 96) {
      return { ok: false, message: `"${text}" mixes IPv4 and IPv6. Write the IPv4 block plainly.` };
    }
    prefix -= 96;
  }
  const cidr = cidrOf(parsed.address.family, parsed.address.value, prefix);
  const isSloppy =
    parsed.isMapped || parsed.hasLeadingZeros || (prefixText.length > 1 && prefixText[0] === '0');
  const hasHostBits = cidr.first !== parsed.address.value;
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
  return text.length > LONGEST ? null : (parseAddress(text)?.address ?? null);
}

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

function parseAddress(
  text: string,
): { address: Address; isMapped: boolean; hasLeadingZeros: boolean } | null {
  if (text.includes(':')) {
    // A zone is no part of a block.
    if (text.includes('%') || !ipaddr.IPv6.isValid(text)) return null;
    const parsed = ipaddr.IPv6.parse(text);
    if (parsed.isIPv4MappedAddress()) {
      const value = valueOfBytes(parsed.toIPv4Address().toByteArray());
      return { address: addressOf(4, value), isMapped: true, hasLeadingZeros: false };
    }
    return {
      address: addressOf(6, valueOfBytes(parsed.toByteArray())),
      isMapped: false,
      hasLeadingZeros: false,
    };
  }
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^[0-9]{1,9}$/.test(part))) return null;
  const decimal = parts.map(Number).join('.');
  if (!ipaddr.IPv4.isValidFourPartDecimal(decimal)) return null;
  const value = valueOfBytes(ipaddr.IPv4.parse(decimal).toByteArray());
  return { address: addressOf(4, value), isMapped: false, hasLeadingZeros: decimal !== text };
}

function addressOf(family: Family, value: bigint): Address {
  return { family, value, text: addressText(family, value) };
}

function valueOfBytes(bytes: readonly number[]): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
