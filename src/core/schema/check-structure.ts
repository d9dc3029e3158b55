// Compares an object with the structure of its kind: unknown and missing fields, wrong types, values
// that no server takes. Each complaint stands at its key or value and says what to write.
import { asString, entryOf, isNull, wrongType } from '../manifests/fields.ts';
import { createNotes, type NoteFix, type Notes } from '../manifests/notes.ts';
import { makeList, rewrite, unquoteBoolean, unquoteNumber } from '../manifests/rewriting.ts';
import type { ScalarValue } from '../manifests/scalar.ts';
import type { Entry, ListTree, MapTree, Tree } from '../manifests/tree.ts';
import type { Range } from '../model/span.ts';
import { nearest } from './nearest.ts';
import { type Place, pathOf } from './place.ts';
import type { Bounds, FieldsType, Plain, Schema, Shape } from './shape.ts';
import { noteUnknownField } from './unknown-field.ts';

/**
 * @param isStored it was printed by a server, which had checked it: what it has and this structure
 *   has not, or the other way round, is of a newer version
 */
export function checkStructure(
  object: MapTree,
  schema: Schema,
  notes: Notes,
  isStored = false,
): void {
  const kindRange = entryOf(object, 'kind')?.keyRange ?? object.range;
  const root: Place = {
    parent: null,
    step: '',
    range: kindRange,
    isElsewhere: false,
    fields: null,
  };
  checkerOf(schema, notes, isStored).check(
    object,
    { type: 'fields', name: schema.root.name },
    root,
  );
}

export interface Checker {
  readonly schema: Schema;
  readonly notes: Notes;
  readonly isStored: boolean;
  check(tree: Tree, shape: Shape, place: Place): void;
  /** Whether a value would be right at a place. */
  fits(tree: Tree, shape: Shape, place: Place): boolean;
}

function checkerOf(schema: Schema, notes: Notes, isStored: boolean): Checker {
  const checker: Checker = {
    schema,
    notes,
    isStored,
    check: (tree, shape, place) => checkValue(checker, tree, shape, place),
    fits: (tree, shape, place) => {
      const scratch = createNotes(notes.text);
      checkerOf(schema, scratch, isStored).check(tree, shape, place);
      return !scratch.hasError();
    },
  };
  return checker;
}

/** The API takes null for missing, everywhere. */
function checkValue(checker: Checker, tree: Tree, shape: Shape, place: Place): void {
  if (shape.type === 'any' || shape.type === 'string-or-list' || isNull(tree)) return;
  if (shape.type === 'fields') checkFields(checker, tree, shape.name, place);
  else if (shape.type === 'list') checkList(checker, tree, shape, place);
  else if (shape.type === 'map') checkMap(checker, tree, shape, place);
  else checkScalar(checker, tree, shape, place);
}

function checkFields(checker: Checker, tree: Tree, name: string, place: Place): void {
  const { schema, notes } = checker;
  if (tree.type !== 'map') {
    wrongType(notes, tree, pathOf(place, schema.kind), 'a map of fields');
    return;
  }
  const type = schema.typeOf(name);
  const here: Place = { ...place, fields: { type, map: tree } };
  const meant = new Set<string>();
  for (const entry of tree.entries) {
    const field = type.fields.get(entry.key);
    if (field !== undefined) {
      checkValue(checker, entry.value, field.shape, placeOfEntry(here, tree, entry));
    } else if (place.parent !== null || entry.key !== 'status') {
      // Older servers gave kinds a status that newer ones don't know any more.
      const near = noteUnknownField(checker, entry, here, tree, type);
      if (near !== null) meant.add(near);
    }
  }
  if (schema.leaves(type.name) || checker.isStored) return;
  const missing = [...type.fields.values()]
    .filter(({ isRequired, name: field }) => isRequired && !meant.has(field))
    .map(({ name: field }) => field)
    .filter((field) => isMissing(tree, field) && !SKETCHED.has(`${type.name}.${field}`));
  if (missing.length > 0) {
    const path = pathOf(place, schema.kind);
    const message = `${path} lacks ${missing.join(' and ')}: ${missing.length === 1 ? 'it is' : 'they are'} required.`;
    notes[schema.missingIs]('missing-field', place.range, message);
  }
  checkCount(checker, tree, type, here);
}

