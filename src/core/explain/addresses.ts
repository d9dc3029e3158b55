// Whether an end of a flow lies in a block of addresses.
import type { Address, AddressRange, Cidr } from '../model/cidr.ts';
import type { Peer } from '../model/peer.ts';
import type { BlockPeer } from '../model/policy.ts';
import { seenOf } from '../model/seen.ts';
import type { Workload } from '../model/workload.ts';
import { certainly, type Judgement, maybe, NO, YES } from './judgement.ts';

/** SEMANTICS 1.12 for addresses of which it is known where they lie, 1.13 and 10.3 for the others. */
export function judgeBlock(block: BlockPeer, peer: Peer): Judgement {
  if (peer.type === 'external') return certainly(holds(block, peer.sample));
  const { workload } = peer;
  const { ranges } = seenOf(workload);
  if (ranges !== null) return judgeRanges(block, ranges, workload);
  // Its address is its node's, which no manifest tells (SEMANTICS 1.23).
  if (workload.hostNetwork) return inDoubt(block, workload);
  const { addresses } = workload;
  if (addresses === null || addresses.length === 0) return judgeUnknown(block, workload);
  const inside = addresses.filter((address) => holds(block, address)).length;
  if (inside === 0) return NO;
  // Pods that differ, or one pod reached by either of two addresses.
  if (inside === addresses.length) return YES;
  return maybe([{ kind: 'some-addresses', workload: workload.id, block: textOf(block) }]);
}

function judgeUnknown(block: BlockPeer, workload: Workload): Judgement {
  const everyIpv4 =
    block.cidr.family === 4 &&
    block.cidr.first === 0n &&
    block.cidr.last === 2n ** 32n - 1n &&
    block.except.length === 0;
  return everyIpv4 ? YES : inDoubt(block, workload);
}

function inDoubt(block: BlockPeer, workload: Workload): Judgement {
  const kind = workload.hostNetwork ? 'node-address' : 'pod-address';
  return maybe([{ kind, workload: workload.id, block: textOf(block) }]);
}

function textOf({ cidr, except }: BlockPeer): string {
  const excepted = except.map(({ text }) => text).join(', ');
  return excepted === '' ? cidr.text : `${cidr.text} except ${excepted}`;
}

/** Any address of the ranges may be the one: all of them must be in the block, or none. */
function judgeRanges(
  block: BlockPeer,
  ranges: readonly AddressRange[],
  workload: Workload,
): Judgement {
  const samples = samplesOf(ranges, [block]);
  const inside = samples.filter((sample) => holds(block, sample)).length;
  if (inside === 0) return NO;
  return inside === samples.length ? YES : inDoubt(block, workload);
}

/** One address for each part of some ranges in which no block of the rules tells two addresses apart. */
export function samplesOf(
  ranges: readonly AddressRange[],
  blocks: readonly BlockPeer[],
): readonly Point[] {
  const cuts = blocks
    .flatMap(({ cidr, except }) => [cidr, ...except])
    .flatMap(({ family, first, last }) => [
      { family, value: first },
      { family, value: last + 1n },
    ]);
  const samples = ranges.flatMap(({ family, first, last }) => [
    { family, value: first },
    ...cuts.filter((cut) => cut.family === family && cut.value > first && cut.value <= last),
  ]);
  const distinct = new Map(samples.map((sample) => [`${sample.family} ${sample.value}`, sample]));
  return [...distinct.values()];
}

type Point = Pick<Address, 'family' | 'value'>;

export function holds({ cidr, except }: BlockPeer, address: Point): boolean {
  return within(cidr, address) && !except.some((hole) => within(hole, address));
}

function within(cidr: Cidr, { family, value }: Point): boolean {
  return family === cidr.family && value >= cidr.first && value <= cidr.last;
}
