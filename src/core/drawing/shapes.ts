// One peer → its shape.
import { type Analysis, endAt } from '../engine/analysis.ts';
import { isHeldBack } from '../engine/read-side.ts';
import { INGRESS_CONTROLLER, type PeerIndex } from '../model/peer.ts';
import { actorWords } from './around.ts';
import type { EndId, Shape } from './drawing.ts';
import { blocksText, externalName } from './names.ts';

/** Empty for a number that no peer has. */
export function shapeOf(analysis: Analysis, index: PeerIndex, box: EndId): [] | [Shape] {
  const peer = endAt(analysis, index);
  if (peer === undefined) return [];
  const actor = actorWords(peer);
  if (actor !== null || peer.type === 'actor') {
    const isCloud =
      peer.id === INGRESS_CONTROLLER && peer.type === 'actor' && peer.standing === 'outside';
    const blocks = isCloud ? 'load balancer of a cloud' : (actor?.note ?? '');
    const name = actor?.name ?? peer.id;
    return [{ type: 'external', id: peer.id, peer: index, box, name, blocks, isActor: true }];
  }
  if (peer.type === 'external') {
    const name = externalName(peer.cidrs);
    // Reading the blocks is slow, and most names need none beside them.
    const blocks = name.endsWith(' else') ? blocksText(peer.cidrs) : '';
    return [{ type: 'external', id: peer.id, peer: index, box, name, blocks }];
  }
  const { name, kind, replicas, hostNetwork } = peer.workload;
  const isolated = {
    egress: isHeldBack(analysis.egress, index),
    ingress: isHeldBack(analysis.ingress, index),
  };
  return [
    {
      type: 'workload',
      id: peer.id,
      peer: index,
      box,
      name,
      kind,
      replicas,
      hostNetwork,
      isolated,
    },
  ];
}
