// The columns of pods and nodes.
import type { KubeObject } from '../../cluster/objects.ts';
import { at, listAt, textAt } from '../../cluster/value.ts';
import { AGE, type Column, column, wide } from './column.ts';

export const POD_COLUMNS: readonly Column[] = [
  column('READY', (pod) => {
    const count = Math.max(1, listAt(pod.value, 'spec', 'containers').length);
    return `${isRunning(pod) ? count : 0}/${count}`;
  }),
  column('STATUS', statusOf),
  column('RESTARTS', () => '0'),
  AGE,
  wide('IP', ({ value }) => textAt(value, 'status', 'podIP') ?? '<none>'),
  wide('NODE', ({ value }) => textAt(value, 'spec', 'nodeName') ?? '<none>'),
  wide('NOMINATED NODE', () => '<none>'),
  wide('READINESS GATES', () => '<none>'),
];

function isRunning(pod: KubeObject): boolean {
  return textAt(pod.value, 'status', 'phase') === 'Running';
}

function statusOf({ value }: KubeObject): string {
  const phase = textAt(value, 'status', 'phase') ?? 'Running';
  if (phase === 'Succeeded') return 'Completed';
  return phase === 'Failed' ? 'Error' : phase;
}

export const NODE_COLUMNS: readonly Column[] = [
  column('STATUS', () => 'Ready'),
  column('ROLES', ({ value }) => {
    const labels = at(value, 'metadata', 'labels');
    const roles = labels instanceof Map ? [...labels.keys()] : [];
    const found = roles.flatMap((key) =>
      String(key).startsWith(ROLE) ? [String(key).slice(ROLE.length)] : [],
    );
    return found.length === 0 ? '<none>' : found.sort().join(',');
  }),
  AGE,
  column(
    'VERSION',
    ({ value }) => textAt(value, 'status', 'nodeInfo', 'kubeletVersion') ?? 'v1.34.0',
  ),
  wide('INTERNAL-IP', (node) => addressOf(node, 'InternalIP')),
  wide('EXTERNAL-IP', (node) => addressOf(node, 'ExternalIP')),
];

const ROLE = 'node-role.kubernetes.io/';

function addressOf({ value }: KubeObject, type: string): string {
  const found = listAt(value, 'status', 'addresses').find((one) => at(one, 'type') === type);
  return textAt(found, 'address') ?? '<none>';
}
