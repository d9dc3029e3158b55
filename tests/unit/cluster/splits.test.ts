// Pods of one workload that a selector, a port name or the host's network tells apart are listed
// apart; the others keep the workload's id (SEMANTICS 5.3, 5.7, 10.7, T56, T77).
import { describe, expect, test } from 'vitest';
import { controller, denying, describeCluster, pod } from './cluster.ts';

const POD_NAME = 'statefulset.kubernetes.io/pod-name';
const POD_INDEX = 'apps.kubernetes.io/pod-index';
const APP = { app: 'db' };

function set(replicas: number, more: object = {}): string {
  return controller('StatefulSet', { name: 'db' }, APP, { replicas, ...more });
}

describe('a StatefulSet', () => {
  test('T56 whose first pod is named by a policy', () => {
    const described = describeCluster(set(3), denying({ [POD_NAME]: 'db-0' }));
    expect(described.workloads).toEqual(['x/db[StatefulSet] ×2', 'x/db-0[Pod] ×1']);
    expect(described.labels('x/db-0[Pod]')).toMatchObject({ ...APP, [POD_NAME]: 'db-0' });
  });

  test('10.7 of two pods: the one that no policy names keeps the id', () => {
    for (const [named, at] of [
      ['db-0', 'x/db-0[Pod]'],
      ['db-1', 'x/db-1[Pod]'],
    ]) {
      const { workloads } = describeCluster(set(2), denying({ [POD_NAME]: named ?? '' }));
      expect(workloads).toEqual(['x/db[StatefulSet] ×1', `${at} ×1`]);
    }
  });

  test('whose pods are named by their number', () => {
    const { workloads } = describeCluster(set(3), denying({ [POD_INDEX]: '2' }));
    expect(workloads).toEqual(['x/db[StatefulSet] ×2', 'x/db-2[Pod] ×1']);
  });

  test('that counts from another number', () => {
    const from5 = set(3, { ordinals: { start: 5 } });
    expect(describeCluster(from5, denying({ [POD_NAME]: 'db-5' })).workloads).toEqual([
      'x/db[StatefulSet] ×2',
      'x/db-5[Pod] ×1',
    ]);
    expect(describeCluster(from5, denying({ [POD_NAME]: 'db-0' })).workloads).toEqual([
      'x/db[StatefulSet] ×3',
    ]);
    expect(describeCluster(from5, denying({ [POD_NAME]: 'db-8' })).workloads).toEqual([
      'x/db[StatefulSet] ×3',
    ]);
  });

  test('of one pod is whole, and has that name', () => {
    const described = describeCluster(set(1), denying({ [POD_NAME]: 'db-0' }));
    expect(described.workloads).toEqual(['x/db[StatefulSet] ×1']);
    expect(described.labels('x/db[StatefulSet]')[POD_NAME]).toBe('db-0');
  });

  test('with a live pod: each pod counts once', () => {
    const live = pod({
      name: 'db-0',
      labels: { ...APP, [POD_NAME]: 'db-0', [POD_INDEX]: '0' },
      owner: 'StatefulSet/db',
    });
    for (const documents of [
      [set(3), live],
      [live, set(3)],
    ]) {
      expect(describeCluster(...documents, denying({ [POD_NAME]: 'db-0' })).workloads).toEqual([
        'x/db[StatefulSet] ×2',
        'x/db-0[Pod] ×1',
      ]);
      expect(describeCluster(...documents, denying({ [POD_NAME]: 'db-1' })).workloads).toEqual([
        'x/db[StatefulSet] ×2',
        'x/db-1[Pod] ×1',
      ]);
    }
  });

  test('whose pods nobody names stays whole', () => {
    expect(describeCluster(set(3), denying(APP)).workloads).toEqual(['x/db[StatefulSet] ×3']);
  });

  test('of no pods is shown', () => {
    expect(describeCluster(set(0), denying({ [POD_NAME]: 'db-0' })).workloads).toEqual([
      'x/db[StatefulSet] ×0',
    ]);
  });
});

