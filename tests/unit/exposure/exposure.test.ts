// Which pods that no manifest holds could reach a workload or be reached, worked out by hand (SEMANTICS 1.26).
import { describe, expect, test } from 'vitest';
import type { ExposedRow } from '../../../src/core/exposure/new-pods.ts';
import { newPodsOf } from '../../../src/core/exposure/new-pods-of.ts';
import { namedText, newPodsText } from '../../../src/core/exposure/words.ts';
import { analyze, exposureOf, NO_ASSUMPTIONS, portsText } from '../../../src/core/index.ts';
import type { Assumptions } from '../../../src/core/model/assumptions.ts';
import { controller, namespace, pod, policy } from '../semantics/fixture.ts';

const SHOP = namespace('shop', 'team: shop');
const OPS = namespace('ops', 'team: ops');
const API = pod('shop/api', 'app: api');

function textOf(documents: readonly string[]): string {
  return documents.map((document) => document.trim()).join('\n---\n');
}

function outcomeOf(documents: readonly string[], assumed: Partial<Assumptions> = {}) {
  const files = [{ name: 'input.yaml', text: textOf(documents) }];
  return analyze(files, undefined, { ...NO_ASSUMPTIONS, ...assumed });
}

function exposed(documents: readonly string[], id = 'shop/api[Pod]', assumed = {}) {
  const outcome = outcomeOf(documents, assumed);
  const index = outcome.analysis.peers.findIndex((peer) => peer.id === id);
  const exposure = exposureOf(outcome, index);
  if (exposure === null) throw new Error(`${id} is no workload`);
  const text = textOf(documents);
  return {
    ...exposure,
    in: exposure.ingress.map(inWords),
    out: exposure.egress.map(inWords),
    /** What the reasons of a line point to in the text. */
    places: (row: ExposedRow | undefined) =>
      (row?.reasons ?? []).map((reason) =>
        reason.kind === 'open' ? 'open' : text.slice(reason.span.start, reason.span.end).trim(),
      ),
  };
}

function inWords({ pods, allowed, depends, named }: ExposedRow): string {
  const parts = [portsText(allowed), ...named.map(namedText)].filter((part) => part !== '');
  const open = portsText(depends);
  if (open !== '') parts.push(`depends ${open}`);
  return `${newPodsText(pods)}: ${parts.join(' + ') || 'nothing'}`;
}

const EVERYBODY = 'any pod in any namespace: all ports';

describe('a workload that no policy holds back', () => {
  test('is open to any pod, both ways', () => {
    const { in: incoming, out, ingress, isWhole } = exposed([SHOP, API]);
    expect(incoming).toEqual([EVERYBODY]);
    expect(out).toEqual([EVERYBODY]);
    expect(ingress[0]?.reasons).toEqual([{ kind: 'open', end: 'workload', direction: 'ingress' }]);
    expect(isWhole).toBe(true);
  });

  test('without pods is open to none', () => {
    const idle = controller('Deployment', 'shop/idle', 'app: idle', 'replicas: 0');
    const { in: incoming, out } = exposed([SHOP, idle], 'shop/idle[Deployment]');
    expect([incoming, out]).toEqual([[], []]);
  });

  test('is not open to a namespace that lets nothing out', () => {
    const shut = policy('ops', 'podSelector: {}\npolicyTypes: [Egress]');
    const { in: incoming, out } = exposed([SHOP, OPS, API, shut]);
    expect(incoming).toEqual(['any pod in any namespace but ops: all ports']);
    expect(out).toEqual([EVERYBODY]);
  });
});

