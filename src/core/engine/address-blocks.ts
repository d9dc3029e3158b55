// The address space outside the cluster, cut so that two addresses of one block lie in the same
// CIDRs of the input: every policy treats them alike.

import { addressText, bitsOf } from '../model/address-text.ts';
import type { AdminPolicy } from '../model/admin-policy.ts';
import type { Address, AddressRange, Cidr, Family } from '../model/cidr.ts';
import { containsCidr } from '../model/cidr.ts';
import type { Cluster } from '../model/cluster.ts';

export interface AddressBlock {
  /** Minimal, IPv4 before IPv6, ascending. */
  readonly cidrs: readonly string[];
  readonly sample: Address;
}

/** Every CIDR that a policy names, excepts included, and the nodes' addresses and ranges where one asks for them, once each. */
export function cidrsOf({
  policies,
  adminPolicies,
  nodes,
  nodeRanges = [],
}: Cluster): readonly Cidr[] {
  const cidrs = new Map<string, Cidr>();
  for (const policy of policies) {
    for (const side of [policy.ingress, policy.egress]) {
      for (const rule of side?.rules ?? []) {
        for (const peer of rule.peers ?? []) {
          if (peer.kind !== 'block') continue;
          cidrs.set(peer.cidr.text, peer.cidr);
          for (const except of peer.except) cidrs.set(except.text, except);
        }
      }
    }
  }
  const peers = peersOf(adminPolicies);
  for (const peer of peers) {
    if (peer.kind !== 'networks') continue;
    for (const { cidr } of peer.networks) cidrs.set(cidr.text, cidr);
  }
  if (peers.some(({ kind }) => kind === 'nodes')) {
    for (const cidr of nodeRanges) cidrs.set(cidr.text, cidr);
    for (const { addresses } of nodes) {
      for (const { family, value, text } of addresses ?? []) {
        const cidr = { family, first: value, last: value, text: `${text}/${bitsOf(family)}` };
        cidrs.set(cidr.text, cidr);
      }
    }
  }
  return [...cidrs.values()];
}

function peersOf(policies: readonly AdminPolicy[]) {
  return policies.flatMap(({ ingress, egress }) =>
    [...ingress, ...egress].flatMap(({ peers }) => peers),
  );
}

export interface AddressPartition {
  /** Ascending by their lowest address; together they are all of IPv4 and IPv6, and no two overlap. */
  readonly blocks: readonly AddressBlock[];
  /** The index of the block that an address lies in. */
  find(address: Address): number;
  /** The indexes of the blocks inside a CIDR of the input: from `first` up to but not including `end`. */
  inside(cidr: Cidr): { readonly first: number; readonly end: number };
  /** The indexes of the blocks that have addresses in a range, each once. */
  overlapping(range: AddressRange): readonly number[];
}

export function partitionAddresses(cidrs: readonly Cidr[]): AddressPartition {
  // CIDRs either nest or are disjoint, so each block is one CIDR less those just inside it.
  const nodes = [whole(4), whole(6)].flatMap((root) => grow(root, cidrs));
  const parts = nodes.map(partOf).filter((part) => part.ranges.length > 0);
  // What no CIDR covers is one block, of both families where both have some left.
  const isRest = ({ node }: Part) => !node.isNamed;
  const rest = parts.filter(isRest);
  const merged = [
    ...(rest.length > 0 ? [rest] : []),
    ...parts.filter((part) => !isRest(part)).map((part) => [part]),
  ];
  const ordered = merged
    .map((block) => ({ block, sample: sampleOf(block) }))
    .sort((a, b) => compareAddresses(a.sample, b.sample));
  const segments = ordered
    .flatMap(({ block }, index) =>
      block.flatMap(({ node, ranges }) =>
        ranges.map(({ from }) => ({ start: { family: node.cidr.family, value: from }, index })),
      ),
    )
    .sort((a, b) => compareAddresses(a.start, b.start));
  const samples = ordered.map(({ sample }) => sample);
  const segmentAt = (address: Point) =>
    countWhere(segments.length, (at) => {
      return compareAddresses((segments[at] as (typeof segments)[number]).start, address) <= 0;
    }) - 1;
  return {
    blocks: ordered.map(({ block, sample }) => ({ cidrs: block.flatMap(cidrsOfPart), sample })),
    find: (address) => (segments[segmentAt(address)] as (typeof segments)[number]).index,
    overlapping: ({ family, first, last }) => {
      const from = segmentAt({ family, value: first });
      const to = segmentAt({ family, value: last });
      return [...new Set(segments.slice(from, to + 1).map(({ index }) => index))];
    },
    inside: ({ family, first, last }) => ({
      first: countWhere(samples.length, (at) => {
        return compareAddresses(samples[at] as Address, { family, value: first }) < 0;
      }),
      end: countWhere(samples.length, (at) => {
        return compareAddresses(samples[at] as Address, { family, value: last }) <= 0;
      }),
    }),
  };
}

