// The selector asks for a label that is there under another key: App for app, app for app.kubernetes.io/name.
import { areAlike } from './alike.ts';
import type { Candidate } from './blocked.ts';
import { isTaken, rangeOf, type SelectorPlace } from './selector-place.ts';
import { replacement, requirementText } from './words.ts';

/** A value that two keys share by accident, as "1" or "a", says nothing. */
const TELLING = 3;

export function labelKey(place: SelectorPlace): readonly Candidate[] {
  const { failing, bearer, policy } = place;
  const { known } = bearer.labels;
  if (failing.operator !== 'In' && failing.operator !== 'Exists') return [];
  if (known.has(failing.key)) return [];
  return [...known].flatMap(([key, value]): readonly Candidate[] => {
    if (failing.operator === 'In' && !failing.values.includes(value)) return [];
    const isAlike = areAlike(key, failing.key) || lastPart(key) === lastPart(failing.key);
    // Of a namespace the name says it better.
    const isSameValue =
      failing.operator === 'In' && value.length >= TELLING && bearer.namespace === null;
    if (!isAlike && !isSameValue) return [];
    return [
      {
        kind: 'label-key',
        distance: isAlike ? 1 : 2,
        policy,
        range: rangeOf(place, 'key'),
        message: `${bearer.text} has the label ${key}=${value}, but ${place.asks} ${requirementText(failing)}: another key.`,
        fix: isTaken(place, key)
          ? null
          : replacement(policy, place.entry, failing.place?.key, JSON.stringify(key)),
        repaired: place.repaired({ ...failing, key }),
      },
    ];
  });
}

/** `name` of `app.kubernetes.io/name`. */
function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
