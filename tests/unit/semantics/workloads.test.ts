// From manifests to pods: owners, replicas, splits and labels that controllers add (SEMANTICS 5, 9, 10).
import { describe, expect, test } from 'vitest';
import { controller, inFixture, namespace, pod, policy, situation } from './fixture.ts';

const DENY_ALL = policy('x', 'podSelector: {}\npolicyTypes: [Ingress]');

function selecting(labels: string): string {
  return policy('x', `podSelector: {matchLabels: {${labels}}}\npolicyTypes: [Ingress]`);
}

/** A pod as a cluster gives it, with its owner and phase. */
function livePod(place: string, labels: string, owner: string, status = 'phase: Running'): string {
  const [inNamespace, name] = place.split('/');
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: ${inNamespace}
  labels: {${labels}}
  ownerReferences: [${owner}]
spec:
  containers: [{name: main, image: main}]
status: {${status}}`;
}

describe('self and replicas', () => {
  test('T39 a pod towards itself is not a flow', () => {
    const { exists, verdict } = inFixture(DENY_ALL);
    expect(exists('x/a', 'x/a')).toBe(false);
    expect(exists('x/b', 'x/a')).toBe(true);
    expect(verdict('x/b', 'x/a')).toBe('deny');
  });

  test('T58 a replica towards another is an ordinary flow', () => {
    const { exists, verdict } = situation(
      namespace('x'),
      controller('Deployment', 'x/web', 'app: web', 'replicas: 2'),
      DENY_ALL,
    );
    expect(exists('x/web', 'x/web')).toBe(true);
    expect(verdict('x/web', 'x/web')).toBe('deny');
  });

  test('5.4 a DaemonSet may have several pods, a single replica has no other', () => {
    const { exists, replicas } = situation(
      namespace('x'),
      controller('DaemonSet', 'x/agent', 'app: agent'),
      controller('Deployment', 'x/one', 'app: one'),
      controller('Deployment', 'x/none', 'app: none', 'replicas: 0'),
    );
    expect(replicas('x/agent')).toBe('per-node');
    expect(exists('x/agent', 'x/agent')).toBe(true);
    expect(replicas('x/one')).toBe(1);
    expect(exists('x/one', 'x/one')).toBe(false);
    expect(replicas('x/none')).toBe(0);
    expect(exists('x/none', 'x/one')).toBe(false);
    expect(exists('x/one', 'x/none')).toBe(false);
    expect(exists('8.8.8.8', 'x/none')).toBe(false);
  });

  test('0.4 there is no flow between addresses outside', () => {
    expect(inFixture().exists('8.8.8.8', '8.8.8.8')).toBe(false);
  });
});

describe('labels', () => {
  test('T57 the labels of the template count, those of the workload do not', () => {
    const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: x
  labels: {tier: front}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: main, image: main}]}`;
    const byWorkload = inFixture(deployment, selecting('tier: front'));
    expect(byWorkload.verdict('y/c', 'x/web')).toBe('allow');
    const byTemplate = inFixture(deployment, selecting('app: web'));
    expect(byTemplate.verdict('y/c', 'x/web')).toBe('deny');
  });

  test('T56 a selector on pod-name splits a StatefulSet', () => {
    const { verdict, workloads, replicas } = inFixture(
      controller('StatefulSet', 'x/db', 'app: db', 'replicas: 3'),
      selecting('statefulset.kubernetes.io/pod-name: db-0'),
    );
    // SEMANTICS 10.7 gives the ids.
    expect(workloads).toContain('x/db-0[Pod]');
    expect(workloads).toContain('x/db[StatefulSet]');
    expect(verdict('y/c', 'x/db-0[Pod]')).toBe('deny');
    expect(verdict('y/c', 'x/db[StatefulSet]')).toBe('allow');
    expect(replicas('x/db-0[Pod]')).toBe(1);
    expect(replicas('x/db[StatefulSet]')).toBe(2);
  });

  test.each([
    { kind: 'Deployment', key: 'pod-template-hash' },
    { kind: 'ReplicaSet', key: 'pod-template-hash', verdict: 'allow' },
    { kind: 'StatefulSet', key: 'controller-revision-hash' },
    { kind: 'DaemonSet', key: 'controller-revision-hash' },
  ])('5.3 $key of a $kind', ({ kind, key, verdict: expected = 'depends' }) => {
    const { verdict } = inFixture(controller(kind, 'x/web', 'app: web'), selecting(`${key}: abc`));
    expect(verdict('y/c', 'x/web')).toBe(expected);
  });

  test('5.3 that a hash is there is certain', () => {
    const expression = (operator: string) =>
      policy(
        'x',
        `podSelector: {matchExpressions: [{key: pod-template-hash, operator: ${operator}}]}\npolicyTypes: [Ingress]`,
      );
    const deployment = controller('Deployment', 'x/web', 'app: web');
    expect(inFixture(deployment, expression('Exists')).verdict('y/c', 'x/web')).toBe('deny');
    expect(inFixture(deployment, expression('DoesNotExist')).verdict('y/c', 'x/web')).toBe('allow');
  });

  test('5.3 the doubt is named', () => {
    const { decision } = inFixture(
      controller('Deployment', 'x/web', 'app: web'),
      selecting('pod-template-hash: abc'),
    );
    const { ingress } = decision('y/c', 'x/web');
    expect(ingress.selectedBy.map(({ certain }) => certain)).toEqual([false]);
    expect(ingress.facts).toEqual([
      { kind: 'pod-label', workload: 'x/web[Deployment]', keys: ['pod-template-hash'] },
    ]);
  });

  test('5.3 a Job labels its pods with its name', () => {
    const job = `apiVersion: batch/v1
kind: Job
metadata: {name: import, namespace: x}
spec:
  template:
    metadata: {labels: {app: import}}
    spec: {restartPolicy: Never, containers: [{name: main, image: main}]}`;
    for (const key of ['job-name', 'batch.kubernetes.io/job-name']) {
      expect(inFixture(job, selecting(`${key}: import`)).verdict('y/c', 'x/import')).toBe('deny');
      expect(inFixture(job, selecting(`${key}: other`)).verdict('y/c', 'x/import')).toBe('allow');
    }
  });

  test.each([
    ['Indexed', 'depends'],
    ['NonIndexed', 'allow'],
  ])('5.3 a Job that is %s numbers its pods, or not', (mode, verdict) => {
    const job = `apiVersion: batch/v1
kind: Job
metadata: {name: import, namespace: x}
spec:
  completionMode: ${mode}
  completions: 2
  parallelism: 2
  template:
    metadata: {labels: {pod: j}}
    spec: {restartPolicy: Never, containers: [{name: main, image: main}]}`;
    const first = selecting('batch.kubernetes.io/job-completion-index: "0"');
    expect(inFixture(job, first).verdict('y/c', 'x/import')).toBe(verdict);
  });
});

