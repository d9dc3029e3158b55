// What the linter calls superfluous is: without all of it, every flow of a random cluster is the same.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyzeCluster } from '../../src/core/engine/analyze.ts';
import { analyze, type Outcome, readFlows } from '../../src/core/index.ts';
import { lint } from '../../src/core/lint/lint.ts';
import type { Policy, PolicySide } from '../../src/core/model/policy.ts';
import { type Range, spanAt } from '../../src/core/model/span.ts';
import { largeInput, randomInput } from './evaluators-clusters.ts';
import { runs } from './runs.ts';

const RUNS = runs(400);
let superfluous = 0;

it('changes no flow when everything superfluous is removed', () => {
  fc.assert(
    fc.property(randomInput, ({ text }) => {
      check(analyze([{ name: 'input', text }]));
    }),
    { numRuns: RUNS },
  );
  fc.assert(
    fc.property(largeInput, ({ text }) => {
      check(analyze([{ name: 'input', text }]));
    }),
    { numRuns: Math.ceil(RUNS / 10) },
  );
  // Else the random clusters would prove nothing.
  expect(superfluous).toBeGreaterThan(RUNS / 4);
});

function check(outcome: Outcome): void {
  const { analysis, cluster } = outcome;
  const found = lint(outcome).filter(({ rule }) => rule === 'redundant');
  superfluous += found.length;
  const starts = new Set(found.map(({ span }) => span.start));
  const isNamed = (policy: Policy, range: Range) => starts.has(spanAt(policy.origin, range).start);
  const without = (policy: Policy, side: PolicySide | null): PolicySide | null =>
    side && { rules: side.rules.filter(({ range }) => !isNamed(policy, range)) };
  const kept = cluster.policies
    .filter((policy) => !isNamed(policy, policy.nameRange))
    .map((policy) => ({
      ...policy,
      ingress: without(policy, policy.ingress),
      egress: without(policy, policy.egress),
    }));
  // In a namespace without pods they do nothing, but the addresses outside are cut as before.
  const moved = cluster.policies.map((policy) => ({ ...policy, namespace: 'without-pods' }));
  const other = analyzeCluster({ ...cluster, policies: [...kept, ...moved] });
  expect(other.peers.map(({ id }) => id)).toEqual(analysis.peers.map(({ id }) => id));
  const before = readFlows(analysis);
  const after = readFlows(other);
  for (let from = 0; from < analysis.peers.length; from++) {
    for (let to = 0; to < analysis.peers.length; to++) {
      if (!before.exists(from, to)) continue;
      expect(after.flow(from, to)).toEqual(before.flow(from, to));
    }
  }
}
