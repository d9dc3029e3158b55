// One peer → its shape.
import type { Analysis, SideTable } from '../engine/analysis.ts';
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
    egress: isIsolated(analysis.egress, index),
    ingress: isIsolated(analysis.ingress, index),
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

/** Set 1 is every port: a row of nothing else is a subject that no policy holds back. */
function isIsolated(side: SideTable, index: PeerIndex): boolean {
  const row = side.allowed[side.subjectClass[index] ?? -1];
  return row?.some((set) => set !== 1) ?? false;
}
