// The structures hang together: every kind that is read has one, and every type in it is there.
import { describe, expect, test } from 'vitest';
import { kindsRead } from '../../../src/core/manifests/kinds.ts';
import { documentationOf } from '../../../src/core/schema/documentation.ts';
import { schemaOf } from '../../../src/core/schema/kinds.ts';
import type { Schema, Shape } from '../../../src/core/schema/shape.ts';

const ADMIN = 'policy.networking.k8s.io';

const KINDS = [
  ...kindsRead().map(({ apiVersion, kind }) => {
    const slash = apiVersion.indexOf('/');
    return [slash === -1 ? '' : apiVersion.slice(0, slash), kind] as const;
  }),
  [ADMIN, 'AdminNetworkPolicy'],
  [ADMIN, 'BaselineAdminNetworkPolicy'],
  [ADMIN, 'ClusterNetworkPolicy'],
  ['', 'Node'],
] as const;

describe('every kind', () => {
  test.each(KINDS)('%s/%s has all its types', (group, kind) => {
    const schema = schemaOf(group, kind);
    expect(schema).not.toBeNull();
    if (schema === null) return;
    const types = typesIn(schema);
    expect(types).toContain('ObjectMeta');
    expect(schema.root.fields.has('metadata')).toBe(true);
    for (const name of types) expect(schema.typeOf(name).fields.size, name).toBeGreaterThan(0);
  });

  test.each(KINDS)('%s/%s has words for every field', (group, kind) => {
    const schema = schemaOf(group, kind);
    const lacking = (schema === null ? [] : typesIn(schema)).flatMap((name) =>
      [...(schema?.typeOf(name).fields.keys() ?? [])].flatMap((field) =>
        documentationOf(`${name}.${field}`) === null ? [`${name}.${field}`] : [],
      ),
    );
    expect(lacking).toEqual([]);
  });
});

/** The names of all types that a kind is made of; asking for one that is not there throws. */
function typesIn(schema: Schema): readonly string[] {
  const names = new Set<string>([schema.root.name]);
  const visit = (shape: Shape): void => {
    if (shape.type === 'list' || shape.type === 'map') visit(shape.of);
    if (shape.type !== 'fields' || names.has(shape.name)) return;
    names.add(shape.name);
    for (const field of schema.typeOf(shape.name).fields.values()) visit(field.shape);
  };
  for (const field of schema.root.fields.values()) visit(field.shape);
  return [...names];
}