describe('what the rules of a workload ask for', () => {
  const INGRESS = 'podSelector: {matchLabels: {app: api}}\npolicyTypes: [Ingress]\ningress:\n';

  test('nothing, where it lets nothing in', () => {
    const { in: incoming, out } = exposed([SHOP, API, policy('shop', 'podSelector: {}')]);
    expect(incoming).toEqual([]);
    expect(out).toEqual(['any pod in any namespace but shop: all ports']);
  });

  test('any pod, where a rule has no peers', () => {
    const rule = policy('shop', `${INGRESS}- ports: [{port: 80}]`);
    const { in: incoming, ingress, places } = exposed([SHOP, API, rule]);
    expect(incoming).toEqual(['any pod in any namespace: TCP 80']);
    expect(places(ingress[0])).toEqual(['ports: [{port: 80}]']);
  });

  test('any pod of the own namespace', () => {
    const rule = policy('shop', `${INGRESS}- from: [{podSelector: {}}]\n  ports: [{port: 80}]`);
    expect(exposed([SHOP, API, rule]).in).toEqual(['any pod in namespace shop: TCP 80']);
  });

  test('labels of a pod and of a namespace that nobody has', () => {
    const peer = `{namespaceSelector: {matchLabels: {team: sre}}, podSelector: {matchLabels: {app: prometheus}}}`;
    const rule = policy('shop', `${INGRESS}- from: [${peer}]\n  ports: [{port: 9090}]`);
    const { in: incoming, ingress, places } = exposed([SHOP, API, rule]);
    expect(incoming).toEqual([
      'a pod labelled app=prometheus in a namespace labelled team=sre: TCP 9090',
    ]);
    expect(places(ingress[0])).toEqual([peer]);
  });

  test('a namespace by name, there or not', () => {
    const peer = (name: string) =>
      `{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ${name}}}}`;
    const rule = policy('shop', `${INGRESS}- from: [${peer('ops')}, ${peer('later')}]`);
    expect(exposed([SHOP, OPS, API, rule]).in).toEqual([
      'any pod in namespaces later and ops: all ports',
    ]);
  });

  test('one of several values, a label of any value, and labels that must not be there', () => {
    const peer = (expression: string) => `{podSelector: {matchExpressions: [${expression}]}}`;
    const among = (expression: string) =>
      exposed([
        SHOP,
        API,
        policy('shop', `${INGRESS}- from: [${peer(expression)}]\n  ports: [{port: 80}]`),
      ]).in;
    expect(among('{key: app, operator: In, values: [a, b]}')).toEqual([
      'a pod labelled app in (a, b) in namespace shop: TCP 80',
    ]);
    expect(among('{key: app, operator: Exists}')).toEqual([
      'a pod with a label app in namespace shop: TCP 80',
    ]);
    expect(among('{key: app, operator: NotIn, values: [bad]}')).toEqual([
      'any pod not labelled app=bad in namespace shop: TCP 80',
    ]);
    expect(among('{key: app, operator: DoesNotExist}')).toEqual([
      'any pod without a label app in namespace shop: TCP 80',
    ]);
    // In a and not in a: no pod is both.
    expect(
      among('{key: app, operator: In, values: [a]}, {key: app, operator: NotIn, values: [a]}'),
    ).toEqual([]);
  });

  test('more ports for those with a label than for all', () => {
    const rules =
      '- ports: [{port: 80}]\n- from: [{podSelector: {matchLabels: {app: web}}}]\n  ports: [{port: 81}]';
    expect(exposed([SHOP, API, policy('shop', `${INGRESS}${rules}`)]).in).toEqual([
      'any pod in any namespace: TCP 80',
      'a pod labelled app=web in namespace shop: TCP 80-81',
    ]);
  });

  test('the labels of both sides, where the new pod has policies of its own', () => {
    const into = policy(
      'shop/into',
      `${INGRESS}- from: [{podSelector: {matchLabels: {role: client}}}]`,
    );
    const shut = policy('shop/shut', 'podSelector: {}\npolicyTypes: [Egress]');
    const out = policy(
      'shop/out',
      'podSelector: {matchLabels: {may: go}}\npolicyTypes: [Egress]\negress: [{}]',
    );
    // Of the two labels neither is enough: shut holds back the one, api does not know the other.
    expect(exposed([SHOP, API, into, shut, out]).in).toEqual([
      'a pod labelled role=client, may=go in namespace shop: all ports',
    ]);
  });

  test('what a namespace must not be', () => {
    const peer =
      '{namespaceSelector: {matchExpressions: [{key: team, operator: NotIn, values: [ops]}]}}';
    // Namespace ops has the label, so nothing more needs to be said of it.
    expect(exposed([SHOP, OPS, API, policy('shop', `${INGRESS}- from: [${peer}]`)]).in).toEqual([
      'any pod in a namespace not labelled team=ops: all ports',
    ]);
  });
});

