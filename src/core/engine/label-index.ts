// Matches a selector against many label sets at once, through an index by label.
import type { Labels } from '../model/labels.ts';
import { matchSelector } from '../model/match.ts';
import type { Requirement, Selector } from '../model/selector.ts';

/** Positions in the indexed list of label sets, ascending. */
export interface Matches {
  readonly sure: readonly number[];
  readonly maybe: readonly number[];
}

export interface LabelIndex {
  matches(selector: Selector): Matches;
}

/** @param keys the only keys that selectors will ask for */
export function indexLabels(labelSets: readonly Labels[], keys: ReadonlySet<string>): LabelIndex {
  const byValue = new Map<string, Map<string, number[]>>();
  /** Sets that may hold any value at the key. */
  const byUnknownKey = new Map<string, number[]>();
  const incomplete: number[] = [];
  labelSets.forEach((labels, at) => {
    for (const [key, value] of labels.known) {
      if (!keys.has(key)) continue;
      const values = byValue.get(key) ?? new Map<string, number[]>();
      byValue.set(key, values);
      append(values, value, at);
    }
    for (const key of labels.valueUnknown) append(byUnknownKey, key, at);
    if (!labels.complete) incomplete.push(at);
  });
  const all = labelSets.map((_, at) => at);

  /** Every set that can satisfy the requirement; null where that is not narrowed down. */
  const candidatesOf = ({ key, operator, values }: Requirement): number[] | null => {
    if (operator !== 'In') return null;
    const found = values.flatMap((value) => byValue.get(key)?.get(value) ?? []);
    return [...found, ...(byUnknownKey.get(key) ?? []), ...incomplete];
  };

  const narrowest = (selector: Selector): readonly number[] => {
    let best: readonly number[] = all;
    for (const requirement of selector.requirements) {
      const candidates = candidatesOf(requirement);
      if (candidates !== null && candidates.length < best.length) best = candidates;
    }
    return best === all ? all : [...new Set(best)].sort((a, b) => a - b);
  };

  return {
    matches(selector) {
      const sure: number[] = [];
      const maybe: number[] = [];
      for (const at of narrowest(selector)) {
        const answer = matchSelector(selector, labelSets[at] as Labels);
        if (answer === 'yes') sure.push(at);
        else if (answer === 'maybe') maybe.push(at);
      }
      return { sure, maybe };
    },
  };
}

function append(lists: Map<string, number[]>, key: string, at: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [at]);
  else list.push(at);
}
