// Reads the policies of administrators: AdminNetworkPolicy, BaselineAdminNetworkPolicy and
// ClusterNetworkPolicy, checked as the API server would by their definitions (SEMANTICS 2.16–4.10).
import type { AdminTier } from '../model/admin-policy.ts';
import type { AdminPolicyResource } from '../model/resource.ts';
import type { Range } from '../model/span.ts';
import { checkStructure } from '../schema/check-structure.ts';
import {
  ADMIN_NETWORK_POLICY,
  BASELINE_ADMIN_NETWORK_POLICY,
  CLUSTER_NETWORK_POLICY,
} from '../schema/policies.ts';
import { readSubject } from './admin-pods.ts';
import { readAdminRules } from './admin-rule.ts';
import { channelOf } from './channel.ts';
import { ADMIN, BASELINE, CLUSTER, type Dialect } from './dialect.ts';
import { entryOf, integerAt, mapAt, shorten, stringAt, valueAt } from './fields.ts';
import { checkMetadata, type Metadata, readMetadata } from './metadata.ts';
import { createNotes, type Note, type Notes } from './notes.ts';
import { rewrite } from './rewriting.ts';
import type { MapTree } from './tree.ts';

type Reader = (notes: Notes, object: MapTree) => AdminPolicyResource | null;

export const readAdminNetworkPolicy: Reader = (notes, object) => read(notes, object, ADMIN);
export const readBaselineAdminNetworkPolicy: Reader = (notes, object) =>
  read(notes, object, BASELINE);
export const readClusterNetworkPolicy: Reader = (notes, object) => read(notes, object, CLUSTER);

/** Null, with notes of level error, for a policy that the API server would refuse. */
function read(notes: Notes, object: MapTree, dialect: Dialect): AdminPolicyResource | null {
  const own = createNotes(notes.text);
  const resource = readWith(own, object, dialect);
  // Of a field that is not known here the reader may know where it comes from: that is said first, and
  // what the structure has to say of the same place is not said again.
  for (const note of own.all) if (note.rule === 'unknown-field') pass(notes, note);
  checkStructure(object, SCHEMAS[dialect.kind], notes);
  for (const note of own.all) pass(notes, note);
  return notes.hasError() ? null : resource;
}

const SCHEMAS = {
  AdminNetworkPolicy: ADMIN_NETWORK_POLICY,
  BaselineAdminNetworkPolicy: BASELINE_ADMIN_NETWORK_POLICY,
  ClusterNetworkPolicy: CLUSTER_NETWORK_POLICY,
} as const;

function pass(notes: Notes, { level, rule, range, message, fix }: Note): void {
  notes[level](rule, range, message, fix ?? null);
}

function readWith(notes: Notes, object: MapTree, dialect: Dialect): AdminPolicyResource | null {
  const metadata = readMetadata(notes, object);
  checkMetadata(notes, object);
  noteNamespace(notes, object, dialect.kind);
  if (metadata !== null && dialect === BASELINE) checkOnlyName(notes, metadata);
  const spec = mapAt(notes, object, 'spec', 'policy');
  if (spec === null) {
    if (valueAt(object, 'spec') === null) {
      notes.error(
        'missing-field',
        entryOf(object, 'kind')?.keyRange ?? object.range,
        `spec is required: write spec: with ${specFields(dialect).join(', ')} under it.`,
      );
    }
    return null;
  }
  const place = entryOf(object, 'spec')?.keyRange ?? spec.range;
  checkRequired(notes, spec, dialect, place);
  const tier = readTier(notes, spec, dialect);
  const priority = dialect === BASELINE ? null : readPriority(notes, spec);
  const subjectTree = mapAt(notes, spec, 'subject', 'spec');
  const subject = subjectTree === null ? null : readSubject(notes, subjectTree, dialect);
  const channel = channelOf(object, dialect === CLUSTER);
  const ingress = readAdminRules(notes, spec, 'ingress', dialect, channel);
  const egress = readAdminRules(notes, spec, 'egress', dialect, channel);
  if (metadata === null || subject === null || tier === null || notes.hasError()) return null;
  return {
    type: 'admin-policy',
    kind: dialect.kind,
    tier,
    priority,
    priorityRange: valueAt(spec, 'priority')?.range ?? null,
    name: metadata.name,
    range: object.range,
    nameRange: metadata.nameRange,
    subject,
    ingress,
    egress,
    ignores: metadata.ignores,
  };
}

