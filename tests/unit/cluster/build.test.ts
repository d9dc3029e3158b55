// Namespaces, labels that the cluster adds, names, duplicates and order (SEMANTICS 5).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controller, denying, describeCluster, pod } from './cluster.ts';

const APP = { app: 'a' };

function namespace(name: string, labels: Readonly<Record<string, string>> = {}): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
}

describe('labels that the cluster adds (5.3)', () => {
  const unknown = (document: string) =>
    [...(describeCluster(document).cluster.workloads[0]?.labels.valueUnknown ?? [])].sort();

  test.each([
    ['Deployment', ['pod-template-hash']],
    ['ReplicaSet', []],
    ['DaemonSet', ['controller-revision-hash', 'pod-template-generation']],
    ['Rollout', ['rollouts-pod-template-hash']],
    ['DeploymentConfig', ['deployment']],
    [
      'CronJob',
      [
        'batch.kubernetes.io/controller-uid',
        'batch.kubernetes.io/job-name',
        'controller-uid',
        'job-name',
      ],
    ],
  ])('a %s: keys with values that only the cluster knows', (kind, keys) => {
    expect(unknown(controller(kind, { name: 'a' }, APP, { replicas: 2 }))).toEqual(keys);
  });

  test('a StatefulSet of several pods has their names as unknown values, of one as known', () => {
    expect(unknown(controller('StatefulSet', { name: 'a' }, APP, { replicas: 2 }))).toEqual([
      'apps.kubernetes.io/pod-index',
      'controller-revision-hash',
      'statefulset.kubernetes.io/pod-name',
    ]);
    expect(unknown(controller('StatefulSet', { name: 'a' }, APP))).toEqual([
      'controller-revision-hash',
    ]);
  });

  test('a Job knows its name', () => {
    expect(describeCluster(controller('Job', { name: 'j' }, APP)).labels('x/j[Job]')).toEqual({
      ...APP,
      'job-name': 'j',
      'batch.kubernetes.io/job-name': 'j',
    });
  });

  test('what live pods agree on, those to come have too', () => {
    const described = describeCluster(
      controller('Deployment', { name: 'web' }, APP, { replicas: 3 }),
      controller('ReplicaSet', { name: 'web-1', owner: 'Deployment/web' }, APP, { replicas: 3 }),
      pod({
        name: 'web-1-a',
        labels: { ...APP, 'pod-template-hash': '1' },
        owner: 'ReplicaSet/web-1',
      }),
      denying({ 'pod-template-hash': '1' }),
    );
    expect(described.workloads).toEqual(['x/web[Deployment] ×3']);
    expect(described.labels('x/web[Deployment]')['pod-template-hash']).toBe('1');
  });

  test('a label in the template is not unknown', () => {
    const document = controller('Deployment', { name: 'a' }, { 'pod-template-hash': 'mine' });
    expect(unknown(document)).toEqual([]);
  });
});

describe('the template of another (5.1)', () => {
  const rollout = controller('Rollout', { name: 'r' }, null, {
    replicas: 2,
    workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'd' },
  });

  test('gives a Rollout its labels', () => {
    const deployment = controller('Deployment', { name: 'd' }, APP, { replicas: 0 });
    for (const documents of [
      [rollout, deployment],
      [deployment, rollout],
    ]) {
      const described = describeCluster(...documents);
      expect(described.workloads).toEqual(['x/d[Deployment] ×0', 'x/r[Rollout] ×2']);
      expect(described.labels('x/r[Rollout]')).toEqual(APP);
      expect(described.rules).toEqual([]);
    }
  });

  test('is told when it is not there', () => {
    const described = describeCluster(rollout);
    expect(described.workloads).toEqual(['x/r[Rollout] ×2']);
    expect(described.rules).toEqual(['missing-template']);
    expect(described.findings[0]?.message).toContain('Deployment d');
  });
});

describe('namespaces', () => {
  test('that are named exist; of the undeclared only the name label is certain', () => {
    const { cluster } = describeCluster(
      pod({ name: 'a', namespace: 'b' }),
      namespace('c', { team: 't' }),
      denying({}),
    );
    expect([...cluster.namespaces.keys()]).toEqual(['b', 'c', 'x']);
    expect(cluster.namespaces.get('b')).toMatchObject({
      declared: null,
      labels: { complete: false },
    });
    expect([...(cluster.namespaces.get('b')?.labels.known ?? [])]).toEqual([
      ['kubernetes.io/metadata.name', 'b'],
    ]);
    expect(cluster.namespaces.get('c')?.labels.complete).toBe(true);
  });

  test('1.24 the name label is the name, whatever is written, and a wrong one is told', () => {
    const key = 'kubernetes.io/metadata.name';
    const wrong = describeCluster(namespace('y', { [key]: 'zzz' }));
    expect(wrong.cluster.namespaces.get('y')?.labels.known.get(key)).toBe('y');
    expect(wrong.rules).toEqual(['overwritten-label']);
    expect(describeCluster(namespace('y', { [key]: 'y' })).rules).toEqual([]);
  });

  test('5.5 that are missing are "default", told once a file', () => {
    const bare = (name: string) => pod({ name }).replace('"namespace":"x",', '');
    const described = describeCluster(
      `${bare('a')}\n---\n${bare('b')}\n---\n${pod({ name: 'c' })}`,
      bare('d'),
      namespace('n'),
    );
    expect(described.workloads).toEqual([
      'default/a[Pod] ×1',
      'default/b[Pod] ×1',
      'default/d[Pod] ×1',
      'x/c[Pod] ×1',
    ]);
    expect(described.findings.map(({ rule, span }) => `${rule} ${span.file}`)).toEqual([
      'assumed-namespace 0.yaml',
      'assumed-namespace 1.yaml',
    ]);
    expect(described.findings[0]?.message).toMatch(/^2 objects/);
  });
});