/** What people leave out of a sketch: servers ask for it, but no flow depends on it. */
const SKETCHED: ReadonlySet<string> = new Set([
  'Container.name',
  'CronJobSpec.schedule',
  'DaemonSetSpec.selector',
  'DeploymentSpec.selector',
  'PodSpec.containers',
  'ReplicaSetSpec.selector',
  'StatefulSetSpec.selector',
]);

function isMissing(map: MapTree, key: string): boolean {
  const entry = entryOf(map, key);
  return entry === null || isNull(entry.value);
}

/** SEMANTICS 2.16; where a field is not known, that one may have been meant to count. */
function checkCount(
  { schema, notes }: Checker,
  map: MapTree,
  { count, fields }: FieldsType,
  place: Place,
): void {
  if (count === null || map.entries.some(({ key }) => !fields.has(key))) return;
  const there = map.entries.filter(({ value }) => !isNull(value));
  const second = there[1];
  const path = pathOf(place, schema.kind);
  const names = [...fields.keys()];
  const choice = names.length === 1 ? `${names[0]}` : `one of ${names.join(', ')}`;
  if (there.length < count.least) {
    notes.error('missing-choice', place.range, `${path} is empty: it needs ${choice}.`);
  } else if (there.length > count.most && second !== undefined) {
    const both = there.map(({ key }) => key).join(' and ');
    notes.error(
      'mixed-choice',
      second.keyRange,
      `${path} takes only ${choice}; this has ${both}. Make several entries of it.`,
    );
  }
}

function placeOfEntry(parent: Place, map: MapTree, { key, keyRange, value }: Entry): Place {
  const isElsewhere =
    parent.isElsewhere || !isInside(keyRange, map.range) || value.range.start < keyRange.start;
  return { parent, step: key, range: keyRange, isElsewhere, fields: null };
}

function placeOfItem(parent: Place, list: ListTree, index: number, item: Tree): Place {
  const first = item.type === 'map' ? item.entries[0]?.keyRange : undefined;
  const isElsewhere = parent.isElsewhere || !isInside(item.range, list.range);
  return { parent, step: index, range: first ?? item.range, isElsewhere, fields: null };
}

