// A file of assumptions, YAML or JSON, with a finding at the place of everything that does not fit.

import {
  asMap,
  asString,
  booleanAt,
  entryOf,
  listAt,
  mapAt,
  shorten,
  stringAt,
  stringMapAt,
  valueAt,
} from '../manifests/fields.ts';
import { isDnsLabel, isLabelKey, isLabelValue } from '../manifests/names.ts';
import { createNotes, type Notes } from '../manifests/notes.ts';
import { splitDocuments } from '../manifests/split.ts';
import { type MapTree, parseDocument } from '../manifests/tree.ts';
import {
  type AssumedNamespace,
  type Assumptions,
  CNIS,
  HOST_NETWORKS,
  NO_ASSUMPTIONS,
} from '../model/assumptions.ts';
import type { Finding } from '../model/finding.ts';
import { NAME_LABEL } from '../model/namespace.ts';
import { readCidr } from '../model/read-cidr.ts';
import type { SourceFile } from '../model/source-file.ts';
import { spanAt } from '../model/span.ts';
import { nearest } from '../schema/nearest.ts';

export interface AssumptionsFile {
  /** What fits; the rest is as by default. */
  readonly assumptions: Assumptions;
  readonly findings: readonly Finding[];
}

const FIELDS = [
  'cni',
  'podRanges',
  'nodeRanges',
  'serviceRanges',
  'hostNetwork',
  'namespaces',
  'defaultNamespace',
] as const;

const WHOLE = 'the assumptions';
/** Its fields are named as they are written. */
const ROOT = '';

export function readAssumptionsFile({ name, text }: SourceFile): AssumptionsFile {
  const [document, second] = splitDocuments(text);
  if (document === undefined) return { assumptions: NO_ASSUMPTIONS, findings: [] };
  const origin = { file: name, offset: document.offset };
  const notes = createNotes(document.text);
  const parsed = parseDocument(document.text);
  const root = parsed.ok ? asMap(notes, parsed.root, WHOLE) : null;
  if (!parsed.ok) {
    const { offset, message } = parsed;
    notes.error('syntax', { start: offset, end: offset }, `This is no YAML: ${message}.`);
  } else {
    for (const { key, range } of parsed.duplicates) {
      notes.error('duplicate-field', range, `"${key}" stands here a second time.`);
    }
  }
  if (second !== undefined) {
    const range = { start: second.offset - document.offset, end: second.offset - document.offset };
    notes.error('several-documents', range, 'Only the first document of this file is read.');
  }
  const assumptions = root === null ? NO_ASSUMPTIONS : readAll(notes, root);
  const findings = notes.all.map(({ rule, level, message, range }) => ({
    rule,
    level,
    message,
    span: spanAt(origin, range),
  }));
  return { assumptions, findings };
}

function readAll(notes: Notes, root: MapTree): Assumptions {
  checkFields(notes, root, FIELDS, WHOLE);
  return {
    cni: readChoice(notes, root, 'cni', CNIS) ?? NO_ASSUMPTIONS.cni,
    podRanges: readRanges(notes, root, 'podRanges'),
    nodeRanges: readRanges(notes, root, 'nodeRanges'),
    serviceRanges: readRanges(notes, root, 'serviceRanges'),
    namespaces: readNamespaces(notes, root),
    hostNetwork:
      readChoice(notes, root, 'hostNetwork', HOST_NETWORKS) ?? NO_ASSUMPTIONS.hostNetwork,
    defaultNamespace: readDefaultNamespace(notes, root),
  };
}

function checkFields(notes: Notes, map: MapTree, known: readonly string[], path: string): void {
  for (const { key, keyRange } of map.entries) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    const hint = near === null ? `Known are ${known.join(', ')}` : `Did you mean "${near.word}"`;
    const end = near === null ? '.' : '?';
    notes.error(
      'unknown-field',
      keyRange,
      `There is no "${shorten(key)}" in ${path}. ${hint}${end}`,
    );
  }
}

function readRanges(notes: Notes, root: MapTree, key: string): readonly string[] {
  const ranges = new Set<string>();
  for (const item of listAt(notes, root, key, ROOT)?.items ?? []) {
    const text = asString(notes, item, `${key}[]`);
    if (text === null) continue;
    const reading = readCidr(text);
    if (!reading.ok) notes.error('invalid-cidr', item.range, reading.message);
    else ranges.add(reading.cidr.text);
  }
  return [...ranges];
}

function readChoice<T extends string>(
  notes: Notes,
  root: MapTree,
  key: string,
  choices: readonly T[],
): T | null {
  const text = stringAt(notes, root, key, ROOT);
  if (text === null) return null;
  const found = choices.find((choice) => choice === text);
  const place = entryOf(root, key)?.value.range ?? root.range;
  if (found === undefined) {
    notes.error('unknown-value', place, `${key} is one of ${choices.join(', ')}.`);
  }
  return found ?? null;
}

function readDefaultNamespace(notes: Notes, root: MapTree): string {
  const name = stringAt(notes, root, 'defaultNamespace', ROOT);
  if (name === null) return NO_ASSUMPTIONS.defaultNamespace;
  if (isDnsLabel(name)) return name;
  const place = entryOf(root, 'defaultNamespace')?.value.range ?? root.range;
  notes.error('invalid-name', place, NAME_FORM);
  return NO_ASSUMPTIONS.defaultNamespace;
}

const NAME_FORM = 'A namespace has only lower-case letters, digits and "-", at most 63 of them.';

function readNamespaces(notes: Notes, root: MapTree): readonly AssumedNamespace[] {
  const entries = mapAt(notes, root, 'namespaces', ROOT)?.entries ?? [];
  const read = entries.flatMap(({ key: name, keyRange, value }): AssumedNamespace[] => {
    if (!isDnsLabel(name)) {
      notes.error('invalid-name', keyRange, NAME_FORM);
      return [];
    }
    const about = asMap(notes, value, `namespaces.${name}`);
    if (about === null) return [];
    checkFields(notes, about, ['labels', 'complete'], `namespaces.${name}`);
    const labels = readLabels(notes, about, name);
    const isComplete = booleanAt(notes, about, 'complete', `namespaces.${name}`) ?? true;
    return labels.length > 0 || isComplete ? [{ name, labels, isComplete }] : [];
  });
  return [...new Map(read.map((namespace) => [namespace.name, namespace])).values()];
}

function readLabels(
  notes: Notes,
  about: MapTree,
  name: string,
): readonly (readonly [string, string])[] {
  const tree = valueAt(about, 'labels');
  const placeOf = (key: string) =>
    (tree?.type === 'map' ? entryOf(tree, key)?.keyRange : undefined) ?? about.range;
  return [...stringMapAt(notes, about, 'labels', `namespaces.${name}`)].filter(([key, value]) => {
    const isGood = isLabelKey(key) && isLabelValue(value);
    if (!isGood) notes.error('invalid-label', placeOf(key), `"${key}: ${value}" is no label.`);
    if (key === NAME_LABEL) {
      const message = `Every namespace has ${NAME_LABEL} with its name: leave it out.`;
      notes.warning('overwritten-label', placeOf(key), message);
    }
    return isGood && key !== NAME_LABEL;
  });
}
