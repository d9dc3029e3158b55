// The address lies just outside the block: in the one beside it, or in one that is written nearly alike.
import { addressText, bitsOf } from '../../model/address-text.ts';
import type { Address, Cidr } from '../../model/cidr.ts';
import { containsCidr } from '../../model/cidr.ts';
import { editDistance } from '../../model/edit-distance.ts';
import type { BlockPeer } from '../../model/policy.ts';
import { addressesOf } from './addresses-of.ts';
import type { Candidate } from './blocked.ts';
import { type PeerPlace, withPeers } from './peer-place.ts';
import { replacement } from './words.ts';

export function blockMisses(place: PeerPlace<BlockPeer>): readonly Candidate[] {
  const { peer, policy, blocked } = place;
  const { cidr } = peer;
  const [address] = addressesOf(blocked.other);
  if (address === undefined || address.family !== cidr.family) return [];
  const around = blockAround(address, cidr);
  if (around.first === cidr.first || !isNear(cidr, around)) return [];
  // What is excepted from the old block means nothing in the new one.
  const repaired: BlockPeer = { ...peer, cidr: around, except: [] };
  return [
    {
      kind: 'block-misses',
      distance: 3,
      policy,
      range: peer.place?.cidr ?? peer.range,
      message: `${address.text} lies just outside ${cidr.text}: ${around.text} would hold it.`,
      fix: peer.except.some((hole) => !containsCidr(around, hole))
        ? null
        : replacement(policy, peer.range, peer.place?.cidr, JSON.stringify(around.text)),
      repaired: withPeers(place, repaired),
    },
  ];
}

/** The block of the same size that holds the address. */
function blockAround({ family, value }: Address, { first, last }: Cidr): Cidr {
  const size = last - first + 1n;
  const start = value - (value % size);
  let hostBits = 0;
  while (1n << BigInt(hostBits) < size) hostBits += 1;
  const text = `${addressText(family, start)}/${bitsOf(family) - hostBits}`;
  return { family, first: start, last: start + size - 1n, text };
}

function isNear(one: Cidr, other: Cidr): boolean {
  const isBeside = one.last + 1n === other.first || other.last + 1n === one.first;
  return isBeside || editDistance(one.text, other.text) === 1;
}
