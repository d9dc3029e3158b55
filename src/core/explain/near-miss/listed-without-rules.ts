// policyTypes lists a direction for which there are no rules: nothing may pass (SEMANTICS 1.5).
import { type Candidate, opposite, withRules } from './blocked.ts';
import type { PolicyPlace } from './policy-place.ts';
import { policyText, typeText } from './words.ts';

export function listedWithoutRules({ blocked, policy }: PolicyPlace): readonly Candidate[] {
  const { direction, isolating } = blocked;
  const { typesRange } = policy;
  if (typesRange === null || !isolating.includes(policy)) return [];
  // Without rules in the other direction either, it is plainly meant to stop everything.
  if (policy[direction]?.rules.length !== 0) return [];
  if ((policy[opposite(direction)]?.rules.length ?? 0) === 0) return [];
  return [
    {
      kind: 'listed-without-rules',
      distance: 7,
      policy,
      range: typesRange,
      message: `policyTypes of ${policyText(policy)} lists ${typeText(direction)}, but there are no ${direction} rules, so nothing is let ${direction === 'egress' ? 'out' : 'in'}. Add a rule, or take ${typeText(direction)} out of the list.`,
      fix: null,
      repaired: withRules(policy, direction, null),
    },
  ];
}
