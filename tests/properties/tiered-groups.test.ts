// Peers that the drawing puts into one group have the same flows, tiers and all.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filters } from '../../src/core/drawing/filters.ts';
import { gatherBoxes } from '../../src/core/drawing/groups.ts';
import { type Peer, readFlows } from '../../src/core/index.ts';
import { largeInput } from './evaluators-clusters.ts';
import { runs } from './runs.ts';
import { tiered, tieredOutcome } from './tiered-clusters.ts';

const NO_FILTERS: Filters = {
  namespaces: [],
  text: '',
  protocol: null,
  port: null,
  show: 'all',
  direction: 'both',
};
const RUNS = runs(60);

test('members of a group differ in no flow', () => {
  let shared = 0;
  fc.assert(
    fc.property(tiered(largeInput), (input) => {
      const { analysis } = tieredOutcome(input);
      const flows = readFlows(analysis);
      const boxes = gatherBoxes(analysis, flows, NO_FILTERS);
      const wrong = boxes.flatMap(({ groups }) =>
        groups.flatMap(({ members: [first, ...others] }) => {
          if (first === undefined) return [];
          shared += others.length;
          return others.flatMap((other) =>
            analysis.peers.flatMap((peer, at) => {
              // Towards each other they are themselves.
              if (at === first || at === other) return [];
              const isSame =
                flows.flow(first, at) === flows.flow(other, at) &&
                flows.flow(at, first) === flows.flow(at, other) &&
                flows.egress(first, at) === flows.egress(other, at) &&
                flows.ingress(at, first) === flows.ingress(at, other);
              return isSame
                ? []
                : [
                    `${nameAt(analysis.peers, first)} and ${nameAt(analysis.peers, other)}: ${peer.id}`,
                  ];
            }),
          );
        }),
      );
      expect(wrong).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  expect(shared).toBeGreaterThan(RUNS / 4);
});

function nameAt(peers: readonly Peer[], at: number): string {
  return peers[at]?.id ?? '';
}
