// Reads the rules of an administrator's policy, in the order that decides (SEMANTICS 2.17, 3.3, 3.4).
import type { AdminAction, AdminPeer, AdminPort, AdminRule } from '../model/admin-policy.ts';
import type { Direction } from '../model/policy.ts';
import { readAdminPeer } from './admin-peer.ts';
import { readAdminPort } from './admin-port.ts';
import { readAdminProtocol } from './admin-protocol.ts';
import type { ChannelReading } from './channel.ts';
import { CLUSTER, type Dialect, INGRESS_PEERS } from './dialect.ts';
import { asMap, entryOf, listAt, shorten, stringAt, valueAt } from './fields.ts';
import type { Notes } from './notes.ts';
import { rewrite } from './rewriting.ts';
import type { ListTree, MapTree, Tree } from './tree.ts';

/** A rule that matches no traffic for certain is left out; the others keep their positions. */
export function readAdminRules(
  notes: Notes,
  spec: MapTree,
  direction: Direction,
  dialect: Dialect,
  channel: ChannelReading,
): readonly AdminRule[] {
  const list = listAt(notes, spec, direction, 'spec');
  if (list === null) return [];
  checkMost(notes, list, dialect.most, `spec.${direction}`, 'rules');
  return list.items.flatMap((item, index) => {
    const path = `spec.${direction}[${index}]`;
    const tree = asMap(notes, item, path);
    const rule = tree && readRule(notes, { tree, direction, index, path, dialect, channel });
    return rule === null ? [] : [rule];
  });
}

interface Place {
  readonly tree: MapTree;
  readonly direction: Direction;
  readonly index: number;
  readonly path: string;
  readonly dialect: Dialect;
  readonly channel: ChannelReading;
}

function readRule(notes: Notes, place: Place): AdminRule | null {
  const { tree, index, path, dialect } = place;
  checkRuleFields(notes, place);
  const name = stringAt(notes, tree, 'name', path);
  if (name !== null && name.length > LONGEST_NAME) {
    notes.error(
      'invalid-name',
      valueAt(tree, 'name')?.range ?? tree.range,
      `The name of a rule has at most ${LONGEST_NAME} characters, this one has ${name.length}.`,
    );
  }
  const action = readAction(notes, tree, path, dialect);
  const peers = readPeers(notes, place, action);
  const ports = readPorts(notes, place, action);
  if (ports !== null) checkNamedPorts(notes, place, peers, ports);
  if (action === null || (ports !== null && ports.length === 0)) return null;
  const actionRange = valueAt(tree, 'action')?.range ?? tree.range;
  return { index, range: tree.range, name, action, actionRange, peers, ports };
}

const LONGEST_NAME = 100;

/** Fields of the other direction and of the other version are the commonest slips (SEMANTICS 4.9). */
function checkRuleFields(notes: Notes, { tree, direction, path, dialect }: Place): void {
  const peersField = peersFieldOf(direction);
  const otherField = peersField === 'from' ? 'to' : 'from';
  const ports =
    dialect === CLUSTER
      ? 'v1alpha2 writes protocols instead of ports, with entries as tcp: {destinationPort: {number: 80}}.'
      : 'v1alpha1 writes ports instead of protocols, with entries as portNumber: {protocol: TCP, port: 80}.';
  const slips = new Map([
    [otherField, `${path} is an ${direction} rule: write ${peersField} instead of ${otherField}.`],
    [dialect === CLUSTER ? 'ports' : 'protocols', `${path}: ${ports}`],
  ]);
  for (const { key, keyRange, value } of tree.entries) {
    const slip = slips.get(key);
    if (slip === undefined) continue;
    const isSafe = key === otherField && entryOf(tree, peersField) === null && areOnlyPods(value);
    const title = `Write ${peersField}`;
    const fix = isSafe ? rewrite(notes.text, keyRange, key, peersField, title) : null;
    notes.error('unknown-field', keyRange, slip, fix);
  }
}

/** Peers that may stand in rules of either direction. */
function areOnlyPods(peers: Tree): boolean {
  return (
    peers.type === 'list' &&
    peers.items.every(
      (peer) => peer.type === 'map' && peer.entries.every(({ key }) => INGRESS_PEERS.includes(key)),
    )
  );
}

function peersFieldOf(direction: Direction): 'from' | 'to' {
  return direction === 'ingress' ? 'from' : 'to';
}

/** What people write for an action that is called otherwise. */
const MEANT: ReadonlyMap<string, AdminAction> = new Map([
  ['allow', 'allow'],
  ['accept', 'allow'],
  ['permit', 'allow'],
  ['deny', 'deny'],
  ['drop', 'deny'],
  ['reject', 'deny'],
  ['block', 'deny'],
  ['pass', 'pass'],
  ['delegate', 'pass'],
]);

