// Two entries where one was meant: "or" instead of "and".
import { DIRECTIONS } from '../context.ts';
import type { LintRule } from '../rule.ts';
import { splitPeers } from '../split-peers.ts';
import { selectorText, workloadsText } from '../wording.ts';

export const splitPeer: LintRule = {
  id: 'split-peer',
  level: 'warning',
  title: 'A "- " makes two peers where one seems meant',
  documentation: `A namespaceSelector and a podSelector in one entry of from or to must both hold. With a "- " before each they are two entries, and either is enough: every pod of those namespaces, and besides them pods of the policy's own namespace. This is the commonest way to open far more than was meant. It is said only with evidence: the podSelector by itself means no pod of the policy's own namespace but does mean pods of the selected ones, or all that it means is already meant by the entry beside it. If both must hold, remove the second "- ".`,
  *check(context) {
    for (const policy of context.cluster.policies) {
      for (const direction of DIRECTIONS) {
        for (const rule of policy[direction]?.rules ?? []) {
          for (const split of splitPeers(context, policy, rule)) {
            const { namespaces, pods, meant, evidence } = split;
            const labels = selectorText(pods.pods ?? { requirements: [] });
            const where = selectorText(namespaces.namespaces ?? { requirements: [] });
            const why =
              evidence === 'no-pod'
                ? `No pod of the policy's own namespace has ${labels}, but ${workloadsText(meant)} in the selected namespaces.`
                : `The pods with ${labels} here are already among them.`;
            yield {
              about: policy,
              range: pods.range,
              message:
                `These are two entries, so every pod of namespaces with ${where} is meant, whatever its labels. ${why} If both must hold, write one entry without the second "- ".`.replace(
                  'namespaces with everything',
                  'all namespaces',
                ),
            };
          }
        }
      }
    }
  },
};
