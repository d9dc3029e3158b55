// A policy of an administrator of which no rule is ever asked.
import { stepsText } from '../admin-wording.ts';
import type { LintRule } from '../rule.ts';
import { isUnreachable } from '../unreachable.ts';

export const unreachablePolicy: LintRule = {
  id: 'unreachable-policy',
  level: 'warning',
  title: 'Other policies decide all that this one is about',
  documentation: `Policies of administrators are asked by their priority, the lower number first, and the first rule that matches decides. This policy selects no pods that earlier ones do not select, and every one of its rules is covered by theirs, so it changes no flow. For a policy of the baseline tier that is also so where the admin tier accepts or denies all of it: then neither NetworkPolicies nor the baseline are ever asked. Give it a lower priority number than the policies that are named, narrow those, or remove it.`,
  *check(context) {
    for (const policy of context.cluster.adminPolicies) {
      const by = isUnreachable(context, policy);
      if (by === null) continue;
      yield {
        about: policy,
        range: policy.nameRange,
        message: `No rule of this policy is ever asked: ${stepsText(by, policy)} ${by.length === 1 ? 'decides' : 'decide'} all its traffic before.`,
      };
    }
  },
};
