// Policies of other makers: which workloads they may concern, and how it is said (SEMANTICS 0.6, 7, D16, T63).
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/core/index.ts';
import { calicoRequirements } from '../../../src/core/manifests/calico-selector.ts';
import { mayConcern } from '../../../src/core/model/foreign-policy.ts';

const pod = (namespace: string, name: string, labels: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {namespace: ${namespace}, name: ${name}, labels: {${labels}}}\nspec: {containers: []}\n`;

const PODS = [
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {team: a}}\n',
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: tools}\n',
  pod('shop', 'web', 'app: web'),
  pod('shop', 'db', 'app: db, tier: data'),
  pod('tools', 'web', 'app: web'),
];

function asked(...documents: readonly string[]) {
  const files = [{ name: 'a.yaml', text: [...PODS, ...documents].join('---\n') }];
  const { cluster, foreign, findings } = analyze(files);
  return {
    foreign,
    findings,
    policies: cluster.policies.length + cluster.adminPolicies.length,
    concerned: cluster.workloads
      .filter((workload) => foreign.policies.some((policy) => mayConcern(policy, workload)))
      .map(({ namespace, name }) => `${namespace}/${name}`),
  };
}

function object(apiVersion: string, kind: string, namespace: string, body: string): string {
  const place = namespace === '' ? '' : `, namespace: ${namespace}`;
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: p${place}}\n${body}\n`;
}

const ALL = ['shop/db', 'shop/web', 'tools/web'];
const SHOP = ['shop/db', 'shop/web'];

describe('whom a policy of another maker may concern', () => {
  test.each([
    [
      'cilium.io/v2',
      'CiliumNetworkPolicy',
      'shop',
      'spec: {endpointSelector: {matchLabels: {app: web}}}',
      ['shop/web'],
    ],
    [
      'cilium.io/v2',
      'CiliumNetworkPolicy',
      'shop',
      'spec: {endpointSelector: {matchLabels: {"k8s:app": web}}}',
      ['shop/web'],
    ],
    [
      'cilium.io/v2',
      'CiliumNetworkPolicy',
      'shop',
      'spec: {endpointSelector: {matchLabels: {"reserved:host": ""}}}',
      SHOP,
    ],
    [
      'cilium.io/v2',
      'CiliumNetworkPolicy',
      'shop',
      'specs: [{endpointSelector: {matchLabels: {app: web}}}, {endpointSelector: {matchLabels: {app: db}}}]',
      SHOP,
    ],
    [
      'cilium.io/v2',
      'CiliumClusterwideNetworkPolicy',
      '',
      'spec: {endpointSelector: {matchLabels: {app: web}}}',
      ['shop/web', 'tools/web'],
    ],
    [
      'cilium.io/v2',
      'CiliumClusterwideNetworkPolicy',
      '',
      'spec: {endpointSelector: {matchLabels: {"k8s:io.kubernetes.pod.namespace": tools}}}',
      ['tools/web'],
    ],
    ['cilium.io/v2', 'CiliumClusterwideNetworkPolicy', '', 'spec: {nodeSelector: {}}', ALL],
    [
      'projectcalico.org/v3',
      'NetworkPolicy',
      'shop',
      `spec: {selector: "app == 'web'"}`,
      ['shop/web'],
    ],
    ['projectcalico.org/v3', 'NetworkPolicy', 'shop', 'spec: {selector: all()}', SHOP],
    [
      'projectcalico.org/v3',
      'NetworkPolicy',
      'shop',
      `spec: {selector: "app == 'web' || has(tier)"}`,
      SHOP,
    ],
    [
      'crd.projectcalico.org/v1',
      'GlobalNetworkPolicy',
      '',
      `spec: {selector: "!has(tier)"}`,
      ['shop/web', 'tools/web'],
    ],
    [
      'crd.projectcalico.org/v1',
      'GlobalNetworkPolicy',
      '',
      `spec: {namespaceSelector: "team == 'a'"}`,
      SHOP,
    ],
    [
      'security.istio.io/v1',
      'AuthorizationPolicy',
      'shop',
      'spec: {selector: {matchLabels: {app: db}}}',
      ['shop/db'],
    ],
    ['security.istio.io/v1', 'AuthorizationPolicy', 'shop', 'spec: {}', SHOP],
    [
      'security.istio.io/v1beta1',
      'PeerAuthentication',
      'istio-system',
      'spec: {mtls: {mode: STRICT}}',
      ALL,
    ],
    [
      'crd.antrea.io/v1beta1',
      'NetworkPolicy',
      'shop',
      'spec: {appliedTo: [{podSelector: {matchLabels: {app: web}}}]}',
      ['shop/web'],
    ],
    [
      'crd.antrea.io/v1beta1',
      'ClusterNetworkPolicy',
      '',
      'spec: {appliedTo: [{namespaceSelector: {matchLabels: {team: a}}}]}',
      SHOP,
    ],
    [
      'crd.antrea.io/v1beta1',
      'ClusterNetworkPolicy',
      '',
      'spec: {ingress: [{appliedTo: []}]}',
      ALL,
    ],
    [
      'k8s.cni.cncf.io/v1beta1',
      'MultiNetworkPolicy',
      'tools',
      'spec: {podSelector: {matchLabels: {app: web}}}',
      ['tools/web'],
    ],
    ['k8s.ovn.org/v1', 'EgressFirewall', 'shop', 'spec: {egress: []}', SHOP],
    [
      'network.openshift.io/v1',
      'EgressNetworkPolicy',
      'tools',
      'spec: {egress: []}',
      ['tools/web'],
    ],
    ['example.org/v1', 'TenantNetworkPolicy', '', 'spec: {}', ALL],
    ['cilium.io/v2', 'CiliumNetworkPolicy', 'elsewhere', 'spec: {}', []],
  ])('%s %s in "%s": %s', (apiVersion, kind, namespace, body, concerned) => {
    const outcome = asked(object(apiVersion, kind, namespace, body));
    expect(outcome.concerned).toEqual(concerned);
    expect(outcome.foreign.workloads).toBe(concerned.length);
    // Never evaluated as something else (T63).
    expect(outcome.policies).toBe(0);
    expect(outcome.findings.map(({ rule, level }) => `${level} ${rule}`)).toEqual([
      'warning policy-not-computed',
    ]);
  });

  test.each([
    ['projectcalico.org/v3', 'StagedNetworkPolicy'],
    ['projectcalico.org/v3', 'NetworkSet'],
    ['cilium.io/v2', 'CiliumIdentity'],
    ['security.istio.io/v1', 'Telemetry'],
  ])('%s %s is no policy', (apiVersion, kind) => {
    const { foreign, findings } = asked(object(apiVersion, kind, 'shop', 'spec: {}'));
    expect(foreign.policies).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual(['kind-not-read']);
  });
});

