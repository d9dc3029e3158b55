// Rules for a direction that policyTypes leave out.
import type { LintRule } from '../rule.ts';
import { counted } from '../wording.ts';

export const unlistedDirection: LintRule = {
  id: 'unlisted-direction',
  level: 'warning',
  title: 'Rules for a direction that policyTypes leave out',
  documentation: `An explicit policyTypes is taken literally: rules for a direction that it does not list are ignored, and the pods stay open in that direction. The API server accepts such a policy without a word. Add the direction to policyTypes, which isolates the pods in it, or remove the rules. A rule that would let everything through is not reported: without the direction everything is let through as well.`,
  *check({ cluster }) {
    for (const policy of cluster.policies) {
      for (const { direction, keyRange, rules } of policy.unlisted) {
        if (rules.some(({ peers, ports }) => peers === null && ports === null)) continue;
        const type = direction === 'ingress' ? 'Ingress' : 'Egress';
        yield {
          about: policy,
          range: keyRange,
          message: `policyTypes do not list ${type}, so ${rules.length === 1 ? 'this rule has' : `these ${counted(rules.length, 'rule')} have`} no effect and all ${direction} stays open. Add ${type} to policyTypes, or remove ${direction}.`,
        };
      }
    }
  },
};
