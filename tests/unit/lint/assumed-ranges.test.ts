// pod-address-block where the ranges of pods and Services are known.
import { expect, test } from 'vitest';
import { type Assumptions, analyze, lint, NO_ASSUMPTIONS } from '../../../src/core/index.ts';
import { policy } from './manifests.ts';

function said(cidr: string, assumed: Partial<Assumptions>): readonly string[] {
  const text = policy(
    'shop/p',
    `podSelector: {}\npolicyTypes: [Egress]\negress:\n  - to: [{ipBlock: {cidr: ${cidr}}}]`,
  );
  const files = [{ name: 'input.yaml', text }];
  const outcome = analyze(files, undefined, { ...NO_ASSUMPTIONS, ...assumed });
  return lint(outcome, files)
    .filter(({ rule }) => rule === 'pod-address-block')
    .map(({ message }) => message.split('. ')[0] ?? '');
}

test('a block in the assumed range of Services is told, and the usual one no more', () => {
  const assumed = { serviceRanges: ['172.30.0.0/16'] };
  expect(said('172.30.0.10/32', {})).toEqual([]);
  expect(said('172.30.0.10/32', assumed)).toEqual([
    '172.30.0.10/32 lies in the addresses of Services, as they are assumed',
  ]);
  expect(said('10.96.0.10/32', {})).toHaveLength(1);
  expect(said('10.96.0.10/32', assumed)).toEqual([]);
});

test('likewise of pods, and each by itself', () => {
  const assumed = { podRanges: ['100.64.0.0/10'] };
  expect(said('100.100.0.0/24', assumed)).toEqual([
    '100.100.0.0/24 lies in the addresses of pods, as they are assumed',
  ]);
  expect(said('10.244.0.0/16', assumed)).toEqual([]);
  expect(said('10.96.0.10/32', assumed)).toHaveLength(1);
});
