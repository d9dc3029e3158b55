// The selector asks for a value that the label has but for a slip: front-end for frontend, Prod for prod.

import { areAlike, differInCase } from './alike.ts';
import type { Candidate } from './blocked.ts';
import { rangeOf, type SelectorPlace } from './selector-place.ts';
import { replacement, requirementText } from './words.ts';

export function labelValue(place: SelectorPlace): readonly Candidate[] {
  const { failing, bearer, policy } = place;
  const value = bearer.labels.known.get(failing.key);
  if (failing.operator !== 'In' || value === undefined) return [];
  return failing.values.flatMap((wanted, at): readonly Candidate[] => {
    if (!areAlike(wanted, value)) return [];
    const values = failing.values.map((one) => (one === wanted ? value : one));
    const why = differInCase(wanted, value)
      ? 'Upper and lower case count.'
      : 'They differ by one letter.';
    return [
      {
        kind: 'label-value',
        distance: 1,
        policy,
        range: rangeOf(place, at),
        message: `${bearer.text} has the label ${failing.key}=${value}, but ${place.asks} ${requirementText(failing)}. ${why}`,
        fix: replacement(policy, place.entry, failing.place?.values[at], JSON.stringify(value)),
        repaired: place.repaired({ ...failing, values }),
      },
    ];
  });
}
