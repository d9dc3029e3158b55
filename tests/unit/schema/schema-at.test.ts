// What help is told of a place in a manifest: fields, types, values, documentation.
import { describe, expect, test } from 'vitest';
import {
  type FieldHelp,
  loadDocumentation,
  type PlaceHelp,
  schemaAt,
} from '../../../src/core/index.ts';

const NETWORKING = 'networking.k8s.io';
const POLICIES = 'policy.networking.k8s.io';

function names(group: string, kind: string, path: readonly (string | number)[]) {
  const place: PlaceHelp | null = schemaAt(group, kind, path);
  return place?.fields.map(({ name }) => name);
}

describe('fields', () => {
  test('of a NetworkPolicy, down to a port', () => {
    expect(names(NETWORKING, 'NetworkPolicy', [])).toEqual([
      'apiVersion',
      'kind',
      'metadata',
      'spec',
    ]);
    expect(names(NETWORKING, 'NetworkPolicy', ['spec', 'ingress', 0])).toEqual(['from', 'ports']);
    expect(names(NETWORKING, 'NetworkPolicy', ['spec', 'egress', 3, 'to', 1])).toEqual([
      'ipBlock',
      'namespaceSelector',
      'podSelector',
    ]);
    const port = schemaAt(NETWORKING, 'NetworkPolicy', ['spec', 'ingress', 0, 'ports', 0]);
    expect(port?.fields.find(({ name }) => name === 'protocol')).toMatchObject({
      type: 'string',
      form: 'scalar',
      isRequired: false,
      values: ['SCTP', 'TCP', 'UDP'],
    });
    expect(port?.fields.find(({ name }) => name === 'port')?.type).toBe('integer or string');
  });

  test.each([
    ['', 'Pod', ['spec', 'containers', 0], 'image'],
    ['', 'Namespace', ['metadata'], 'labels'],
    ['', 'Node', ['spec'], 'podCIDRs'],
    ['', 'Service', ['spec', 'ports', 0], 'targetPort'],
    ['', 'ReplicationController', ['spec', 'template', 'spec'], 'hostNetwork'],
    ['apps', 'DaemonSet', ['spec'], 'updateStrategy'],
    ['apps', 'Deployment', ['spec', 'template', 'metadata'], 'labels'],
    ['apps', 'ReplicaSet', ['spec'], 'replicas'],
    ['apps', 'StatefulSet', ['spec', 'volumeClaimTemplates', 0, 'spec'], 'accessModes'],
    ['batch', 'CronJob', ['spec', 'jobTemplate', 'spec', 'template', 'spec'], 'containers'],
    ['batch', 'Job', ['spec'], 'parallelism'],
    ['discovery.k8s.io', 'EndpointSlice', ['endpoints', 0], 'addresses'],
    [NETWORKING, 'Ingress', ['spec', 'rules', 0, 'http', 'paths', 0, 'backend'], 'service'],
    ['gateway.networking.k8s.io', 'Gateway', ['spec', 'listeners', 0], 'allowedRoutes'],
    ['gateway.networking.k8s.io', 'HTTPRoute', ['spec'], 'parentRefs'],
    ['gateway.networking.k8s.io', 'HTTPRoute', ['spec', 'rules', 0, 'backendRefs', 0], 'name'],
    ['gateway.networking.k8s.io', 'GRPCRoute', ['spec', 'rules', 0, 'backendRefs', 0], 'port'],
    ['gateway.networking.k8s.io', 'TCPRoute', ['spec', 'rules', 0], 'backendRefs'],
    ['gateway.networking.k8s.io', 'TLSRoute', ['spec'], 'hostnames'],
    ['gateway.networking.k8s.io', 'ReferenceGrant', ['spec', 'from', 0], 'namespace'],
    [POLICIES, 'AdminNetworkPolicy', ['spec', 'egress', 0, 'to', 0], 'networks'],
    [POLICIES, 'BaselineAdminNetworkPolicy', ['spec'], 'subject'],
    [
      POLICIES,
      'ClusterNetworkPolicy',
      ['spec', 'ingress', 0, 'protocols', 0, 'tcp'],
      'destinationPort',
    ],
    ['route.openshift.io', 'Route', ['spec', 'to'], 'weight'],
    ['apps.openshift.io', 'DeploymentConfig', ['spec', 'template', 'spec'], 'containers'],
    ['kubevirt.io', 'VirtualMachine', ['spec', 'template', 'metadata'], 'labels'],
    ['argoproj.io', 'Rollout', ['spec', 'workloadRef'], 'kind'],
  ])('of %s %s', (group, kind, path, field) => {
    expect(names(group, kind, path)).toContain(field);
  });

  test('that must be there, and what goes on below them', () => {
    const fields: readonly FieldHelp[] =
      schemaAt('', 'Pod', ['spec', 'containers', 0])?.fields ?? [];
    expect(fields.filter(({ isRequired }) => isRequired).map(({ name }) => name)).toEqual(['name']);
    expect(fields.find(({ name }) => name === 'ports')).toMatchObject({
      form: 'list',
      type: 'list of ContainerPort',
    });
    expect(fields.find(({ name }) => name === 'resources')?.form).toBe('map');
  });
});

