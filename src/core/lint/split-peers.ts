// Two entries of a rule that look as if one was meant: a "- " too many makes "and" into "or".
import type { PodsPeer, Policy, Rule } from '../model/policy.ts';
import { EVERYTHING } from '../model/selector.ts';
import type { Workload } from '../model/workload.ts';
import type { Context } from './context.ts';

export interface SplitPeer {
  /** The entry with nothing but a namespaceSelector. */
  readonly namespaces: PodsPeer;
  /** Its neighbour with nothing but a podSelector. */
  readonly pods: PodsPeer;
  /** The pods with these labels in those namespaces: what one entry would mean. */
  readonly meant: readonly Workload[];
  /** Why it looks so: the second entry means no pod, or only pods that the first means, too. */
  readonly evidence: 'no-pod' | 'covered';
}

export function splitPeers(context: Context, policy: Policy, rule: Rule): readonly SplitPeer[] {
  const found: SplitPeer[] = [];
  rule.peers?.forEach((one, at) => {
    const other = rule.peers?.[at + 1];
    if (other?.kind !== 'pods' || one.kind !== 'pods') return;
    const [namespaces, pods] = one.pods === null ? [one, other] : [other, one];
    const isPair =
      namespaces.pods === null && pods.namespaces === null && namespaces.namespaces !== null;
    // Every pod of the own namespace is a thing to say by itself.
    if (!isPair || (pods.pods ?? EVERYTHING).requirements.length === 0) return;
    const meant = context.pods(policy, { ...pods, namespaces: namespaces.namespaces });
    if (meant.sure.length === 0) return;
    const own = context.pods(policy, pods);
    if (own.maybe.length > 0) return;
    const places = context.namespaces(namespaces.namespaces as NonNullable<PodsPeer['namespaces']>);
    const evidence =
      own.sure.length === 0 && context.workloadsIn(policy.namespace).length > 0
        ? 'no-pod'
        : own.sure.length > 0 && places.sure.has(policy.namespace)
          ? 'covered'
          : null;
    if (evidence !== null) found.push({ namespaces, pods, meant: meant.sure, evidence });
  });
  return found;
}
