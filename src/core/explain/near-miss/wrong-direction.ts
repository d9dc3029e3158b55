// The rule is there, but among those of the other direction.
import { judgeWorkload } from '../peers.ts';
import { type Candidate, opposite, withRules } from './blocked.ts';
import type { PolicyPlace } from './policy-place.ts';

export function wrongDirection({ blocked, policy }: PolicyPlace): readonly Candidate[] {
  const { direction, subject } = blocked;
  const there = opposite(direction);
  const rules = policy[there]?.rules ?? [];
  if (rules.length === 0 || judgeWorkload(policy.subject, subject.workload).match !== 'yes') {
    return [];
  }
  const [here, word] = direction === 'egress' ? ['egress', 'to'] : ['ingress', 'from'];
  return (
    rules
      // A rule for anyone tells nothing of this end.
      .filter(({ peers }) => peers !== null)
      .map((rule) => ({
        kind: 'wrong-direction',
        distance: 6,
        policy,
        range: rule.range,
        message: `This rule stands under ${there}, so it is about connections ${
          there === 'egress' ? 'that leave' : 'that come to'
        } ${subject.id}. To let this one ${direction === 'egress' ? 'out' : 'in'} it would have to stand under ${here}, with "${word}".`,
        fix: null,
        repaired: withRules(policy, direction, [...(policy[direction]?.rules ?? []), rule]),
      }))
  );
}
