// Whether a label selector selects a set of labels, as far as the labels are known.
import type { Labels, Tri } from '../model/labels.ts';
import type { Requirement, Selector } from '../model/selector.ts';

interface Selection {
  readonly match: Tri;
  /** The keys in doubt; empty unless `match` is maybe. */
  readonly keys: readonly string[];
}

/** Every requirement must hold; one that fails settles it whatever the others leave open (SEMANTICS 1.2). */
export function select(selector: Selector, labels: Labels): Selection {
  const doubtful = new Set<string>();
  for (const requirement of selector.requirements) {
    const match = meets(requirement, labels);
    if (match === 'no') return { match, keys: [] };
    if (match === 'maybe') doubtful.add(requirement.key);
  }
  return { match: doubtful.size === 0 ? 'yes' : 'maybe', keys: [...doubtful] };
}

function meets({ key, operator, values }: Requirement, labels: Labels): Tri {
  const value = labels.known.get(key);
  const present = value !== undefined;
  if (!present && labels.valueUnknown.has(key)) {
    if (operator === 'Exists') return 'yes';
    return operator === 'DoesNotExist' ? 'no' : 'maybe';
  }
  if (!present && !labels.complete) return 'maybe';
  switch (operator) {
    case 'Exists':
      return present ? 'yes' : 'no';
    case 'DoesNotExist':
      return present ? 'no' : 'yes';
    case 'In':
      return present && values.includes(value) ? 'yes' : 'no';
    case 'NotIn':
      // An absent key is in no list (SEMANTICS 1.2).
      return present && values.includes(value) ? 'no' : 'yes';
  }
}
