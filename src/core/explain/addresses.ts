// Whether an end of a flow lies in a block of addresses.
import type { Address, Cidr } from '../model/cidr.ts';
import type { Peer } from '../model/peer.ts';
import type { BlockPeer } from '../model/policy.ts';
import type { Workload } from '../model/workload.ts';
import { certainly, type Judgement, maybe, NO, YES } from './judgement.ts';

/** SEMANTICS 1.12 for addresses that are known, 1.13 and 10.3 for those that are not. */
export function judgeBlock(block: BlockPeer, peer: Peer): Judgement {
  if (peer.type === 'external') return certainly(holds(block, peer.sample));
  const { workload } = peer;
  // Its address is its node's, which no manifest tells (SEMANTICS 1.23).
  if (workload.hostNetwork) return maybe([{ kind: 'host-network', workload: workload.id }]);
  const { addresses } = workload;
  if (addresses === null || addresses.length === 0) return judgeUnknown(block, workload);
  const inside = addresses.filter((address) => holds(block, address)).length;
  if (inside === 0) return NO;
  // Pods that differ, or one pod reached by either of two addresses.
  return inside === addresses.length ? YES : inDoubt(block, workload);
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
  const excepted = block.except.map(({ text }) => text).join(', ');
  const text = excepted === '' ? block.cidr.text : `${block.cidr.text} except ${excepted}`;
  return maybe([{ kind: 'pod-address', workload: workload.id, block: text }]);
}

function holds({ cidr, except }: BlockPeer, address: Address): boolean {
  return within(cidr, address) && !except.some((hole) => within(hole, address));
}

function within(cidr: Cidr, { family, value }: Address): boolean {
  return family === cidr.family && value >= cidr.first && value <= cidr.last;
}
