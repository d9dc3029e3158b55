// Checks agree with the listing: what is listed for a pair is all that can be expected of it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listConnections } from '../../src/core/export/listing.ts';
import { analyze, checkFlows, type Outcome, PROTOCOLS } from '../../src/core/index.ts';
import { randomInput } from './evaluators-clusters.ts';
import { runs } from './runs.ts';

const RUNS = runs(60);

/** `53/UDP`, `8000-8999/TCP` */
function writtenPorts(ports: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.entries(ports).flatMap(([protocol, ranges]) =>
    ranges.map((range) => `${range}/${protocol}`),
  );
}

/** Everything that stands in neither of two listings. */
function others(listed: readonly string[]): readonly string[] {
  return PROTOCOLS.flatMap((protocol) => {
    const ranges = listed
      .filter((text) => text.endsWith(`/${protocol}`))
      .map((text) => (text.split('/')[0] ?? '').split('-').map(Number))
      .map(([from = 0, to = from]) => ({ from, to }))
      .sort((a, b) => a.from - b.from);
    const rest: string[] = [];
    let next = 1;
    for (const { from, to } of ranges) {
      if (from > next) rest.push(`${next}-${from - 1}/${protocol}`);
      next = to + 1;
    }
    if (next <= 65535) rest.push(`${next}-65535/${protocol}`);
    return rest;
  });
}

interface Expected {
  readonly ports: readonly string[];
  readonly allow: string;
  readonly deny: string;
}

function compare(outcome: Outcome): void {
  for (const { source, destination, allowed, depends } of listConnections(outcome, true)) {
    if (source.startsWith('{') || destination.startsWith('{')) continue;
    const [open, doubtful] = [writtenPorts(allowed), writtenPorts(depends)];
    const cases: readonly Expected[] = [
      { ports: open, allow: 'passed', deny: 'failed' },
      { ports: doubtful, allow: 'unsure', deny: 'unsure' },
      { ports: others([...open, ...doubtful]), allow: 'failed', deny: 'passed' },
    ];
    for (const { ports, allow, deny } of cases) {
      if (ports.length === 0) continue;
      const flow = { from: source, to: destination, ports };
      const states = checkFlows(outcome, [
        { ...flow, expect: 'allow' },
        { ...flow, expect: 'deny' },
      ]).map(({ state }) => state);
      expect([source, destination, ports, ...states]).toEqual([
        source,
        destination,
        ports,
        allow,
        deny,
      ]);
    }
  }
}

test('on random clusters', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(randomInput, ({ text, assumptions }) => {
      compare(analyze([{ name: 'random.json', text }], undefined, assumptions));
    }),
    { numRuns: RUNS },
  );
});

test('the states of all pairs together are those of one flow over all of them', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(
      randomInput,
      fc.constantFrom('allow' as const, 'deny' as const),
      (input, wanted) => {
        const { text, assumptions } = input;
        const outcome = analyze([{ name: 'random.json', text }], undefined, assumptions);
        const ids = outcome.analysis.peers.flatMap(({ type, id }) =>
          type === 'workload' ? [id] : [],
        );
        if (ids.length === 0) return;
        const apart = checkFlows(
          outcome,
          ids.flatMap((from) => ids.map((to) => ({ from, to, expect: wanted }))),
        ).filter(({ pairs }) => pairs > 0);
        if (apart.length === 0) return;
        const [together] = checkFlows(outcome, [{ from: '*', to: '*', expect: wanted }]);
        const states = new Set(apart.map(({ state }) => state));
        const worst = (['failed', 'unsure', 'passed'] as const).find((state) => states.has(state));
        expect(together?.state).toBe(worst);
        expect(together?.pairs).toBe(apart.length);
        expect(together?.offendingCount).toBe(
          apart.filter(({ state }) => state === worst && state !== 'passed').length,
        );
      },
    ),
    { numRuns: RUNS },
  );
});
