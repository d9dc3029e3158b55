// Live pods and lesser controllers are shown as the workload they belong to (SEMANTICS 5.7, 5.8, 10.6).
import { describe, expect, test } from 'vitest';
import { controller, describeCluster, pod } from './cluster.ts';

const APP = { app: 'web' };

describe('a Deployment', () => {
  const deployment = controller('Deployment', { name: 'web' }, APP, { replicas: 2 });
  const replicaSet = controller(
    'ReplicaSet',
    { name: 'web-5d4f8', owner: 'Deployment/web' },
    { ...APP, 'pod-template-hash': '5d4f8' },
    { replicas: 2 },
  );
  const livePod = (end: string) =>
    pod({
      name: `web-5d4f8-${end}`,
      labels: { ...APP, 'pod-template-hash': '5d4f8' },
      owner: 'ReplicaSet/web-5d4f8',
    });
  const pods = [livePod('a'), livePod('b')];

  test.each([
    ['alone', [deployment]],
    ['with its ReplicaSet', [deployment, replicaSet]],
    ['with its ReplicaSet and pods', [deployment, replicaSet, ...pods]],
    ['with its pods', [deployment, ...pods]],
    ['only its ReplicaSet and pods', [replicaSet, ...pods]],
    ['only its ReplicaSet', [replicaSet]],
  ])('%s', (_, documents) => {
    expect(describeCluster(...documents).workloads).toEqual(['x/web[Deployment] ×2']);
    expect(describeCluster(...documents.toReversed()).workloads).toEqual(['x/web[Deployment] ×2']);
  });

  test('that is not in the input, nor its ReplicaSet: the pods are the ReplicaSet', () => {
    expect(describeCluster(...pods).workloads).toEqual(['x/web-5d4f8[ReplicaSet] ×2']);
  });

  test('has the pods that are there and those that are to come', () => {
    expect(describeCluster(deployment, livePod('a')).workloads).toEqual(['x/web[Deployment] ×2']);
    const three = [livePod('a'), livePod('b'), livePod('c')];
    expect(describeCluster(deployment, ...three).workloads).toEqual(['x/web[Deployment] ×3']);
  });

  test('with old ReplicaSets of no pods is itself', () => {
    const old = (hash: string) =>
      controller('ReplicaSet', { name: `web-${hash}`, owner: 'Deployment/web' }, APP, {
        replicas: 0,
      });
    expect(describeCluster(old('1'), deployment, replicaSet, old('2')).workloads).toEqual([
      'x/web[Deployment] ×2',
    ]);
    expect(describeCluster(old('1'), replicaSet, old('2')).workloads).toEqual([
      'x/web[Deployment] ×2',
    ]);
    expect(describeCluster(old('1'), old('2')).workloads).toEqual(['x/web[Deployment] ×0']);
  });

  test('of another namespace is another', () => {
    const there = controller('Deployment', { name: 'web', namespace: 'y' }, APP);
    expect(describeCluster(there, replicaSet, ...pods).workloads).toEqual([
      'x/web[Deployment] ×2',
      'y/web[Deployment] ×1',
    ]);
  });

  test('that only has a similar name does not take the pods', () => {
    const similar = controller('Deployment', { name: 'web-5d4f8' }, APP);
    expect(describeCluster(similar, ...pods).workloads).toEqual([
      'x/web-5d4f8[Deployment] ×1',
      'x/web-5d4f8[ReplicaSet] ×2',
    ]);
  });
});

test('a ReplicaSet without an owner, and its pods', () => {
  const replicaSet = controller('ReplicaSet', { name: 'web' }, APP, { replicas: 3 });
  const one = pod({ name: 'web-a', labels: APP, owner: 'ReplicaSet/web' });
  expect(describeCluster(replicaSet, one).workloads).toEqual(['x/web[ReplicaSet] ×3']);
});

describe('a StatefulSet', () => {
  const set = controller('StatefulSet', { name: 'db' }, APP, { replicas: 3 });
  const live = (ordinal: number) =>
    pod({
      name: `db-${ordinal}`,
      labels: { ...APP, 'statefulset.kubernetes.io/pod-name': `db-${ordinal}` },
      owner: 'StatefulSet/db',
    });

  test('and its pods are one', () => {
    expect(describeCluster(set, live(0), live(1), live(2)).workloads).toEqual([
      'x/db[StatefulSet] ×3',
    ]);
    expect(describeCluster(live(1), set).workloads).toEqual(['x/db[StatefulSet] ×3']);
    expect(describeCluster(live(0), live(1)).workloads).toEqual(['x/db[StatefulSet] ×2']);
  });
});

describe('a DaemonSet', () => {
  const live = (end: string) =>
    pod({ name: `agent-${end}`, labels: APP, owner: 'DaemonSet/agent' });

  test('has as many pods as the nodes decide', () => {
    const set = controller('DaemonSet', { name: 'agent' }, APP);
    expect(describeCluster(set).workloads).toEqual(['x/agent[DaemonSet] ×per-node']);
    expect(describeCluster(set, live('a'), live('b')).workloads).toEqual([
      'x/agent[DaemonSet] ×per-node',
    ]);
  });

  test('that is not in the input has the pods that are', () => {
    expect(describeCluster(live('a'), live('b')).workloads).toEqual(['x/agent[DaemonSet] ×2']);
  });
});

