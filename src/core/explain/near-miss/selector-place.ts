// A selector that fails by one requirement, at one place of a policy.
import type { Labels } from '../../model/labels.ts';
import type { Policy } from '../../model/policy.ts';
import type { Requirement, Selector } from '../../model/selector.ts';
import type { Range } from '../../model/span.ts';
import { select } from '../selecting.ts';

/** What a selector is held against. */
export interface Bearer {
  /** `x/a[Pod]` or `namespace y`, for sentences. */
  readonly text: string;
  readonly labels: Labels;
  /** The namespace's name, where the labels are a namespace's. */
  readonly namespace: string | null;
}

export interface SelectorPlace {
  readonly policy: Policy;
  readonly bearer: Bearer;
  readonly selector: Selector;
  /** The requirement that alone does not hold. */
  readonly failing: Requirement;
  /** The entry or field that the selector stands in. */
  readonly entry: Range;
  /** How a sentence says whose wish it is: `this entry asks for`. */
  readonly asks: string;
  /** The policy with another requirement in place of the failing one; with null, with none. */
  repaired(requirement: Requirement | null): Policy;
}

/** The only requirement that does not hold; null where none or several fail, or any is in doubt. */
export function onlyFailing({ requirements }: Selector, labels: Labels): Requirement | null {
  let failing: Requirement | null = null;
  for (const requirement of requirements) {
    const { match } = select({ requirements: [requirement] }, labels);
    if (match === 'yes') continue;
    if (match === 'maybe' || failing !== null) return null;
    failing = requirement;
  }
  return failing;
}

export function exchanged(
  { requirements }: Selector,
  failing: Requirement,
  by: Requirement | null,
): Selector {
  return {
    requirements: requirements.flatMap((one) =>
      one !== failing ? [one] : by === null ? [] : [by],
    ),
  };
}

/** Whether another requirement names the key, so that it can't be written a second time among matchLabels. */
export function isTaken({ selector, failing }: SelectorPlace, key: string): boolean {
  return selector.requirements.some((one) => one !== failing && one.key === key);
}

/** Its value, its key, or all of it in the text; the entry where that is not known. */
export function rangeOf(place: SelectorPlace, part: 'range' | 'key' | number): Range {
  const written = place.failing.place;
  const found = typeof part === 'number' ? written?.values[part] : written?.[part];
  return found ?? place.entry;
}
