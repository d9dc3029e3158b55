// Objects that commands make from their flags, as clean YAML in the terminal's file.
import { type Kind, pluralName, resourceName } from '../cluster/kinds.ts';
import { mapFrom } from '../cluster/made.ts';
import { keyOf, objectsOf } from '../cluster/objects.ts';
import type { Value, ValueMap } from '../cluster/value.ts';
import type { World } from '../cluster/world.ts';
import { appendDocument } from '../editing/documents.ts';
import { writeYaml } from '../editing/yaml.ts';
import type { EditorFile } from '../outcome.ts';
import type { Session } from '../session.ts';
import { bornNow } from './apply.ts';
import { labelsRefusal, nameRefusal } from './names.ts';
import { errorsIn, refusalOf } from './refusals.ts';

export interface Making {
  readonly kind: Kind;
  readonly name: string;
  /** Ignored where the kind belongs to no namespace. */
  readonly namespace: string;
  readonly labels: ReadonlyMap<string, string> | null;
  /** What stands beside the metadata. */
  readonly fields: ValueMap;
}

export type Made =
  | {
      readonly ok: true;
      readonly files: readonly EditorFile[];
      readonly session: Session;
      readonly value: ValueMap;
      /** `deployment.apps/web` */
      readonly title: string;
    }
  | {
      readonly ok: false;
      readonly message: string;
      /** What the server said, where it was the server. */
      readonly reason: 'AlreadyExists' | 'NotFound' | null;
    };

export function makeObject(making: Making, world: World, session: Session): Made {
  const { kind, name, namespace, labels, fields } = making;
  const refusal =
    nameRefusal(kind.kind, name) ?? labelsRefusal(kind.kind, name, labels ?? new Map());
  if (refusal !== null) return { ok: false, message: refusal, reason: null };
  if (kind.isNamespaced && !world.namespaces.some((one) => one.name === namespace)) {
    return { ok: false, message: `namespaces "${namespace}" not found`, reason: 'NotFound' };
  }
  const key = keyOf({ kind, name, namespace: kind.isNamespaced ? namespace : null });
  const isThere =
    world.objects.some((one) => keyOf(one) === key) ||
    (kind.kind === 'Namespace' && world.namespaces.some((one) => one.name === name)) ||
    (kind.kind === 'Pod' &&
      world.pods.some((pod) => pod.namespace === namespace && pod.name === name)) ||
    (kind.kind === 'Service' &&
      world.services.some((one) => one.namespace === namespace && one.name === name));
  if (isThere)
    return {
      ok: false,
      message: `${pluralName(kind)} "${name}" already exists`,
      reason: 'AlreadyExists',
    };
  const isUsual = !kind.isNamespaced || namespace === world.assumptions.defaultNamespace;
  const value = written(making, isUsual ? null : namespace, labels, fields);
  const yaml = writeYaml(value);
  const [object] = objectsOf({ name: '', text: yaml }, namespace, new Map());
  const invalid =
    object === undefined
      ? 'error: there is nothing to make'
      : refusalOf(object, errorsIn(yaml, ''));
  if (invalid !== null) return { ok: false, message: invalid, reason: null };
  return {
    ok: true,
    files: appendDocument(world.files, yaml),
    session: { ...session, born: bornNow(session, key, world.now) },
    value,
    title: `${resourceName(kind)}/${name}`,
  };
}

function written(
  { kind, name }: Making,
  namespace: string | null,
  labels: ReadonlyMap<string, string> | null,
  fields: ValueMap,
): ValueMap {
  const apiVersion = kind.group === '' ? kind.version : `${kind.group}/${kind.version}`;
  const metadata = mapFrom([
    ['name', name],
    ['namespace', namespace ?? undefined],
    ['labels', labels === null || labels.size === 0 ? undefined : labels],
  ]);
  const typed: readonly (readonly [string, Value])[] = [
    ['apiVersion', apiVersion],
    ['kind', kind.kind],
    ['metadata', metadata],
  ];
  return new Map([...typed, ...fields]);
}
