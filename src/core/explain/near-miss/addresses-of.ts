// The addresses that a block is held against, as far as they are known.
import type { Address } from '../../model/cidr.ts';
import type { End } from '../../model/peer.ts';

export function addressesOf(peer: End): readonly Address[] {
  if (peer.type === 'external') return [peer.sample];
  if (peer.type === 'actor') return [];
  return peer.workload.hostNetwork ? [] : (peer.workload.addresses ?? []);
}
