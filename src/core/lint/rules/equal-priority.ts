// Two policies of administrators of one standing that disagree about some traffic.
import type { AdminPolicy } from '../../model/admin-policy.ts';
import { podsMeet, rulesMeet } from '../admin-covers.ts';
import { adminName } from '../admin-wording.ts';
import { type Context, DIRECTIONS } from '../context.ts';
import type { Complaint, LintRule } from '../rule.ts';

export const equalPriority: LintRule = {
  id: 'equal-priority',
  level: 'warning',
  title: 'Two policies of one priority disagree',
  documentation: `Where two policies of one tier have the same priority, a cluster may ask either first, and may do so differently after a restart or under another network plugin. As long as they are about different pods, peers or ports, or do the same, that does not matter. Here they select some of the same pods and do different things to some of the same traffic, so its verdict is open: it is drawn as depending on the order. Give them different priorities; the lower number is asked first. The BaselineAdminNetworkPolicy has no priority at all, and so has no known place among ClusterNetworkPolicies of the baseline tier.`,
  *check(context) {
    const policies = context.cluster.adminPolicies;
    for (const [at, policy] of policies.entries()) {
      const others = policies.slice(0, at).filter((other) => isOfOneStanding(policy, other));
      const other = others.find((one) => disagree(context, policy, one));
      if (other !== undefined) yield complaintOf(policy, other);
    }
  },
};

function isOfOneStanding(one: AdminPolicy, other: AdminPolicy): boolean {
  if (one.tier !== other.tier) return false;
  return one.priority === other.priority || one.priority === null || other.priority === null;
}

function disagree(context: Context, one: AdminPolicy, other: AdminPolicy): boolean {
  if (!podsMeet(context, one.subject, other.subject)) return false;
  return DIRECTIONS.some((direction) => {
    const asked = (policy: AdminPolicy) =>
      policy[direction].filter(
        (rule) => context.shadowOf(direction, { policy, rule }, true) === null,
      );
    const theirs = asked(other);
    return asked(one).some((rule) =>
      theirs.some((that) => that.action !== rule.action && rulesMeet(context, rule, that)),
    );
  });
}

function complaintOf(policy: AdminPolicy, other: AdminPolicy): Complaint {
  const hasPriority = policy.priority !== null && other.priority !== null;
  return {
    about: policy,
    range: policy.priorityRange ?? policy.nameRange,
    message: hasPriority
      ? `${adminName(other)} has priority ${policy.priority}, too, and does something else to some of the same traffic: a cluster may ask either first. Give them different priorities.`
      : `${adminName(other)} does something else to some of the same traffic, and nothing says which of the two is asked first: ${adminName(policy.priority === null ? policy : other)} has no priority.`,
  };
}
