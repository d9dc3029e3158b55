// One document's text → the objects in it that are understood, and what is to be said of the rest.
// Dispatch is on group and kind: other makers use the same kinds for other things (SEMANTICS 0.6).
import { INTENT_GROUP, INTENT_KIND, INTENT_VERSION } from '../model/intent.ts';
import type { Resource } from '../model/resource.ts';
import type { Origin, Range } from '../model/span.ts';
import { asMap, entryOf, isNull, isTemplate, RENDER_IT, shorten, valueAt } from './fields.ts';
import { readForeignPolicy } from './foreign-policy.ts';
import { type IntentReading, readIntent } from './intent.ts';
import { API_GROUPS, type KindReader, POLICIES, READERS, SERVED } from './kinds.ts';
import { checkNames } from './metadata.ts';
import { createNotes, type Note, type NoteFix, type Notes } from './notes.ts';
import { rewrite } from './rewriting.ts';
import { syntaxMessage, syntaxPlace } from './syntax-note.ts';
import { type Duplicate, type MapTree, parseDocument, type Tree } from './tree.ts';

export interface Reading {
  readonly resources: readonly Resource[];
  /** What a person says of flows: no part of the cluster. */
  readonly intents: readonly IntentReading[];
  readonly notes: readonly Note[];
  /** Objects of kinds that are not read. */
  readonly unread: readonly Unread[];
}

export interface PlacedReading {
  readonly origin: Origin;
  readonly reading: Reading;
}

export interface Unread {
  readonly kind: string;
  readonly apiVersion: string;
  readonly range: Range;
  /** It has a pod template, so there are pods that are missing here. */
  readonly makesPods: boolean;
}

/** Never throws on bad text: the mistake is a note, what can be understood is there. */
export function readDocument(text: string): Reading {
  const notes = createNotes(text);
  const parsed = parseDocument(text);
  if (!parsed.ok) {
    notes.error('syntax', syntaxPlace(text, parsed.offset), syntaxMessage(text, parsed.message));
    return { resources: [], intents: [], notes: notes.all, unread: [] };
  }
  const found: Found = { text, resources: [], intents: [], notes: [], unread: [] };
  readObject(found, parsed.root, parsed.duplicates, 0, null);
  found.notes.push(...lostCharacters(text));
  const { resources, intents, unread } = found;
  return { resources, intents, notes: found.notes, unread };
}

/** What stands for bytes that mean nothing in UTF-8; kubectl reads no other encoding. */
const REPLACEMENT = '\uFFFD';

function lostCharacters(text: string): readonly Note[] {
  const at = text.indexOf(REPLACEMENT);
  if (at === -1) return [];
  const notes = createNotes(text);
  notes.warning(
    'not-utf-8',
    { start: at, end: at + 1 },
    'A character here could not be read: this is perhaps no UTF-8, and kubectl reads nothing else. Save it as UTF-8.',
  );
  return notes.all;
}

interface Found {
  readonly text: string;
  readonly resources: Resource[];
  readonly intents: IntentReading[];
  readonly notes: Note[];
  readonly unread: Unread[];
}

/** The kind of a list's items, where they do not name their own. */
interface ItemKind {
  readonly apiVersion: string;
  readonly kind: string;
}

/** A list of lists is as deep as it gets: aliases could nest them without end. */
const MAX_LISTS = 2;

function readObject(
  found: Found,
  tree: Tree,
  duplicates: readonly Duplicate[],
  lists: number,
  itemKind: ItemKind | null,
): void {
  if (isNull(tree)) return;
  const notes = createNotes(found.text);
  const object = tree.type === 'map' ? tree : null;
  const kind = (object && textAt(object, 'kind')) ?? itemKind?.kind ?? null;
  const apiVersion = (object && textAt(object, 'apiVersion')) ?? itemKind?.apiVersion ?? null;
  if (object === null || kind === null || apiVersion === null) {
    noteNoObject(notes, tree, kind);
  } else {
    const items = entryOf(object, 'items');
    if (kind.endsWith('List') && items !== null && lists < MAX_LISTS) {
      const { range } = items.value;
      const own = duplicates.filter(
        ({ range: { start } }) => start < range.start || start >= range.end,
      );
      noteDuplicateFields(notes, object, own);
      readList(found, notes, items.value, duplicates, lists, {
        apiVersion,
        kind: kind.slice(0, -4),
      });
    } else {
      readKind(found, notes, object, duplicates, apiVersion, kind);
    }
  }
  const isPolicy = kind !== null && POLICIES.has(kind) && notes.hasError();
  found.notes.push(
    ...(isPolicy ? notes.all.map((note) => asRefusal(note, tree.range)) : notes.all),
  );
}

