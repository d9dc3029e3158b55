// What rules open, on clusters small enough to count by hand.
import { describe, expect, test } from 'vitest';
import {
  type Assumptions,
  analyze,
  effectsOf,
  flowsOpenedAlone,
  NO_ASSUMPTIONS,
  type Outcome,
  type PolicyPart,
  pointAt,
} from '../../../src/core/index.ts';
import { controller, namespace, pod, policy } from '../semantics/fixture.ts';

function outcome(...documents: readonly string[]): Outcome {
  return analyze([{ name: 'input.yaml', text: documents.join('\n---\n') }]);
}

/** `direction index: opens alone mayOpen mayAlone`, for each rule of each policy. */
function rulesOf(...documents: readonly string[]): readonly string[] {
  return effectsOf(outcome(...documents)).policies.flatMap(({ rules }) =>
    rules.map(
      ({ direction, index, opens, alone, mayOpen, mayAlone }) =>
        `${direction} ${index}: ${opens} ${alone} ${mayOpen} ${mayAlone}`,
    ),
  );
}

const PODS = [pod('x/a', 'app: a'), pod('x/b', 'app: b'), pod('x/c', 'app: c')];

describe('a rule', () => {
  test('opens the flows from the peers it means, by itself where no other does', () => {
    // Into a: from b and c by the first rule, from b by the second.
    const text = policy(
      'x/p',
      `podSelector: {matchLabels: {app: a}}
ingress:
  - from: [{podSelector: {matchExpressions: [{key: app, operator: In, values: [b, c]}]}}]
  - from: [{podSelector: {matchLabels: {app: b}}}]`,
    );
    expect(rulesOf(...PODS, text)).toEqual(['ingress 0: 2 1 0 0', 'ingress 1: 1 0 0 0']);
  });

  test('opens a flow alone where it alone opens one of its ports', () => {
    const text = policy(
      'x/p',
      `podSelector: {matchLabels: {app: a}}
ingress:
  - from: [{podSelector: {matchLabels: {app: b}}}]
    ports: [{port: 80}, {port: 81}]
  - from: [{podSelector: {matchLabels: {app: b}}}]
    ports: [{port: 81}, {port: 82}]
  - from: [{podSelector: {matchLabels: {app: b}}}]
    ports: [{port: 81}]`,
    );
    expect(rulesOf(...PODS, text)).toEqual([
      'ingress 0: 1 1 0 0',
      'ingress 1: 1 1 0 0',
      'ingress 2: 1 0 0 0',
    ]);
  });

  test('opens nothing that the other side stops', () => {
    const open = policy(
      'x/p',
      'podSelector: {matchLabels: {app: a}}\ningress: [{from: [{podSelector: {}}]}]',
    );
    const shut = policy('x/q', 'podSelector: {matchLabels: {app: b}}\npolicyTypes: [Egress]');
    // From c alone; a is one pod and has no flow to itself.
    expect(rulesOf(...PODS, open, shut)).toEqual(['ingress 0: 1 1 0 0']);
  });

  test('counts replicas that reach each other as a flow', () => {
    const text = policy('x/p', 'podSelector: {}\ningress: [{from: [{podSelector: {}}]}]');
    const twice = controller('Deployment', 'x/d', 'app: d', 'replicas: 2');
    const none = controller('Deployment', 'x/e', 'app: e', 'replicas: 0');
    // a, b, c and d reach each other (4 × 3), and d itself; e has no pods.
    expect(rulesOf(...PODS, twice, none, text)).toEqual(['ingress 0: 13 13 0 0']);
  });

  test('may open what depends on a fact', () => {
    // The pods' addresses are unknown, the block outside is not: one flow surely, two perhaps.
    const text = policy(
      'x/p',
      'podSelector: {matchLabels: {app: a}}\ningress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]',
    );
    expect(rulesOf(...PODS, text)).toEqual(['ingress 0: 1 1 2 2']);
  });

  test('opens every flow out of a pod, to the addresses outside as well', () => {
    const text = policy(
      'x/p',
      'podSelector: {matchLabels: {app: a}}\npolicyTypes: [Egress]\negress: [{}]',
    );
    // To b, to c, and to all that is outside, which no policy cuts.
    expect(rulesOf(...PODS, text)).toEqual(['egress 0: 3 3 0 0']);
  });
});