describe('what is not known', () => {
  test('addresses of pods, unless they are assumed', () => {
    const block = policy(
      'shop',
      'podSelector: {}\ningress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]',
    );
    const { in: incoming, ingress } = exposed([SHOP, API, block]);
    expect(incoming).toEqual(['any pod in any namespace: depends all ports']);
    expect(ingress[0]?.because).toEqual([
      'Whether the pod addresses of such a pod lie in 10.0.0.0/8 is not in the manifests.',
    ]);
    const inside = exposed([SHOP, API, block], 'shop/api[Pod]', { podRanges: ['10.1.0.0/16'] });
    expect(inside.in).toEqual([EVERYBODY]);
    const outside = exposed([SHOP, API, block], 'shop/api[Pod]', { podRanges: ['172.16.0.0/12'] });
    expect(outside.in).toEqual([]);
  });

  test('labels of a namespace that no manifest declares', () => {
    const rule = policy(
      'shop',
      'podSelector: {}\ningress: [{from: [{namespaceSelector: {matchLabels: {team: a}}}]}]',
    );
    // Namespace shop is only named.
    const { in: incoming, ingress } = exposed([API, rule]);
    expect(incoming).toEqual([
      'any pod in a namespace labelled team=a: all ports',
      'any pod in namespace shop: depends all ports',
    ]);
    expect(ingress[1]?.because).toEqual([
      'No manifest declares namespace shop, so whether it has the label "team" is unknown.',
    ]);
  });

  test('the numbers of ports that new pods give a name', () => {
    const rule = policy(
      'shop',
      'podSelector: {}\npolicyTypes: [Egress]\negress: [{ports: [{port: web}, {port: 53, protocol: UDP}]}]',
    );
    expect(exposed([SHOP, API, rule]).out).toEqual([
      'any pod in any namespace: UDP 53 + its TCP port named web',
    ]);
  });

  test('open by a name alone, with the rule that says so', () => {
    const rule = policy(
      'shop',
      'podSelector: {}\npolicyTypes: [Egress]\negress: [{to: [{namespaceSelector: {}}], ports: [{port: web}]}]',
    );
    const { out, egress, places } = exposed([SHOP, API, rule]);
    expect(out).toEqual(['any pod in any namespace: its TCP port named web']);
    expect(egress[0]?.reasons.map(({ kind }) => kind)).toEqual(['rule']);
    expect(places(egress[0])).toEqual(['{namespaceSelector: {}}']);
  });
});