describe('live pods', () => {
  const OWNER =
    '{apiVersion: apps/v1, kind: ReplicaSet, name: web-5d4f8, uid: u, controller: true}';

  test.each(['Succeeded', 'Failed'])('T76 a pod that has %s has no flows', (phase) => {
    const { workloads, exists } = inFixture(
      `${pod('x/done', 'pod: done')}\nstatus: {phase: ${phase}}`,
    );
    for (const id of workloads.filter((workload) => workload.startsWith('x/done'))) {
      expect(exists(id, 'y/c')).toBe(false);
      expect(exists('y/c', id)).toBe(false);
      expect(exists('8.8.8.8', id)).toBe(false);
    }
    expect(exists('x/a', 'y/c')).toBe(true);
  });

  test('5.7 pods of one owner are one workload where no selector tells them apart', () => {
    const { workloads, replicas } = situation(
      livePod('x/web-5d4f8-a', 'app: web, build: one', OWNER),
      livePod('x/web-5d4f8-b', 'app: web, build: two', OWNER),
      selecting('app: web'),
    );
    expect(workloads.length).toBe(1);
    expect(replicas(workloads[0] ?? '')).toBe(2);
  });

  test('T77 a label that a selector asks for splits them', () => {
    const { workloads, verdict } = situation(
      livePod('x/web-5d4f8-a', 'app: web, build: one', OWNER),
      livePod('x/web-5d4f8-b', 'app: web, build: two', OWNER),
      selecting('build: two'),
    );
    expect(workloads.length).toBe(2);
    expect(workloads.map((id) => verdict('8.8.8.8', id)).sort()).toEqual(['allow', 'deny']);
  });

  test('10.6 an owner without a kind owns nothing: its pods are taken one by one', () => {
    const { workloads, linesOf } = situation(
      livePod('x/a1', 'app: web', '{apiVersion: apps/v1, name: web, uid: u, controller: true}'),
      livePod('x/a2', 'app: web', '{apiVersion: apps/v1, name: web, uid: u, controller: true}'),
    );
    expect(workloads).toEqual(['x/a1[Pod]', 'x/a2[Pod]']);
    expect(linesOf('warning').length).toBeGreaterThan(0);
  });
});

describe('namespaces and lists', () => {
  test('T78 a workload without a namespace is in default, and the input says so', () => {
    const { verdict, workloads, findings } = situation(
      `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: main, image: main}]}`,
      policy('prod', 'podSelector: {}\npolicyTypes: [Ingress]'),
    );
    expect(workloads).toEqual(['default/web[Deployment]']);
    expect(verdict('8.8.8.8', 'default/web')).toBe('allow');
    expect(findings.some(({ message }) => message.includes('default'))).toBe(true);
  });

  test('5.6 a List is read as its items', () => {
    const { verdict, workloads } = situation(`apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Pod
  metadata: {name: a, namespace: x, labels: {pod: a}}
  spec: {containers: [{name: main, image: main}]}
- apiVersion: v1
  kind: Pod
  metadata: {name: b, namespace: x, labels: {pod: b}}
  spec: {containers: [{name: main, image: main}]}
- apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: {name: p, namespace: x}
  spec: {podSelector: {matchLabels: {pod: a}}, policyTypes: [Ingress]}`);
    expect(workloads).toEqual(['x/a[Pod]', 'x/b[Pod]']);
    expect(verdict('x/b', 'x/a')).toBe('deny');
    expect(verdict('x/a', 'x/b')).toBe('allow');
  });
});
