// An object as `-o yaml` shows it: in its namespace, with its keys in order.
import type { KubeObject } from '../../cluster/objects.ts';
import { isList, isMap, type Value, withAt } from '../../cluster/value.ts';

export function stored({ value, namespace, apiVersion, kind }: KubeObject): Value {
  const typed = withAt(withAt(value, ['apiVersion'], apiVersion), ['kind'], kind.kind);
  return inOrder(namespace === null ? typed : withAt(typed, ['metadata', 'namespace'], namespace));
}

function inOrder(value: Value): Value {
  if (isList(value)) return value.map(inOrder);
  if (!isMap(value)) return value;
  const entries = [...value].filter(([, one]) => one !== null);
  return new Map(
    entries
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, one]) => [key, inOrder(one)]),
  );
}
