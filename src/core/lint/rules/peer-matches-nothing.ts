// An entry of from or to that means no pod of the input.
import type { PodsPeer, Policy } from '../../model/policy.ts';
import { type Context, DIRECTIONS } from '../context.ts';
import { type Explained, explainPods, unmatched } from '../explain-pods.ts';
import type { LintRule } from '../rule.ts';
import { splitPeers } from '../split-peers.ts';
import { selectorText } from '../wording.ts';

export const peerMatchesNothing: LintRule = {
  id: 'peer-matches-nothing',
  level: 'warning',
  title: 'An entry of from or to matches no pod',
  documentation: `No pod of the input is meant by this entry of a rule, so the rule opens nothing through it. It is a warning where the input shows what went wrong: a label that is off by a letter or by case, a namespace that lacks the label it is asked for (every namespace carries kubernetes.io/metadata.name, and no other label unless somebody sets it), or pods that are found in the policy's own namespace but not in the one that stands beside them in the same entry. Otherwise it is an information, since clients may be labelled later. Namespaces of which the input shows no pods are not judged.`,
  *check(context) {
    for (const policy of context.cluster.policies) {
      for (const direction of DIRECTIONS) {
        for (const rule of policy[direction]?.rules ?? []) {
          const split = new Set(splitPeers(context, policy, rule).map(({ pods }) => pods));
          for (const peer of rule.peers ?? []) {
            if (peer.kind === 'block' || split.has(peer)) continue;
            if (context.pods(policy, peer).sure.length > 0) continue;
            const complaint = explain(context, policy, peer);
            if (complaint !== null) yield { about: policy, range: peer.range, ...complaint };
          }
        }
      }
    }
    for (const policy of context.cluster.adminPolicies) {
      for (const peer of [...policy.ingress, ...policy.egress].flatMap(({ peers }) => peers)) {
        if (peer.kind !== 'pods' || context.adminPods(peer).sure.length > 0) continue;
        const isInDoubt = context.adminPods(peer).maybe.length > 0;
        const complaint = explainPods(context, peer, isInDoubt);
        if (complaint !== null) yield { about: policy, range: peer.range, ...complaint };
      }
    }
  },
};

function explain(context: Context, policy: Policy, peer: PodsPeer): Explained | null {
  const isInDoubt = context.pods(policy, peer).maybe.length > 0;
  const { namespaces, pods } = peer;
  if (namespaces !== null) {
    return explainPods(context, { namespaces, pods }, isInDoubt, () =>
      bothInOne(context, policy, peer),
    );
  }
  if (isInDoubt) return null;
  const there = context.workloadsIn(policy.namespace);
  return there.length === 0 || pods === null
    ? null
    : unmatched(pods, there, `namespace ${policy.namespace}, the policy's own,`);
}

/** Pods of the policy's own namespace, but asked for in another one: two entries were meant. */
function bothInOne(context: Context, policy: Policy, peer: PodsPeer): Explained | null {
  if (peer.pods === null || peer.pods.requirements.length === 0) return null;
  const { sure } = context.pods(policy, { ...peer, namespaces: null });
  const [first] = sure;
  if (first === undefined) return null;
  return {
    message: `One entry asks for both: ${selectorText(peer.pods)} in namespaces with ${selectorText(peer.namespaces ?? { requirements: [] })}. There is no such pod, but ${first.id} is in the policy's own namespace. If either is enough, write two entries, each with its own "- ".`,
  };
}