describe('policies of administrators', () => {
  const admin = (name: string, priority: number, spec: string) =>
    `apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: ${name}}
spec: {priority: ${priority}, subject: {namespaces: {}}, ${spec}}`;
  const from = (labels: string) => `from: [{namespaces: {matchLabels: {${labels}}}}]`;

  test('a deny before an open rule takes its pods out', () => {
    const deny = admin('no-lab', 10, `ingress: [{action: Deny, ${from('team: lab')}}]`);
    const { in: incoming } = exposed([SHOP, API, deny]);
    expect(incoming).toEqual(['any pod in a namespace not labelled team=lab: all ports']);
  });

  test('an allow before a deny of the namespace lets its pods in, and is where the line leads', () => {
    const allow = admin(
      'scrape',
      10,
      `ingress: [{action: Allow, ${from('team: ops')}, ports: [{portNumber: {port: 9090, protocol: TCP}}]}]`,
    );
    const shut = policy('shop/shut', 'podSelector: {}\npolicyTypes: [Ingress]');
    const { in: incoming, ingress } = exposed([SHOP, API, allow, shut]);
    expect(incoming).toEqual(['any pod in a namespace labelled team=ops: TCP 9090']);
    expect(ingress[0]?.reasons).toMatchObject([
      { kind: 'rule', end: 'workload', policy: 'scrape', rule: 0 },
    ]);
  });

  test('a pass leaves it to the namespace', () => {
    const pass = admin(
      'pass-ops',
      5,
      `ingress: [{action: Pass, ${from('team: ops')}}, {action: Deny, from: [{namespaces: {}}]}]`,
    );
    expect(exposed([SHOP, API, pass]).in).toEqual([
      'any pod in a namespace labelled team=ops: all ports',
    ]);
  });
});

test('a line that lets through less says who stops it', () => {
  const shut = policy('ops/shut', 'podSelector: {matchLabels: {app: x}}\npolicyTypes: [Egress]');
  const { ingress } = exposed([SHOP, OPS, API, shut]);
  // In words: any pod, but not those labelled app=x in ops.
  expect(ingress.map(inWords)).toEqual([
    EVERYBODY,
    'a pod labelled app=x in namespace ops: nothing',
  ]);
  expect(ingress.map(({ isLess }) => isLess)).toEqual([false, true]);
  expect(ingress[1]?.reasons).toMatchObject([
    { kind: 'stopped', end: 'new-pod', direction: 'egress', policy: 'ops/shut', rule: null },
  ]);
});

test('what a new pod without labels has to do with the workloads', () => {
  const { cluster, assumptions } = outcomeOf([
    SHOP,
    OPS,
    API,
    pod('ops/tool', 'app: tool'),
    policy(
      'shop/own',
      'podSelector: {}\ningress: [{from: [{podSelector: {}}], ports: [{port: 80}]}]',
    ),
    policy('ops/shut', 'podSelector: {}\npolicyTypes: [Egress]'),
  ]);
  const told = newPodsOf(cluster, assumptions, ['ops', 'shop']).map(
    ({ namespace: name, reaches, reachedBy }) => ({
      name,
      reaches: reaches.map(({ workload, allowed }) => `${workload} ${portsText(allowed)}`),
      reachedBy: reachedBy.map(({ workload, allowed }) => `${workload} ${portsText(allowed)}`),
    }),
  );
  expect(told).toEqual([
    // Who is in neither namespace reaches ops, which lets everybody in, and is reached by shop.
    { name: null, reaches: ['ops/tool[Pod] all ports'], reachedBy: ['shop/api[Pod] all ports'] },
    { name: 'ops', reaches: [], reachedBy: ['shop/api[Pod] all ports'] },
    {
      name: 'shop',
      reaches: ['ops/tool[Pod] all ports', 'shop/api[Pod] TCP 80'],
      reachedBy: ['shop/api[Pod] TCP 80'],
    },
  ]);
});

describe('what a line says of many namespaces', () => {
  const CLIENTS = 'a pod labelled role=client in a namespace not labelled env=prod: all ports';
  const rule = policy(
    'shop',
    'podSelector: {}\ningress: [{from: [{namespaceSelector: {matchExpressions: [{key: env, operator: NotIn, values: [prod]}]}, podSelector: {matchLabels: {role: client}}}]}]',
  );

  test('1.2 leaves out those that the rule leaves out', () => {
    expect(exposed([SHOP, API, rule]).in).toEqual([CLIENTS]);
  });

  test('1.2 also where they are in the input', () => {
    const prod = namespace('live', 'env: prod');
    expect(exposed([SHOP, prod, API, rule]).in).toEqual([CLIENTS]);
  });
});