/** SEMANTICS 2.18, 3.4, 4.3; an action that is not known is refused, never taken for another one (SEMANTICS D22). */
function readAction(
  notes: Notes,
  tree: MapTree,
  path: string,
  dialect: Dialect,
): AdminAction | null {
  const value = valueAt(tree, 'action');
  const choices = wordsOf([...dialect.actions.keys()]);
  if (value === null) {
    notes.error(
      'missing-field',
      entryOf(tree, 'action')?.keyRange ?? tree.range,
      `${path}.action is required: write ${choices}.`,
    );
    return null;
  }
  const text = stringAt(notes, tree, 'action', path);
  const action = dialect.actions.get(text ?? '') ?? null;
  if (action !== null || text === null) return action;
  const meant = MEANT.get(text.toLowerCase());
  const wanted = [...dialect.actions].find(([, known]) => known === meant)?.[0];
  notes.error(
    'invalid-action',
    value.range,
    wanted === undefined
      ? `An action of ${dialect.kind} is ${choices}, not "${shorten(text)}".${meant === 'pass' ? ' Behind the baseline tier there is nothing to pass to.' : ''}`
      : `Write ${wanted}: "${shorten(text)}" is no action of ${dialect.kind}, which has ${choices}.`,
    wanted === undefined ? null : rewrite(notes.text, value.range, text, wanted, `Write ${wanted}`),
  );
  return null;
}

function wordsOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** SEMANTICS 2.17: there must be some; nothing means all. */
function readPeers(notes: Notes, place: Place, action: AdminAction | null): readonly AdminPeer[] {
  const { tree, direction, path, dialect, channel } = place;
  const field = peersFieldOf(direction);
  const value = valueAt(tree, field);
  const list = listAt(notes, tree, field, path);
  if (list === null || list.items.length === 0) {
    const slipped = entryOf(tree, field === 'from' ? 'to' : 'from') !== null;
    if ((value === null && !slipped) || list !== null) {
      notes.error(
        'missing-field',
        list?.range ?? entryOf(tree, field)?.keyRange ?? tree.range,
        `${path}.${field} needs at least one peer: write - namespaces: {} for all pods of the cluster.`,
      );
    }
    return [];
  }
  checkMost(notes, list, dialect.most, `${path}.${field}`, 'peers');
  return list.items.flatMap((item, at) => {
    const peerPath = `${path}.${field}[${at}]`;
    const peer = readAdminPeer(notes, item, peerPath, { direction, dialect, channel, action });
    return peer === null ? [] : [peer];
  });
}

/** null: all traffic. Empty: none, since no entry of it can match any. */
function readPorts(
  notes: Notes,
  place: Place,
  action: AdminAction | null,
): readonly AdminPort[] | null {
  const { tree, path, dialect, channel } = place;
  const field = dialect.portsField;
  const list = listAt(notes, tree, field, path);
  if (list === null) return null;
  if (list.items.length === 0) {
    notes.error(
      'missing-field',
      list.range,
      `${path}.${field} may not be empty: remove it to mean all traffic.`,
    );
    return null;
  }
  checkMost(notes, list, dialect.most, `${path}.${field}`, 'entries');
  const read = (item: Tree, at: string) =>
    dialect === CLUSTER
      ? readAdminProtocol(notes, item, at)
      : readAdminPort(notes, item, at, channel, action);
  return list.items.flatMap((item, at) => {
    const port = read(item, `${path}.${field}[${at}]`);
    return port === null ? [] : [port];
  });
}

function checkMost(notes: Notes, list: ListTree, most: number, path: string, things: string): void {
  const first = list.items[most];
  if (first === undefined) return;
  notes.error(
    'too-many',
    first.range,
    `${path} may have at most ${most} ${things}, it has ${list.items.length}. Make two policies of it.`,
  );
}

/** Addresses have no names for their ports (SEMANTICS 4.5): refused, or accepted and without effect. */
function checkNamedPorts(
  notes: Notes,
  { path, dialect, channel }: Place,
  peers: readonly AdminPeer[],
  ports: readonly AdminPort[],
): void {
  const named = ports.find(({ port }) => port !== null && 'name' in port);
  const addresses = peers.find(({ kind }) => kind !== 'pods' && kind !== 'unknown');
  if (named === undefined || addresses === undefined) return;
  const place = named.valueRange ?? named.range;
  const why = `${path} has a port by its name towards addresses, which have no names for ports`;
  if (channel.channel === 'standard') {
    notes.warning('named-port-by-address', place, `${why}: there it matches nothing.`);
  } else {
    notes.error(
      'named-port-by-address',
      place,
      `${why}. Write the number of the port, or make a rule of its own for them${dialect === CLUSTER ? ' (the experimental definition refuses it)' : ''}.`,
    );
  }
}
