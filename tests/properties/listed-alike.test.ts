// Why flows are as they are is worked out once for many, and says of each what it would say alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { becauseOf, explainFlow } from '../../src/core/explain/explain-flow.ts';
import { alikeIn } from '../../src/core/export/alike.ts';
import { analyze, factSentence, type Outcome, readFlows } from '../../src/core/index.ts';
import { isEmptyPortSet } from '../../src/core/model/port.ts';
import { largeInput, randomInput } from './evaluators-clusters.ts';
import { runs } from './runs.ts';
import { tiered, tieredOutcome } from './tiered-clusters.ts';

const RUNS = runs(150);
const TIMEOUT = 120_000 * Math.max(1, RUNS / 150);

function differences(outcome: Outcome): readonly string[] {
  const { analysis, cluster } = outcome;
  const flows = readFlows(analysis);
  const alike = alikeIn(outcome);
  return analysis.peers.flatMap((source, from) =>
    analysis.peers.flatMap((destination, to) => {
      if (!flows.exists(from, to)) return [];
      const explained = JSON.stringify(explainFlow(cluster, source, destination).segments);
      if (JSON.stringify(alike.segments(from, to)) !== explained) {
        return [`${source.id} → ${destination.id} is explained otherwise`];
      }
      const { depends } = flows.flow(from, to);
      if (isEmptyPortSet(depends)) return [];
      const alone = becauseOf(cluster, source, destination, depends).map(factSentence);
      const told = alike.because(from, to, depends);
      return told.join() === alone.join()
        ? []
        : [`${source.id} → ${destination.id}: ${told.join(' ')} / ${alone.join(' ')}`];
    }),
  );
}

test(
  'of NetworkPolicies alone',
  () => {
    for (const [input, numRuns] of [
      [randomInput, RUNS],
      [largeInput, Math.ceil(RUNS / 10)],
    ] as const) {
      fc.assert(
        fc.property(input, ({ text, assumptions }) => {
          const outcome = analyze([{ name: 'random.json', text }], undefined, assumptions);
          expect(differences(outcome).slice(0, 4)).toEqual([]);
        }),
        { numRuns },
      );
    }
  },
  TIMEOUT,
);

test(
  'of the tiers around them',
  () => {
    for (const [input, numRuns] of [
      [randomInput, RUNS],
      [largeInput, Math.ceil(RUNS / 10)],
    ] as const) {
      fc.assert(
        fc.property(tiered(input), (made) => {
          expect(differences(tieredOutcome(made)).slice(0, 4)).toEqual([]);
        }),
        { numRuns },
      );
    }
  },
  TIMEOUT,
);
