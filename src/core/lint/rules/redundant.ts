// Rules and policies that another one makes superfluous.
import type { Direction, Policy, Rule } from '../../model/policy.ts';
import { type Context, DIRECTIONS } from '../context.ts';
import { type OwnNamespace, ruleCovers, selectorCovers } from '../covers.ts';
import type { Complaint, LintRule } from '../rule.ts';

export const redundant: LintRule = {
  id: 'redundant',
  level: 'info',
  title: 'A rule or policy that another one makes superfluous',
  documentation: `Policies only add up, so a rule that lies wholly within another one for the same pods changes nothing. Often that is the trace of a change that was meant to narrow something down: the wide rule still stands, and the narrow one beside it has no effect. It is said only where it holds whatever pods there are: the other policy selects at least the same pods, and one of its rules has at least the same peers and ports. A policy is superfluous when all of its rules are and the pods stay isolated without it. A policy without rules, as a default deny, is compared only with others of its kind. Remove it, or remove what makes it superfluous.`,
  *check(context) {
    for (const namespace of context.cluster.namespaces.values()) {
      yield* checkNamespace(context, namespace);
    }
  },
};

/** What is found superfluous can no longer make anything else so: all of it may go at once. */
function* checkNamespace(context: Context, own: OwnNamespace): Generator<Complaint> {
  const policies = context.policiesIn(own.name);
  const rest = new Set(policies);
  const widerThan = (policy: Policy) =>
    [...rest].filter((other) => other !== policy && selectorCovers(other.subject, policy.subject));
  // From the end, so that of two alike the first stays.
  const reversed = [...policies].reverse();
  for (const policy of reversed) {
    const by = coveringPolicy(policy, widerThan(policy), own);
    if (by === null) continue;
    rest.delete(policy);
    yield {
      about: policy,
      range: policy.nameRange,
      message: `Policy ${by.name} selects at least the same pods and allows at least the same: this one could be removed, and no flow would change.`,
    };
  }
  const gone = new Set<Rule>();
  for (const policy of reversed) {
    if (rest.has(policy)) yield* coveredRules(policy, widerThan(policy), own, gone);
  }
}

/** A policy that alone, or as the first of several, makes this one superfluous. */
function coveringPolicy(
  policy: Policy,
  wider: readonly Policy[],
  own: OwnNamespace,
): Policy | null {
  const used: Policy[] = [];
  const isBare = DIRECTIONS.every((direction) => (policy[direction]?.rules ?? []).length === 0);
  if (isBare && policy.ingress === null && policy.egress === null) return null;
  for (const direction of DIRECTIONS) {
    const side = policy[direction];
    if (side === null) continue;
    const isolating = wider.filter((other) => other[direction] !== null);
    // A default deny beside the policies that open something is good practice, not superfluous.
    const kept = isBare
      ? isolating.filter((other) => other[direction]?.rules.length === 0)
      : isolating;
    const [first] = kept;
    if (first === undefined) return null;
    used.push(first);
    for (const rule of side.rules) {
      const by = kept.find((other) => coveringRule(other, direction, rule, own) !== null);
      if (by === undefined) return null;
      used.unshift(by);
    }
  }
  return used[0] ?? null;
}

function coveringRule(
  other: Policy,
  direction: Direction,
  rule: Rule,
  own: OwnNamespace,
  gone: ReadonlySet<Rule> = NONE,
): Rule | null {
  const rules = other[direction]?.rules ?? [];
  return (
    rules.find((wide) => wide !== rule && !gone.has(wide) && ruleCovers(wide, rule, own)) ?? null
  );
}

const NONE: ReadonlySet<Rule> = new Set();

/**
 * @param wider other policies that select at least the same pods
 * @param gone the rules that are superfluous already; those found are added
 */
function* coveredRules(
  policy: Policy,
  wider: readonly Policy[],
  own: OwnNamespace,
  gone: Set<Rule>,
): Generator<Complaint> {
  for (const direction of DIRECTIONS) {
    for (const rule of [...(policy[direction]?.rules ?? [])].reverse()) {
      const inside = coveringRule(policy, direction, rule, own, gone);
      const outside = wider.find(
        (other) => coveringRule(other, direction, rule, own, gone) !== null,
      );
      if (inside === null && outside === undefined) continue;
      gone.add(rule);
      yield {
        about: policy,
        range: rule.range,
        message:
          inside !== null
            ? `Rule ${inside.index + 1} of this policy's ${direction} allows at least the same: this one has no effect.`
            : `Policy ${outside?.name} allows at least the same for these pods: this rule has no effect.`,
      };
    }
  }
}
