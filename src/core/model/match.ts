// Whether a selector holds for labels that may be known only in part.
import type { Labels, Tri } from './labels.ts';
import type { Requirement, Selector } from './selector.ts';

/** `maybe` where the answer needs a label that manifests don't tell (SEMANTICS 1.2, 1.25, 5.3). */
export function matchSelector(selector: Selector, labels: Labels): Tri {
  let all: Tri = 'yes';
  for (const requirement of selector.requirements) {
    const one = matchRequirement(requirement, labels);
    if (one === 'no') return 'no';
    if (one === 'maybe') all = 'maybe';
  }
  return all;
}

function matchRequirement({ key, operator, values }: Requirement, labels: Labels): Tri {
  const value = labels.known.get(key);
  if (value !== undefined) {
    switch (operator) {
      case 'In':
        return values.includes(value) ? 'yes' : 'no';
      case 'NotIn':
        return values.includes(value) ? 'no' : 'yes';
      case 'Exists':
        return 'yes';
      case 'DoesNotExist':
        return 'no';
    }
  }
  if (labels.valueUnknown.has(key)) {
    if (operator === 'Exists') return 'yes';
    return operator === 'DoesNotExist' ? 'no' : 'maybe';
  }
  if (!labels.complete) return 'maybe';
  // An absent key satisfies the negative operators (SEMANTICS 1.2).
  return operator === 'NotIn' || operator === 'DoesNotExist' ? 'yes' : 'no';
}
