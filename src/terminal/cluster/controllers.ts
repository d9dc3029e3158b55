// What makes pods: the template of a controller, how many it asks for, and the names that its pods would get.
import { ending, templateHash } from './naming.ts';
import type { ClusterNode } from './nodes.ts';
import type { KubeObject } from './objects.ts';
import { at, listAt, numberAt, textAt, type Value } from './value.ts';

export interface Owner {
  readonly kind: string;
  readonly name: string;
}

/** Kinds with a template, and where it stands. */
const TEMPLATES: ReadonlyMap<string, readonly string[]> = new Map([
  ['Deployment', ['spec', 'template']],
  ['ReplicaSet', ['spec', 'template']],
  ['ReplicationController', ['spec', 'template']],
  ['StatefulSet', ['spec', 'template']],
  ['DaemonSet', ['spec', 'template']],
  ['Job', ['spec', 'template']],
  ['CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
  ['DeploymentConfig', ['spec', 'template']],
  ['Rollout', ['spec', 'template']],
  ['VirtualMachine', ['spec', 'template']],
]);

export function templateOf({ kind, value }: KubeObject): Value | undefined {
  const path = TEMPLATES.get(kind.kind);
  return path === undefined ? undefined : at(value, ...path);
}

/** A Job that has ended makes no pods any more. */
export function isDoneJob({ kind, value }: KubeObject): boolean {
  if (kind.kind !== 'Job') return false;
  return listAt(value, 'status', 'conditions').some((one) => {
    const type = textAt(one, 'type');
    return (type === 'Complete' || type === 'Failed') && textAt(one, 'status') === 'True';
  });
}

/** More are not listed one by one: nobody reads them, and a number in a manifest costs nothing to write. */
const MOST_OF_ONE = 200;

/** A pod that a controller would make. */
export interface Made {
  readonly name: string;
  /** null: wherever there is room. */
  readonly node: string | null;
  /** Those that the controller adds. */
  readonly labels: readonly (readonly [string, string])[];
  readonly owners: readonly Owner[];
}

/** @param template the controller's own */
export function madeNames(
  object: KubeObject,
  template: Value,
  nodes: readonly ClusterNode[],
): readonly Made[] {
  const { name, namespace } = object;
  const kind = object.kind.kind;
  const own: Owner = { kind, name };
  const seed = `${kind} ${namespace}/${name}`;
  const count = replicasOf(object);
  const numbered = <T>(make: (index: number) => T) =>
    Array.from({ length: Math.min(count, MOST_OF_ONE) }, (_, at) => make(at));
  const random = (index: number, owner: string) => `${owner}-${ending(`${seed} ${index}`, 5)}`;
  switch (kind) {
    case 'Deployment':
    case 'Rollout': {
      const set = replicaSetName(object, template);
      const hash = set.slice(name.length + 1);
      return numbered((index) => ({
        name: `${set}-${ending(`${seed} ${hash} ${index}`, 5)}`,
        node: null,
        labels: [['pod-template-hash', hash]],
        owners: [{ kind: 'ReplicaSet', name: set }, own],
      }));
    }
    case 'StatefulSet': {
      const first = numberAt(object.value, 'spec', 'ordinals', 'start') ?? 0;
      return numbered((index) => {
        const pod = `${name}-${first + index}`;
        const labels = [
          ['apps.kubernetes.io/pod-index', String(first + index)],
          ['statefulset.kubernetes.io/pod-name', pod],
        ] as const;
        return { name: pod, node: null, labels, owners: [own] };
      });
    }
    case 'DaemonSet':
      return nodes.slice(0, MOST_OF_ONE).map((node, index) => ({
        name: random(index, name),
        node: node.name,
        labels: [],
        owners: [own],
      }));
    case 'CronJob': {
      const job = `${name}-29000000`;
      return [
        {
          name: random(0, job),
          node: null,
          labels: [['job-name', job]],
          owners: [{ kind: 'Job', name: job }, own],
        },
      ];
    }
    case 'Job':
      return numbered((index) => ({
        name: random(index, name),
        node: null,
        labels: [['job-name', name]],
        owners: [own],
      }));
    case 'DeploymentConfig':
      return numbered((index) => ({
        name: random(index, `${name}-1`),
        node: null,
        labels: [],
        owners: [own],
      }));
    case 'VirtualMachine':
      return [{ name: random(0, `virt-launcher-${name}`), node: null, labels: [], owners: [own] }];
    default:
      return numbered((index) => ({
        name: random(index, name),
        node: null,
        labels: [],
        owners: [own],
      }));
  }
}

/** How many pods a controller asks for. */
export function replicasOf({ kind, value }: KubeObject): number {
  const field = kind.kind === 'Job' ? 'parallelism' : 'replicas';
  const count = numberAt(value, 'spec', field) ?? 1;
  return Number.isInteger(count) && count > 0 ? count : 0;
}

/** Of the ReplicaSet that a Deployment would make: another one for another template. */
export function replicaSetName({ namespace, name }: KubeObject, template: Value): string {
  return `${name}-${templateHash(`${namespace}/${name} ${textOf(template)}`)}`;
}

function textOf(value: Value): string {
  return JSON.stringify(value, (_, one) =>
    one instanceof Map ? [...one].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) : one,
  );
}
