// One packet: what is recorded, and how doubts combine.
import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/core/explain/decide.ts';
import { type Labels, labelsOf } from '../../../src/core/model/labels.ts';
import {
  block,
  cluster,
  ipv4,
  ipv6,
  labelled,
  outside,
  pods,
  policy,
  port,
  rules,
  workload,
} from './clusters.ts';

const A = workload('x/a');
const B = workload('x/b');
const C = workload('y/c');
const TEAM = labelled('team', 'web');

/** Labels to which a controller adds a hash. */
const HASHED: Labels = { ...labelsOf([]), valueUnknown: new Set(['hash']) };
const HASH = labelled('hash', 'one');

describe('what is recorded', () => {
  test('no policy selects', () => {
    const decision = decide(cluster([A, C], []), A, C, 'TCP', 80);
    const side = {
      verdict: 'allow',
      reason: 'not-selected',
      admin: null,
      selectedBy: [],
      matches: [],
      baseline: null,
      facts: [],
    };
    expect(decision).toEqual({ verdict: 'allow', egress: side, ingress: side });
  });

  test('an address outside has no policies', () => {
    const { egress } = decide(cluster([A], []), outside('8.8.8.8'), A, 'TCP', 80);
    expect(egress.reason).toBe('external');
  });

  test('the policy, the rule and the entries that matched, in their places in the file', () => {
    const side = rules(
      { peers: [pods({ pods: labelled('pod', 'nobody') })] },
      {
        peers: [block('10.0.0.0/8', [], 205), pods({ pods: labelled('pod', 'b') }, 210)],
        ports: [port(81, 'TCP', 220), port(80, 'TCP', 230)],
      },
    );
    const decision = decide(cluster([A, B], [policy('x/p', { ingress: side })]), B, A, 'TCP', 80);
    const reference = {
      namespace: 'x',
      name: 'p',
      span: { file: 'made.yaml', start: 1010, end: 1020 },
    };
    expect(decision.ingress).toEqual({
      verdict: 'allow',
      reason: 'isolated',
      admin: null,
      selectedBy: [
        { policy: reference, certain: true, span: { file: 'made.yaml', start: 1030, end: 1040 } },
      ],
      matches: [
        {
          policy: reference,
          rule: 1,
          certain: true,
          span: { file: 'made.yaml', start: 1200, end: 1299 },
          // The block, which only may hold the pod, comes first but is not certain.
          peer: { file: 'made.yaml', start: 1210, end: 1211 },
          port: { file: 'made.yaml', start: 1230, end: 1231 },
        },
      ],
      baseline: null,
      facts: [],
    });
    expect(decision.egress.reason).toBe('not-selected');
  });

  test('a rule open to any peer and port has no entries', () => {
    const { ingress } = decide(
      cluster([A, B], [policy('x/p', { ingress: rules({}) })]),
      B,
      A,
      'UDP',
      53,
    );
    expect(ingress.matches.map(({ peer, port }) => [peer, port])).toEqual([[null, null]]);
  });

  test('a side that denies has policies and no match', () => {
    const { verdict, ingress } = decide(
      cluster([A, B], [policy('x/p', { ingress: rules() }), policy('x/q', { ingress: rules() })]),
      B,
      A,
      'TCP',
      80,
    );
    expect(verdict).toBe('deny');
    expect(ingress.selectedBy.map(({ policy: { name } }) => name)).toEqual(['p', 'q']);
    expect(ingress.matches).toEqual([]);
  });
});

describe('both sides', () => {
  const doubtful = rules({ peers: [pods({ namespaces: TEAM })] });

  test('a side that denies settles what the other leaves open, whose doubt stays recorded', () => {
    const world = cluster(
      [A, C],
      [policy('x/p', { egress: doubtful }), policy('y/p', { ingress: rules() })],
      ['y'],
    );
    const { verdict, egress } = decide(world, A, C, 'TCP', 80);
    expect(verdict).toBe('deny');
    expect(egress.verdict).toBe('depends');
    expect(egress.facts).toEqual([{ kind: 'namespace-labels', namespace: 'y', keys: ['team'] }]);
  });

  test('a side that allows leaves the other open', () => {
    const world = cluster([A, C], [policy('x/p', { egress: doubtful })], ['y']);
    expect(decide(world, A, C, 'TCP', 80).verdict).toBe('depends');
  });
});