describe('a selector', () => {
  const { policies } = effectsOf(
    outcome(
      namespace('x', 'team: one'),
      ...PODS,
      pod('x/host', 'app: a', 'hostNetwork: true\ncontainers: []'),
      pod('z/d', 'app: a'),
      policy(
        'x/p',
        `podSelector: {matchExpressions: [{key: app, operator: In, values: [a, b]}]}
ingress:
  - from:
      - podSelector: {}
      - namespaceSelector: {matchLabels: {team: one}}
      - ipBlock: {cidr: 0.0.0.0/0}`,
      ),
    ),
  );

  test('selects so many workloads, those on their host network left out', () => {
    expect(policies[0]?.subject).toMatchObject({ workloads: 2, maybe: 0 });
  });

  test('means so many as a peer, surely and perhaps', () => {
    expect(policies[0]?.rules[0]?.peers).toMatchObject([
      // a, b and c; the pod on its host's network may be seen as its node.
      { workloads: 3, maybe: 1, outside: 0 },
      // z is declared nowhere, so it may have the label.
      { workloads: 3, maybe: 2 },
      // Every pod has an IPv4 address, as far as is known (SEMANTICS 1.13).
      { workloads: 4, maybe: 1, outside: 1 },
    ]);
  });

  test('stands at its place', () => {
    expect(policies[0]?.subject.span.file).toBe('input.yaml');
    expect(policies[0]?.rules[0]?.peers.map(({ span }) => span.start)).toEqual(
      [...(policies[0]?.rules[0]?.peers ?? [])].map(({ span }) => span.start).sort((a, b) => a - b),
    );
  });
});

describe('the flows that a part opens alone', () => {
  const world = outcome(
    ...PODS,
    policy(
      'x/p',
      `podSelector: {matchLabels: {app: a}}
ingress:
  - from:
      - podSelector: {matchLabels: {app: b}}
      - podSelector: {matchLabels: {app: c}}
    ports: [{port: 80}, {port: 81}]
  - from: [{podSelector: {matchLabels: {app: c}}}]
    ports: [{port: 80}]`,
    ),
  );
  const opened = (part: Partial<PolicyPart>) =>
    flowsOpenedAlone(world, { namespace: 'x', name: 'p', direction: 'ingress', ...part }).map(
      ({ source, destination, ports }) => {
        const [from, to] = [source, destination].map((at) => world.analysis.peers[at]?.id);
        return `${from} ${to} ${ports.TCP.map((range) => `${range.from}-${range.to}`).join()}`;
      },
    );

  test('of a rule, an entry, a port, a whole direction', () => {
    expect(opened({ rule: 0 })).toEqual(['x/b[Pod] x/a[Pod] 80-81', 'x/c[Pod] x/a[Pod] 81-81']);
    expect(opened({ rule: 1 })).toEqual([]);
    expect(opened({ rule: 0, peer: 1 })).toEqual(['x/c[Pod] x/a[Pod] 81-81']);
    expect(opened({ rule: 0, port: 0 })).toEqual(['x/b[Pod] x/a[Pod] 80-80']);
    expect(opened({})).toEqual(['x/b[Pod] x/a[Pod] 80-81', 'x/c[Pod] x/a[Pod] 80-81']);
  });

  test('are none of a part that is not there', () => {
    expect(opened({ rule: 7 })).toEqual([]);
    expect(opened({ rule: 0, peer: 9 })).toEqual([]);
    expect(opened({ name: 'q' })).toEqual([]);
    expect(opened({ direction: 'egress', rule: 0 })).toEqual([]);
  });
});

describe('a subject that no policy binds', () => {
  const HOST = 'hostNetwork: true\ncontainers: [{name: main, image: main}]';
  const text = [
    ...PODS,
    pod('x/h', 'app: a', HOST),
    policy('x/p', 'podSelector: {matchLabels: {app: a}}'),
  ];
  const files = [{ name: 'input.yaml', text: text.join('\n---\n') }];
  const subjectIf = (assumed: Partial<Assumptions>) => {
    const outcome = analyze(files, undefined, { ...NO_ASSUMPTIONS, ...assumed });
    const { workloads, maybe, unbound } = effectsOf(outcome).policies[0]?.subject ?? {};
    const part = { kind: 'subject', namespace: 'x', name: 'p' } as const;
    const told = pointAt(outcome, { part });
    return { workloads, maybe, unbound, selected: told?.selected.sure.length, of: told?.unbound };
  };

  test('is selected all the same: on its host’s network (SEMANTICS 1.23)', () => {
    expect(subjectIf({})).toMatchObject({ workloads: 1, maybe: 0, unbound: 1, selected: 1, of: 1 });
  });

  test('and where the network plugin enforces nothing', () => {
    expect(subjectIf({ cni: 'none' })).toMatchObject({
      workloads: 0,
      maybe: 0,
      unbound: 2,
      selected: 1,
      of: 2,
    });
  });
});
