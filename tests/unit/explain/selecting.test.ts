// Selectors against labels that are known, there with an unknown value, or wholly unknown.
import { expect, test } from 'vitest';
import { select } from '../../../src/core/explain/selecting.ts';
import { type Labels, labelsOf } from '../../../src/core/model/labels.ts';
import type { Operator, Requirement } from '../../../src/core/model/selector.ts';

const KNOWN = labelsOf([['key', 'one']]);
const ABSENT = labelsOf([]);
const VALUE_UNKNOWN: Labels = { ...ABSENT, valueUnknown: new Set(['key']) };
const UNDECLARED: Labels = { ...ABSENT, complete: false };

function requirement(operator: Operator, ...values: readonly string[]): Requirement {
  return { key: 'key', operator, values };
}

test.each([
  { operator: 'In', values: ['one', 'two'], known: 'yes', absent: 'no', value: 'maybe' },
  { operator: 'In', values: ['two'], known: 'no', absent: 'no', value: 'maybe' },
  { operator: 'In', values: [''], known: 'no', absent: 'no', value: 'maybe' },
  { operator: 'NotIn', values: ['one', 'two'], known: 'no', absent: 'yes', value: 'maybe' },
  { operator: 'NotIn', values: ['two'], known: 'yes', absent: 'yes', value: 'maybe' },
  { operator: 'Exists', values: [], known: 'yes', absent: 'no', value: 'yes' },
  { operator: 'DoesNotExist', values: [], known: 'no', absent: 'yes', value: 'no' },
] as const)('$operator $values', ({ operator, values, known, absent, value }) => {
  const selector = { requirements: [requirement(operator, ...values)] };
  expect(select(selector, KNOWN).match).toBe(known);
  expect(select(selector, ABSENT).match).toBe(absent);
  expect(select(selector, VALUE_UNKNOWN).match).toBe(value);
  expect(select(selector, UNDECLARED)).toEqual({ match: 'maybe', keys: ['key'] });
  // What is known of an undeclared namespace is known.
  expect(select(selector, { ...KNOWN, complete: false }).match).toBe(known);
});

test('no requirement selects everything', () => {
  for (const labels of [KNOWN, ABSENT, VALUE_UNKNOWN, UNDECLARED]) {
    expect(select({ requirements: [] }, labels)).toEqual({ match: 'yes', keys: [] });
  }
});

test('one requirement that fails beats any doubt, in either order', () => {
  const doubtful: Requirement = { key: 'other', operator: 'Exists', values: [] };
  const failing = requirement('In', 'two');
  const labels = { ...KNOWN, complete: false };
  for (const requirements of [
    [doubtful, failing],
    [failing, doubtful],
  ]) {
    expect(select({ requirements }, labels)).toEqual({ match: 'no', keys: [] });
  }
});

test('each doubtful key is named once', () => {
  const requirements = [requirement('In', 'one'), requirement('NotIn', 'two')];
  expect(select({ requirements }, UNDECLARED)).toEqual({ match: 'maybe', keys: ['key'] });
});

test('keys named like properties of objects are plain keys', () => {
  const selector = { requirements: [{ ...requirement('Exists'), key: 'constructor' }] };
  expect(select(selector, ABSENT).match).toBe('no');
});
