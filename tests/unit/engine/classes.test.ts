// Units stay in one class exactly while every pick treats them alike.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRefiner } from '../../../src/core/engine/classes.ts';

test('two units share a class exactly if they began alike and each pick takes both or neither', () => {
  const units = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(
      units.chain((size) =>
        fc.tuple(
          fc.array(fc.constantFrom('p', 'q'), { minLength: size, maxLength: size }),
          fc.array(fc.uniqueArray(fc.integer({ min: 0, max: size - 1 })), { maxLength: 5 }),
        ),
      ),
      ([start, picks]) => {
        const refiner = createRefiner(start);
        for (const pick of picks) refiner.refine(pick);
        const { classOf, samples } = refiner.done();
        const meaning = start.map((key, unit) =>
          [key, ...picks.map((pick) => pick.includes(unit))].join(),
        );
        for (const one of start.keys()) {
          for (const other of start.keys()) {
            expect(classOf[one] === classOf[other]).toBe(meaning[one] === meaning[other]);
          }
        }
        expect(samples.map((unit) => classOf[unit])).toEqual([...samples.keys()]);
        expect(samples.length).toBe(new Set(meaning).size);
      },
    ),
  );
});