describe('selections in doubt', () => {
  const D = workload('x/d', { labels: HASHED });
  const OPEN = rules({});
  const CLOSED = rules();
  const HASH_FACT = { kind: 'pod-label', workload: 'x/d[Pod]', keys: ['hash'] };

  function ingressOf(policies: Parameters<typeof cluster>[1]) {
    return decide(cluster([D, B], policies), B, D, 'TCP', 80).ingress;
  }

  test('one that lets nothing through: the pod may be isolated', () => {
    const side = ingressOf([policy('x/p', { ingress: CLOSED }, HASH)]);
    expect(side.verdict).toBe('depends');
    expect(side.selectedBy.map(({ certain }) => certain)).toEqual([false]);
    expect(side.facts).toEqual([HASH_FACT]);
  });

  test('one that lets it through: allowed either way', () => {
    const side = ingressOf([policy('x/p', { ingress: OPEN }, HASH)]);
    expect(side.verdict).toBe('allow');
    expect(side.facts).toEqual([]);
  });

  test('two of which one lets through: it may be the other that selects', () => {
    const side = ingressOf([
      policy('x/p', { ingress: OPEN }, HASH),
      policy('x/q', { ingress: CLOSED }, HASH),
    ]);
    expect(side.verdict).toBe('depends');
  });

  test('beside a certain one that denies: it may open', () => {
    const certain = policy('x/c', { ingress: CLOSED });
    expect(ingressOf([certain, policy('x/p', { ingress: OPEN }, HASH)]).verdict).toBe('depends');
    expect(ingressOf([certain, policy('x/p', { ingress: CLOSED }, HASH)]).verdict).toBe('deny');
  });

  test('beside a certain one that allows: no doubt matters', () => {
    const side = ingressOf([
      policy('x/c', { ingress: OPEN }),
      policy('x/p', { ingress: CLOSED }, HASH),
    ]);
    expect(side.verdict).toBe('allow');
    expect(side.facts).toEqual([]);
  });

  test('facts of doubts that change nothing are left out', () => {
    const maybeTeam = rules({ peers: [pods({ namespaces: TEAM })] });
    const world = cluster(
      [D, C],
      [policy('x/c', { ingress: maybeTeam }), policy('x/p', { ingress: CLOSED }, HASH)],
      ['y'],
    );
    const { ingress } = decide(world, C, D, 'TCP', 80);
    expect(ingress.verdict).toBe('depends');
    expect(ingress.facts.map(({ kind }) => kind)).toEqual(['namespace-labels']);
  });
});

describe('rules in doubt', () => {
  test('a certain rule settles it, and the doubtful one stays on record', () => {
    const side = rules({ peers: [pods({ namespaces: TEAM })] }, { ports: [port(80)] });
    const world = cluster([A, C], [policy('x/p', { ingress: side })], ['y']);
    const { ingress } = decide(world, C, A, 'TCP', 80);
    expect(ingress.verdict).toBe('allow');
    expect(ingress.matches.map(({ certain }) => certain)).toEqual([false, true]);
    expect(decide(world, C, A, 'TCP', 81).ingress.verdict).toBe('depends');
  });

  test('a port that does not match settles a doubtful peer', () => {
    const side = rules({ peers: [pods({ namespaces: TEAM })], ports: [port(80)] });
    const world = cluster([A, C], [policy('x/p', { ingress: side })], ['y']);
    expect(decide(world, C, A, 'UDP', 80).ingress).toMatchObject({ verdict: 'deny', matches: [] });
  });

  test('both doubts of a pair are named', () => {
    const side = rules({ peers: [block('10.0.0.0/8')], ports: [port('web')] });
    const server = workload('y/c', { ports: [{ name: 'web', protocol: 'TCP', number: 80 }] });
    const world = cluster([A, server], [policy('x/p', { egress: side })]);
    expect(decide(world, A, server, 'TCP', 80).egress.facts).toEqual([
      { kind: 'pod-address', workload: 'y/c[Pod]', block: '10.0.0.0/8' },
      { kind: 'named-port-by-address', workload: 'y/c[Pod]', name: 'web' },
    ]);
  });

  test('a selector beside a block makes the name certain', () => {
    const server = workload('y/c', { ports: [{ name: 'web', protocol: 'TCP', number: 80 }] });
    const side = rules({
      peers: [block('10.0.0.0/8'), pods({ namespaces: { requirements: [] } })],
      ports: [port('web')],
    });
    const world = cluster([A, server], [policy('x/p', { egress: side })]);
    expect(decide(world, A, server, 'TCP', 80).egress.verdict).toBe('allow');
  });
});

describe('addresses', () => {
  test.each([
    { addresses: [ipv4('10.0.0.1')], verdict: 'allow' },
    { addresses: [ipv4('10.0.0.1'), ipv4('10.0.0.2')], verdict: 'allow' },
    { addresses: [ipv4('10.9.0.1')], verdict: 'deny' },
    { addresses: [ipv4('11.0.0.1')], verdict: 'deny' },
    { addresses: [ipv4('10.0.0.1'), ipv4('11.0.0.1')], verdict: 'depends' },
    { addresses: [ipv4('10.0.0.1'), ipv6('::a', 10n)], verdict: 'depends' },
    { addresses: [ipv6('::a00:1', 0x0a000001n)], verdict: 'deny' },
    { addresses: null, verdict: 'depends' },
  ])('$addresses.length of them: $verdict', ({ addresses, verdict }) => {
    const server = workload('y/c', { addresses });
    const side = rules({ peers: [block('10.0.0.0/8', ['10.9.0.0/16'])] });
    const world = cluster([A, server], [policy('x/p', { egress: side })]);
    expect(decide(world, A, server, 'TCP', 80).verdict).toBe(verdict);
  });

  test('on the host’s network a known address is still its node’s', () => {
    const server = workload('y/c', { addresses: [ipv4('10.0.0.1')], hostNetwork: true });
    const side = rules({ peers: [block('10.0.0.0/8')] });
    const world = cluster([A, server], [policy('x/p', { egress: side })]);
    expect(decide(world, A, server, 'TCP', 80).egress.facts).toEqual([
      { kind: 'node-address', workload: 'y/c[Pod]', block: '10.0.0.0/8' },
    ]);
  });
});
