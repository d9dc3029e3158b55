// Takes typed values out of a tree; what does not fit becomes a note at its place.
import { isDnsLabel, isLabelValue } from './names.ts';
import type { NoteFix, Notes } from './notes.ts';
import { makeList, quote, unquoteBoolean, unquoteNumber } from './rewriting.ts';
import type { Entry, ListTree, MapTree, ScalarTree, Tree } from './tree.ts';

/** Where a value stands in the manifest, for messages: `spec.ingress[0].from`; empty for the whole. */
export type Path = string;

function below(path: Path, key: string): Path {
  return path === '' ? key : `${path}.${key}`;
}

export function isNull(tree: Tree): boolean {
  return tree.type === 'scalar' && tree.value === null;
}

/** The entry of a key; the last one where it stands twice, as the API server decodes it. */
export function entryOf(map: MapTree, key: string): Entry | null {
  for (let at = map.entries.length - 1; at >= 0; at--) {
    const entry = map.entries[at] as Entry;
    if (entry.key === key) return entry;
  }
  return null;
}

/** The value of a key; null when it is missing or null, which the API treats alike. */
export function valueAt(map: MapTree, key: string): Tree | null {
  const entry = entryOf(map, key);
  return entry === null || isNull(entry.value) ? null : entry.value;
}

export function mapAt(notes: Notes, map: MapTree, key: string, path: Path): MapTree | null {
  const value = valueAt(map, key);
  return value === null ? null : asMap(notes, value, below(path, key));
}

export function listAt(notes: Notes, map: MapTree, key: string, path: Path): ListTree | null {
  const value = valueAt(map, key);
  if (value === null || value.type === 'list') return value;
  const fix = isItemOf(key, value) ? makeList(notes.text, value) : null;
  wrongType(notes, value, below(path, key), 'a list: begin each item with "- "', fix);
  return null;
}

/** Fields that only an item of the list has, so that a map with one of them is such an item. */
const ITEM_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['backendRefs', ['name']],
  ['containers', ['image']],
  ['initContainers', ['image']],
  ['parentRefs', ['name']],
  ['ports', ['port', 'containerPort']],
]);

function isItemOf(list: string, value: Tree): boolean {
  const known = ITEM_FIELDS.get(list);
  return value.type === 'map' && value.entries.some(({ key }) => known?.includes(key) === true);
}

export function asMap(notes: Notes, value: Tree, path: Path): MapTree | null {
  if (value.type === 'map') return value;
  wrongType(notes, value, path, 'a map of fields');
  return null;
}

export function stringAt(notes: Notes, map: MapTree, key: string, path: Path): string | null {
  const value = valueAt(map, key);
  return value === null ? null : asString(notes, value, below(path, key));
}

/** A string, or null with a note that says to quote what YAML took for something else (SEMANTICS 10.1). */
export function asString(
  notes: Notes,
  value: Tree,
  path: Path,
  mayQuote = isFreeText,
): string | null {
  if (value.type === 'scalar' && typeof value.value === 'string') {
    noteBareLetter(notes, value, mayQuote(path, value.text));
    return value.value;
  }
  if (value.type !== 'scalar' || value.value === null) {
    wrongType(notes, value, path, 'a string');
    return null;
  }
  const fix = mayQuote(path, value.text) ? quote(notes.text, value) : null;
  wrongType(notes, value, path, `a string: quote it, "${shorten(value.text)}"`, fix);
  return null;
}

/** Quotes are all that is missing: with them it would be a good label, or a good name. */
function isFreeText(path: Path, text: string): boolean {
  if (NOT_FREE.test(path)) return false;
  return /\.(?:name|namespace|generateName)$/.test(path) ? isDnsLabel(text) : isLabelValue(text);
}

/** Fields that take only some words, or blocks of addresses. */
const NOT_FREE = /\.(?:protocol|operator|type|cidr|except\[\d+\]|policyTypes\[\d+\])$/;

