// More pairs than anybody waits for: said, and failed, instead of hanging.
import { expect, test } from 'vitest';
import { checkFlows, type IntendedFlow } from '../../../src/core/index.ts';
import { outcomeOf } from './shop.ts';

const pods = Array.from(
  { length: 500 },
  (_, n) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p${n}, labels: {app: a${n}}}`,
);

test('again and again everybody to everybody ends, and what is not checked fails', {
  timeout: 60_000,
}, () => {
  const flow: IntendedFlow = { from: '*', to: '*', ports: [80], expect: 'allow' };
  const checks = checkFlows(
    outcomeOf(pods),
    Array.from({ length: 40 }, () => flow),
  );
  expect(checks[0]).toMatchObject({ state: 'passed', pairs: 500 * 499 });
  expect(checks.at(-1)).toMatchObject({ state: 'failed', pairs: 0 });
  expect(checks.at(-1)?.problem).toContain('too many pairs');
});