function readList(
  found: Found,
  notes: Notes,
  items: Tree,
  duplicates: readonly Duplicate[],
  lists: number,
  itemKind: ItemKind,
): void {
  if (items.type !== 'list') {
    if (!isNull(items)) asMap(notes, items, 'items');
    return;
  }
  // Items of a plain `List` name their own kinds.
  const implied = itemKind.kind === '' ? null : itemKind;
  for (const item of items.items) readObject(found, item, duplicates, lists + 1, implied);
}

function readKind(
  found: Found,
  notes: Notes,
  object: MapTree,
  duplicates: readonly Duplicate[],
  apiVersion: string,
  kind: string,
): void {
  const slash = apiVersion.indexOf('/');
  const group = slash === -1 ? '' : apiVersion.slice(0, slash);
  const version = apiVersion.slice(slash + 1);
  if (group === INTENT_GROUP && kind === INTENT_KIND) {
    noteDuplicateFields(notes, object, duplicates);
    noteIntentVersion(notes, object, version);
    found.intents.push(readIntent(notes, object));
    return;
  }
  const entry = READERS.get(`${group}/${kind}`);
  if (entry === undefined) {
    const served = API_GROUPS.has(group) ? SERVED.get(kind) : undefined;
    const foreign = served === undefined ? readForeignPolicy(object, apiVersion, kind) : null;
    if (served !== undefined) noteWrongGroup(notes, object, apiVersion, kind, served);
    else if (foreign !== null) found.resources.push(foreign);
    else found.unread.push(unreadOf(object, apiVersion, kind));
    return;
  }
  noteDuplicateFields(notes, object, duplicates);
  noteVersion(notes, object, entry, version, kind);
  const resource = entry.read(notes, object);
  // A policy's names are checked with the rest of it.
  const isPolicy = resource?.type === 'policy' || resource?.type === 'admin-policy';
  if (resource !== null && !isPolicy) checkNames(notes, object, 'warning');
  if (resource !== null && !(isPolicy && notes.hasError())) {
    found.resources.push(resource);
  }
}

function noteIntentVersion(notes: Notes, object: MapTree, version: string): void {
  if (version === INTENT_VERSION) return;
  const wanted = `${INTENT_GROUP}/${INTENT_VERSION}`;
  const place = entryOf(object, 'apiVersion')?.value.range ?? object.range;
  const fix = rewriteVersion(notes, object, wanted);
  notes.error('version-not-served', place, `Write apiVersion: ${wanted}.`, fix);
}

function unreadOf(object: MapTree, apiVersion: string, kind: string): Unread {
  const pod = ['spec', 'template', 'spec'].reduce<Tree | null>(
    (tree, key) => (tree?.type === 'map' ? valueAt(tree, key) : null),
    object,
  );
  const holds = (key: string) => pod?.type === 'map' && valueAt(pod, key) !== null;
  return {
    kind,
    apiVersion,
    range: entryOf(object, 'kind')?.value.range ?? object.range,
    makesPods: holds('containers') || holds('domain'),
  };
}

function noteWrongGroup(
  notes: Notes,
  object: MapTree,
  apiVersion: string,
  kind: string,
  served: string,
): void {
  notes.error(
    'wrong-group',
    entryOf(object, 'apiVersion')?.value.range ?? object.range,
    `API servers have no ${kind} in ${shorten(apiVersion)}${POLICIES.has(kind) ? '' : ', so it is left out'}. Write apiVersion: ${served}.`,
    rewriteVersion(notes, object, served),
  );
}

/** A policy with a mistake does not exist on a cluster, so it may not take part here either. */
function asRefusal(note: Note, refuses: Range): Note {
  return note.level === 'error'
    ? {
        ...note,
        message: `${note.message} The API server would refuse this policy: it is left out.`,
        refuses,
      }
    : note;
}

