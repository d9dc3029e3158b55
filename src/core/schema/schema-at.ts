// What may be written at a place in a manifest, for help: completion, hover, a table of fields.
import { schemaOf } from './kinds.ts';
import type { Field, FieldsType, Schema, Shape } from './shape.ts';

export interface FieldHelp {
  readonly name: string;
  /** In words: `list of NetworkPolicyPort`. */
  readonly type: string;
  /** What is written behind it: one value, or what goes on below. */
  readonly form: 'scalar' | 'map' | 'list';
  readonly isRequired: boolean;
  /** The only values there are; empty where there are others. */
  readonly values: readonly string[];
  /** Its documentation's name: `NetworkPolicyPort.endPort`. */
  readonly documentation: string;
}

export interface PlaceHelp {
  readonly type: string;
  readonly form: 'scalar' | 'map' | 'list';
  /** What may stand in the map here; empty for everything else, and for maps whose keys are free. */
  readonly fields: readonly FieldHelp[];
  readonly values: readonly string[];
  /** Its documentation's name: that of the field it is the value of, or of its type. */
  readonly documentation: string;
}

/** A key, or the place of an item in its list, of which all have the same structure. */
export type Step = string | number;

/**
 * Null where the kind is not known, or nothing is known of the place.
 * @param group empty for the core group
 * @param path from the object's root, as `['spec', 'ingress', 0, 'from']`
 */
export function schemaAt(group: string, kind: string, path: readonly Step[]): PlaceHelp | null {
  const schema = schemaOf(group, kind);
  if (schema === null) return null;
  let shape: Shape = { type: 'fields', name: schema.root.name };
  let documentation = schema.root.name;
  for (const step of path) {
    const next = stepInto(schema, shape, step);
    if (next === null) return null;
    shape = next.shape;
    documentation = next.documentation ?? documentation;
  }
  return {
    ...formOf(shape),
    fields: shape.type === 'fields' ? fieldsHelp(schema.typeOf(shape.name)) : [],
    documentation,
  };
}

interface Next {
  readonly shape: Shape;
  /** Null where what is said of the whole list or map is said of this, too. */
  readonly documentation: string | null;
}

function stepInto(schema: Schema, shape: Shape, step: Step): Next | null {
  if (shape.type === 'list') {
    return typeof step === 'number' ? { shape: shape.of, documentation: null } : null;
  }
  if (typeof step === 'number') return null;
  if (shape.type === 'map') return { shape: shape.of, documentation: null };
  if (shape.type !== 'fields') return null;
  const type = schema.typeOf(shape.name);
  const field = type.fields.get(step);
  return field === undefined ? null : { shape: field.shape, documentation: nameOf(type, field) };
}

function fieldsHelp(type: FieldsType): readonly FieldHelp[] {
  return [...type.fields.values()].map((field) => ({
    name: field.name,
    ...formOf(field.shape),
    isRequired: field.isRequired,
    documentation: nameOf(type, field),
  }));
}

function nameOf(type: FieldsType, field: Field): string {
  return `${type.name}.${field.name}`;
}

function formOf(shape: Shape): Pick<PlaceHelp, 'type' | 'form' | 'values'> {
  const type = typeText(shape);
  switch (shape.type) {
    case 'list':
      return { type, form: 'list', values: valuesOf(shape.of) };
    case 'map':
    case 'fields':
      return { type, form: 'map', values: [] };
    default:
      return { type, form: 'scalar', values: valuesOf(shape) };
  }
}

function valuesOf(shape: Shape): readonly string[] {
  if (shape.type === 'values') return shape.values.filter((value) => value !== '');
  return shape.type === 'boolean' ? ['true', 'false'] : [];
}

function typeText(shape: Shape): string {
  switch (shape.type) {
    case 'list':
      return `list of ${typeText(shape.of)}`;
    case 'map':
      return `map of ${typeText(shape.of)}`;
    case 'fields':
      return shape.name.replace(/^[a-z]+\./, '');
    case 'values':
      return 'string';
    case 'int-or-string':
      return 'integer or string';
    case 'string-or-list':
      return 'string or list of strings';
    default:
      return shape.type;
  }
}
