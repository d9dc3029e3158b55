// Label selectors as they are typed behind `-l`, and as kubectl prints those of objects.
import { at, isMap, listAt, textAt, textsAt, type Value } from '../cluster/value.ts';

export interface Requirement {
  readonly key: string;
  readonly operator: 'in' | 'notin' | 'exists' | 'missing';
  readonly values: readonly string[];
  /** Written with one equals sign, which decides how it is printed. */
  readonly isEquality: boolean;
}

export type Selecting =
  | { readonly ok: true; readonly requirements: readonly Requirement[] }
  | { readonly ok: false; readonly message: string };

const KEY = '[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?';
const FORMS = {
  set: new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`),
  equal: new RegExp(`^(${KEY})\\s*(=|==|!=)\\s*([A-Za-z0-9._-]*)$`),
  exists: new RegExp(`^(!?)\\s*(${KEY})$`),
};

/** As in `app=web,tier in (a,b),!old`. */
export function readSelector(text: string): Selecting {
  if (text.length > 1000) return { ok: false, message: 'the selector is too long' };
  const requirements: Requirement[] = [];
  for (const part of splitTop(text)) {
    const word = part.trim();
    if (word === '') continue;
    const one = readRequirement(word);
    if (one === null) return { ok: false, message: `unable to parse requirement: ${word}` };
    requirements.push(one);
  }
  return { ok: true, requirements };
}

function readRequirement(word: string): Requirement | null {
  const set = FORMS.set.exec(word);
  if (set !== null) {
    const values = (set[3] ?? '').split(',').map((one) => one.trim());
    return {
      key: set[1] ?? '',
      operator: set[2] === 'in' ? 'in' : 'notin',
      values,
      isEquality: false,
    };
  }
  const equal = FORMS.equal.exec(word);
  if (equal !== null) {
    const operator = equal[2] === '!=' ? 'notin' : 'in';
    return { key: equal[1] ?? '', operator, values: [equal[3] ?? ''], isEquality: true };
  }
  const exists = FORMS.exists.exec(word);
  if (exists === null) return null;
  return {
    key: exists[2] ?? '',
    operator: exists[1] === '!' ? 'missing' : 'exists',
    values: [],
    isEquality: false,
  };
}

/** Commas between brackets separate values. */
function splitTop(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const letter = text[at];
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === undefined || (letter === ',' && depth === 0)) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return parts;
}

export function holdsFor(
  requirements: readonly Requirement[],
  labels: ReadonlyMap<string, string>,
): boolean {
  return requirements.every(({ key, operator, values }) => {
    const value = labels.get(key);
    if (operator === 'exists') return value !== undefined;
    if (operator === 'missing') return value === undefined;
    if (value === undefined) return operator === 'notin';
    return values.includes(value) === (operator === 'in');
  });
}

const OPERATORS: ReadonlyMap<string, Requirement['operator']> = new Map([
  ['In', 'in'],
  ['NotIn', 'notin'],
  ['Exists', 'exists'],
  ['DoesNotExist', 'missing'],
]);

/** The requirements of a LabelSelector in a manifest; none selects everything. */
function requirementsOf(selector: Value | undefined): readonly Requirement[] {
  const labels = [...textsAt(selector, 'matchLabels')].map(
    ([key, value]): Requirement => ({
      key,
      operator: 'in',
      values: [value],
      isEquality: true,
    }),
  );
  const expressions = listAt(selector, 'matchExpressions')
    .filter(isMap)
    .map(
      (one): Requirement => ({
        key: textAt(one, 'key') ?? '',
        operator: OPERATORS.get(textAt(one, 'operator') ?? '') ?? 'exists',
        values: listAt(one, 'values').map(String),
        isEquality: false,
      }),
    );
  return [...labels, ...expressions].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** As kubectl prints a LabelSelector; `none` for one that selects everything. */
export function selectorText(selector: Value | undefined, none = '<none>'): string {
  const words = requirementsOf(selector).map(({ key, operator, values, isEquality }) => {
    if (operator === 'exists') return key;
    if (operator === 'missing') return `!${key}`;
    if (isEquality) return `${key}=${values[0] ?? ''}`;
    return `${key} ${operator} (${[...values].sort().join(',')})`;
  });
  return words.length === 0 ? none : words.join(',');
}

/** A plain map, as a Service's selector is, and as labels are printed. */
export function labelsText(labels: ReadonlyMap<string, string>, none = '<none>'): string {
  const words = [...labels].map(([key, value]) => `${key}=${value}`).sort();
  return words.length === 0 ? none : words.join(',');
}

export function labelsOf(value: Value | undefined): ReadonlyMap<string, string> {
  return textsAt(at(value, 'metadata'), 'labels');
}
