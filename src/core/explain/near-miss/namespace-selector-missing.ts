// A podSelector alone means pods of the policy's own namespace (SEMANTICS 1.9); the other end is elsewhere.

import { NAME_LABEL } from '../../model/namespace.ts';
import type { PodsPeer } from '../../model/policy.ts';
import { judgeWorkload } from '../peers.ts';
import type { Candidate } from './blocked.ts';
import { type PeerPlace, withPeers } from './peer-place.ts';
import { selectorJson } from './selector-json.ts';
import { replacement } from './words.ts';

export function namespaceSelectorMissing(place: PeerPlace<PodsPeer>): readonly Candidate[] {
  const { peer, policy, blocked } = place;
  const { other } = blocked;
  if (other.type !== 'workload' || peer.namespaces !== null || peer.pods === null) return [];
  const { id, namespace } = other.workload;
  if (namespace === policy.namespace) return [];
  if (judgeWorkload(peer.pods, other.workload).match !== 'yes') return [];
  const namespaces = {
    requirements: [{ key: NAME_LABEL, operator: 'In' as const, values: [namespace] }],
  };
  const text = `{"namespaceSelector": ${selectorJson(namespaces)}, "podSelector": ${selectorJson(peer.pods)}}`;
  return [
    {
      kind: 'namespace-selector-missing',
      // An empty selector hardly singles this pod out.
      distance: peer.pods.requirements.length === 0 ? 5 : 2,
      policy,
      range: peer.range,
      message: `${id} has the labels that this entry asks for, but a podSelector alone means pods of the policy's own namespace, ${policy.namespace}. Put a namespaceSelector for ${namespace} into the same entry.`,
      fix: replacement(policy, peer.range, peer.range, text),
      repaired: withPeers(place, { ...peer, namespaces }),
    },
  ];
}
