// The addresses that a block is held against, as far as they are known.
import type { Address } from '../../model/cidr.ts';
import type { Peer } from '../../model/peer.ts';

export function addressesOf(peer: Peer): readonly Address[] {
  if (peer.type === 'external') return [peer.sample];
  return peer.workload.hostNetwork ? [] : (peer.workload.addresses ?? []);
}
