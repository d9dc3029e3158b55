// How peers and ports are called in the picture.
import {
  FIRST_PORT,
  LAST_PORT,
  type PortRange,
  type PortSet,
  PROTOCOLS,
  rangeText,
} from '../model/port.ts';

const ALL_IPV4 = '0.0.0.0/0';
const ALL_IPV6 = '::/0';

/** `Everywhere`, `10.0.0.0/8`, or for what is left beside other blocks `Everywhere else`. */
export function externalName(cidrs: readonly string[]): string {
  const [first] = cidrs;
  if (first === undefined) return 'Nowhere';
  if (cidrs.length === 2 && cidrs.includes(ALL_IPV4) && cidrs.includes(ALL_IPV6)) {
    return 'Everywhere';
  }
  if (cidrs.length === 1 && first === ALL_IPV4) return 'IPv4 everywhere';
  if (cidrs.length === 1 && first === ALL_IPV6) return 'IPv6 everywhere';
  if (cidrs.includes(ALL_IPV6) || share(cidrs, 4) > 0.5) return 'Everywhere else';
  if (share(cidrs, 6) > 0.5) return 'IPv6 everywhere else';
  return blocksText(cidrs);
}

/** `0.0.0.0/5 +12 more`. */
export function blocksText(cidrs: readonly string[]): string {
  const [first = ''] = cidrs;
  if (cidrs.length === 1) return first;
  if (cidrs.length === 2) return cidrs.join(', ');
  return `${first} +${cidrs.length - 1} more`;
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