describe('a CronJob', () => {
  const cronJob = controller('CronJob', { name: 'clean' }, APP);
  const job = controller('Job', { name: 'clean-28476123', owner: 'CronJob/clean' }, APP);
  const live = pod({ name: 'clean-28476123-x', labels: APP, owner: 'Job/clean-28476123' });

  test.each([
    ['with its Job', [cronJob, job]],
    ['with its Job and pod', [cronJob, job, live]],
    ['with the pod of a Job that is not there', [cronJob, live]],
    ['only its Job and pod', [job, live]],
  ])('%s', (_, documents) => {
    expect(describeCluster(...documents).workloads).toEqual(['x/clean[CronJob] ×1']);
  });

  test('that is not in the input, nor its Job: the pod is the Job', () => {
    expect(describeCluster(live).workloads).toEqual(['x/clean-28476123[Job] ×1']);
  });

  test('of another name does not take it', () => {
    const other = controller('CronJob', { name: 'clea' }, APP);
    expect(describeCluster(other, live).workloads).toEqual([
      'x/clea[CronJob] ×1',
      'x/clean-28476123[Job] ×1',
    ]);
  });

  test('a Job that is done has no pods', () => {
    const done = controller(
      'Job',
      { name: 'done' },
      APP,
      {},
      {
        conditions: [{ type: 'Complete', status: 'True' }],
      },
    );
    expect(describeCluster(done).workloads).toEqual(['x/done[Job] ×0']);
  });
});

test('a Rollout, its ReplicaSet and its pods are one', () => {
  const labels = { ...APP, 'rollouts-pod-template-hash': 'abc' };
  const rollout = controller('Rollout', { name: 'web' }, APP, { replicas: 2 });
  const set = controller('ReplicaSet', { name: 'web-abc', owner: 'Rollout/web' }, labels, {
    replicas: 2,
  });
  const live = pod({ name: 'web-abc-1', labels, owner: 'ReplicaSet/web-abc' });
  expect(describeCluster(rollout, set, live).workloads).toEqual(['x/web[Rollout] ×2']);
  expect(describeCluster(rollout, live).workloads).toEqual(['x/web[Rollout] ×2']);
});

test('a DeploymentConfig, its ReplicationController and its pods are one', () => {
  const config = controller('DeploymentConfig', { name: 'web' }, APP);
  const set = controller(
    'ReplicationController',
    { name: 'web-1', owner: 'DeploymentConfig/web' },
    APP,
  );
  const live = pod({ name: 'web-1-abc', labels: APP, owner: 'ReplicationController/web-1' });
  expect(describeCluster(config, set, live).workloads).toEqual(['x/web[DeploymentConfig] ×1']);
  expect(describeCluster(set, live).workloads).toEqual(['x/web[DeploymentConfig] ×1']);
});

describe('a VirtualMachine', () => {
  const machine = controller('VirtualMachine', { name: 'vm' }, APP, { running: true });
  const launcher = pod({
    name: 'virt-launcher-vm-abc',
    labels: { ...APP, 'kubevirt.io': 'virt-launcher' },
    owner: 'VirtualMachineInstance/vm',
  });

  test('and the pod of its instance are one', () => {
    expect(describeCluster(machine, launcher).workloads).toEqual(['x/vm[VirtualMachine] ×1']);
    expect(describeCluster(launcher).workloads).toEqual(['x/vm[VirtualMachineInstance] ×1']);
  });

  test('that is halted has no pod', () => {
    for (const spec of [{ running: false }, { runStrategy: 'Halted' }]) {
      const halted = controller('VirtualMachine', { name: 'vm' }, APP, spec);
      expect(describeCluster(halted).workloads).toEqual(['x/vm[VirtualMachine] ×0']);
    }
  });
});

test('static pods stand alone though a Node owns them', () => {
  expect(
    describeCluster(
      pod({ name: 'etcd-m1', owner: 'Node/m1' }),
      pod({ name: 'scheduler-m1', owner: 'Node/m1' }),
    ).workloads,
  ).toEqual(['x/etcd-m1[Pod] ×1', 'x/scheduler-m1[Pod] ×1']);
});

test('a controller that is not understood still holds its pods together', () => {
  expect(
    describeCluster(
      pod({ name: 'kafka-0', owner: 'StrimziPodSet/kafka' }),
      pod({ name: 'kafka-1', owner: 'StrimziPodSet/kafka' }),
    ).workloads,
  ).toEqual(['x/kafka[StrimziPodSet] ×2']);
});

test('an owner that does not control its pod does not hold it', () => {
  const owned = pod({ name: 'a' }).replace(
    '"namespace"',
    '"ownerReferences":[{"kind":"Thing","name":"t"}],"namespace"',
  );
  expect(describeCluster(owned).workloads).toEqual(['x/a[Pod] ×1']);
});

test('owners in a circle end somewhere', () => {
  const { workloads } = describeCluster(
    pod({ name: 'a', owner: 'Pod/b' }),
    pod({ name: 'b', owner: 'Pod/a' }),
  );
  expect(workloads.length).toBeGreaterThan(0);
});

describe('finished pods', () => {
  test('are none, and are told once', () => {
    const done = (name: string, phase: string) => pod({ name }, { status: { phase } });
    const { workloads, rules, findings } = describeCluster(
      done('a', 'Succeeded'),
      done('b', 'Failed'),
      done('c', 'Pending'),
    );
    expect(workloads).toEqual(['x/c[Pod] ×1']);
    expect(rules).toEqual(['finished-pod']);
    expect(findings[0]?.message).toContain('2 pods');
  });

  test('of a Job leave the Job without its own labels of chance', () => {
    const job = controller('Job', { name: 'j' }, APP);
    const done = pod(
      { name: 'j-1', labels: { other: 'label' }, owner: 'Job/j' },
      { status: { phase: 'Succeeded' } },
    );
    const described = describeCluster(job, done);
    expect(described.workloads).toEqual(['x/j[Job] ×1']);
    expect(described.labels('x/j[Job]')).toMatchObject(APP);
  });
});
