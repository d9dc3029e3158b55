// Reads one entry of `ports` in v1alpha1: exactly one of portNumber, portRange and namedPort (SEMANTICS 2.16, 3.10).
import type { AdminAction, AdminPort } from '../model/admin-policy.ts';
import { FIRST_PORT, LAST_PORT, PROTOCOLS, type Protocol } from '../model/port.ts';
import { givenOf } from './admin-pods.ts';
import { type ChannelReading, mayUse } from './channel.ts';
import { asMap, entryOf, integerAt, shorten, stringAt, valueAt } from './fields.ts';
import type { Notes } from './notes.ts';
import { rewriteNear } from './rewriting.ts';
import type { MapTree, Tree } from './tree.ts';

const FORMS = ['portNumber', 'portRange', 'namedPort'] as const;
const EXAMPLE = 'portNumber: {protocol: TCP, port: 80}';

/** Null with a note of level error where it can't be read, and without one where it can match nothing. */
export function readAdminPort(
  notes: Notes,
  item: Tree,
  path: string,
  channel: ChannelReading,
  action: AdminAction | null,
): AdminPort | null {
  const tree = asMap(notes, item, path);
  if (tree === null || noteFlat(notes, tree, path)) return null;
  const [first, second] = givenOf(tree, FORMS);
  if (first === undefined) {
    if (tree.entries.every(({ key }) => FORMS.some((form) => form === key))) {
      notes.error('missing-field', tree.range, `${path} is empty: write as ${EXAMPLE}.`);
    }
    return null;
  }
  if (second !== undefined) {
    notes.error(
      'invalid-port',
      second.keyRange,
      `${path} has ${first.key} and ${second.key}: an entry is one of ${FORMS.join(', ')}. Make two entries of it.`,
    );
    return null;
  }
  if (first.key === 'namedPort') {
    const mayBe = mayUse(notes, channel, first);
    const name = stringAt(notes, tree, 'namedPort', path);
    if (!mayBe || name === null) return null;
    const { range } = first.value;
    return { range: tree.range, valueRange: range, protocol: null, port: { name } };
  }
  const inner = asMap(notes, first.value, `${path}.${first.key}`);
  if (inner === null) return null;
  return first.key === 'portNumber'
    ? readNumber(notes, tree, inner, `${path}.portNumber`, action)
    : readRange(notes, tree, inner, `${path}.portRange`, action);
}

/** The form of a NetworkPolicy, which has no second level. */
function noteFlat(notes: Notes, tree: MapTree, path: string): boolean {
  const flat = tree.entries.find(({ key }) => key === 'port' || key === 'protocol');
  if (flat === undefined) return false;
  notes.error(
    'unknown-field',
    flat.keyRange,
    `${path} has no ${flat.key} of its own, as a NetworkPolicy has: write ${EXAMPLE}.`,
  );
  return true;
}

function readNumber(
  notes: Notes,
  entry: MapTree,
  tree: MapTree,
  path: string,
  action: AdminAction | null,
): AdminPort | null {
  const protocol = readProtocol(notes, tree, path, action);
  const port = portAt(notes, tree, 'port', path);
  if (port === null || protocol === null) return null;
  const valueRange = valueAt(tree, 'port')?.range ?? tree.range;
  return { range: entry.range, valueRange, protocol, port: { from: port, to: port } };
}

/**
 * The definition of v1alpha1 takes any text, and names no other than TCP, UDP and SCTP: what a plugin
 * makes of others is its own. They are read so that nothing is let through by them, as whatever is not
 * known (SEMANTICS 3.11). null: it matches nothing.
 */
function readProtocol(
  notes: Notes,
  tree: MapTree,
  path: string,
  action: AdminAction | null,
): Protocol | null {
  const value = valueAt(tree, 'protocol');
  const text = stringAt(notes, tree, 'protocol', path);
  if (text === null || value === null) return 'TCP';
  const found = PROTOCOLS.find((protocol) => protocol === text);
  if (found !== undefined) return found;
  const meant = PROTOCOLS.find((protocol) => protocol === text.toUpperCase()) ?? null;
  const read = action === 'deny' ? meant : null;
  notes.warning(
    'invalid-protocol',
    value.range,
    meant === null
      ? `The API server takes any text here, but no packet is of protocol "${shorten(text)}": it is TCP, UDP or SCTP. This entry matches nothing.`
      : `The API server takes "${text}", but a network plugin may compare it with ${meant} and find it another. Write ${meant}: until then this entry is read as ${read === null ? 'matching nothing' : meant}.`,
    rewriteNear(notes, value, PROTOCOLS),
  );
  return read;
}

/** Their order is documented and not enforced (SEMANTICS 2.19). */
function readRange(
  notes: Notes,
  entry: MapTree,
  tree: MapTree,
  path: string,
  action: AdminAction | null,
): AdminPort | null {
  const protocol = readProtocol(notes, tree, path, action);
  const from = portAt(notes, tree, 'start', path);
  const to = portAt(notes, tree, 'end', path);
  if (from === null || to === null || protocol === null) return null;
  if (from > to) {
    notes.warning(
      'invalid-port',
      valueAt(tree, 'end')?.range ?? tree.range,
      `${path} ends before it starts, so it matches nothing. Write start: ${to} and end: ${from}.`,
    );
    return null;
  }
  return { range: entry.range, valueRange: tree.range, protocol, port: { from, to } };
}

/** A required number of a port (SEMANTICS 2.18). */
export function portAt(notes: Notes, tree: MapTree, key: string, path: string): number | null {
  const value = valueAt(tree, key);
  if (value === null) {
    notes.error(
      'missing-field',
      entryOf(tree, key)?.keyRange ?? tree.range,
      `${path}.${key} is required: write a port number.`,
    );
    return null;
  }
  const port = integerAt(notes, tree, key, path);
  if (port === null) return null;
  if (port < FIRST_PORT || port > LAST_PORT) {
    notes.error('invalid-port', value.range, `A port is a number from 1 to 65535, not ${port}.`);
    return null;
  }
  return port;
}
