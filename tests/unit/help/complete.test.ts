// What is offered at a cursor, shown as |, and what accepting it makes of the text.
import { describe, expect, it } from 'vitest';
import { complete } from '../../../src/core/help/complete.ts';
import { cursorIn, shopCluster } from './cluster.ts';

const cluster = shopCluster();

function offered(marked: string) {
  const { text, at } = cursorIn(marked);
  return { text, ...complete(text, at, cluster) };
}

function labels(marked: string): readonly string[] {
  return offered(marked).items.map(({ label }) => label);
}

/** The text once that one is accepted; places for the cursor in it are left as they are. */
function accept(marked: string, label: string): string {
  const { text, items, replace } = offered(marked);
  const item = items.find((one) => one.label === label);
  if (item === undefined) throw new Error(`no ${label} among ${items.map((one) => one.label)}`);
  return text.slice(0, replace.start) + item.insert + text.slice(replace.end);
}

const POLICY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: one
  namespace: shop
spec:
`;

const policy = (spec: string) => POLICY + spec;

const INGRESS = policy(`  podSelector:
    matchLabels:
      app: api
  ingress:
`);

const EGRESS = policy(`  podSelector: {}
  egress:
`);

const APPS = ['api', 'web'];

/** What stands at the cursor, and all that is offered there, in its order. */
const OFFERS: readonly (readonly [what: string, marked: string, expected: readonly string[]])[] = [
  ['keys of pods', policy('  podSelector:\n    matchLabels:\n      |'), ['app', 'tier', 'version']],
  [
    'a key half written',
    policy('  podSelector:\n    matchLabels:\n      ti|'),
    ['app', 'tier', 'version'],
  ],
  ['no key twice', policy('  podSelector:\n    matchLabels:\n      app: web\n      |'), ['tier']],
  [
    'keys that the others leave',
    policy('  podSelector:\n    matchLabels:\n      app: api\n      |'),
    ['tier', 'version'],
  ],
  [
    'keys before others',
    policy('  podSelector:\n    matchLabels:\n      |\n      app: api\n'),
    ['tier', 'version'],
  ],
  [
    'the key itself is offered',
    policy('  podSelector:\n    matchLabels:\n      a|pp: api\n'),
    ['app', 'tier', 'version'],
  ],
  ['values', policy('  podSelector:\n    matchLabels:\n      app: |'), APPS],
  ['a value half written', policy('  podSelector:\n    matchLabels:\n      app: w|'), APPS],
  [
    'a value in the middle',
    policy('  podSelector:\n    matchLabels:\n      app: w|eb\n      tier: front\n'),
    ['web'],
  ],
  ['values right behind the colon', policy('  podSelector:\n    matchLabels:\n      app:|'), APPS],
  [
    'values that the others leave',
    policy('  podSelector:\n    matchLabels:\n      tier: back\n      app: |'),
    ['api'],
  ],
  [
    'all values where nothing is left',
    policy('  podSelector:\n    matchLabels:\n      tier: none\n      app: |'),
    APPS,
  ],
  ['values of a quoted text', policy('  podSelector:\n    matchLabels:\n      app: "|"'), APPS],
  [
    'values of a quote that is open',
    policy('  podSelector:\n    matchLabels:\n      app: "we|\n'),
    APPS,
  ],
  [
    'values before a comment',
    policy('  podSelector:\n    matchLabels:\n      app: | # which\n'),
    APPS,
  ],
  ['nothing in a comment', policy('  podSelector:\n    matchLabels:\n      app: # wh|\n'), []],
  ['values in braces', policy('  podSelector: {matchLabels: {app: |}}'), APPS],
  ['keys in braces', policy('  podSelector: {matchLabels: {|}}'), ['app', 'tier', 'version']],
  [
    'keys in braces that are open',
    policy('  podSelector: {matchLabels: {t|\n'),
    ['app', 'tier', 'version'],
  ],
  [
    'the key of an expression',
    policy('  podSelector:\n    matchExpressions:\n      - key: |'),
    ['app', 'tier', 'version'],
  ],
  [
    'the key of an expression beside labels',
    policy(
      '  podSelector:\n    matchLabels:\n      app: web\n    matchExpressions:\n      - key: t|',
    ),
    ['app', 'tier'],
  ],
  [
    'values of an expression in brackets',
    policy(
      '  podSelector:\n    matchExpressions:\n      - key: tier\n        operator: In\n        values: [|]',
    ),
    ['back', 'front'],
  ],
  [
    'more values in brackets',
    policy(
      '  podSelector:\n    matchExpressions:\n      - key: tier\n        operator: In\n        values: [back, f|]',
    ),
    ['back', 'front'],
  ],
  [
    'values of an expression behind a dash',
    policy(
      '  podSelector:\n    matchExpressions:\n      - key: tier\n        operator: In\n        values:\n          - |',
    ),
    ['back', 'front'],
  ],
  [
    'values of an expression before the dash',
    policy(
      '  podSelector:\n    matchExpressions:\n      - key: tier\n        operator: In\n        values:\n          |',
    ),
    ['back', 'front'],
  ],
  [
    'values although the key comes after',
    policy('  podSelector:\n    matchExpressions:\n      - values: [|]\n        key: tier\n'),
    ['back', 'front'],
  ],
  [
    'pods of the own namespace',
    `${INGRESS}    - from:\n        - podSelector:\n            matchLabels:\n              app: |`,
    APPS,
  ],
  [
    'pods of the namespaces beside',
    `${INGRESS}    - from:\n        - namespaceSelector:\n            matchLabels:\n              team: ops\n          podSelector:\n            matchLabels:\n              app: |`,
    ['prometheus'],
  ],
  [
    'pods of the namespaces below',
    `${INGRESS}    - from:\n        - podSelector:\n            matchLabels:\n              |\n          namespaceSelector:\n            matchLabels:\n              team: ops\n`,
    ['app', 'role'],
  ],
  [
    'pods of every namespace',
    `${INGRESS}    - from:\n        - namespaceSelector: {}\n          podSelector:\n            matchLabels:\n              app: |`,
    ['api', 'prometheus', 'web'],
  ],
  [
    'pods of an item in another',
    `${INGRESS}    - from:\n        - namespaceSelector: {}\n        - podSelector:\n            matchLabels:\n              app: |`,
    APPS,
  ],
  [
    'keys of namespaces',
    `${INGRESS}    - from:\n        - namespaceSelector:\n            matchLabels:\n              |`,
    ['kubernetes.io/metadata.name', 'team', 'stage'],
  ],
  [
    'values of namespaces',
    `${INGRESS}    - from:\n        - namespaceSelector:\n            matchLabels:\n              team: |`,
    ['ops', 'sales'],
  ],
  [
    'names of namespaces as a label',
    `${INGRESS}    - from:\n        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: |`,
    ['monitoring', 'shop'],
  ],
  [
    'namespaces',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  namespace: |',
    ['monitoring', 'shop'],
  ],
  [
    'namespaces although the rest is broken',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: [a\n  namespace: m|\nspec: {',
    ['monitoring', 'shop'],
  ],
  [
    'ports of the pods a policy selects',
    `${INGRESS}    - ports:\n        - port: |`,
    ['grpc', 'stats', '9090', '9102'],
  ],
  [
    'ports of one protocol',
    `${INGRESS}    - ports:\n        - protocol: UDP\n          port: |`,
    [],
  ],
  [
    'ports of the peers of egress',
    `${EGRESS}    - to:\n        - podSelector:\n            matchLabels:\n              app: web\n      ports:\n        - port: |`,
    ['http', '8080'],
  ],
  [
    'ports of peers elsewhere',
    `${EGRESS}    - to:\n        - namespaceSelector:\n            matchLabels:\n              team: ops\n      ports:\n        - port: |`,
    ['dns', '53'],
  ],
  [
    'ports of all pods',
    `${EGRESS}    - ports:\n        - port: |`,
    ['dns', 'grpc', 'stats', 'http', '53', '8080', '9090', '9102'],
  ],
  [
    'the ends of ranges are numbers',
    `${INGRESS}    - ports:\n        - port: 9000\n          endPort: |`,
    ['9090', '9102'],
  ],
  [
    'the labels a Service selects by',
    'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop}\nspec:\n  selector:\n    app: |',
    APPS,
  ],
  [
    'the keys a Service selects by',
    'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop}\nspec:\n  selector:\n    app: web\n    |',
    ['tier'],
  ],
  [
    'the pod ports of a Service',
    'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop}\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n      targetPort: |',
    ['http', '8080'],
  ],
  [
    'the labels of the own template',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  selector:\n    matchLabels:\n      |\n  template:\n    metadata:\n      labels:\n        own: label\n',
    ['own'],
  ],
  [
    'labels that other pods have',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels:\n    tier: |',
    ['back', 'front'],
  ],
  [
    'the Service of an Ingress',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a, namespace: shop}\nspec:\n  defaultBackend:\n    service:\n      name: |',
    ['web'],
  ],
  [
    'the port of its Service',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a, namespace: shop}\nspec:\n  defaultBackend:\n    service:\n      name: web\n      port:\n        number: |',
    ['80'],
  ],
  ['versions of a kind', 'apiVersion: |\nkind: NetworkPolicy\n', ['networking.k8s.io/v1']],
  [
    'in JSON',
    '{"kind": "NetworkPolicy", "metadata": {"namespace": "shop"}, "spec": {"podSelector": {"matchLabels": {"app": "|"}}}}',
    APPS,
  ],
  [
    'in JSON that breaks off',
    '{"kind": "NetworkPolicy", "metadata": {"namespace": "shop"}, "spec": {"podSelector": {"matchLabels": {"|',
    ['app', 'tier', 'version'],
  ],
  [
    'in an item of a list',
    'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: networking.k8s.io/v1\n    kind: NetworkPolicy\n    metadata:\n      namespace: shop\n    spec:\n      podSelector:\n        matchLabels:\n          app: |',
    APPS,
  ],
  [
    'in the second document, the first being broken',
    `a: [\n---\n${policy('  podSelector:\n    matchLabels:\n      app: |')}`,
    APPS,
  ],
  [
    'in a document before another',
    `${policy('  podSelector:\n    matchLabels:\n      app: |\n')}---\nkind: Pod\n`,
    APPS,
  ],
  [
    'with the other line end',
    policy('  podSelector:\n    matchLabels:\n      app: |\n').replaceAll('\n', '\r\n'),
    APPS,
  ],
  [
    'nothing within a text of many lines',
    'kind: ConfigMap\ndata:\n  a: |\n    |\n    b\n'.replace('a: |', 'a: >'),
    [],
  ],
];

describe('completion', () => {
  it.each(OFFERS)('offers %s', (_, marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  it('begins a document with kinds and whole objects', () => {
    expect(labels('|')).toEqual(
      expect.arrayContaining(['apiVersion', 'kind', 'Deny all traffic', 'Allow DNS']),
    );
    expect(labels('kind: Pod\n---\n|\n')).toContain('Deny all traffic');
    expect(labels('kind: |')).toEqual(expect.arrayContaining(['NetworkPolicy', 'Deployment']));
  });

  it('speaks of nothing but the structure where there is no cluster yet', () => {
    const nothing = {
      namespaces: new Map(),
      workloads: [],
      policies: [],
      services: [],
    } as unknown as typeof cluster;
    const { text, at } = cursorIn(policy('  podSelector:\n    matchLabels:\n      |'));
    expect(complete(text, at, nothing).items).toEqual([]);
  });
});

/** What is accepted, and the line or lines at the end that it makes. */
const ACCEPTED: readonly (readonly [what: string, marked: string, label: string, end: string])[] = [
  ['a value', policy('  podSelector:\n    matchLabels:\n      app: w|'), 'api', '\n      app: api'],
  [
    'a value behind a colon',
    policy('  podSelector:\n    matchLabels:\n      app:|'),
    'api',
    '\n      app: api',
  ],
  [
    'a value in quotes',
    policy('  podSelector:\n    matchLabels:\n      app: "w|eb"'),
    'api',
    '\n      app: "api"',
  ],
  [
    'a value that would be a number',
    policy('  podSelector:\n    matchLabels:\n      version: |'),
    '1',
    '\n      version: "1"',
  ],
  [
    'a key whose value is plain',
    policy('  podSelector:\n    matchLabels:\n      app: api\n      v|'),
    'version',
    '\n      version: "1"',
  ],
  [
    'a key with several values',
    policy('  podSelector:\n    matchLabels:\n      t|'),
    'tier',
    '\n      tier: ',
  ],
  [
    'another key, its value kept',
    policy('  podSelector:\n    matchLabels:\n      ap|p: web'),
    'tier',
    '\n      tier: web',
  ],
  [
    'an item of a list to be',
    policy(
      '  podSelector:\n    matchExpressions:\n      - key: tier\n        operator: In\n        values:\n          |',
    ),
    'back',
    '\n        values:\n          - back',
  ],
  [
    'a port with its protocol',
    `${EGRESS}    - ports:\n        - port: |`,
    '53',
    '\n        - port: 53\n          protocol: UDP',
  ],
  ['a port of TCP', `${INGRESS}    - ports:\n        - port: |`, 'grpc', '\n        - port: grpc'],
  [
    'a namespace behind a dash',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  namespace:   s|',
    'shop',
    '\n  namespace:   shop',
  ],
  [
    'a key of JSON',
    '{"kind": "NetworkPolicy", "metadata": {"namespace": "shop"}, "spec": {"podSelector": {"matchLabels": {|',
    'tier',
    '"matchLabels": {"tier": ',
  ],
];

describe('accepting', () => {
  it.each(ACCEPTED)('writes %s', (_, marked, label, end) => {
    expect(accept(marked, label).slice(-end.length)).toBe(end);
  });

  it('writes whole objects that are read without a finding', async () => {
    const { analyze } = await import('../../../src/core/index.ts');
    const { items } = offered('|');
    const objects = items.filter(({ kind }) => kind === 'object');
    expect(objects.length).toBeGreaterThan(8);
    for (const { insert } of objects) {
      const text = insert.replace(/\$\{[0-9]+:([^}]*)\}/g, '$1');
      expect(analyze([{ name: 'a.yaml', text }]).findings).toEqual([]);
    }
  });
});
