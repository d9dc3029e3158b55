// The rules are there, but policyTypes leaves their direction out (SEMANTICS 1.5).
import { judgeWorkload } from '../peers.ts';
import { type Candidate, withRules } from './blocked.ts';
import type { PolicyPlace } from './policy-place.ts';
import { policyText, typeText } from './words.ts';

export function directionNotListed({ blocked, policy }: PolicyPlace): readonly Candidate[] {
  const { direction, subject } = blocked;
  if (judgeWorkload(policy.subject, subject.workload).match !== 'yes') return [];
  return policy.unlisted
    .filter((unlisted) => unlisted.direction === direction)
    .map(({ keyRange, rules }) => ({
      kind: 'direction-not-listed',
      distance: 2,
      policy,
      range: keyRange,
      message: `The ${direction} rules of ${policyText(policy)} have no effect: its policyTypes leaves out ${typeText(direction)}.`,
      fix: null,
      repaired: withRules(policy, direction, rules),
    }));
}
