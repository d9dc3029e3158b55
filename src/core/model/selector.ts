// A label selector as the API defines it: requirements that must all hold.
import type { Range } from './span.ts';

/** The four operators, and no other (SEMANTICS 1.3). */
export type Operator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';

export interface Requirement {
  readonly key: string;
  readonly operator: Operator;
  /** Empty for Exists and DoesNotExist. */
  readonly values: readonly string[];
  /** Where it is written; no part of what it means. */
  readonly place?: RequirementPlace;
}

export interface RequirementPlace {
  /** All of it: the label, or the expression. */
  readonly range: Range;
  readonly key: Range;
  /** One for each of `values`, in their order. */
  readonly values: readonly Range[];
}

/** All requirements must hold; none at all selects everything. A matchLabels entry is an `In` of one value. */
export interface Selector {
  readonly requirements: readonly Requirement[];
}

export const EVERYTHING: Selector = { requirements: [] };

/** Equal for selectors that are written alike up to order; usable as a Map key. */
export function selectorKey(selector: Selector): string {
  const [first, ...others] = selector.requirements;
  if (first === undefined) return '';
  // By far the commonest form, and keys are asked for by the thousand.
  if (others.length === 0 && first.operator === 'In' && first.values.length === 1) {
    return `${first.key}=${first.values[0]}`;
  }
  return selector.requirements
    .map((requirement) =>
      JSON.stringify([requirement.key, requirement.operator, ...[...requirement.values].sort()]),
    )
    .sort()
    .join();
}
