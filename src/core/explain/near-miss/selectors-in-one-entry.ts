// Two selectors in one entry must both hold; as two entries, each with its own dash, either would do (SEMANTICS 1.9).
import type { PodsPeer } from '../../model/policy.ts';
import { judgePeer } from '../peers.ts';
import type { Candidate } from './blocked.ts';
import { type PeerPlace, withPeers } from './peer-place.ts';

/**
 * The reverse, two entries where one was meant, lets more through than was meant and so never keeps
 * a packet out.
 */
export function selectorsInOneEntry(place: PeerPlace<PodsPeer>): readonly Candidate[] {
  const { peer, policy, blocked } = place;
  const { other, cluster } = blocked;
  const { namespaces, pods } = peer;
  if (other.type !== 'workload' || namespaces === null || pods === null) return [];
  const byNamespace: PodsPeer = { ...peer, pods: null };
  const byPods: PodsPeer = { ...peer, namespaces: null };
  const holds = (entry: PodsPeer) =>
    judgePeer(cluster, policy.namespace, entry, other).match === 'yes';
  // A selector of everything would hold for this end by no merit of its own.
  const isByNamespace = namespaces.requirements.length > 0 && holds(byNamespace);
  const isByPods = pods.requirements.length > 0 && holds(byPods);
  if (isByNamespace === isByPods) return [];
  const reason = isByNamespace
    ? `namespace ${other.workload.namespace} is selected, but its pod is not`
    : 'its labels are those of podSelector, but its namespace is not selected';
  return [
    {
      kind: 'selectors-in-one-entry',
      distance: 2,
      policy,
      range: peer.range,
      message: `This entry wants both its selectors to hold for ${other.id}: ${reason}. If either should be enough, write them as two entries, each with its own "- ".`,
      fix: null,
      repaired: withPeers(place, byNamespace, byPods),
    },
  ];
}