/** Who writes one of these at the top has a manifest in mind, or a piece of one. */
const FIELDS_OF_OBJECTS: readonly string[] = [
  'kind',
  'metadata',
  'spec',
  'status',
  'items',
  'template',
  'containers',
  'podSelector',
  'policyTypes',
  'ingress',
  'egress',
];

/** Folders of manifests hold other files, too: Chart.yaml, values.yaml, package.json. */
function isForeign(tree: Tree): boolean {
  return (
    tree.type === 'map' &&
    tree.entries.length > 0 &&
    !tree.entries.some(({ key }) => FIELDS_OF_OBJECTS.includes(key)) &&
    !isTemplate(tree)
  );
}

function noteNoObject(notes: Notes, tree: Tree, kind: string | null): void {
  const place = { start: tree.range.start, end: Math.min(tree.range.end, tree.range.start + 80) };
  if (tree.type === 'map' && entryOf(tree, 'flows') !== null && kind === null) {
    const intent = `apiVersion: ${INTENT_GROUP}/${INTENT_VERSION} and kind: ${INTENT_KIND}`;
    notes.error('not-an-object', place, `To be checked as an intent it has to say ${intent}.`);
    return;
  }
  if (isForeign(tree)) {
    notes.warning('not-an-object', place, 'This is no Kubernetes object, so it is not read.');
    return;
  }
  const fault =
    kind === null
      ? 'This is no Kubernetes object: it has no kind. Begin it with apiVersion and kind.'
      : `This ${shorten(kind)} has no apiVersion, without which its kind means nothing.`;
  const values = tree.type === 'map' ? tree.entries.map(({ value }) => value) : [];
  const hint = [tree, ...values].some(isTemplate) ? ` ${RENDER_IT}` : '';
  notes.error('not-an-object', place, `${fault}${hint}`);
}

/** A field that stands twice is refused by kubectl, whatever the kind (SEMANTICS 2.14). */
function noteDuplicateFields(
  notes: Notes,
  object: MapTree,
  duplicates: readonly Duplicate[],
): void {
  for (let at = firstFrom(duplicates, object.range.start); at < duplicates.length; at++) {
    const { key, range } = duplicates[at] as Duplicate;
    if (range.start >= object.range.end) break;
    notes.error(
      'duplicate-field',
      range,
      `The field "${shorten(key)}" stands twice here: keep one, only the last would count.`,
    );
  }
}

/** The position of the first duplicate at or behind an offset. */
function firstFrom(duplicates: readonly Duplicate[], offset: number): number {
  let low = 0;
  let high = duplicates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((duplicates[middle] as Duplicate).range.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** SEMANTICS 2.15: a policy of a version that is not served would not exist. */
function noteVersion(
  notes: Notes,
  object: MapTree,
  entry: KindReader,
  version: string,
  kind: string,
): void {
  if (entry.versions.includes(version)) return;
  const place = entryOf(object, 'apiVersion')?.value.range ?? object.range;
  const advice = SERVED.get(kind);
  const renamed =
    version === 'v1alpha2' && kind.endsWith('AdminNetworkPolicy')
      ? ' In v1alpha2 ClusterNetworkPolicy takes its place, with a tier and other words: Accept for Allow, protocols for ports.'
      : '';
  const message = `API servers do not serve this version of ${kind}.${advice === undefined ? '' : ` Write apiVersion: ${advice}.`}${renamed}`;
  if (POLICIES.has(kind)) {
    const fix = advice === undefined ? null : rewriteVersion(notes, object, advice);
    notes.error('version-not-served', place, message, fix);
  } else notes.warning('version-not-served', place, message);
}

function rewriteVersion(notes: Notes, object: MapTree, wanted: string): NoteFix | null {
  const value = valueAt(object, 'apiVersion');
  return value?.type === 'scalar'
    ? rewrite(notes.text, value.range, value.text, wanted, `Write ${wanted}`)
    : null;
}

function textAt(map: MapTree, key: string): string | null {
  const value = valueAt(map, key);
  return value?.type === 'scalar' && typeof value.value === 'string' ? value.value : null;
}