describe('names', () => {
  test('5.6 that the cluster will make are unique', () => {
    const made = () => pod({ generateName: 'a-' });
    const other = () => controller('Job', { generateName: 'b-' }, APP);
    expect(describeCluster(made(), made(), made(), other(), other()).workloads).toEqual([
      'x/a-*[Pod] ×1',
      'x/a-*2[Pod] ×1',
      'x/a-*3[Pod] ×1',
      'x/b-*[Job] ×1',
      'x/b-*2[Job] ×1',
    ]);
  });

  test('5.6 do not stand beside a name', () => {
    const { workloads } = describeCluster(
      pod({ name: 'a-1', generateName: 'a-' }),
      pod({ name: 'a-2', generateName: 'a-' }),
    );
    expect(workloads).toEqual(['x/a-1[Pod] ×1', 'x/a-2[Pod] ×1']);
  });

  test('are apart by kind', () => {
    expect(
      describeCluster(
        pod({ name: 'a' }),
        controller('Deployment', { name: 'a' }, APP),
        controller('StatefulSet', { name: 'a' }, APP),
      ).workloads,
    ).toEqual(['x/a[Deployment] ×1', 'x/a[Pod] ×1', 'x/a[StatefulSet] ×1']);
  });
});

describe('an object that stands twice', () => {
  test('is the last one, and the first is told', () => {
    const described = describeCluster(
      controller('Deployment', { name: 'a' }, { v: '1' }, { replicas: 1 }),
      controller('Deployment', { name: 'a' }, { v: '2' }, { replicas: 2 }),
      controller('Deployment', { name: 'a', namespace: 'y' }, { v: '3' }),
    );
    expect(described.workloads).toEqual(['x/a[Deployment] ×2', 'y/a[Deployment] ×1']);
    expect(described.labels('x/a[Deployment]')).toEqual({ v: '2' });
    expect(described.findings.map(({ rule, span }) => `${rule} ${span.file}`)).toEqual([
      'duplicate-object 0.yaml',
    ]);
  });

  test('a policy: the last one decides', () => {
    const { cluster, rules } = describeCluster(denying({ a: '1' }), denying({ a: '2' }));
    expect(cluster.policies.map(({ subject }) => subject.requirements[0]?.values)).toEqual([['2']]);
    expect(rules).toEqual(['duplicate-object']);
  });

  test('a policy that would be refused does not replace one that stands', () => {
    const bad = denying({ a: '2' }).replace('"policyTypes"', '"types"');
    const { cluster } = describeCluster(denying({ a: '1' }), bad);
    expect(cluster.policies.map(({ subject }) => subject.requirements[0]?.values)).toEqual([['1']]);
  });

  test('a namespace: the last labels count', () => {
    const { cluster, rules } = describeCluster(
      namespace('n', { a: '1' }),
      namespace('n', { b: '2' }),
    );
    expect(cluster.namespaces.get('n')?.labels.known.has('a')).toBe(false);
    expect(rules).toEqual(['duplicate-object']);
  });
});

test('the order of the files changes nothing', () => {
  const documents = [
    namespace('x', { team: 't' }),
    namespace('y'),
    controller('Deployment', { name: 'web' }, { app: 'web' }, { replicas: 3 }),
    controller('ReplicaSet', { name: 'api-1', owner: 'Deployment/api' }, { v: '1' }),
    controller('ReplicaSet', { name: 'api-2', owner: 'Deployment/api' }, { v: '2' }),
    controller('StatefulSet', { name: 'db' }, { app: 'db' }, { replicas: 2 }),
    pod({ name: 'db-1', labels: { app: 'db', chance: '1' }, owner: 'StatefulSet/db' }),
    pod({ name: 'db-0', labels: { app: 'db', chance: '0' }, owner: 'StatefulSet/db' }),
    pod({ name: 'lone', namespace: 'y' }),
    pod({ name: 'q-a', labels: { v: '1' }, owner: 'ReplicaSet/q' }),
    pod({ name: 'q-b', labels: { v: '2' }, owner: 'ReplicaSet/q' }),
    denying({ v: '1' }),
  ];
  /** All but the places in the text, which are those of other files. */
  const meaning = (texts: readonly string[]) => {
    const { cluster } = describeCluster(...texts);
    return {
      namespaces: [...cluster.namespaces.values()].map(({ name, labels }) => ({ name, labels })),
      workloads: cluster.workloads.map(({ origin: _, range: __, nameRange: ___, ...rest }) => rest),
      policies: cluster.policies.map(({ name, subject }) => ({ name, subject })),
    };
  };
  const expected = meaning(documents);
  fc.assert(
    fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (shuffled) => {
      expect(meaning(shuffled)).toEqual(expected);
    }),
  );
});