function isInside(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function checkList(
  checker: Checker,
  tree: Tree,
  { of, bounds }: Extract<Shape, { type: 'list' }>,
  place: Place,
): void {
  const { schema, notes } = checker;
  const path = () => pathOf(place, schema.kind);
  if (tree.type !== 'list') {
    const isAnItem =
      !place.isElsewhere && checker.fits(tree, of, { ...place, parent: place, step: 0 });
    const fix = isAnItem ? makeList(notes.text, tree) : null;
    wrongType(notes, tree, path(), 'a list: begin each item with "- "', fix);
    return;
  }
  tree.items.forEach((item, index) => {
    checkValue(checker, item, of, placeOfItem(place, tree, index, item));
  });
  if (bounds !== undefined && !isWithin(tree.items.length, bounds)) {
    const range = tree.items.length === 0 ? tree.range : place.range;
    notes.error(
      'invalid-value',
      range,
      `${path()} has ${boundsText(bounds)} items, not ${tree.items.length}.`,
    );
  }
}

function checkMap(
  checker: Checker,
  tree: Tree,
  { of }: Extract<Shape, { type: 'map' }>,
  place: Place,
): void {
  if (tree.type !== 'map') {
    wrongType(checker.notes, tree, pathOf(place, checker.schema.kind), 'a map of fields');
    return;
  }
  for (const entry of tree.entries) {
    checkValue(checker, entry.value, of, placeOfEntry(place, tree, entry));
  }
}

type ScalarShape = Exclude<Shape, { type: 'list' | 'map' | 'fields' }>;

function checkScalar(checker: Checker, tree: Tree, shape: ScalarShape, place: Place): void {
  const value = tree.type === 'scalar' ? tree.value : null;
  if (shape.type === 'string' || shape.type === 'values') {
    checkText(checker, tree, shape, place);
  } else if (!isOfType(value, shape.type)) {
    refuse(checker, tree, shape.type, place);
  } else if ('bounds' in shape && typeof value === 'number') {
    checkBounds(checker, tree, value, shape.bounds, place);
  }
}

function isOfType(value: ScalarValue, type: Plain): boolean {
  const isWhole = typeof value === 'number' && Number.isInteger(value);
  switch (type) {
    case 'integer':
      return isWhole;
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'int-or-string':
      return isWhole || typeof value === 'string';
    case 'quantity':
      return typeof value === 'number' || typeof value === 'string';
    case 'string':
      return typeof value === 'string';
    case 'string-or-list':
    case 'any':
      return true;
  }
}

const EXPECTED: Readonly<Record<Plain, string>> = {
  string: 'a string',
  integer: 'a whole number without quotes',
  number: 'a number without quotes',
  boolean: 'true or false without quotes',
  'int-or-string': 'a whole number or a text',
  quantity: 'an amount, as 2, 500m or 1Gi',
  'string-or-list': 'a text or a list of texts',
  any: 'anything',
};

/** What is right but for its quotes can lose them. */
function refuse({ notes, schema }: Checker, tree: Tree, type: Plain, place: Place): void {
  const isPort = typeof place.step === 'string' && /port$/i.test(place.step);
  const expected =
    isPort && type === 'int-or-string'
      ? 'a number or the name of a container port'
      : EXPECTED[type];
  const fix = place.isElsewhere ? null : withoutQuotes(notes.text, tree, type);
  wrongType(notes, tree, pathOf(place, schema.kind), expected, fix);
}

function withoutQuotes(text: string, tree: Tree, type: Plain): NoteFix | null {
  if (type === 'integer') return unquoteNumber(text, tree);
  return type === 'boolean' ? unquoteBoolean(text, tree) : null;
}

function checkText(checker: Checker, tree: Tree, shape: ScalarShape, place: Place): void {
  const { notes, schema } = checker;
  const path = pathOf(place, schema.kind);
  const isOneOf = (_: string, word: string) => 'values' in shape && shape.values.includes(word);
  const text =
    shape.type === 'values' ? asString(notes, tree, path, isOneOf) : asString(notes, tree, path);
  if (text === null || tree.type !== 'scalar' || schema.leaves(typeAround(place))) return;
  if (shape.type !== 'values') {
    const bounds = 'bounds' in shape ? shape.bounds : undefined;
    if (bounds !== undefined && !isWithin(text.length, bounds)) {
      const message = `${path} has ${boundsText(bounds)} characters, not ${text.length}.`;
      notes.error('invalid-value', tree.range, message);
    }
    return;
  }
  if (checker.isStored || shape.values.includes(text) || (text === '' && schema.takesEmpty)) return;
  const near = nearest(text, shape.values);
  const known = shape.values.filter((value) => value !== '');
  const message =
    near === null
      ? `${path} is ${known.length === 1 ? '' : 'one of '}${known.join(', ')}, not "${text.slice(0, 60)}".`
      : `${path}: write ${near.word}, not "${text}".`;
  const fix =
    near?.isSure === true && !place.isElsewhere
      ? rewrite(notes.text, tree.range, tree.text, near.word, `Write ${near.word}`)
      : null;
  notes.error('invalid-value', tree.range, message, fix);
}

/** The type whose field a value is, or is in. */
function typeAround(place: Place): string {
  return place.fields?.type.name ?? (place.parent === null ? '' : typeAround(place.parent));
}

function checkBounds(
  { notes, schema }: Checker,
  tree: Tree,
  value: number,
  bounds: Bounds | undefined,
  place: Place,
): void {
  if (bounds === undefined || isWithin(value, bounds)) return;
  const path = pathOf(place, schema.kind);
  notes.error(
    'invalid-value',
    tree.range,
    `${path} is a number from ${boundsText(bounds)}, not ${value}.`,
  );
}

function isWithin(value: number, { least, most }: Bounds): boolean {
  return value >= least && value <= most;
}

function boundsText({ least, most }: Bounds): string {
  return `${least} to ${most}`;
}
