// The selector asks for a label that the pod or the namespace does not have at all.
import { NAME_LABEL } from '../../model/namespace.ts';
import type { Requirement } from '../../model/selector.ts';
import type { Candidate } from './blocked.ts';
import { isTaken, rangeOf, type SelectorPlace } from './selector-place.ts';
import { replacement, requirementText } from './words.ts';

export function labelMissing(place: SelectorPlace): readonly Candidate[] {
  const { failing, bearer, policy } = place;
  if (failing.operator !== 'In' && failing.operator !== 'Exists') return [];
  if (bearer.labels.known.has(failing.key)) return [];
  const lack = `${bearer.text} has no label ${failing.key}, but ${place.asks} ${requirementText(failing)}.`;
  if (bearer.namespace !== null) return [byName(place, bearer.namespace, lack)];
  const wanted = failing.values[0];
  return [
    {
      kind: 'label-missing',
      distance: 5,
      policy,
      range: rangeOf(place, 'range'),
      message: `${lack} Give the pods ${
        wanted === undefined ? 'that label' : `the label ${failing.key}: ${JSON.stringify(wanted)}`
      }, or ask for one that they have.`,
      fix: null,
      repaired: place.repaired(null),
    },
  ];
}

/** Every namespace has its name as a label (SEMANTICS 1.24), so that can always be asked for. */
function byName(place: SelectorPlace, namespace: string, lack: string): Candidate {
  const { failing, policy, entry } = place;
  const repaired: Requirement = { key: NAME_LABEL, operator: 'In', values: [namespace] };
  const isMeant = failing.values.includes(namespace);
  return {
    kind: 'namespace-label-missing',
    distance: isMeant ? 2 : 4,
    policy,
    range: rangeOf(place, 'range'),
    message: `${lack} Label the namespace, or select it by the label that every namespace has: ${NAME_LABEL}: ${namespace}.`,
    fix: isTaken(place, NAME_LABEL)
      ? null
      : replacement(policy, entry, failing.place?.range, written(failing, namespace)),
    repaired: place.repaired(repaired),
  };
}

/** As a label among matchLabels, or as an expression, whichever it stands in for. */
function written({ place }: Requirement, namespace: string): string {
  const isLabel = place !== undefined && place.range.start === place.key.start;
  return isLabel
    ? `${JSON.stringify(NAME_LABEL)}: ${JSON.stringify(namespace)}`
    : `{"key": ${JSON.stringify(NAME_LABEL)}, "operator": "In", "values": [${JSON.stringify(namespace)}]}`;
}
