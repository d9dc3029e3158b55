// The part every object has: its name, namespace, labels and owner.
import type { Owner } from '../model/resource.ts';
import type { Range } from '../model/span.ts';
import { asMap, entryOf, listAt, mapAt, stringAt, stringMapAt, valueAt } from './fields.ts';
import { isDnsLabel, isDnsSubdomain, isLabelKey, isLabelValue } from './names.ts';
import type { Notes } from './notes.ts';
import type { MapTree } from './tree.ts';

const DEFAULT_NAMESPACE = 'default';

export interface Metadata {
  /** `prefix*` for an object that the cluster would name (SEMANTICS 5.6). */
  readonly name: string;
  readonly nameRange: Range;
  readonly namespace: string;
  readonly isNamespaceAssumed: boolean;
  readonly labels: ReadonlyMap<string, string>;
  readonly owner: Owner | null;
  /** The lint rules that its annotation switches off. */
  readonly ignores: readonly string[];
}

/** Null, with a note, for an object without a name: there is nothing to call it. */
export function readMetadata(notes: Notes, object: MapTree): Metadata | null {
  const tree = mapAt(notes, object, 'metadata', 'object');
  const place = entryOf(object, 'kind')?.keyRange ?? object.range;
  if (tree === null) {
    notes.error('missing-name', place, 'The object has no name. Add metadata.name.');
    return null;
  }
  const name = textAt(notes, tree, 'name') || null;
  const prefix = name === null ? stringAt(notes, tree, 'generateName', 'metadata') || null : null;
  if (name === null && prefix === null) {
    notes.error('missing-name', place, 'The object has no name. Add metadata.name.');
    return null;
  }
  const namespace = textAt(notes, tree, 'namespace') || null;
  return {
    name: name ?? `${prefix}*`,
    nameRange: (entryOf(tree, name === null ? 'generateName' : 'name')?.value ?? tree).range,
    namespace: namespace ?? DEFAULT_NAMESPACE,
    isNamespaceAssumed: namespace === null,
    labels: stringMapAt(notes, tree, 'labels', 'metadata'),
    owner: readOwner(notes, tree),
    ignores: readIgnores(tree),
  };
}

const IGNORE = 'netpolis.dev/ignore';

/** Ids of rules, with commas or spaces between them. */
function readIgnores(metadata: MapTree): readonly string[] {
  const text = annotationIn(metadata, IGNORE) ?? '';
  return text.split(/[\s,]+/).filter((id) => id !== '');
}

function annotationIn(metadata: MapTree, key: string): string | null {
  const annotations = valueAt(metadata, 'annotations');
  const value = annotations?.type === 'map' ? valueAt(annotations, key) : null;
  return value?.type === 'scalar' && typeof value.value === 'string' ? value.value : null;
}

/** One annotation of an object; null where it is missing or no text. */
export function annotationOf(object: MapTree, key: string): string | null {
  const metadata = valueAt(object, 'metadata');
  return metadata?.type === 'map' ? annotationIn(metadata, key) : null;
}

/** A name that YAML took for a number or a boolean is a mistake, but plainly that name. */
function textAt(notes: Notes, metadata: MapTree, key: string): string | null {
  const value = valueAt(metadata, key);
  const text = stringAt(notes, metadata, key, 'metadata');
  return text === null && value?.type === 'scalar' ? value.text : text;
}

/** What the API server checks of a policy's metadata beyond its types (SEMANTICS 2.1, 2.14). */
export function checkMetadata(notes: Notes, object: MapTree): void {
  const tree = valueAt(object, 'metadata');
  if (tree?.type !== 'map') return;
  checkNames(notes, object, 'error');
  const labels = valueAt(tree, 'labels');
  if (labels?.type === 'map') checkLabels(notes, labels, 'metadata.labels');
  stringMapAt(notes, tree, 'annotations', 'metadata');
}

const NAME_FORM =
  'A name has only lower-case letters, digits, "-" and ".", begins and ends with a letter or digit, and is at most 253 characters long.';
const PREFIX_FORM =
  'generateName is the beginning of a name: lower-case letters, digits, "-" and ".", beginning with a letter or digit.';
const NAMESPACE_FORM =
  'A namespace has only lower-case letters, digits and "-", begins and ends with a letter or digit, and is at most 63 characters long.';

/** The forms that the API server asks of names; the empty text counts as a missing one. */
export function checkNames(notes: Notes, object: MapTree, level: 'error' | 'warning'): void {
  const tree = valueAt(object, 'metadata');
  if (tree?.type !== 'map') return;
  const check = (key: string, isGood: (text: string) => boolean, message: string) => {
    const value = valueAt(tree, key);
    if (value?.type !== 'scalar' || value.text === '' || isGood(value.text)) return;
    notes[level]('invalid-name', value.range, message);
  };
  check('name', isDnsSubdomain, NAME_FORM);
  // A name goes on behind it, so it may end with a dash.
  check('generateName', (text) => isDnsSubdomain(text.replace(/-$/, 'a')), PREFIX_FORM);
  check('namespace', isDnsLabel, NAMESPACE_FORM);
}

/** Keys and values as labels must be (SEMANTICS 2.2). */
export function checkLabels(notes: Notes, labels: MapTree, path: string): void {
  for (const entry of labels.entries) {
    if (!isLabelKey(entry.key)) {
      notes.error('invalid-label', entry.keyRange, labelKeyMessage(path));
    }
    const value = entry.value;
    if (value.type === 'scalar' && typeof value.value === 'string' && !isLabelValue(value.value)) {
      notes.error('invalid-label', value.range, labelValueMessage(path));
    }
  }
}

export function labelKeyMessage(path: string): string {
  return `A label key in ${path} is up to 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit, with an optional DNS name and "/" before it.`;
}

export function labelValueMessage(path: string): string {
  return `A label value in ${path} is empty or up to 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit.`;
}

/** Only the owner marked `controller` makes and replaces the object (SEMANTICS 5.7). */
function readOwner(notes: Notes, metadata: MapTree): Owner | null {
  const references = listAt(notes, metadata, 'ownerReferences', 'metadata');
  for (const item of references?.items ?? []) {
    const reference = asMap(notes, item, 'metadata.ownerReferences[]');
    if (reference === null) continue;
    const controller = valueAt(reference, 'controller');
    if (controller?.type !== 'scalar' || controller.value !== true) continue;
    const kind = stringAt(notes, reference, 'kind', 'metadata.ownerReferences[]');
    const name = stringAt(notes, reference, 'name', 'metadata.ownerReferences[]');
    if (kind === null || name === null) {
      // SEMANTICS 10.6
      notes.warning(
        'incomplete-owner',
        reference.range,
        'The controller reference lacks its kind or name, so this pod is shown by itself.',
      );
      return null;
    }
    return { kind, name };
  }
  return null;
}
