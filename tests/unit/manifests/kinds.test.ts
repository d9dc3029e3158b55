// Which objects are read, by group and kind, and what is said of the others (SEMANTICS 0.6, 5.6, 6.3).
import { describe, expect, test } from 'vitest';
import { read, withoutInfo } from './reading.ts';

const POD_SPEC = 'spec: {containers: [{name: main, image: main}]}';
const TEMPLATE = `template: {metadata: {labels: {app: a}}, ${POD_SPEC}}`;

function object(apiVersion: string, kind: string, spec = '{}'): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: o, namespace: x}\nspec: ${spec}\n`;
}

describe('read', () => {
  test.each([
    ['v1', 'Pod', '{containers: []}'],
    ['apps/v1', 'Deployment', `{${TEMPLATE}}`],
    ['apps/v1', 'ReplicaSet', `{${TEMPLATE}}`],
    ['apps/v1', 'StatefulSet', `{${TEMPLATE}}`],
    ['apps/v1', 'DaemonSet', `{${TEMPLATE}}`],
    ['v1', 'ReplicationController', `{${TEMPLATE}}`],
    ['batch/v1', 'Job', `{${TEMPLATE}}`],
    ['batch/v1', 'CronJob', `{jobTemplate: {spec: {${TEMPLATE}}}}`],
    [
      'kubevirt.io/v1',
      'VirtualMachine',
      '{template: {metadata: {labels: {app: a}}, spec: {domain: {}}}}',
    ],
    ['argoproj.io/v1alpha1', 'Rollout', `{${TEMPLATE}}`],
    ['apps.openshift.io/v1', 'DeploymentConfig', `{${TEMPLATE}}`],
  ])('%s %s', (apiVersion, kind, spec) => {
    const outcome = read(object(apiVersion, kind, spec));
    expect(outcome.workloadIds).toEqual([`x/o[${kind}]`]);
    expect(outcome.said).toEqual([]);
  });

  test('a Service and a Namespace', () => {
    const { cluster, said } = read(
      `${object('v1', 'Service', '{selector: {app: a}, ports: [{port: 80, targetPort: web}]}')}---\napiVersion: v1\nkind: Namespace\nmetadata: {name: z, labels: {team: b}}\n`,
    );
    expect(cluster.services[0]).toMatchObject({
      name: 'o',
      selector: new Map([['app', 'a']]),
      ports: [{ port: 80, targetPort: 'web', protocol: 'TCP' }],
    });
    expect(cluster.namespaces.get('z')?.labels.known.get('team')).toBe('b');
    expect(said).toEqual([]);
  });

  test('a workload of a version that is no longer served, with a warning', () => {
    const outcome = read(object('extensions/v1beta1', 'Deployment', `{${TEMPLATE}}`));
    expect(outcome.workloadIds).toEqual(['x/o[Deployment]']);
    expect(outcome.said).toEqual(['warning version-not-served 1:13']);
    expect(outcome.messages).toContain('apps/v1');
  });
});

describe('not read as ours', () => {
  test.each([
    [
      'projectcalico.org/v3',
      'NetworkPolicy',
      '{selector: all()}',
      'warning policy-not-computed 2:7',
    ],
    ['crd.antrea.io/v1alpha1', 'ClusterNetworkPolicy', '{}', 'warning policy-not-computed 2:7'],
    ['crd.antrea.io/v1beta1', 'NetworkPolicy', '{}', 'warning policy-not-computed 2:7'],
    ['cilium.io/v2', 'CiliumNetworkPolicy', '{}', 'warning policy-not-computed 2:7'],
    ['security.istio.io/v1', 'AuthorizationPolicy', '{}', 'warning policy-not-computed 2:7'],
    ['network.openshift.io/v1', 'EgressNetworkPolicy', '{}', 'warning policy-not-computed 2:7'],
    ['k8s.ovn.org/v1', 'EgressFirewall', '{}', 'warning policy-not-computed 2:7'],
    ['policy/v1', 'PodDisruptionBudget', '{}', 'info kind-not-read 2:7'],
    ['kyverno.io/v1', 'ClusterPolicy', '{}', 'info kind-not-read 2:7'],
    ['networking.istio.io/v1', 'Gateway', '{}', 'info kind-not-read 2:7'],
    ['networking.k8s.io/v1', 'ServiceCIDR', '{}', 'info kind-not-read 2:7'],
    ['v1', 'ConfigMap', '{}', 'info kind-not-read 2:7'],
    ['serving.knative.dev/v1', 'Service', `{${TEMPLATE}}`, 'warning pods-not-read 2:7'],
    [
      'kubevirt.io/v1',
      'VirtualMachineInstanceReplicaSet',
      '{template: {spec: {domain: {}}}}',
      'warning pods-not-read 2:7',
    ],
    [
      'bitnami.com/v1alpha1',
      'SealedSecret',
      '{template: {metadata: {name: s}}}',
      'info kind-not-read 2:7',
    ],
    ['v1', 'List', '{}', 'info kind-not-read 2:7'],
  ])('%s %s', (apiVersion, kind, spec, said) => {
    const outcome = read(object(apiVersion, kind, spec));
    expect(outcome.said).toEqual([said]);
    expect(outcome.messages).toContain(apiVersion);
    expect(outcome.policyNames).toEqual([]);
    expect(outcome.workloadIds).toEqual([]);
    expect(outcome.cluster.services).toEqual([]);
  });

  test.each([
    ['v1', 'Deployment', 'apps/v1'],
    ['apps/v1', 'Pod', 'v1'],
    ['core/v1', 'Service', 'v1'],
    ['batch/v1', 'StatefulSet', 'apps/v1'],
    ['v1', 'DeploymentConfig2', null],
    ['apps/v1', 'DeploymentConfig', 'apps.openshift.io/v1'],
  ])('%s has no %s', (apiVersion, kind, right) => {
    const outcome = read(object(apiVersion, kind, `{${TEMPLATE}}`));
    expect(outcome.workloadIds).toEqual([]);
    if (right === null) {
      expect(outcome.said).toEqual(['warning pods-not-read 2:7']);
    } else {
      expect(outcome.said).toEqual(['error wrong-group 1:13']);
      expect(outcome.messages).toContain(`apiVersion: ${right}`);
    }
  });

  test('is said once a kind, with the number of its objects', () => {
    const outcome = read(
      [
        object('v1', 'ConfigMap'),
        object('v1', 'Secret'),
        object('v1', 'ConfigMap'),
        object('v1', 'ConfigMap'),
      ].join('---\n'),
    );
    expect(outcome.said).toEqual(['info kind-not-read 2:7', 'info kind-not-read 7:7']);
    expect(outcome.messages).toMatch(/^3 ConfigMap/m);
    expect(outcome.messages).toMatch(/^1 Secret/m);
  });
});

describe('no object', () => {
  test.each([
    ['a text', 'hello\n', 'error not-an-object 1:1'],
    ['a list', '- a: 1\n', 'error not-an-object 1:1'],
    ['no kind', 'apiVersion: v1\nmetadata: {name: a}\n', 'error not-an-object 1:1'],
    ['no apiVersion', '\nkind: Pod\nmetadata: {name: a}\n', 'error not-an-object 2:1'],
    ['a kind that is no text', 'apiVersion: v1\nkind: [Pod]\n', 'error not-an-object 1:1'],
    ['a number as apiVersion', 'apiVersion: 1\nkind: Pod\n', 'error not-an-object 1:1'],
  ])('%s', (_, text, said) => {
    expect(read(text).said).toEqual([said]);
  });

  test('a template that was not rendered is said to be one', () => {
    expect(read('kind: {{ .Values.kind }}\n').messages).toContain('helm template');
    const named = read(
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: {{ .Release }}}\n',
    );
    expect(named.messages).toContain('helm template');
    expect(read('{{- if .Values.on }}\na: 1\n{{- end }}\n').messages).toContain('helm template');
    expect(read('a:\n\tb: 1\n').messages).toContain('spaces');
  });
});

describe('lists', () => {
  const item = (name: string, more = '') =>
    `{${more}metadata: {name: ${name}, namespace: x}, spec: {containers: []}}`;
  const POD = 'apiVersion: v1, kind: Pod, ';

  test('of any kinds, items that are null left out', () => {
    const outcome = read(
      `apiVersion: v1\nkind: List\nmetadata: {resourceVersion: ""}\nitems:\n- ${item('a', POD)}\n-\n- ${item('b', POD)}\n- ~\n`,
    );
    expect(outcome.workloadIds).toEqual(['x/a[Pod]', 'x/b[Pod]']);
    expect(outcome.said).toEqual([]);
  });

  test('an item of a List without a kind is told', () => {
    const text = `apiVersion: v1\nkind: List\nitems:\n- ${item('a', POD)}\n- ${item('b')}\n- text\n`;
    const outcome = read(text);
    expect(outcome.workloadIds).toEqual(['x/a[Pod]']);
    expect(outcome.said).toEqual(['error not-an-object 5:3', 'error not-an-object 6:3']);
  });

  test('of one kind need not say it again', () => {
    const pods = read(`apiVersion: v1\nkind: PodList\nitems: [${item('a')}, ${item('b', POD)}]\n`);
    expect(pods.workloadIds).toEqual(['x/a[Pod]', 'x/b[Pod]']);
    expect(pods.said).toEqual([]);
    const deployments = read(
      `apiVersion: apps/v1\nkind: DeploymentList\nitems: [{metadata: {name: a, namespace: x}, spec: {${TEMPLATE}}}]\n`,
    );
    expect(deployments.workloadIds).toEqual(['x/a[Deployment]']);
    const policies = read(
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicyList\nitems:\n- metadata: {name: a, namespace: x}\n- metadata: {name: b, namespace: x}\n  spec: {podSelectors: {}}\n',
    );
    expect(policies.policyNames).toEqual(['a']);
    expect(policies.said).toEqual(['error unknown-field 6:10']);
    expect(policies.messages).toContain('left out');
  });

  test('of a group that is not ours are not ours either', () => {
    const outcome = read(
      'apiVersion: projectcalico.org/v3\nkind: NetworkPolicyList\nitems: [{metadata: {name: a}}, {metadata: {name: b}}]\n',
    );
    expect(outcome.policyNames).toEqual([]);
    expect(outcome.messages).toMatch(/^2 NetworkPolicy/);
  });

  test('in a list are read, deeper ones are told', () => {
    const list = (inner: string) => `{apiVersion: v1, kind: List, items: [${inner}]}`;
    expect(read(list(list(item('a', POD)))).workloadIds).toEqual(['x/a[Pod]']);
    const deep = read(list(list(list(item('a', POD)))));
    expect(deep.workloadIds).toEqual([]);
    expect(deep.said.map((finding) => finding.split(' ')[1])).toEqual(['kind-not-read']);
  });

  test.each(['items: ~', 'items: []'])('with %s are empty', (items) => {
    expect(read(`apiVersion: v1\nkind: PodList\n${items}\n`).said).toEqual([]);
  });

  test('whose items are no list are told', () => {
    expect(read('apiVersion: v1\nkind: PodList\nitems: none\n').said).toEqual([
      'error wrong-type 3:8',
    ]);
  });

  test('whose items stand twice are told: the first ones are lost', () => {
    const outcome = read(
      `apiVersion: v1\nkind: List\nitems: [${item('a', POD)}]\nitems: [${item('b', POD)}]\n`,
    );
    expect(outcome.workloadIds).toEqual(['x/b[Pod]']);
    expect(outcome.said).toEqual(['error duplicate-field 4:1']);
  });

  test('refuse only the policy that is wrong, wherever its mistake stands', () => {
    const policy = (name: string, more: string) =>
      `- {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: ${name}, namespace: x}${more}}\n`;
    const many = Array.from({ length: 150 }, (_, at) => `  k${at}: {a: 1, a: 2}\n`).join('');
    const outcome = read(
      `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: c}\n${many}${policy('a', '')}${policy('b', ', spec: {}, spec: {}')}${policy('c', '')}`,
    );
    expect(outcome.policyNames).toEqual(['a', 'c']);
    expect(withoutInfo(outcome)).toEqual(['error duplicate-field 158:104']);
  });
});

test('JSON is read as YAML is', () => {
  const value = {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'x' }, spec: {} },
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'p', namespace: 'x' },
        spec: { podSelector: {}, policyTypes: ['Ingress'], ingres: [] },
      },
    ],
  };
  for (const indent of [0, 2, '\t']) {
    const outcome = read(JSON.stringify(value, null, indent));
    expect(outcome.workloadIds).toEqual(['x/a[Pod]']);
    expect(outcome.messages).toContain('"ingress"');
  }
});

describe('names', () => {
  test('that no server takes are told, and the workload is drawn all the same', () => {
    const outcome = read(
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: My_Pod\n  namespace: x/y\nspec: {}\n',
    );
    expect(outcome.workloadIds).toEqual(['x/y/My_Pod[Pod]']);
    expect(outcome.said).toEqual(['warning invalid-name 4:9', 'warning invalid-name 5:14']);
  });

  test('that are missing or empty leave the object out', () => {
    for (const metadata of ['', 'metadata:\n', 'metadata: {name: ""}\n', 'metadata: {name: }\n']) {
      const outcome = read(`apiVersion: v1\nkind: Pod\n${metadata}`);
      expect(outcome.workloadIds).toEqual([]);
      expect(outcome.said).toEqual(['error missing-name 2:1']);
    }
  });

  test('an empty namespace is a missing one', () => {
    const outcome = read('apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: ""}\n');
    expect(outcome.workloadIds).toEqual(['default/a[Pod]']);
    expect(outcome.said).toEqual(['info assumed-namespace 3:18']);
  });
});

describe('workloads are read as far as they make sense', () => {
  test.each([
    ['a text as replicas', 'replicas: "3"', 1, 'error wrong-type'],
    ['half a replica', 'replicas: 1.5', 1, 'error wrong-type'],
    ['fewer replicas than none', 'replicas: -1', 1, 'error wrong-type'],
    ['more replicas than 32 bits', 'replicas: 99999999999', 1, 'error wrong-type'],
    ['no replicas', 'replicas: 0', 0, null],
    ['null replicas', 'replicas:', 1, null],
  ])('%s', (_, field, replicas, said) => {
    const outcome = read(object('apps/v1', 'Deployment', `\n  ${TEMPLATE}\n  ${field}`));
    expect(outcome.cluster.workloads[0]?.replicas).toBe(replicas);
    const place = said === null ? [] : [`${said} 6:13`];
    expect(outcome.said).toEqual(place);
  });

  test('a workload without a template has no labels, and says so', () => {
    const outcome = read(object('apps/v1', 'Deployment', '{replicas: 2}'));
    expect(outcome.workloadIds).toEqual(['x/o[Deployment]']);
    expect(outcome.said).toEqual(['error missing-template 4:1']);
    expect(outcome.messages).toContain('spec.template');
  });

  test('a wrong port is left out, the others stay', () => {
    const outcome = read(
      object(
        'v1',
        'Pod',
        '{containers: [{ports: [{name: a, containerPort: 0}, {name: b, containerPort: 80, protocol: tcp}, {name: c, containerPort: 81}, text]}]}',
      ),
    );
    expect(outcome.cluster.workloads[0]?.ports).toEqual([
      { name: 'c', protocol: 'TCP', number: 81 },
    ]);
    expect(outcome.said.map((finding) => finding.split(' ')[1])).toEqual([
      'invalid-port',
      'invalid-protocol',
      'wrong-type',
    ]);
  });

  test('a label that is no text is kept as it is written, and told', () => {
    const outcome = read(
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: x, labels: {v: 1.10, e: no, n: }}\n',
    );
    expect([...(outcome.cluster.workloads[0]?.labels.known ?? [])]).toEqual([
      ['v', '1.10'],
      ['e', 'no'],
      ['n', ''],
    ]);
    expect(outcome.said).toEqual(['error wrong-type 3:47', 'error wrong-type 3:56']);
  });
});

describe('Services and what leads to them', () => {
  test('every field of a Service that says how it is reached', () => {
    const { cluster, said } = read(
      [
        object(
          'v1',
          'Service',
          '{clusterIP: None, publishNotReadyAddresses: true, ports: [{port: 1}]}',
        ),
        object('v1', 'Service', '{type: ExternalName, externalName: a.example}').replace(
          'name: o',
          'name: p',
        ),
        object(
          'v1',
          'Service',
          '{type: LoadBalancer, externalTrafficPolicy: Local, clusterIPs: [10.0.0.1, "fd00::1"], ports: [{name: a, port: 1, nodePort: 30001, protocol: UDP}]}',
        ).replace('name: o', 'name: q'),
      ].join('---\n'),
    );
    expect(said).toEqual([]);
    expect(cluster.services).toMatchObject([
      { isHeadless: true, selector: null, publishesNotReady: true, addresses: [] },
      { exposure: 'ExternalName', externalName: 'a.example', isHeadless: false },
      {
        exposure: 'LoadBalancer',
        externalTrafficPolicy: 'Local',
        addresses: [{ text: '10.0.0.1' }, { text: 'fd00::1' }],
        ports: [{ name: 'a', port: 1, targetPort: 1, nodePort: 30001, protocol: 'UDP' }],
      },
    ]);
  });

  test('an unknown type of Service is an error, and ClusterIP is assumed', () => {
    const { said, cluster } = read(object('v1', 'Service', '{type: Loadbalancer}'));
    expect(said).toEqual(['error invalid-type 4:14']);
    expect(cluster.services[0]?.exposure).toBe('ClusterIP');
  });

  test('backends of an Ingress: default, rules, and none that is no Service', () => {
    const { cluster, messages } = read(
      object(
        'networking.k8s.io/v1',
        'Ingress',
        '{ingressClassName: nginx, defaultBackend: {service: {name: a, port: {number: 80}}}, rules: [{host: h.example}, {host: h.example, http: {paths: [{path: /b, backend: {service: {name: b, port: {name: web}}}}, {path: /c, backend: {resource: {kind: Bucket, name: c}}}]}}]}',
      ),
    );
    expect(cluster.ways.routes).toMatchObject([
      {
        kind: 'Ingress',
        className: 'nginx',
        backends: [
          { requests: '', service: 'a', port: 80, namespace: 'x' },
          { requests: 'h.example/b', service: 'b', port: 'web', namespace: 'x' },
        ],
      },
    ]);
    expect(messages).toContain('This backend is no Service');
  });

  test('a Gateway, its routes and a grant', () => {
    const group = 'gateway.networking.k8s.io';
    const { cluster, said } = read(
      [
        object(
          `${group}/v1`,
          'Gateway',
          '{gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {a: b}}}}}]}',
        ),
        object(
          `${group}/v1`,
          'HTTPRoute',
          '{parentRefs: [{name: o}], hostnames: [h.example], rules: [{matches: [{path: {value: /a}}], backendRefs: [{name: s, port: 80, weight: 0}]}]}',
        ),
        object(
          `${group}/v1alpha2`,
          'TCPRoute',
          '{parentRefs: [{name: o, sectionName: a, namespace: z}], rules: [{backendRefs: [{name: s, namespace: z, port: 80}]}]}',
        ),
        object(
          `${group}/v1beta1`,
          'ReferenceGrant',
          `{from: [{group: ${group}, kind: TCPRoute, namespace: x}], to: [{group: "", kind: Service}, {group: "", kind: Secret}]}`,
        ),
      ].join('---\n'),
    );
    expect(said).toEqual([]);
    const { gateways, routes, grants } = cluster.ways;
    expect(gateways[0]?.listeners).toMatchObject([
      { name: 'a', from: { requirements: [{ key: 'a', values: ['b'] }] } },
    ]);
    expect(routes).toMatchObject([
      {
        kind: 'HTTPRoute',
        parents: [{ namespace: 'x', name: 'o', listener: null }],
        backends: [{ requests: 'h.example/a', service: 's', port: 80, weight: 0, namespace: 'x' }],
      },
      {
        kind: 'TCPRoute',
        parents: [{ namespace: 'z', listener: 'a' }],
        backends: [{ namespace: 'z', weight: 1 }],
      },
    ]);
    expect(grants).toMatchObject([
      { from: [{ kind: 'TCPRoute', namespace: 'x' }], to: [{ name: null }] },
    ]);
  });

  test('a Route of OpenShift', () => {
    const { cluster } = read(
      object(
        'route.openshift.io/v1',
        'Route',
        '{host: h.example, path: /p, to: {kind: Service, name: a}, alternateBackends: [{kind: Service, name: b, weight: 0}], port: {targetPort: web}}',
      ),
    );
    expect(cluster.ways.routes).toMatchObject([
      {
        kind: 'Route',
        backends: [
          { service: 'a', port: 'web', requests: 'h.example/p', weight: 100 },
          { service: 'b', port: 'web', weight: 0 },
        ],
      },
    ]);
  });

  test.each([
    ['v1', 'Service', '{ports: {port: 80}, selector: []}'],
    ['v1', 'Service', '{ports: [null, 1, {port: x}, {port: {}}], clusterIPs: [[], {}]}'],
    [
      'networking.k8s.io/v1',
      'Ingress',
      '{rules: [null, {http: {paths: [null, {backend: null}, {backend: {service: {name: [], port: 1}}}]}}], defaultBackend: 1}',
    ],
    [
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      '{parentRefs: [1, {name: 2}], rules: [{backendRefs: [null, {name: null}, {name: s, port: {}}], matches: [1]}], hostnames: [{}]}',
    ],
    [
      'gateway.networking.k8s.io/v1',
      'Gateway',
      '{listeners: [1, {allowedRoutes: {namespaces: {from: Selector, selector: 1}, kinds: [1, {}]}}]}',
    ],
    ['gateway.networking.k8s.io/v1', 'ReferenceGrant', '{from: [1, {}], to: {}}'],
    ['route.openshift.io/v1', 'Route', '{to: [], port: 80, alternateBackends: [1, {}]}'],
    ['discovery.k8s.io/v1', 'EndpointSlice', '{}'],
    ['v1', 'Endpoints', '{}'],
  ])('nonsense in a %s %s is no exception', (apiVersion, kind, spec) => {
    expect(() => read(object(apiVersion, kind, spec))).not.toThrow();
  });
});
