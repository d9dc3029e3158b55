// Selectors → the sets of labels that can make a difference to them.
import type { Requirement, Selector } from '../model/selector.ts';

/** Labels that a pod or namespace has, and no others. */
export type LabelSet = ReadonlyMap<string, string>;

/** Stands for a value that no selector names; no label can hold it. */
export const ANY_VALUE = '\n';

export const NO_LABELS: LabelSet = new Map();

export interface LabelSets {
  /** Fewest labels first; the first has none. */
  readonly sets: readonly LabelSet[];
  /** Whether these are all that selectors can tell apart. */
  readonly isWhole: boolean;
}

/**
 * Every combination where there are few; else what each selector asks for, what just misses it, and
 * two such together.
 * @param most how many at most
 */
export function labelSetsFor(selectors: readonly Selector[], most: number): LabelSets {
  const options = optionsOf(selectors);
  const count = [...options.values()].reduce((product, { size }) => product * (1 + size), 1);
  if (count <= most) return { sets: inOrder(everySet(options)), isWhole: true };
  const single = distinct([NO_LABELS, ...selectors.flatMap(nearSets)]);
  const pairs = single.length <= most ? distinct([...single, ...joined(single, most)]) : single;
  return { sets: inOrder(pairs).slice(0, Math.max(1, most)), isWhole: false };
}

/** Key → the values that make a difference, absence apart. */
function optionsOf(selectors: readonly Selector[]): ReadonlyMap<string, ReadonlySet<string>> {
  const options = new Map<string, Set<string>>();
  for (const { key, operator, values } of selectors.flatMap((one) => one.requirements)) {
    const known = options.get(key) ?? new Set();
    // To In and NotIn a value they don't name is as good as none.
    const own = operator === 'In' || operator === 'NotIn' ? values : [ANY_VALUE];
    for (const value of own) known.add(value);
    options.set(key, known);
  }
  return options;
}

function everySet(options: ReadonlyMap<string, ReadonlySet<string>>): readonly LabelSet[] {
  let sets: LabelSet[] = [NO_LABELS];
  for (const [key, values] of options) {
    sets = sets.flatMap((set) => [set, ...[...values].map((value) => with_(set, key, value))]);
  }
  return sets;
}

const MOST_VALUES = 8;

/** The smallest sets that a selector selects, and those that one label more keeps from it. */
function nearSets({ requirements }: Selector): readonly LabelSet[] {
  let sets: LabelSet[] = [NO_LABELS];
  for (const requirement of requirements) {
    const values = wantedValues(requirement).slice(0, MOST_VALUES);
    if (values.length === 0) continue;
    sets = sets.flatMap((set) => values.map((value) => with_(set, requirement.key, value)));
    sets = sets.slice(0, MOST_VALUES * MOST_VALUES);
  }
  const shunned = requirements.flatMap(({ key, operator, values }) => {
    if (operator === 'NotIn') return values.slice(0, MOST_VALUES).map((value) => ({ key, value }));
    return operator === 'DoesNotExist' ? [{ key, value: ANY_VALUE }] : [];
  });
  const missing = sets.flatMap((set) => shunned.map(({ key, value }) => with_(set, key, value)));
  return [...sets, ...missing];
}

function wantedValues({ operator, values }: Requirement): readonly string[] {
  if (operator === 'In') return values;
  return operator === 'Exists' ? [ANY_VALUE] : [];
}

function joined(sets: readonly LabelSet[], most: number): readonly LabelSet[] {
  const pairs: LabelSet[] = [];
  for (const [at, one] of sets.entries()) {
    for (const other of sets.slice(at + 1)) {
      if (pairs.length >= most) return pairs;
      const agrees = [...other].every(([key, value]) => (one.get(key) ?? value) === value);
      if (agrees) pairs.push(new Map([...one, ...other]));
    }
  }
  return pairs;
}

function with_(set: LabelSet, key: string, value: string): LabelSet {
  return new Map([...set, [key, value]]);
}

function distinct(sets: readonly LabelSet[]): readonly LabelSet[] {
  return [...new Map(sets.map((set) => [keyOf(set), set])).values()];
}

/** Equal for equal sets. */
export function keyOf(set: LabelSet): string {
  return JSON.stringify([...set].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function inOrder(sets: readonly LabelSet[]): readonly LabelSet[] {
  return [...sets].sort((one, other) => weightOf(one) - weightOf(other));
}

/** Rises with what is asked: a label of any value is less than one of a certain value. */
export function weightOf(set: LabelSet): number {
  let weight = 0;
  for (const value of set.values()) weight += value === ANY_VALUE ? 1 : 2;
  return weight;
}

/** Whether the second has all that the first asks for. */
export function isPartOf(one: LabelSet, other: LabelSet): boolean {
  for (const [key, value] of one) {
    const has = other.get(key);
    if (has === undefined || (has !== value && value !== ANY_VALUE)) return false;
  }
  return true;
}
