// A rule of an administrator's policy that is never asked, because earlier ones decide all its traffic.
import { stepsText } from '../admin-wording.ts';
import { DIRECTIONS } from '../context.ts';
import type { LintRule } from '../rule.ts';
import { isUnreachable } from '../unreachable.ts';

export const shadowedRule: LintRule = {
  id: 'shadowed-rule',
  level: 'warning',
  title: 'An earlier rule decides all that this one is about',
  documentation: `The rules of AdminNetworkPolicy, BaselineAdminNetworkPolicy and ClusterNetworkPolicy are asked in order: policies of lower priority numbers first, and within a policy from top to bottom. The first rule that matches decides, and Pass counts as deciding for the rest of its tier. A rule all of whose peers and ports are covered by earlier rules never takes effect. It is a warning where the earlier rule does something else, since then one of the two was hardly meant so, and an information where it does the same. Move the narrower rule up, or remove it.`,
  *check(context) {
    for (const policy of context.cluster.adminPolicies) {
      // All of it is said at the policy.
      if (isUnreachable(context, policy) !== null) continue;
      for (const direction of DIRECTIONS) {
        for (const rule of policy[direction]) {
          const by = context.shadowOf(direction, { policy, rule }, true);
          if (by === null) continue;
          const isSame = by.every((step) => step.rule.action === rule.action);
          yield {
            about: policy,
            range: rule.range,
            message: `Before this rule is asked, ${stepsText(by, policy)} of the ${direction} decides all its traffic: it never takes effect. ${isSame ? 'It does the same, so it could be removed.' : 'Move it up, or remove it.'}`,
            level: isSame ? 'info' : 'warning',
          };
        }
      }
    }
  },
};