function specFields(dialect: Dialect): readonly string[] {
  const both = ['subject', 'ingress', 'egress'];
  if (dialect === BASELINE) return both;
  return dialect === ADMIN ? ['priority', ...both] : ['tier', 'priority', ...both];
}

/** SEMANTICS 3.1: it stands for the whole cluster. */
function noteNamespace(notes: Notes, object: MapTree, kind: string): void {
  const metadata = valueAt(object, 'metadata');
  const entry = metadata?.type === 'map' ? entryOf(metadata, 'namespace') : null;
  if (entry === null || valueAt(metadata as MapTree, 'namespace') === null) return;
  notes.info(
    'ignored-namespace',
    entry.keyRange,
    `${kind} belongs to no namespace: this field has no effect. Its subject says where it counts.`,
  );
}

/** SEMANTICS 2.19, 3.5 */
function checkOnlyName(notes: Notes, { name, nameRange }: Metadata): void {
  if (name === 'default') return;
  notes.error(
    'invalid-name',
    nameRange,
    'A cluster has one BaselineAdminNetworkPolicy, and its name is default: write name: default.',
    rewrite(notes.text, nameRange, name, 'default', 'Write default'),
  );
}

const HIGHEST = 1000;

const REQUIRED = [
  ['tier', 'tier: Admin or tier: Baseline'],
  ['priority', `priority: with a number from 0 to ${HIGHEST}, the lower one is asked first`],
  ['subject', 'subject: with namespaces: {} under it for all pods of the cluster'],
] as const;

/** SEMANTICS 2.18, 4.2: said in one breath, so that nobody has to come back for the next one. */
function checkRequired(notes: Notes, spec: MapTree, dialect: Dialect, place: Range): void {
  const known = specFields(dialect);
  const lacking = REQUIRED.filter(([key]) => known.includes(key) && valueAt(spec, key) === null);
  if (lacking.length === 0) return;
  notes.error(
    'missing-field',
    place,
    `spec lacks ${lacking.map(([key]) => key).join(', ')}. Write ${lacking.map(([, advice]) => advice).join('; ')}.`,
  );
}

const TIERS: ReadonlyMap<string, AdminTier> = new Map([
  ['Admin', 'admin'],
  ['Baseline', 'baseline'],
]);

/** SEMANTICS 4.2; the older kinds are each a tier of their own. */
function readTier(notes: Notes, spec: MapTree, dialect: Dialect): AdminTier | null {
  if (dialect !== CLUSTER) return dialect === BASELINE ? 'baseline' : 'admin';
  const text = stringAt(notes, spec, 'tier', 'spec');
  const tier = TIERS.get(text ?? '') ?? null;
  if (tier !== null || text === null) return tier;
  const near = [...TIERS.keys()].find((known) => known.toLowerCase() === text.toLowerCase());
  const range = valueAt(spec, 'tier')?.range ?? spec.range;
  notes.error(
    'invalid-tier',
    range,
    near === undefined
      ? `A tier is Admin or Baseline, not "${shorten(text)}".`
      : `Write the tier as ${near}: upper and lower case count.`,
    near === undefined ? null : rewrite(notes.text, range, text, near, `Write ${near}`),
  );
  return null;
}

/** SEMANTICS 2.18, 3.2 */
function readPriority(notes: Notes, spec: MapTree): number | null {
  const priority = integerAt(notes, spec, 'priority', 'spec');
  if (priority !== null && (priority < 0 || priority > HIGHEST)) {
    notes.error(
      'invalid-priority',
      valueAt(spec, 'priority')?.range ?? spec.range,
      `A priority is a number from 0 to ${HIGHEST}, not ${priority}.`,
    );
  }
  return priority;
}
