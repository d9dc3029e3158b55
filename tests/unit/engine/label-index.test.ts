// The index finds exactly the label sets that a selector matches one by one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexLabels } from '../../../src/core/engine/label-index.ts';
import type { Labels } from '../../../src/core/model/labels.ts';
import { matchSelector } from '../../../src/core/model/match.ts';
import type { Requirement, Selector } from '../../../src/core/model/selector.ts';

const key = fc.constantFrom('a', 'b', '__proto__', 'constructor');
const value = fc.constantFrom('', '1', '2', 'toString');

const labels: fc.Arbitrary<Labels> = fc
  .record({
    known: fc.dictionary(key, value, { noNullPrototype: false }),
    unknown: fc.uniqueArray(key, { maxLength: 2 }),
    complete: fc.boolean(),
  })
  .map(({ known, unknown, complete }) => ({
    known: new Map(Object.entries(known)),
    valueUnknown: new Set(unknown.filter((one) => !Object.hasOwn(known, one))),
    complete,
  }));

const requirement: fc.Arbitrary<Requirement> = fc.oneof(
  fc.record({
    key,
    operator: fc.constantFrom('In' as const, 'NotIn' as const),
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    key,
    operator: fc.constantFrom('Exists' as const, 'DoesNotExist' as const),
    values: fc.constant([]),
  }),
);

const selector: fc.Arbitrary<Selector> = fc.record({
  requirements: fc.array(requirement, { maxLength: 3 }),
});

test('sure and maybe are what matching each set says', () => {
  fc.assert(
    fc.property(fc.array(labels, { maxLength: 8 }), fc.array(selector), (sets, selectors) => {
      const keys = new Set(
        selectors.flatMap(({ requirements }) => requirements.map((one) => one.key)),
      );
      const index = indexLabels(sets, keys);
      for (const one of selectors) {
        const answers = sets.map((set) => matchSelector(one, set));
        const at = (wanted: string) =>
          answers.flatMap((answer, place) => (answer === wanted ? [place] : []));
        expect(index.matches(one)).toEqual({ sure: at('yes'), maybe: at('maybe') });
      }
    }),
    { numRuns: 500 },
  );
});
