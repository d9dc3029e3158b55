// The machines of the simulated cluster: those that manifests name, else two that are made up.

import type { KubeObject } from './objects.ts';
import { at, isMap, listAt, textAt } from './value.ts';

export interface ClusterNode {
  readonly name: string;
  readonly address: string | null;
  /** null for one that is made up. */
  readonly object: KubeObject | null;
}

const MADE_UP: readonly ClusterNode[] = [
  { name: 'node1', address: '192.168.0.11', object: null },
  { name: 'node2', address: '192.168.0.12', object: null },
];

export function nodesOf(objects: readonly KubeObject[]): readonly ClusterNode[] {
  const found = objects.filter(({ kind }) => kind.kind === 'Node' && kind.group === '');
  if (found.length === 0) return MADE_UP;
  return found.map((object) => ({ name: object.name, address: addressOf(object), object }));
}

function addressOf({ value }: KubeObject): string | null {
  const all = listAt(value, 'status', 'addresses').filter(isMap);
  const internal = all.find((one) => at(one, 'type') === 'InternalIP');
  return textAt(internal, 'address');
}