describe('live pods of one ReplicaSet', () => {
  const live = (name: string, labels: Readonly<Record<string, string>>, spec: object = {}) =>
    pod({ name, labels, owner: 'ReplicaSet/web' }, { spec });

  test('T77 with a label that a selector asks for: the many keep the id', () => {
    const pods = [
      live('web-a', { app: 'web', v: '1' }),
      live('web-b', { app: 'web', v: '2' }),
      live('web-c', { app: 'web', v: '1' }),
    ];
    expect(describeCluster(...pods, denying({ v: '2' })).workloads).toEqual([
      'x/web[ReplicaSet] ×2',
      'x/web-b[Pod] ×1',
    ]);
    // Though the policy names the many.
    expect(describeCluster(...pods, denying({ v: '1' })).workloads).toEqual([
      'x/web[ReplicaSet] ×2',
      'x/web-b[Pod] ×1',
    ]);
    expect(describeCluster(...pods, denying({ app: 'web' })).workloads).toEqual([
      'x/web[ReplicaSet] ×3',
    ]);
  });

  test('with as many of each: the ones that fewer selectors pick keep the id', () => {
    const pods = [live('web-a', { v: '1' }), live('web-b', { v: '2' })];
    expect(describeCluster(...pods, denying({ v: '1' })).workloads).toEqual([
      'x/web[ReplicaSet] ×1',
      'x/web-a[Pod] ×1',
    ]);
  });

  test('a selector of another namespace tells nobody apart', () => {
    const pods = [live('web-a', { v: '1' }), live('web-b', { v: '2' })];
    const elsewhere = denying({ v: '1' }).replace('"x"', '"z"');
    expect(describeCluster(...pods, elsewhere).workloads).toEqual(['x/web[ReplicaSet] ×2']);
  });

  test('of which one is on the host’s network', () => {
    const pods = [live('web-a', {}), live('web-b', {}, { hostNetwork: true }), live('web-c', {})];
    expect(describeCluster(...pods).workloads).toEqual(['x/web[ReplicaSet] ×2', 'x/web-b[Pod] ×1']);
  });

  test('with a named port that differs: only where a rule uses the name', () => {
    const port = (number: number) => ({
      containers: [{ name: 'm', ports: [{ name: 'web', containerPort: number }] }],
    });
    const pods = [
      live('web-a', {}, port(80)),
      live('web-b', {}, port(81)),
      live('web-c', {}, port(80)),
    ];
    const using = (name: string) =>
      JSON.stringify({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'p', namespace: 'x' },
        spec: { podSelector: {}, ingress: [{ ports: [{ port: name }] }] },
      });
    expect(describeCluster(...pods, using('web')).workloads).toEqual([
      'x/web[ReplicaSet] ×2',
      'x/web-b[Pod] ×1',
    ]);
    expect(describeCluster(...pods, using('other')).workloads).toEqual(['x/web[ReplicaSet] ×3']);
  });

  test('what differs and nobody asks for belongs to none of them', () => {
    const described = describeCluster(
      live('web-a', { app: 'web', chance: '1' }),
      live('web-b', { app: 'web', chance: '2' }),
    );
    expect(described.labels('x/web[ReplicaSet]')).toEqual({ app: 'web' });
  });
});

describe('two ReplicaSets of a Deployment that is not in the input', () => {
  const replicaSet = (hash: string, version: string, replicas: number) =>
    controller(
      'ReplicaSet',
      { name: `web-${hash}`, owner: 'Deployment/web' },
      { app: 'web', version },
      { replicas },
    );
  const both = [replicaSet('aaa', 'v1', 1), replicaSet('bbb', 'v2', 3)];

  test('are one where nobody tells them apart', () => {
    const described = describeCluster(...both);
    expect(described.workloads).toEqual(['x/web[Deployment] ×4']);
    expect(described.labels('x/web[Deployment]')).toEqual({ app: 'web' });
  });

  test.each(['v1', 'v2'])('are two where a policy asks for %s', (version) => {
    for (const documents of [both, both.toReversed()]) {
      const described = describeCluster(...documents, denying({ version }));
      expect(described.workloads).toEqual(['x/web[Deployment] ×3', 'x/web-aaa[ReplicaSet] ×1']);
      expect(described.labels('x/web[Deployment]').version).toBe('v2');
      expect(described.labels('x/web-aaa[ReplicaSet]').version).toBe('v1');
    }
  });

  test('count their live pods once', () => {
    const live = pod({
      name: 'web-bbb-1',
      labels: { app: 'web', version: 'v2' },
      owner: 'ReplicaSet/web-bbb',
    });
    expect(describeCluster(...both, live, denying({ version: 'v1' })).workloads).toEqual([
      'x/web[Deployment] ×3',
      'x/web-aaa[ReplicaSet] ×1',
    ]);
  });
});