describe('places', () => {
  test('with values of their own', () => {
    expect(schemaAt(NETWORKING, 'NetworkPolicy', ['spec', 'policyTypes', 0])?.values).toEqual([
      'Egress',
      'Ingress',
    ]);
    expect(schemaAt('', 'Pod', ['spec', 'hostNetwork'])?.values).toEqual(['true', 'false']);
    expect(schemaAt('', 'Service', ['spec', 'ipFamilies'])?.values).toEqual(['IPv4', 'IPv6']);
  });

  test('whose keys are free', () => {
    expect(schemaAt('', 'Pod', ['metadata', 'labels'])).toMatchObject({ form: 'map', fields: [] });
    expect(schemaAt('', 'Pod', ['metadata', 'labels', 'app'])?.type).toBe('string');
  });

  test('that nothing is known of', () => {
    expect(schemaAt('', 'ConfigMap', [])).toBeNull();
    expect(schemaAt('projectcalico.org', 'NetworkPolicy', [])).toBeNull();
    expect(schemaAt('', 'Pod', ['specs'])).toBeNull();
    expect(schemaAt('', 'Pod', ['spec', 'containers', 'name'])).toBeNull();
    expect(schemaAt('', 'Pod', ['spec', 0])).toBeNull();
    expect(schemaAt('', 'Pod', ['metadata', 'name', 'x'])).toBeNull();
    expect(schemaAt('', 'Pod', ['__proto__'])).toBeNull();
  });
});

describe('documentation', () => {
  test('of a field, a type and an item', async () => {
    const { documentationOf } = await loadDocumentation();
    const name = (...path: (string | number)[]) =>
      schemaAt(NETWORKING, 'NetworkPolicy', path)?.documentation ?? '';
    expect(documentationOf(name('spec', 'ingress', 0, 'ports', 0, 'endPort'))).toMatch(/range/);
    expect(documentationOf(name('spec', 'policyTypes', 0))).toMatch(/Egress/);
    expect(documentationOf(name())).toMatch(/network traffic/);
    const listener = schemaAt('gateway.networking.k8s.io', 'Gateway', [
      'spec',
      'listeners',
      0,
      'port',
    ]);
    expect(documentationOf(listener?.documentation ?? '')).toMatch(/port/i);
    expect(documentationOf('gateway.Listener')).toMatch(/Listener/);
  });

  test('is null where nothing is said', async () => {
    const { documentationOf } = await loadDocumentation();
    for (const name of ['', '.', 'Nothing', 'Pod.nothing', '__proto__.x', 'Pod.toString']) {
      expect(documentationOf(name), name).toBeNull();
    }
  });
});
