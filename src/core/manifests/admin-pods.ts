// Reads what an administrator's policy says of pods: `namespaces`, or `pods` with two selectors
// (SEMANTICS 3.1, 3.12, 4.6).
import type { AdminPods } from '../model/admin-policy.ts';
import { EVERYTHING } from '../model/selector.ts';
import type { Range } from '../model/span.ts';
import type { Dialect } from './dialect.ts';
import { asMap, entryOf, valueAt } from './fields.ts';
import type { Notes } from './notes.ts';
import { selectorAt } from './selector.ts';
import type { Entry, MapTree } from './tree.ts';

/** SEMANTICS 2.16: exactly one of the two. */
export function readSubject(notes: Notes, tree: MapTree, dialect: Dialect): AdminPods | null {
  const path = 'spec.subject';
  noteForeignPeer(notes, tree, path);
  const entries = givenOf(tree, ['namespaces', 'pods']);
  const [first, second] = entries;
  if (first === undefined) {
    // The unknown field says all there is to say.
    if (tree.entries.every(({ key }) => key === 'namespaces' || key === 'pods')) {
      notes.error(
        'missing-field',
        tree.range,
        `${path} is empty: write namespaces or pods under it; namespaces: {} means all pods of the cluster.`,
      );
    }
    return null;
  }
  if (second !== undefined) {
    notes.error(
      'mixed-peer',
      second.keyRange,
      `${path} has either namespaces or pods, not both. For some pods of some namespaces write pods, with a namespaceSelector and a podSelector.`,
    );
    return null;
  }
  return readAdminPods(notes, tree, first, path, dialect);
}

/** The entries of these keys that hold something: null counts as missing. */
export function givenOf(tree: MapTree, keys: readonly string[]): readonly Entry[] {
  return tree.entries.filter(({ key }) => keys.includes(key) && valueAt(tree, key) !== null);
}

/** @param entry the one of `tree` that is `namespaces` or `pods` */
export function readAdminPods(
  notes: Notes,
  tree: MapTree,
  entry: Entry,
  path: string,
  dialect: Dialect,
): AdminPods | null {
  const range: Range = {
    start: entry.keyRange.start,
    end: Math.max(entry.keyRange.end, entry.value.range.end),
  };
  const value = asMap(notes, entry.value, `${path}.${entry.key}`);
  if (value === null) return null;
  if (entry.key === 'namespaces') {
    if (noteOldSelector(notes, value, `${path}.namespaces`)) return null;
    const namespaces = selectorAt(notes, tree, 'namespaces', path) ?? EVERYTHING;
    return { kind: 'pods', range, namespaces, pods: null };
  }
  return readPods(notes, value, range, `${path}.pods`, dialect);
}

function readPods(
  notes: Notes,
  tree: MapTree,
  range: Range,
  path: string,
  dialect: Dialect,
): AdminPods | null {
  const old = entryOf(tree, 'namespaces');
  if (
    old?.value.type === 'map' &&
    noteOldSelector(notes, old.value, `${path}.namespaceSelector`, old.keyRange)
  ) {
    return null;
  }
  const wanted = dialect.wantsNamespaces ? ['namespaceSelector', 'podSelector'] : ['podSelector'];
  const lacking = wanted.filter((key) => valueAt(tree, key) === null);
  if (lacking.length > 0) {
    notes.error(
      'missing-field',
      tree.range,
      `${path} lacks ${lacking.join(' and ')}. To mean all of them write ${lacking.map((key) => `${key}: {}`).join(' and ')}.`,
    );
  }
  const namespaces = selectorAt(notes, tree, 'namespaceSelector', path);
  const pods = selectorAt(notes, tree, 'podSelector', path);
  if (lacking.length > 0) return null;
  // Missing means all: the opposite of a NetworkPolicy's (SEMANTICS 4.6).
  return { kind: 'pods', range, namespaces: namespaces ?? EVERYTHING, pods };
}

/** SEMANTICS 3.12: what earlier versions had in the place of a plain selector. */
function noteOldSelector(notes: Notes, tree: MapTree, path: string, place?: Range): boolean {
  const same = tree.entries.find(({ key }) => key === 'sameLabels' || key === 'notSameLabels');
  if (same !== undefined) {
    notes.error(
      'unknown-field',
      place ?? same.keyRange,
      `${same.key} was taken out of the API after v0.1.1: nothing compares the labels of two namespaces any more. Write one policy for each group of namespaces, with matchLabels under ${path}.`,
    );
    return true;
  }
  const wrapped = tree.entries.find(({ key }) => key === 'namespaceSelector');
  if (wrapped === undefined) return false;
  notes.error(
    'unknown-field',
    place ?? wrapped.keyRange,
    `${path} is the selector itself: write matchLabels or matchExpressions in it, without namespaceSelector.`,
  );
  return true;
}

/** What a NetworkPolicy would write here. */
const FOREIGN: ReadonlyMap<string, string> = new Map([
  [
    'podSelector',
    'write pods: with a namespaceSelector and the podSelector under it; this policy counts in all namespaces',
  ],
  ['namespaceSelector', 'write namespaces: with the labels right under it'],
  [
    'ipBlock',
    'write networks: with a list of CIDRs, as networks: [10.0.0.0/8]; it knows no except',
  ],
  ['matchLabels', 'write namespaces: around it, or podSelector: under pods:'],
  ['matchExpressions', 'write namespaces: around it, or podSelector: under pods:'],
]);

/** Whether a peer or subject is written as a NetworkPolicy's, which is said at its first field. */
export function noteForeignPeer(notes: Notes, tree: MapTree, path: string): boolean {
  const entry = tree.entries.find(({ key }) => FOREIGN.has(key));
  if (entry === undefined) return false;
  notes.error(
    'unknown-field',
    entry.keyRange,
    `${path} has no ${entry.key}: ${FOREIGN.get(entry.key)}.`,
  );
  return true;
}
