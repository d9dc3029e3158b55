// Whether an administrator's policy means an end of a flow: by labels, by address, or by machine.
import type { AdminPeer, AdminPods, NetworksPeer } from '../model/admin-policy.ts';
import type { Cluster } from '../model/cluster.ts';
import { type End, NODES } from '../model/peer.ts';
import type { BlockPeer } from '../model/policy.ts';
import type { Selector } from '../model/selector.ts';
import { any, certainly, type Judgement, maybe, NO, YES } from './judgement.ts';
import { judgePeer } from './peers.ts';
import { select } from './selecting.ts';

/** As a subject and as a peer alike: pods, but never those on their host's network (SEMANTICS 3.1). */
export function judgeAdminPods(cluster: Cluster, pods: AdminPods, peer: End): Judgement {
  if (peer.type === 'external') return NO;
  if (peer.type === 'workload' && peer.workload.hostNetwork) return NO;
  return judgePeer(cluster, '', pods, peer);
}

/** Everything but an entry that is not known, which the rule as a whole has to answer for (SEMANTICS 3.11). */
export function judgeAdminPeer(
  cluster: Cluster,
  entry: Exclude<AdminPeer, { kind: 'unknown' }>,
  peer: End,
): Judgement {
  switch (entry.kind) {
    case 'pods':
      return judgeAdminPods(cluster, entry, peer);
    case 'networks':
      return any(blocksIn(entry).map((block) => judgePeer(cluster, '', block, peer)));
    case 'nodes':
      return judgeNodes(cluster, entry.selector, peer);
    case 'domain-names':
      return judgeNames(
        entry.names.map(({ name }) => name),
        peer,
      );
  }
}

/** One block for each network, as a NetworkPolicy would write it. */
export function blocksIn({ networks }: NetworksPeer): readonly BlockPeer[] {
  return networks.map(({ cidr, range }) => ({ kind: 'block', range, cidr, except: [] }));
}

/** SEMANTICS 3.8, 10.5 */
function judgeNodes({ nodes, nodeRanges = [] }: Cluster, selector: Selector, peer: End): Judgement {
  const isSelected = nodes.map((node) => select(selector, node.labels).match === 'yes');
  if (peer.type === 'external') {
    const { family, value } = peer.sample;
    const mayBeANode =
      nodeRanges.length === 0 ||
      nodeRanges.some(
        (range) => range.family === family && range.first <= value && value <= range.last,
      );
    if (nodes.length === 0) {
      return mayBeANode ? maybe([{ kind: 'node-addresses', node: null }]) : NO;
    }
    return any(
      nodes.map(({ name, addresses }, at) => {
        if (isSelected[at] !== true) return NO;
        if (addresses === null) {
          return mayBeANode ? maybe([{ kind: 'node-addresses', node: name }]) : NO;
        }
        return certainly(addresses.some((own) => own.family === family && own.value === value));
      }),
    );
  }
  // The API server's address is mostly a machine's, a controller's may be.
  if (peer.type === 'actor' && peer.id !== NODES) {
    return maybe([{ kind: 'node-addresses', node: null }]);
  }
  // A pod's own address is no machine's.
  if (peer.type === 'workload' && !peer.workload.hostNetwork) return NO;
  const onEvery = selector.requirements.length === 0 || isSelected.every((one) => one);
  if (nodes.length > 0 && !isSelected.includes(true)) return NO;
  if (onEvery && (nodes.length > 0 || selector.requirements.length === 0)) return YES;
  return maybe([
    peer.type === 'actor'
      ? { kind: 'node-labels' }
      : { kind: 'node-placement', workload: peer.workload.id },
  ]);
}

/** A name may stand for any address outside the pods' network (SEMANTICS 3.9). */
function judgeNames(names: readonly string[], peer: End): Judgement {
  if (peer.type === 'workload' && !peer.workload.hostNetwork) return NO;
  return maybe([{ kind: 'domain-names', names }]);
}
