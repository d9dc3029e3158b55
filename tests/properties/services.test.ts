// What is reached through a Service is what the flows to its endpoints say, and neither Services nor
// ways in change any flow (SEMANTICS 1.27, 6.7), on random clusters.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze, type Outcome, readFlows, type Verdict } from '../../src/core/index.ts';
import { matchSelector } from '../../src/core/model/match.ts';
import { hasPort } from '../../src/core/model/port.ts';
import { askName } from '../../src/core/service/ask.ts';
import { intendedFlows } from '../../src/core/service/intended.ts';
import { waysIn } from '../../src/core/service/ways.ts';
import { randomInput } from './evaluators-clusters.ts';
import { runs } from './runs.ts';

const RUNS = runs(100);

const { constantFrom, record } = fc;

/** A Service as the generator of clusters labels its pods. */
const SERVICE = record({
  namespace: constantFrom('x', 'y', 'z'),
  selector: constantFrom<Record<string, string> | null>(
    { app: 'a' },
    { app: 'a' },
    { app: 'b' },
    { app: 'b' },
    { tier: 'a' },
    { tier: '' },
    {},
    null,
  ),
  headless: fc.boolean(),
  type: constantFrom('ClusterIP', 'NodePort', 'LoadBalancer'),
  port: constantFrom(53, 80, 443),
  targetPort: constantFrom<number | string>(53, 80, 8080, 'web'),
  protocol: constantFrom('TCP', 'UDP'),
});

type RandomService = typeof SERVICE extends fc.Arbitrary<infer T> ? T : never;

function manifests(services: readonly RandomService[]): string {
  return services
    .flatMap(({ namespace, selector, headless, type, port, targetPort, protocol }, at) => [
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: `s${at}`, namespace },
        spec: {
          selector,
          ...(headless ? { clusterIP: 'None' } : { type }),
          ports: [{ name: 'p', port, targetPort, protocol }],
        },
      },
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { name: `i${at}`, namespace },
        spec: { defaultBackend: { service: { name: `s${at}`, port: { name: 'p' } } } },
      },
    ])
    .map((object) => JSON.stringify(object))
    .join('\n---\n');
}

function outcomeOf(text: string, services: readonly RandomService[] = []): Outcome {
  return analyze([
    { name: 'random.json', text },
    { name: 'services.yaml', text: manifests(services) },
  ]);
}

const INPUT = fc.tuple(randomInput, fc.array(SERVICE, { minLength: 2, maxLength: 5 }));

describe('random clusters with Services', () => {
  test('every endpoint has the verdict of its flow, and the counts add up', () => {
    let asked = 0;
    fc.assert(
      fc.property(INPUT, ([{ text }, services]) => {
        const { cluster, analysis } = outcomeOf(text, services);
        const flows = readFlows(analysis);
        analysis.peers.forEach((source, from) => {
          if (source.type !== 'workload' || source.workload.replicas === 0) return;
          for (const service of cluster.services) {
            const name = `${service.name}.${service.namespace}`;
            const { ports } = askName(cluster, analysis.peers, {
              source,
              name,
              port: 'p',
              protocol: null,
            });
            for (const { endpoints, count } of ports) {
              expect(count.allow + count.depends + count.deny).toBe(count.total);
              for (const { peer, protocol, port, verdict, isSelf, certain } of endpoints) {
                const to = analysis.peers.findIndex(({ id }) => id === peer.id);
                if (isSelf || !certain || !flows.exists(from, to)) continue;
                const { allowed, depends } = flows.flow(from, to);
                const flow: Verdict = hasPort(allowed, protocol, port)
                  ? 'allow'
                  : hasPort(depends, protocol, port)
                    ? 'depends'
                    : 'deny';
                expect(verdict).toBe(flow);
                asked += 1;
              }
            }
            // The pods behind it are those that have its labels and, where it names a port, that port.
            const [port] = service.ports;
            const wanted = cluster.workloads.filter(
              ({ namespace, labels, replicas, ports: own }) =>
                service.selector !== null &&
                namespace === service.namespace &&
                replicas !== 0 &&
                matchSelector(
                  {
                    requirements: [...service.selector].map(([key, value]) => ({
                      key,
                      operator: 'In',
                      values: [value],
                    })),
                  },
                  labels,
                ) !== 'no' &&
                (typeof port?.targetPort === 'number' ||
                  own.some(
                    (one) => one.name === port?.targetPort && one.protocol === port?.protocol,
                  )),
            );
            const found = ports.flatMap(({ endpoints }) => endpoints.map(({ peer }) => peer.id));
            expect([...new Set(found)].sort()).toEqual(wanted.map(({ id }) => id as string).sort());
          }
        });
      }),
      { numRuns: RUNS },
    );
    expect(asked).toBeGreaterThan(0);
  });

  test('Services and ways in open nothing and shut nothing', () => {
    fc.assert(
      fc.property(INPUT, ([{ text }, services]) => {
        const without = outcomeOf(text).analysis;
        const withThem = outcomeOf(text, services).analysis;
        expect(withThem.peers.map(({ id }) => id)).toEqual(without.peers.map(({ id }) => id));
        const [one, other] = [readFlows(without), readFlows(withThem)];
        without.peers.forEach((_, from) => {
          without.peers.forEach((__, to) => {
            if (one.exists(from, to)) expect(other.flow(from, to)).toEqual(one.flow(from, to));
          });
        });
      }),
      { numRuns: RUNS },
    );
  });

  test('what a controller is meant to reach is what the Ingresses lead to, no more', () => {
    fc.assert(
      fc.property(INPUT, ([{ text }, services]) => {
        const { cluster, analysis } = outcomeOf(text, services);
        const led = waysIn(cluster, analysis.peers)
          .filter(({ by }) => by.kind === 'Ingress')
          .flatMap(({ hops }) => hops.flatMap(({ endpoints }) => endpoints))
          .map(({ peer, protocol, port, verdict }) => `${peer.id} ${protocol} ${port} ${verdict}`);
        const intended = intendedFlows(cluster, analysis.peers).flatMap(({ destination, ports }) =>
          ports.map(
            ({ protocol, port, endpoint }) =>
              `${destination.id} ${protocol} ${port} ${endpoint.verdict}`,
          ),
        );
        expect(intended.sort()).toEqual([...new Set(led)].sort());
      }),
      { numRuns: RUNS },
    );
  });
});
