// Whole flows: segments that tile every port, gathered by decision.
import { describe, expect, test } from 'vitest';
import type { FlowExplanation } from '../../../src/core/explain/decision.ts';
import { becauseOf, explainFlow } from '../../../src/core/explain/explain-flow.ts';
import { ALL_PORTS, NO_PORTS, rangeText } from '../../../src/core/model/port.ts';
import { cluster, labelled, pods, policy, port, rules, workload } from './clusters.ts';

const A = workload('x/a');
const C = workload('y/c', {
  ports: [
    { name: 'web', protocol: 'TCP', number: 8080 },
    { name: 'web', protocol: 'TCP', number: 8081 },
    { name: 'web', protocol: 'UDP', number: 53 },
  ],
});

function shown({ segments }: FlowExplanation): readonly string[] {
  return segments.map(
    ({ protocols, ranges, decision }) =>
      `${decision.verdict} ${protocols.join('+')} ${ranges.map(rangeText).join(',')}`,
  );
}

describe('segments', () => {
  test('a flow that no policy touches is one', () => {
    expect(shown(explainFlow(cluster([A, C], []), A, C))).toEqual(['allow TCP+UDP+SCTP 1-65535']);
  });

  test('protocols of equal ranges stand together, allowed first', () => {
    const side = rules({ ports: [port(80, 'TCP', 1), port({ from: 8000, to: 8999 }, 'TCP', 2)] });
    const world = cluster([A, C], [policy('x/p', { egress: side })]);
    expect(shown(explainFlow(world, A, C))).toEqual([
      'allow TCP 80',
      'allow TCP 8000-8999',
      'deny TCP 1-79,81-7999,9000-65535',
      'deny UDP+SCTP 1-65535',
    ]);
  });

  test('neighbours decided alike are one range, apart ones one segment', () => {
    // The second entry is never the first to match, so it tells nothing apart.
    const ports = [port({ from: 1, to: 100 }, 'TCP', 1), port({ from: 50, to: 60 }, 'TCP', 2)];
    const world = cluster([A, C], [policy('x/p', { egress: rules({ ports }) })]);
    expect(shown(explainFlow(world, A, C))).toEqual([
      'allow TCP 1-100',
      'deny TCP 101-65535',
      'deny UDP+SCTP 1-65535',
    ]);
  });

  test('equal verdicts for different reasons stay apart', () => {
    const world = cluster(
      [A, C],
      [
        policy('x/p', { egress: rules({ ports: [port(80)] }) }),
        policy('y/p', { ingress: rules() }),
      ],
    );
    expect(shown(explainFlow(world, A, C))).toEqual([
      'deny TCP 1-79,81-65535',
      'deny TCP 80',
      'deny UDP+SCTP 1-65535',
    ]);
  });

  test('names cut at every number they stand for, and the last port is a port', () => {
    const side = rules({ ports: [port('web', 'TCP', 1), port(65535, 'TCP', 2)] });
    const world = cluster([A, C], [policy('x/p', { egress: side })]);
    expect(shown(explainFlow(world, A, C))).toEqual([
      'allow TCP 8080-8081',
      'allow TCP 65535',
      'deny TCP 1-8079,8082-65534',
      'deny UDP+SCTP 1-65535',
    ]);
  });

  test('what depends stands between', () => {
    const side = rules(
      { ports: [port(80)] },
      { peers: [pods({ namespaces: labelled('team', 'web') })], ports: [port(null, 'UDP')] },
    );
    const world = cluster([A, C], [policy('x/p', { egress: side })], ['y']);
    expect(shown(explainFlow(world, A, C))).toEqual([
      'allow TCP 80',
      'depends UDP 1-65535',
      'deny TCP 1-79,81-65535',
      'deny SCTP 1-65535',
    ]);
  });
});

describe('because', () => {
  const side = rules(
    { peers: [pods({ namespaces: labelled('team', 'web') })], ports: [port(80), port(81)] },
    { peers: [pods({ namespaces: labelled('env', 'dev') })], ports: [port(81)] },
  );
  const world = cluster([A, C], [policy('x/p', { egress: side })], ['y']);
  const team = { kind: 'namespace-labels', namespace: 'y', keys: ['team'] };
  const env = { kind: 'namespace-labels', namespace: 'y', keys: ['env'] };

  test('each fact once', () => {
    expect(becauseOf(world, A, C, ALL_PORTS)).toEqual([team, env]);
  });

  test('only of the ports asked for', () => {
    expect(becauseOf(world, A, C, { ...NO_PORTS, TCP: [{ from: 80, to: 80 }] })).toEqual([team]);
    expect(becauseOf(world, A, C, { ...NO_PORTS, UDP: [{ from: 80, to: 80 }] })).toEqual([]);
    expect(becauseOf(world, A, C, NO_PORTS)).toEqual([]);
  });
});