/** kubectl takes a bare y or n for a boolean and refuses the object; what is meant is plain, though. */
function noteBareLetter(notes: Notes, scalar: ScalarTree, isGood = true): void {
  const { text, range } = scalar;
  const isBare = range.end - range.start === text.length;
  if (!isBare || !/^[yYnN]$/.test(text)) return;
  notes.warning(
    'bare-letter',
    range,
    `Quote it, "${text}": kubectl reads a bare ${text} as ${/[yY]/.test(text)} and refuses the object. Here it is taken as the letter.`,
    isGood ? quote(notes.text, scalar) : null,
  );
}

/** The API's integers have 32 bits. */
const LARGEST = 2 ** 31 - 1;

export function integerAt(notes: Notes, map: MapTree, key: string, path: Path): number | null {
  const value = valueAt(map, key);
  if (value === null) return null;
  const number = value.type === 'scalar' && typeof value.value === 'number' ? value.value : null;
  if (number === null || !Number.isInteger(number)) {
    const fix = unquoteNumber(notes.text, value);
    wrongType(notes, value, below(path, key), 'a whole number without quotes', fix);
    return null;
  }
  if (Math.abs(number) > LARGEST) {
    wrongType(notes, value, below(path, key), `a whole number up to ${LARGEST}`);
    return null;
  }
  return number;
}

/** A number of things: below zero is a mistake, which is said and then passed over. */
export function countAt(notes: Notes, map: MapTree, key: string, path: Path): number | null {
  const number = integerAt(notes, map, key, path);
  if (number === null || number >= 0) return number;
  const place = entryOf(map, key)?.value.range ?? map.range;
  notes.error('wrong-type', place, `${below(path, key)} can't be below zero.`);
  return null;
}

export function booleanAt(notes: Notes, map: MapTree, key: string, path: Path): boolean | null {
  const value = valueAt(map, key);
  if (value === null) return null;
  if (value.type === 'scalar' && typeof value.value === 'boolean') return value.value;
  const fix = unquoteBoolean(notes.text, value);
  wrongType(notes, value, below(path, key), 'true or false without quotes', fix);
  return null;
}

/**
 * String to string, as labels are. A value of another type is an error (SEMANTICS 2.13); it is kept
 * as written, since that is what quoting it would make of it.
 */
export function stringMapAt(
  notes: Notes,
  map: MapTree,
  key: string,
  path: Path,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const tree = mapAt(notes, map, key, path);
  if (tree === null) return values;
  for (const entry of tree.entries) {
    const value = entry.value;
    if (value.type === 'scalar' && typeof value.value === 'string') {
      noteBareLetter(notes, value);
      values.set(entry.key, value.value);
    } else if (isNull(value)) {
      // A null decodes to the empty string.
      values.set(entry.key, '');
    } else {
      asString(notes, value, `${below(path, key)}.${shorten(entry.key)}`);
      if (value.type === 'scalar') values.set(entry.key, value.text);
    }
  }
  return values;
}

export function wrongType(
  notes: Notes,
  value: Tree,
  path: Path,
  expected: string,
  fix: NoteFix | null = null,
): void {
  const hint = isTemplate(value) ? ` ${RENDER_IT}` : '';
  notes.error(
    'wrong-type',
    value.range,
    `${path} must be ${expected}; this is ${nameOf(value)}.${hint}`,
    fix,
  );
}

/** YAML takes {{ … }} for a map whose key is a map. */
export function isTemplate(value: Tree): boolean {
  return value.type === 'map' && value.entries[0]?.key === '?';
}

export const RENDER_IT =
  'It looks like a template: paste what it renders to, for Helm the output of "helm template".';

function nameOf(value: Tree): string {
  if (value.type === 'map') return 'a map of fields';
  if (value.type === 'list') return 'a list';
  return nameOfScalar(value);
}

function nameOfScalar(scalar: ScalarTree): string {
  if (scalar.value === null) return 'empty';
  if (typeof scalar.value === 'string') return `the string "${shorten(scalar.text)}"`;
  if (typeof scalar.value === 'boolean') {
    return scalar.text === String(scalar.value)
      ? `the boolean ${scalar.text}`
      : `the boolean ${scalar.value} (YAML reads ${shorten(scalar.text)} so)`;
  }
  return `the number ${shorten(scalar.text)}`;
}

/** Messages quote what a person typed, never at length. */
export function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
