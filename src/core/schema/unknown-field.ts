// Says what was meant by a field that the structure does not have: a slip of the finger, another
// level of the object, or the name that another kind or version has for it.
import { shorten } from '../manifests/fields.ts';
import type { NoteFix } from '../manifests/notes.ts';
import { rewrite, wrapIn } from '../manifests/rewriting.ts';
import type { Entry, MapTree } from '../manifests/tree.ts';
import type { Checker } from './check-structure.ts';
import { nearest } from './nearest.ts';
import { type Place, pathOf } from './place.ts';
import type { Field, FieldsType, Schema, Shape } from './shape.ts';

/** The known field that was meant in its place, or null. */
export function noteUnknownField(
  checker: Checker,
  entry: Entry,
  place: Place,
  map: MapTree,
  type: FieldsType,
): string | null {
  const { notes, schema } = checker;
  const near = nearest(entry.key, type.fields.keys());
  // Its server knew the field, or it would not be here: that one is newer than this structure.
  if (checker.isStored && near?.isSure !== true) return null;
  const other = INSTEAD.get(`${type.name}.${entry.key}`);
  const advice =
    other !== undefined
      ? { meant: null, words: other, fix: null }
      : (slip(checker, entry, place, map, type, near) ??
        labelOf(checker, place, map, type) ??
        elsewhere(schema, entry.key, place) ??
        listed(type));
  notes[checker.isStored ? 'warning' : 'error'](
    'unknown-field',
    entry.keyRange,
    `Unknown field "${shorten(entry.key)}" in ${pathOf(place, schema.kind)}. ${advice.words}`,
    advice.fix,
  );
  return advice.meant;
}

interface Advice {
  readonly words: string;
  readonly meant: string | null;
  readonly fix: NoteFix | null;
}

function slip(
  checker: Checker,
  entry: Entry,
  place: Place,
  map: MapTree,
  type: FieldsType,
  near: ReturnType<typeof nearest>,
): Advice | null {
  const field = near === null ? undefined : type.fields.get(near.word);
  if (near === null || field === undefined) return null;
  const isFree = map.entries.every(({ key }) => key !== near.word);
  const isMeant =
    near.isSure && isFree && !place.isElsewhere && fitsField(checker, entry, field, place);
  const title = `Write ${near.word}`;
  return {
    words: `Did you mean "${near.word}"?`,
    meant: near.word,
    fix: isMeant ? rewrite(checker.notes.text, entry.keyRange, entry.key, near.word, title) : null,
  };
}

function fitsField(checker: Checker, entry: Entry, field: Field, parent: Place): boolean {
  const { value, keyRange } = entry;
  const place = { parent, step: field.name, range: keyRange, isElsewhere: false, fields: null };
  return checker.fits(value, field.shape, place);
}

/** Labels right under a selector, as a Service has them. */
function labelOf({ notes }: Checker, place: Place, map: MapTree, type: FieldsType): Advice | null {
  if (type.name !== 'LabelSelector') return null;
  const areLabels = map.entries.every(
    ({ key, value }) =>
      !type.fields.has(key) && value.type === 'scalar' && typeof value.value === 'string',
  );
  if (!areLabels) return null;
  return {
    words: 'Labels stand under matchLabels.',
    meant: null,
    fix: place.isElsewhere ? null : wrapIn(notes.text, map, 'matchLabels'),
  };
}

/** The same name one or more levels further out or in: a slip of the indentation. */
function elsewhere(schema: Schema, key: string, place: Place): Advice | null {
  for (let outer = place.parent; outer !== null; outer = outer.parent) {
    if (outer.fields?.type.fields.has(key)) {
      const words = `It belongs to ${pathOf(outer, schema.kind)}: indent it less.`;
      return { words, meant: null, fix: null };
    }
  }
  const type = place.fields?.type;
  const path = type === undefined ? null : pathWithin(schema, type, key);
  return path === null ? null : { words: `It belongs to ${path}.`, meant: null, fix: null };
}

/** How far in a field is looked for. */
const DEEPEST = 3;

/** Where within a type the nearest field of a name is, without the name. */
function pathWithin(schema: Schema, type: FieldsType, key: string): string | null {
  let level: readonly { readonly type: FieldsType; readonly path: string }[] = [{ type, path: '' }];
  const seen = new Set<string>([type.name]);
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next: { type: FieldsType; path: string }[] = [];
    for (const { type: at, path } of level) {
      for (const field of at.fields.values()) {
        const inner = innerType(field.shape);
        if (inner === null || seen.has(inner)) continue;
        seen.add(inner);
        const found = {
          type: schema.typeOf(inner),
          path: `${path}${field.name}${brackets(field.shape)}`,
        };
        if (found.type.fields.has(key)) return found.path;
        next.push({ ...found, path: `${found.path}.` });
      }
    }
    level = next;
  }
  return null;
}

function innerType(shape: Shape): string | null {
  if (shape.type === 'fields') return shape.name;
  return shape.type === 'list' ? innerType(shape.of) : null;
}

function brackets(shape: Shape): string {
  return shape.type === 'list' ? '[]' : '';
}

/** More names than this help nobody. */
const MOST_NAMES = 12;

function listed({ fields }: FieldsType): Advice {
  const names = [...fields.keys()];
  const more = names.length > MOST_NAMES ? ', …' : '';
  const words = `Known here: ${names.slice(0, MOST_NAMES).join(', ')}${more}.`;
  return { words, meant: null, fix: null };
}

/** What other kinds, or older versions, call by another name. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['ContainerPort.port', 'The port of a container is its containerPort.'],
  ['ContainerPort.targetPort', 'The port of a container is its containerPort.'],
  ['ServicePort.containerPort', 'The port of the pods is the targetPort.'],
  ['Container.environment', 'Environment variables stand under env.'],
  ['IngressSpec.backend', 'Since networking.k8s.io/v1 it is called defaultBackend.'],
  [
    'IngressBackend.serviceName',
    'Since networking.k8s.io/v1 it is service: {name: …, port: {number: …}}.',
  ],
  [
    'IngressBackend.servicePort',
    'Since networking.k8s.io/v1 it is service: {name: …, port: {number: …}}.',
  ],
  ['AdminNetworkPolicyIngressRule.protocols', 'Here it is called ports.'],
  ['AdminNetworkPolicyEgressRule.protocols', 'Here it is called ports.'],
  ['ClusterNetworkPolicyIngressRule.ports', 'Here it is called protocols.'],
  ['ClusterNetworkPolicyEgressRule.ports', 'Here it is called protocols.'],
  [
    'AdminNetworkPolicyIngressPeer.networks',
    "Only egress rules have networks: addresses outside can't be told by ingress rules.",
  ],
  ['AdminNetworkPolicyIngressPeer.nodes', 'Only egress rules have nodes.'],
  [
    'ClusterNetworkPolicyIngressPeer.networks',
    "Only egress rules have networks: addresses outside can't be told by ingress rules.",
  ],
  ['ClusterNetworkPolicyIngressPeer.nodes', 'Only egress rules have nodes.'],
]);
