// Policies that look as if their order, or their priority, mattered.
import type { Policy, Rule } from '../../model/policy.ts';
import { type Context, DIRECTIONS } from '../context.ts';
import { selectorCovers } from '../covers.ts';
import type { Complaint, LintRule } from '../rule.ts';

export const policyOrder: LintRule = {
  id: 'policy-order',
  level: 'info',
  title: 'Policies that look as if their order mattered',
  documentation: `NetworkPolicies have no order and no priority, and no rule denies: what any policy allows is allowed. A policy that denies everything has no effect beside one that allows everything for the same pods; that is a warning. Numbers at the beginning of names, as 01-deny and 99-allow, and annotations such as priority suggest to readers that one policy may override another, which none can; that is an information. Remove the allowing policy, or rename.`,
  *check(context) {
    for (const policy of context.cluster.policies) {
      const near = context.policiesIn(policy.namespace).filter((other) => other !== policy);
      const complaint =
        overridden(policy, near) ?? annotated(policy) ?? numbered(context, policy, near);
      if (complaint !== null) yield complaint;
    }
  },
};

/** A deny of everything beside an allow of everything. */
function overridden(policy: Policy, near: readonly Policy[]): Complaint | null {
  const denied = DIRECTIONS.filter((direction) => policy[direction] !== null);
  if (denied.some((direction) => policy[direction]?.rules.length !== 0)) return null;
  const by = denied.map((direction) =>
    near.find(
      (other) =>
        (other[direction]?.rules ?? []).some(isOpen) &&
        selectorCovers(other.subject, policy.subject),
    ),
  );
  if (by.length === 0 || by.some((other) => other === undefined)) return null;
  return {
    about: policy,
    range: policy.nameRange,
    message: `This policy denies everything, but ${by[0]?.name} allows everything for the same pods, and policies only add up: nothing is denied. Remove one of the two.`,
    level: 'warning',
  };
}

function isOpen({ peers, ports }: Rule): boolean {
  return peers === null && ports === null;
}

function annotated(policy: Policy): Complaint | null {
  if (policy.orderRange === null) return null;
  return {
    about: policy,
    range: policy.orderRange,
    message: `A NetworkPolicy has no order and no priority: this has no effect. What any policy allows is allowed.`,
  };
}

const NUMBERED = /^(\d{1,4})[-_.]/;
const DENIES = /(?:^|[-_.])(?:deny|block|drop|reject|disallow)/i;

/** A number before a name is for sorting, unless a deny seems to come before or behind others. */
function numbered(context: Context, policy: Policy, near: readonly Policy[]): Complaint | null {
  const number = NUMBERED.exec(policy.name)?.[1];
  if (number === undefined || !DENIES.test(policy.name)) return null;
  const subjects = new Set(context.subjects(policy).sure);
  const other = near.find((one) => {
    const its = NUMBERED.exec(one.name)?.[1];
    const isSame =
      selectorCovers(one.subject, policy.subject) ||
      selectorCovers(policy.subject, one.subject) ||
      context.subjects(one).sure.some((workload) => subjects.has(workload));
    return its !== undefined && its !== number && !DENIES.test(one.name) && isSame;
  });
  if (other === undefined) return null;
  return {
    about: policy,
    range: policy.nameRange,
    message: `The numbers in the names of this policy and ${other.name} have no meaning: neither comes first, and what ${other.name} allows is allowed.`,
  };
}