/** The number of leading positions for which it holds; it holds for none after the first for which it does not. */
function countWhere(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Part {
  readonly node: Node;
  /** The node's own addresses: its CIDR without its children. Empty when they cover it. */
  readonly ranges: readonly { readonly from: bigint; readonly to: bigint }[];
}

interface Node {
  readonly cidr: Cidr;
  /** False for the root of a family that the input does not name itself. */
  readonly isNamed: boolean;
  readonly children: Cidr[];
}

function grow(root: Cidr, cidrs: readonly Cidr[]): readonly Node[] {
  const inside = cidrs.filter((cidr) => cidr.family === root.family);
  const isRootNamed = inside.some((cidr) => cidr.text === root.text);
  const nodes: Node[] = [{ cidr: root, isNamed: isRootNamed, children: [] }];
  const open: Node[] = [nodes[0] as Node];
  const sorted = inside
    .filter((cidr) => cidr.text !== root.text)
    .sort((a, b) => compare(a.first, b.first) || compare(b.last, a.last));
  for (const cidr of sorted) {
    while (!containsCidr((open.at(-1) as Node).cidr, cidr)) open.pop();
    (open.at(-1) as Node).children.push(cidr);
    const node: Node = { cidr, isNamed: true, children: [] };
    nodes.push(node);
    open.push(node);
  }
  return nodes;
}

function partOf(node: Node): Part {
  const ranges: { from: bigint; to: bigint }[] = [];
  const add = (from: bigint, to: bigint) => {
    if (from <= to) ranges.push({ from, to });
  };
  let from = node.cidr.first;
  for (const child of node.children) {
    add(from, child.first - 1n);
    from = child.last + 1n;
  }
  add(from, node.cidr.last);
  return { node, ranges };
}

function sampleOf([first]: readonly Part[]): Address {
  const { node, ranges } = first as Part;
  const { family } = node.cidr;
  const value = (ranges[0] as (typeof ranges)[number]).from;
  return { family, value, text: addressText(family, value) };
}

function cidrsOfPart({ node, ranges }: Part): readonly string[] {
  return ranges.flatMap(({ from, to }) => cidrsOfRange(node.cidr.family, from, to));
}

/** The fewest CIDRs that are exactly the addresses from `from` to `to`. */
export function cidrsOfRange(family: Family, from: bigint, to: bigint): readonly string[] {
  const cidrs: string[] = [];
  const bits = bitsOf(family);
  const isBlock = (at: bigint, free: number) => {
    const rest = (1n << BigInt(free)) - 1n;
    return (at & rest) === 0n && at + rest <= to;
  };
  // The blocks grow towards the middle of the range and shrink behind it, so each begins the search
  // with the size of the one before.
  let free = 0;
  for (let at = from; at <= to; at += 1n << BigInt(free)) {
    while (free > 0 && !isBlock(at, free)) free -= 1;
    while (free < bits && isBlock(at, free + 1)) free += 1;
    cidrs.push(`${addressText(family, at)}/${bits - free}`);
  }
  return cidrs;
}

function whole(family: Family): Cidr {
  const bits = bitsOf(family);
  return {
    family,
    first: 0n,
    last: (1n << BigInt(bits)) - 1n,
    text: `${addressText(family, 0n)}/0`,
  };
}

type Point = Pick<Address, 'family' | 'value'>;

function compareAddresses(a: Point, b: Point): number {
  return a.family - b.family || compare(a.value, b.value);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
