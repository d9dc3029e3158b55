// A policy without policyTypes isolates ingress, even where it has only egress rules (SEMANTICS 1.4).
import { type Candidate, withRules } from './blocked.ts';
import type { PolicyPlace } from './policy-place.ts';
import { policyText } from './words.ts';

export function defaultTypes({ blocked, policy }: PolicyPlace): readonly Candidate[] {
  const { direction, subject, isolating } = blocked;
  if (direction !== 'ingress' || policy.typesRange !== null || !isolating.includes(policy)) {
    return [];
  }
  if (policy.ingress?.rules.length !== 0 || (policy.egress?.rules.length ?? 0) === 0) return [];
  return [
    {
      kind: 'default-types',
      distance: 3,
      policy,
      range: policy.nameRange,
      message: `${policyText(policy)} has only egress rules, but without policyTypes it isolates ingress, too: nothing may reach ${subject.id}. If that is not meant, add policyTypes: [Egress].`,
      fix: null,
      repaired: withRules(policy, direction, null),
    },
  ];
}
