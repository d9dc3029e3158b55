// How peers and ports are called in the picture.
import { cidrsOfRange } from '../engine/address-blocks.ts';
import { addressText, bitsOf } from '../model/address-text.ts';
import type { AddressRange } from '../model/cidr.ts';
import {
  FIRST_PORT,
  LAST_PORT,
  type PortRange,
  type PortSet,
  PROTOCOLS,
  rangeText,
} from '../model/port.ts';
import { readAddressRange } from '../model/read-cidr.ts';

const ALL_IPV4 = '0.0.0.0/0';
const ALL_IPV6 = '::/0';

/** `Everywhere`, `10.0.0.0/8`, or for what is left beside other blocks `Everywhere else`. */
export function externalName(cidrs: readonly string[]): string {
  return internetName(cidrs) ?? blocksText(cidrs);
}

/** What the Internet is called, whole or what is left of it; null for blocks that somebody has named. */
export function internetName(cidrs: readonly string[]): string | null {
  const [first] = cidrs;
  if (first === undefined) return 'Nowhere';
  if (cidrs.length === 2 && cidrs.includes(ALL_IPV4) && cidrs.includes(ALL_IPV6)) {
    return 'Everywhere';
  }
  if (cidrs.length === 1 && first === ALL_IPV4) return 'IPv4 everywhere';
  if (cidrs.length === 1 && first === ALL_IPV6) return 'IPv6 everywhere';
  if (cidrs.includes(ALL_IPV6) || share(cidrs, 4) > 0.5) return 'Everywhere else';
  if (share(cidrs, 6) > 0.5) return 'IPv6 everywhere else';
  return null;
}

/** As a policy would write them: `10.0.0.0/8 but 10.1.0.0/16`, `0.0.0.0/0 but 3 blocks`. */
export function blocksText(cidrs: readonly string[]): string {
  if (cidrs.length === 1) return cidrs[0] ?? '';
  const blocks = cidrs.flatMap((cidr) => readAddressRange(cidr) ?? []);
  const families = ([4, 6] as const)
    .map((family) => blocks.filter((block) => block.family === family))
    .filter((block) => block.length > 0)
    .map(coverOf);
  const covers = families.map(({ cover }) => cover);
  const holes = families.flatMap((family) => family.holes);
  const isAll = covers.includes(ALL_IPV4) && covers.includes(ALL_IPV6);
  const name = isAll ? 'all' : covers.join(', ');
  if (holes.length === 0) return name;
  const [hole = ''] = holes;
  const isShort = holes.length === 1 && hole.length <= LONGEST_HOLE;
  const number = holes.length === 1 ? '1 block' : `${holes.length} blocks`;
  return `${name} but ${isShort ? hole : number}`;
}

/** Longer ones, of IPv6, don't fit into a shape beside what they are cut out of. */
const LONGEST_HOLE = 18;

/** The smallest block around some of one family, and what of it is not theirs. */
function coverOf(blocks: readonly AddressRange[]): { cover: string; holes: readonly string[] } {
  const sorted = [...blocks].sort((one, other) => (one.first < other.first ? -1 : 1));
  const { family, first } = sorted[0] as AddressRange;
  const { last } = sorted[sorted.length - 1] as AddressRange;
  let free = 0n;
  while (first >> free !== last >> free) free += 1n;
  const start = (first >> free) << free;
  const holes: string[] = [];
  let at = start;
  for (const block of sorted) {
    if (at < block.first) holes.push(...cidrsOfRange(family, at, block.first - 1n));
    at = block.last + 1n;
  }
  const end = start + (1n << free) - 1n;
  if (at <= end) holes.push(...cidrsOfRange(family, at, end));
  return { cover: `${addressText(family, start)}/${bitsOf(family) - Number(free)}`, holes };
}

/** The part of a family's address space that blocks cover, from 0 to 1. */
function share(cidrs: readonly string[], family: 4 | 6): number {
  let sum = 0;
  for (const cidr of cidrs) {
    if (cidr.includes(':') === (family === 6)) sum += 2 ** -Number(cidr.split('/')[1] ?? 128);
  }
  return sum;
}

/** Every range: `TCP 80, 443; UDP 53`; a whole protocol is `all TCP`, everything `all ports`. */
export function portsText(set: PortSet): string {
  const parts = PROTOCOLS.filter((protocol) => set[protocol].length > 0).map((protocol) => {
    const ranges = set[protocol];
    return isWhole(ranges) ? `all ${protocol}` : `${protocol} ${ranges.map(rangeText).join(', ')}`;
  });
  if (parts.length === PROTOCOLS.length && parts.every((part) => part.startsWith('all '))) {
    return 'all ports';
  }
  return parts.join('; ');
}

const LABEL_RANGES = 2;

/** The same, short enough for a line in the picture: `TCP 80, 443 +3`. */
export function portsLabel(set: PortSet): string {
  let left = 0;
  let room = LABEL_RANGES;
  const parts: string[] = [];
  for (const protocol of PROTOCOLS) {
    const ranges = set[protocol];
    if (ranges.length === 0) continue;
    if (isWhole(ranges)) {
      parts.push(`all ${protocol}`);
      continue;
    }
    const shown = ranges.slice(0, room);
    room -= shown.length;
    left += ranges.length - shown.length;
    if (shown.length > 0) parts.push(`${protocol} ${shown.map(rangeText).join(', ')}`);
  }
  return left > 0 ? `${parts.join(', ')} +${left}` : parts.join(', ');
}

function isWhole(ranges: readonly PortRange[]): boolean {
  const [range] = ranges;
  return ranges.length === 1 && range?.from === FIRST_PORT && range.to === LAST_PORT;
}

/** The kind as it fits under a name. */
export function kindText(kind: string): string {
  return SHORT_KINDS.get(kind) ?? kind;
}

/** kubectl's short names, for the kinds too long to stand under a name. */
const SHORT_KINDS: ReadonlyMap<string, string> = new Map([
  ['ReplicationController', 'RC'],
  ['DeploymentConfig', 'DC'],
  ['VirtualMachine', 'VM'],
]);
