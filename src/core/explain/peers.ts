// Whether one entry of a rule's `from` or `to` means the other end of a flow.

import type { Cluster } from '../model/cluster.ts';
import { labelsOf } from '../model/labels.ts';
import { NAME_LABEL } from '../model/namespace.ts';
import type { End } from '../model/peer.ts';
import type { PodsPeer, RulePeer } from '../model/policy.ts';
import { seenOf } from '../model/seen.ts';
import type { Selector } from '../model/selector.ts';
import type { Workload } from '../model/workload.ts';
import { judgeActor } from './actors.ts';
import { judgeBlock } from './addresses.ts';
import { both, certainly, type Judgement, maybe, NO, YES } from './judgement.ts';
import { select } from './selecting.ts';

/** @param namespace the policy's own */
export function judgePeer(
  cluster: Cluster,
  namespace: string,
  entry: RulePeer,
  peer: End,
): Judgement {
  if (peer.type === 'actor') return judgeActor(entry, peer);
  if (entry.kind === 'block') return judgeBlock(entry, peer);
  // Selectors mean pods and nothing else (SEMANTICS 1.10).
  if (peer.type === 'external') return NO;
  const selected = judgePods(cluster, namespace, entry, peer.workload);
  const { asPod } = seenOf(peer.workload);
  if (asPod !== 'maybe') return asPod === 'yes' ? selected : NO;
  // A plugin may see the node instead of the pod (SEMANTICS 1.23).
  return both(selected, maybe([{ kind: 'host-network', workload: peer.workload.id }]));
}

function judgePods(
  cluster: Cluster,
  namespace: string,
  entry: PodsPeer,
  workload: Workload,
): Judgement {
  const there =
    entry.namespaces === null
      ? certainly(workload.namespace === namespace)
      : judgeNamespace(cluster, entry.namespaces, workload.namespace);
  return both(there, entry.pods === null ? YES : judgeWorkload(entry.pods, workload));
}

/** Whether a selector selects the pods of a workload. */
export function judgeWorkload(selector: Selector, workload: Workload): Judgement {
  const { match, keys } = select(selector, workload.labels);
  if (match !== 'maybe') return certainly(match === 'yes');
  return maybe([{ kind: 'pod-label', workload: workload.id, keys }]);
}

function judgeNamespace(cluster: Cluster, selector: Selector, name: string): Judgement {
  const labels = cluster.namespaces.get(name)?.labels ?? {
    ...labelsOf([[NAME_LABEL, name]]),
    complete: false,
  };
  const { match, keys } = select(selector, labels);
  if (match !== 'maybe') return certainly(match === 'yes');
  return maybe([{ kind: 'namespace-labels', namespace: name, keys }]);
}
