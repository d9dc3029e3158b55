// What kubectl writes into an object that it only prints: fields that are there even when they say nothing.
import type { Kind } from '../../cluster/kinds.ts';
import {
  at,
  isMap,
  listAt,
  numberAt,
  type Value,
  type ValueMap,
  withAt,
} from '../../cluster/value.ts';

const NOTHING: ValueMap = new Map();

export function drafted({ group, kind }: Kind, value: ValueMap): ValueMap {
  switch (`${group}/${kind}`) {
    case '/Namespace':
      return withAll(value, [
        [['spec'], NOTHING],
        [['status'], NOTHING],
      ]);
    case '/Pod':
      return withAll(value, [
        [['spec', 'containers'], containersIn(value, ['spec'])],
        [['spec', 'dnsPolicy'], 'ClusterFirst'],
        [['spec', 'restartPolicy'], at(value, 'spec', 'restartPolicy') ?? 'Always'],
        [['status'], NOTHING],
      ]);
    case 'apps/Deployment': {
      const template = ['spec', 'template', 'spec'];
      return withAll(value, [
        [['spec', 'strategy'], NOTHING],
        [[...template, 'containers'], containersIn(value, template)],
        [['status'], NOTHING],
      ]);
    }
    case '/Service':
      return withAll(value, [
        [['spec', 'ports'], portsIn(value)],
        [['status', 'loadBalancer'], NOTHING],
      ]);
    default:
      return value;
  }
}

type Change = readonly [path: readonly string[], value: Value | undefined];

function withAll(value: ValueMap, changes: readonly Change[]): ValueMap {
  let next: Value = value;
  for (const [path, one] of changes) if (one !== undefined) next = withAt(next, path, one);
  return isMap(next) ? next : value;
}

function containersIn(value: ValueMap, path: readonly string[]): Value {
  return listAt(value, ...path, 'containers').map((one) => withAt(one, ['resources'], NOTHING));
}

function portsIn(value: ValueMap): Value | undefined {
  const ports = listAt(value, 'spec', 'ports');
  if (ports.length === 0) return undefined;
  return ports.map((port) => {
    const target = at(port, 'targetPort') ?? numberAt(port, 'port') ?? undefined;
    return withAt(
      withAt(port, ['protocol'], at(port, 'protocol') ?? 'TCP'),
      ['targetPort'],
      target,
    );
  });
}