test('policies of one kind are said together, with whose verdicts could differ', () => {
  const cilium = (name: string, app: string) =>
    object(
      'cilium.io/v2',
      'CiliumNetworkPolicy',
      'shop',
      `spec: {endpointSelector: {matchLabels: {app: ${app}}}}`,
    ).replace('name: p', `name: ${name}`);
  const { findings, foreign } = asked(cilium('one', 'web'), cilium('two', 'web'));
  expect(foreign.workloads).toBe(1);
  expect(findings.map(({ message }) => message)).toEqual([
    '2 CiliumNetworkPolicy (cilium.io/v2) objects are not computed: where Cilium enforces this kind, the verdicts of one workload could differ: shop/web[Pod].',
  ]);
});

test('one that stands twice counts once', () => {
  const policy = object('cilium.io/v2', 'CiliumNetworkPolicy', 'shop', 'spec: {}');
  const { foreign, findings } = asked(policy, policy);
  expect(foreign.policies.length).toBe(1);
  expect(findings.map(({ rule }) => rule)).toContain('duplicate-object');
});

describe("Calico's expressions", () => {
  const requirement = (key: string, operator: string, ...values: string[]) => ({
    key,
    operator,
    values,
  });
  test.each([
    ['', []],
    ['all()', []],
    [`app == "web"`, [requirement('app', 'In', 'web')]],
    [`app = 'web'`, [requirement('app', 'In', 'web')]],
    [`app != 'web'`, [requirement('app', 'NotIn', 'web')]],
    [`app in { 'a', "b" }`, [requirement('app', 'In', 'a', 'b')]],
    [`app not in {'a'}`, [requirement('app', 'NotIn', 'a')]],
    ['has(example.org/tier)', [requirement('example.org/tier', 'Exists')]],
    ['!has(tier)', [requirement('tier', 'DoesNotExist')]],
    [`has(a) && b == 'c'`, [requirement('a', 'Exists'), requirement('b', 'In', 'c')]],
    // What is not understood narrows nothing.
    [`a == 'b' || c == 'd'`, []],
    [`a starts with 'b' && has(c)`, [requirement('c', 'Exists')]],
    [`(a == 'b') && has(c)`, []],
    [`!(a == 'b' && has(c) && has(d))`, []],
  ])('%s', (expression, requirements) => {
    expect(calicoRequirements(expression)).toEqual(requirements);
  });
});
