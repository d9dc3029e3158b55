// The address lies in the block, but an except takes it out again (SEMANTICS 1.12).
import type { BlockPeer } from '../../model/policy.ts';
import { addressesOf } from './addresses-of.ts';
import type { Candidate } from './blocked.ts';
import { type PeerPlace, withPeers } from './peer-place.ts';

export function blockExcept(place: PeerPlace<BlockPeer>): readonly Candidate[] {
  const { peer, policy, blocked } = place;
  const [address] = addressesOf(blocked.other);
  if (address === undefined) return [];
  const { family, value, text } = address;
  const isIn = (block: BlockPeer['cidr']) =>
    block.family === family && block.first <= value && value <= block.last;
  if (!isIn(peer.cidr)) return [];
  const holes = peer.except.filter(isIn);
  const [hole] = holes;
  // Under two of them, taking one away would not help.
  if (hole === undefined || holes.length > 1) return [];
  return [
    {
      kind: 'block-except',
      distance: 4,
      policy,
      range: peer.place?.except[peer.except.indexOf(hole)] ?? peer.range,
      message: `${text} lies in ${peer.cidr.text}, but except takes ${hole.text} out of it.`,
      fix: null,
      repaired: withPeers(place, { ...peer, except: peer.except.filter((one) => one !== hole) }),
    },
  ];
}
