// When shapes keep their places, and when the picture begins anew.
import { expect, test } from 'vitest';
import { isAnother } from '../../../src/app/graph/another-input.ts';

const before = new Set(['x/a[Pod]', 'x/b[Pod]', 'x/c[Pod]', 'x/d[Pod]']);

test('an edit that adds many and takes few away is the same input', () => {
  const added = Array.from({ length: 20 }, (_, index) => `y/w${index}[Pod]`);
  expect(isAnother(before, [...before, ...added])).toBe(false);
  expect(isAnother(before, ['x/a[Pod]', 'x/b[Pod]'])).toBe(false);
});

test('where most are gone it is another, though one has the same name', () => {
  expect(isAnother(before, ['x/a[Pod]', 'z/e[Pod]', 'z/f[Pod]'])).toBe(true);
  expect(isAnother(before, ['z/e[Pod]'])).toBe(true);
});

test('an input without workloads is none yet', () => {
  expect(isAnother(before, [])).toBe(false);
});
