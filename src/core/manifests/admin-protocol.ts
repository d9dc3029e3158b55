// Reads one entry of `protocols` in v1alpha2: exactly one of tcp, udp, sctp and destinationNamedPort
// (SEMANTICS 2.16, 4.4, 4.9).
import type { AdminPort } from '../model/admin-policy.ts';
import type { Protocol } from '../model/port.ts';
import { givenOf } from './admin-pods.ts';
import { portAt } from './admin-port.ts';
import { asMap, entryOf, mapAt, stringAt, valueAt } from './fields.ts';
import type { Notes } from './notes.ts';
import type { Entry, MapTree, Tree } from './tree.ts';

const PROTOCOLS_OF: ReadonlyMap<string, Protocol> = new Map([
  ['tcp', 'TCP'],
  ['udp', 'UDP'],
  ['sctp', 'SCTP'],
]);
const FORMS = [...PROTOCOLS_OF.keys(), 'destinationNamedPort'];

/** Null, with a note of level error, where it can't be read. */
export function readAdminProtocol(notes: Notes, item: Tree, path: string): AdminPort | null {
  const tree = asMap(notes, item, path);
  if (tree === null || noteMisplaced(notes, tree, path)) return null;
  const given = givenOf(tree, FORMS);
  const [first, second] = given;
  if (first === undefined) {
    const written = tree.entries.find(({ key }) => PROTOCOLS_OF.has(key));
    if (written !== undefined) noteAllPorts(notes, written, path);
    else if (tree.entries.length === 0) {
      notes.error('missing-field', tree.range, `${path} is empty: write ${exampleOf('tcp')}.`);
    }
    return null;
  }
  if (second !== undefined) {
    notes.error(
      'invalid-port',
      second.keyRange,
      `${path} has ${first.key} and ${second.key}: an entry is one of ${FORMS.join(', ')}. Make two entries of it, each with its own "- ".`,
    );
    return null;
  }
  if (first.key === 'destinationNamedPort') {
    const name = stringAt(notes, tree, first.key, path);
    if (name === null) return null;
    // Without a protocol: the name brings its own.
    return { range: tree.range, valueRange: first.value.range, protocol: null, port: { name } };
  }
  const inner = asMap(notes, first.value, `${path}.${first.key}`);
  if (inner === null) return null;
  return readMatch(notes, tree, inner, first, `${path}.${first.key}`);
}

function exampleOf(protocol: string): string {
  return `${protocol}: {destinationPort: {number: 80}}`;
}

/** `tcp: {}` is documented as every port and refused by the definition (SEMANTICS 4.4). */
function noteAllPorts(notes: Notes, { key, keyRange }: Entry, path: string): void {
  notes.error(
    'missing-field',
    keyRange,
    `${path}.${key} may not be empty: write ${exampleOf(key)}; for all its ports write ${key}: {destinationPort: {range: {start: 1, end: 65535}}}.`,
  );
}

/** Slips of indentation, and the forms of other versions (SEMANTICS 4.9). */
function noteMisplaced(notes: Notes, tree: MapTree, path: string): boolean {
  const at = (...keys: readonly string[]) => tree.entries.find(({ key }) => keys.includes(key));
  const port = at('destinationPort', 'number', 'range');
  if (port !== undefined) {
    const protocol = at(...PROTOCOLS_OF.keys())?.key ?? 'tcp';
    notes.error(
      'unknown-field',
      port.keyRange,
      `${port.key} belongs under ${protocol}: indent it further, as ${exampleOf(protocol)}.`,
    );
    return true;
  }
  const older = at('portNumber', 'portRange', 'namedPort', 'port', 'protocol', 'endPort');
  if (older === undefined) return false;
  const instead = older.key === 'namedPort' ? 'destinationNamedPort: web' : exampleOf('tcp');
  notes.error(
    'unknown-field',
    older.keyRange,
    `${path} has no ${older.key}: v1alpha2 writes ${instead}.`,
  );
  return true;
}

function readMatch(
  notes: Notes,
  entry: MapTree,
  tree: MapTree,
  form: Entry,
  path: string,
): AdminPort | null {
  const misplaced = tree.entries.find(({ key }) => key === 'number' || key === 'range');
  if (misplaced !== undefined) {
    notes.error(
      'unknown-field',
      misplaced.keyRange,
      `${misplaced.key} belongs under destinationPort: write ${exampleOf(form.key)}.`,
    );
    return null;
  }
  if (valueAt(tree, 'destinationPort') === null) {
    if (tree.entries.every(({ key }) => key === 'destinationPort')) {
      noteAllPorts(notes, form, path.slice(0, path.lastIndexOf('.')));
    }
    return null;
  }
  const port = mapAt(notes, tree, 'destinationPort', path);
  const range = port === null ? null : readPort(notes, port, `${path}.destinationPort`);
  if (port === null || range === null) return null;
  const protocol = PROTOCOLS_OF.get(form.key) ?? 'TCP';
  const valueRange = valueAt(port, 'number')?.range ?? port.range;
  return { range: entry.range, valueRange, protocol, port: range };
}

function readPort(
  notes: Notes,
  tree: MapTree,
  path: string,
): { readonly from: number; readonly to: number } | null {
  const [first, second] = givenOf(tree, ['number', 'range']);
  if (first === undefined) {
    if (tree.entries.every(({ key }) => key === 'number' || key === 'range')) {
      notes.error(
        'missing-field',
        tree.range,
        `${path} is empty: write number: 80 or range: {start: 8000, end: 8999}.`,
      );
    }
    return null;
  }
  if (second !== undefined) {
    notes.error(
      'invalid-port',
      second.keyRange,
      `${path} has either a number or a range, not both.`,
    );
    return null;
  }
  if (first.key === 'number') {
    const number = portAt(notes, tree, 'number', path);
    return number === null ? null : { from: number, to: number };
  }
  const inner = mapAt(notes, tree, 'range', path);
  return inner === null ? null : readRange(notes, inner, `${path}.range`);
}

/** SEMANTICS 4.4: strictly increasing. */
function readRange(
  notes: Notes,
  tree: MapTree,
  path: string,
): { readonly from: number; readonly to: number } | null {
  const from = portAt(notes, tree, 'start', path);
  const to = portAt(notes, tree, 'end', path);
  if (from === null || to === null) return null;
  if (from < to) return { from, to };
  notes.error(
    'invalid-port',
    entryOf(tree, 'end')?.value.range ?? tree.range,
    from === to
      ? `${path} must end above its start: for one port write number: ${from}.`
      : `${path} ends before it starts: write start: ${to} and end: ${from}.`,
  );
  return null;
}
