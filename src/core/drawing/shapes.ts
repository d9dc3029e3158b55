// One peer → its shape.
import type { Analysis } from '../engine/analysis.ts';
import { isHeldBack } from '../engine/read-side.ts';
import type { PeerIndex } from '../model/peer.ts';
import type { EndId, Shape } from './drawing.ts';
import { blocksText, externalName } from './names.ts';

/** Empty for a number that no peer has. */
export function shapeOf(analysis: Analysis, index: PeerIndex, box: EndId): [] | [Shape] {
  const peer = analysis.peers[index];
  if (peer === undefined) return [];
  if (peer.type === 'external') {
    const name = externalName(peer.cidrs);
    const blocks = blocksText(peer.cidrs);
    const told = name === blocks || !name.endsWith(' else');
    return [{ type: 'external', id: peer.id, peer: index, box, name, blocks: told ? '' : blocks }];
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
