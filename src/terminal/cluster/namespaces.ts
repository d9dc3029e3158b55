// The namespaces of the simulated cluster: declared, named by an object, or there in every cluster.
import { kindOf } from './kinds.ts';
import type { KubeObject } from './objects.ts';
import type { Value } from './value.ts';

const ALWAYS = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

/** Sorted by name. */
export function namespacesOf(objects: readonly KubeObject[]): readonly KubeObject[] {
  const found = new Map<string, KubeObject>();
  for (const object of objects) {
    if (object.kind.kind === 'Namespace' && object.kind.group === '')
      found.set(object.name, object);
  }
  const named = objects.flatMap(({ namespace }) => (namespace === null ? [] : [namespace]));
  for (const name of [...ALWAYS, ...named]) {
    if (!found.has(name)) found.set(name, onlyNamed(name));
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function onlyNamed(name: string): KubeObject {
  const metadata = new Map<string, Value>([['name', name]]);
  const value = new Map<string, Value>([
    ['apiVersion', 'v1'],
    ['kind', 'Namespace'],
    ['metadata', metadata],
  ]);
  return {
    kind: kindOf('', 'v1', 'Namespace'),
    apiVersion: 'v1',
    namespace: null,
    name,
    value,
    place: null,
  };
}
