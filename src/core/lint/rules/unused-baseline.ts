// A baseline policy that no pod ever comes to, because NetworkPolicies isolate all of them.
import type { AdminPolicy } from '../../model/admin-policy.ts';
import type { Direction } from '../../model/policy.ts';
import { directionText } from '../admin-wording.ts';
import { type Context, DIRECTIONS } from '../context.ts';
import type { LintRule } from '../rule.ts';
import { counted, listed } from '../wording.ts';

export const unusedBaseline: LintRule = {
  id: 'unused-baseline',
  level: 'info',
  title: 'NetworkPolicies leave nothing to a baseline policy',
  documentation: `The baseline tier is asked only for pods that no NetworkPolicy isolates in the direction of the traffic; a NetworkPolicy that selects a pod decides for it alone, even where its rules do not match. Here NetworkPolicies isolate every pod of the input that the baseline policy selects, so no flow depends on it. That may well be what you want of a default for namespaces to come. But where it was meant to forbid or allow something whatever the teams write, it has to be in the admin tier.`,
  *check(context) {
    for (const policy of context.cluster.adminPolicies) {
      if (policy.tier !== 'baseline') continue;
      const directions = DIRECTIONS.filter((direction) => policy[direction].length > 0);
      const { sure, maybe } = context.adminPods(policy.subject);
      if (directions.length === 0 || sure.length === 0 || maybe.length > 0) continue;
      const by = directions.map((direction) => isolating(context, policy, direction));
      if (by.includes(null)) continue;
      const names = [...new Set(by.flatMap((policies) => policies ?? []))];
      yield {
        about: policy,
        range: policy.nameRange,
        message: `NetworkPolicies (${listed(names)}) isolate the ${directionText(directions)} of ${sure.length === 1 ? 'the one workload' : `all ${counted(sure.length, 'workload')}`} that this policy selects: it is asked for none of them.`,
      };
    }
  },
};

/** By name; null where some subject is left to the baseline. */
function isolating(
  context: Context,
  policy: AdminPolicy,
  direction: Direction,
): readonly string[] | null {
  const names = new Set<string>();
  for (const workload of context.adminPods(policy.subject).sure) {
    const found = context.policiesOf(workload).find((one) => one[direction] !== null);
    if (found === undefined) return null;
    names.add(`${found.namespace}/${found.name}`);
  }
  return [...names];
}
