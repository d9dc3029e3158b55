// The objects that words mean: `pods`, `svc,pod`, `deploy/web`, `pod a b`, with `-l`, `-A`, `-n`.
import { findKind, KINDS, type Kind, pluralName } from '../cluster/kinds.ts';
import { listed } from '../cluster/listing.ts';
import type { KubeObject } from '../cluster/objects.ts';
import { textAt } from '../cluster/value.ts';
import type { World } from '../cluster/world.ts';
import { holdsFor, labelsOf, type Requirement, readSelector } from './selector.ts';

export interface Wanted {
  readonly words: readonly string[];
  /** null: all namespaces. */
  readonly namespace: string | null;
  /** What `-l` says. */
  readonly selector: string | null;
  /** What `--field-selector` says. */
  readonly fields: string | null;
}

export type Selected =
  | {
      readonly ok: true;
      readonly groups: readonly Group[];
      /** Objects were asked for by name. */
      readonly isNamed: boolean;
      /** One for each name that nobody has. */
      readonly missing: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

export interface Group {
  readonly kind: Kind;
  readonly objects: readonly KubeObject[];
}

/** What `all` stands for, in its order. */
const ALL = [
  'Pod',
  'ReplicationController',
  'Service',
  'DaemonSet',
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'CronJob',
  'Job',
];

export function selectObjects(wanted: Wanted, world: World): Selected {
  const { words, namespace, selector } = wanted;
  const filter = filterOf(wanted);
  if (typeof filter === 'string') return refuse(`error: ${filter}`);
  if (words.some((word) => word.includes('/'))) return selectPairs(wanted, world);
  const [types = '', ...names] = words;
  const kinds = kindsIn(types, world);
  if (typeof kinds === 'string') return refuse(kinds);
  if (names.length === 0) {
    const groups = kinds.map((kind) => ({
      kind,
      objects: within(listed(kind, world), namespace).filter(filter),
    }));
    return { ok: true, groups, isNamed: false, missing: [] };
  }
  if (selector !== null)
    return refuse('error: name cannot be provided when a selector is specified');
  if (namespace === null)
    return refuse('error: a resource cannot be retrieved by name across all namespaces');
  return byName(
    names.flatMap((name) => kinds.map((kind) => ({ kind, name }))),
    namespace,
    world,
  );
}

function refuse(message: string): Selected {
  return { ok: false, message };
}

/** `deploy/web svc/web` */
function selectPairs({ words, namespace, selector }: Wanted, world: World): Selected {
  if (selector !== null)
    return refuse(
      'error: selectors and the all flag cannot be used when passing resource/name arguments',
    );
  if (namespace === null)
    return refuse('error: a resource cannot be retrieved by name across all namespaces');
  const pairs: { kind: Kind; name: string }[] = [];
  for (const word of words) {
    const parts = word.split('/');
    const [type = '', name = ''] = parts;
    if (parts.length === 1) {
      return refuse(
        "error: there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'",
      );
    }
    if (parts.length > 2 || type === '' || name === '') {
      return refuse('error: arguments in resource/name form must have a single resource and name');
    }
    const kind = findKind(type, world.otherKinds);
    if (kind === null) return refuse(noSuchType(type));
    pairs.push({ kind, name });
  }
  return byName(pairs, namespace, world);
}

function byName(
  pairs: readonly { readonly kind: Kind; readonly name: string }[],
  namespace: string,
  world: World,
): Selected {
  const groups: { kind: Kind; objects: KubeObject[] }[] = [];
  const missing: string[] = [];
  for (const { kind, name } of pairs) {
    const found = within(listed(kind, world), namespace).find((one) => one.name === name);
    if (found === undefined) {
      missing.push(`Error from server (NotFound): ${pluralName(kind)} "${name}" not found`);
      continue;
    }
    const last = groups.find((group) => pluralName(group.kind) === pluralName(kind));
    if (last === undefined) groups.push({ kind, objects: [found] });
    else if (!last.objects.includes(found)) last.objects.push(found);
  }
  return { ok: true, groups, isNamed: true, missing };
}

export function within(
  objects: readonly KubeObject[],
  namespace: string | null,
): readonly KubeObject[] {
  return namespace === null
    ? objects
    : objects.filter((one) => one.namespace === null || one.namespace === namespace);
}

/** The kinds behind a comma list; a message where one of them is none. */
function kindsIn(types: string, { otherKinds }: World): readonly Kind[] | string {
  const kinds: Kind[] = [];
  for (const type of types.split(',')) {
    if (type === 'all') {
      kinds.push(...ALL.flatMap((name) => KINDS.find((one) => one.kind === name) ?? []));
      continue;
    }
    const kind = findKind(type, otherKinds);
    if (kind === null) return noSuchType(type);
    if (!kinds.includes(kind)) kinds.push(kind);
  }
  return kinds;
}

/** Types that every cluster has, and this one does not. */
const ELSEWHERE = new Set(
  'events event ev persistentvolumes pv persistentvolumeclaims pvc roles role rolebindings rolebinding clusterroles clusterrole clusterrolebindings clusterrolebinding horizontalpodautoscalers hpa customresourcedefinitions crd crds storageclasses sc poddisruptionbudgets pdb resourcequotas quota limitranges limits leases componentstatuses cs priorityclasses pc certificatesigningrequests csr'.split(
    ' ',
  ),
);

export function noSuchType(type: string): string {
  if (ELSEWHERE.has(type.toLowerCase())) return `not simulated here: ${type}`;
  return `error: the server doesn't have a resource type "${type}"`;
}

type Filter = (object: KubeObject) => boolean;

function filterOf({ selector, fields }: Wanted): Filter | string {
  let requirements: readonly Requirement[] = [];
  if (selector !== null) {
    const read = readSelector(selector);
    if (!read.ok) return read.message;
    requirements = read.requirements;
  }
  const byFields = fields === null ? () => true : fieldFilter(fields);
  if (typeof byFields === 'string') return byFields;
  return (object) => holdsFor(requirements, labelsOf(object.value)) && byFields(object);
}

const FIELDS: ReadonlyMap<string, (object: KubeObject) => string> = new Map([
  ['metadata.name', ({ name }: KubeObject) => name],
  ['metadata.namespace', ({ namespace }: KubeObject) => namespace ?? ''],
  ['status.phase', ({ value }: KubeObject) => textAt(value, 'status', 'phase') ?? ''],
  ['status.podIP', ({ value }: KubeObject) => textAt(value, 'status', 'podIP') ?? ''],
  ['spec.nodeName', ({ value }: KubeObject) => textAt(value, 'spec', 'nodeName') ?? ''],
]);

function fieldFilter(text: string): Filter | string {
  const tests: Filter[] = [];
  for (const part of text.split(',')) {
    const [, name = '', operator, value] = /^([^=!]+)(==|=|!=)(.*)$/.exec(part.trim()) ?? [];
    const field = FIELDS.get(name);
    if (operator === undefined) return `invalid selector: '${part}'; can't understand '${part}'`;
    if (field === undefined)
      return `Error from server (BadRequest): field label not supported: ${name}`.replace(/^/, '');
    tests.push((object) => (field(object) === value) === (operator !== '!='));
  }
  return (object) => tests.every((test) => test(object));
}
