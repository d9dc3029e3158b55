// Every address of one family is let through, but the other end's is of the other (SEMANTICS 1.13).
import type { Cidr } from '../../model/cidr.ts';
import type { BlockPeer } from '../../model/policy.ts';
import { addressesOf } from './addresses-of.ts';
import type { Candidate } from './blocked.ts';
import { type PeerPlace, withPeers } from './peer-place.ts';

const WHOLE: { readonly 4: Cidr; readonly 6: Cidr } = {
  4: { family: 4, first: 0n, last: (1n << 32n) - 1n, text: '0.0.0.0/0' },
  6: { family: 6, first: 0n, last: (1n << 128n) - 1n, text: '::/0' },
};

export function blockFamily(place: PeerPlace<BlockPeer>): readonly Candidate[] {
  const { peer, policy, blocked } = place;
  const [address] = addressesOf(blocked.other);
  if (address === undefined || address.family === peer.cidr.family) return [];
  if (peer.cidr.text !== WHOLE[peer.cidr.family].text) return [];
  const whole = WHOLE[address.family];
  const added: BlockPeer = { kind: 'block', range: peer.range, cidr: whole, except: [] };
  return [
    {
      kind: 'block-family',
      distance: 2,
      policy,
      range: peer.place?.cidr ?? peer.range,
      message: `${address.text} is an IPv${address.family} address, and ${peer.cidr.text} means IPv${peer.cidr.family} alone. Add an entry for ${whole.text}.`,
      fix: null,
      repaired: withPeers(place, peer, added),
    },
  ];
}
