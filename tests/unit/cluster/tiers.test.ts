// The policies of administrators in the cluster: their order, which one counts, what they tell apart.
import { describe, expect, test } from 'vitest';
import { buildCluster } from '../../../src/core/cluster/build.ts';
import type { AdminPolicy } from '../../../src/core/model/admin-policy.ts';
import {
  adminPods,
  adminPolicy,
  adminPort,
  adminRule,
  banp,
  clusterNode,
} from '../explain/admin-policies.ts';
import { placedIn, placedNodes, placedPolicies } from '../explain/outcome-with.ts';
import { controller, pod } from './cluster.ts';

function placedText(...documents: readonly string[]) {
  return placedIn(documents.join('\n---\n'));
}

describe('order', () => {
  test('admin before baseline, then by priority, then by name; the one without a priority last', () => {
    const { cluster } = buildCluster(
      placedPolicies(
        banp({}),
        adminPolicy('late', { tier: 'baseline', priority: 1000 }),
        adminPolicy('b', { priority: 10 }),
        adminPolicy('z', { priority: 9 }),
        adminPolicy('a', { priority: 10 }),
        adminPolicy('first', { tier: 'baseline', priority: 0 }),
      ),
    );
    expect(cluster.adminPolicies.map(({ name }) => name)).toEqual([
      ...['z', 'a', 'b'],
      ...['first', 'late', 'default'],
    ]);
  });

  test('of two objects of one kind and name the last counts, of two kinds both', () => {
    const { cluster, findings } = buildCluster(
      placedPolicies(
        adminPolicy('a', { priority: 1 }),
        adminPolicy('a', { priority: 2 }),
        adminPolicy('a', { priority: 3, kind: 'AdminNetworkPolicy' }),
      ),
    );
    expect(cluster.adminPolicies.map(({ priority }) => priority)).toEqual([2, 3]);
    expect(findings.map(({ rule }) => rule)).toEqual(['duplicate-object']);
  });

  test('nodes by name', () => {
    const { cluster } = buildCluster(
      placedNodes(clusterNode('n2', {}, null), clusterNode('n1', {}, null)),
    );
    expect(cluster.nodes.map(({ name }) => name)).toEqual(['n1', 'n2']);
  });
});

describe('pods that an administrator tells apart', () => {
  const set = controller('StatefulSet', { name: 'db' }, { app: 'db' }, { replicas: 2 });
  const first = {
    requirements: [{ key: 'statefulset.kubernetes.io/pod-name', operator: 'In', values: ['db-0'] }],
  } as const;

  test.each([
    ['its subject', { subject: adminPods({ pods: first }) }],
    ['a peer', { ingress: [adminRule('deny', [adminPods({ pods: first })])] }],
  ])('stand alone when %s picks one', (_, made) => {
    const { cluster } = buildCluster([
      ...placedText(set),
      ...placedPolicies(adminPolicy('a', made)),
    ]);
    expect(cluster.workloads.map(({ id }) => id)).toEqual(['x/db[StatefulSet]', 'x/db-0[Pod]']);
  });

  test('stand alone when a port name it uses is another number there', () => {
    const withWeb = (name: string, containerPort: number) =>
      pod(
        { name, owner: 'ReplicaSet/web' },
        { spec: { containers: [{ ports: [{ name: 'http', containerPort }] }] } },
      );
    const rule = adminRule('deny', [adminPods({})], [adminPort('http')]);
    const text = placedText(withWeb('web-1', 80), withWeb('web-2', 80), withWeb('web-3', 81));
    const ids = (...policies: AdminPolicy[]) =>
      buildCluster([...text, ...placedPolicies(...policies)]).cluster.workloads.map(({ id }) => id);
    expect(ids()).toEqual(['x/web[ReplicaSet]']);
    expect(ids(adminPolicy('a', { egress: [rule] }))).toEqual([
      'x/web[ReplicaSet]',
      'x/web-3[Pod]',
    ]);
  });
});
