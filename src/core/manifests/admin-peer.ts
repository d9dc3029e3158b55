// Reads one peer of an administrator's rule (SEMANTICS 2.16, 2.20, 3.6–3.9, 4.5).
import type { AdminAction, AdminPeer } from '../model/admin-policy.ts';
import type { Direction } from '../model/policy.ts';
import { readCidr } from '../model/read-cidr.ts';
import type { Range } from '../model/span.ts';
import { givenOf, noteForeignPeer, readAdminPods } from './admin-pods.ts';
import { type ChannelReading, mayUse } from './channel.ts';
import { type Dialect, INGRESS_PEERS } from './dialect.ts';
import { domainNameFault } from './domain-name.ts';
import { asMap, asString, isNull, listAt, shorten } from './fields.ts';
import type { Notes } from './notes.ts';
import { rewrite } from './rewriting.ts';
import { selectorAt } from './selector.ts';
import type { Entry, ListTree, MapTree, Tree } from './tree.ts';

export interface PeerPlace {
  readonly direction: Direction;
  readonly dialect: Dialect;
  readonly channel: ChannelReading;
  /** Of the rule; null where it can't be read. */
  readonly action: AdminAction | null;
}

/** Null, with a note, where it can't be read. */
export function readAdminPeer(
  notes: Notes,
  item: Tree,
  path: string,
  place: PeerPlace,
): AdminPeer | null {
  const known = place.direction === 'ingress' ? INGRESS_PEERS : place.dialect.egressPeers;
  const tree = isNull(item) ? null : asMap(notes, item, path);
  if (tree === null) {
    if (isNull(item)) noteEmpty(notes, item.range, path, known);
    return null;
  }
  if (noteForeignPeer(notes, tree, path)) return null;
  if (place.direction === 'ingress' && noteOnlyEgress(notes, tree, path, place.dialect))
    return null;
  const [first, second] = givenOf(tree, known);
  if (first === undefined) {
    // An unknown field says all there is to say.
    if (tree.entries.every(({ key }) => known.includes(key)))
      noteEmpty(notes, tree.range, path, known);
    return null;
  }
  if (second !== undefined) {
    notes.error(
      'mixed-peer',
      second.keyRange,
      `${path} has ${first.key} and ${second.key}: a peer is exactly one of ${known.join(', ')}. Make two entries of it, each with its own "- ".`,
    );
    return null;
  }
  return readPeerOf(notes, tree, first, path, place);
}

function readPeerOf(
  notes: Notes,
  tree: MapTree,
  entry: Entry,
  path: string,
  { dialect, channel, action }: PeerPlace,
): AdminPeer | null {
  const range: Range = {
    start: entry.keyRange.start,
    end: Math.max(entry.keyRange.end, entry.value.range.end),
  };
  switch (entry.key) {
    case 'networks': {
      const networks = readNetworks(notes, tree, path);
      return networks.length === 0 ? null : { kind: 'networks', range, networks };
    }
    case 'nodes': {
      if (!mayUse(notes, channel, entry)) return null;
      const selector = selectorAt(notes, tree, 'nodes', path);
      return selector === null ? null : { kind: 'nodes', range, selector };
    }
    case 'domainNames': {
      if (!mayUse(notes, channel, entry)) return null;
      if (action === 'deny' || action === 'pass') noteDomainNamesOf(notes, entry, path, dialect);
      const names = readDomainNames(notes, tree, path);
      return names.length === 0 ? null : { kind: 'domain-names', range, names };
    }
    default:
      return readAdminPods(notes, tree, entry, path, dialect);
  }
}

function noteEmpty(notes: Notes, range: Range, path: string, known: readonly string[]): void {
  notes.error(
    'missing-peer',
    range,
    `${path} is empty: write one of ${known.join(', ')}; namespaces: {} means all pods of the cluster.`,
  );
}

/** SEMANTICS 2.20, 3.6 */
function noteOnlyEgress(notes: Notes, tree: MapTree, path: string, dialect: Dialect): boolean {
  const entry = tree.entries.find(
    ({ key }) => !INGRESS_PEERS.includes(key) && dialect.egressPeers.includes(key),
  );
  if (entry === undefined) return false;
  notes.error(
    'unknown-field',
    entry.keyRange,
    `${path} is in an ingress rule, and those know only pods: ${entry.key} stands in egress rules alone. Write namespaces or pods; for traffic from outside write a NetworkPolicy with an ipBlock.`,
  );
  return true;
}

/** How many there may be in a list of addresses or names (SEMANTICS 2.17). */
const MOST = 25;

function readNetworks(
  notes: Notes,
  tree: MapTree,
  path: string,
): Extract<AdminPeer, { kind: 'networks' }>['networks'] {
  const list = listAt(notes, tree, 'networks', path);
  if (list === null) return [];
  return textsOf(notes, list, `${path}.networks`).flatMap(({ text, range }) => {
    const reading = readCidr(text);
    if (!reading.ok) {
      notes.error('invalid-cidr', range, reading.message);
      return [];
    }
    const fault = strictFault(text, reading.cidr.family);
    if (fault !== null) {
      const title = `Write ${reading.cidr.text}`;
      const fix = rewrite(notes.text, range, text, reading.cidr.text, title);
      notes.error('invalid-cidr', range, `${fault} ${title}.`, fix);
    } else if (reading.warning !== null) {
      notes.warning(
        'sloppy-cidr',
        range,
        `"${text}" is read as ${reading.cidr.text}. Write it so.`,
      );
    }
    return [{ cidr: reading.cidr, range }];
  });
}

/** What the definitions refuse and the API server itself reads in a NetworkPolicy (SEMANTICS 2.19). */
function strictFault(text: string, family: 4 | 6): string | null {
  if (text.includes(':') && (family === 4 || text.includes('.'))) {
    return `"${shorten(text)}" is an IPv4 address written as an IPv6 one.`;
  }
  return /(?:^|[./])0[0-9]/.test(text) ? `"${shorten(text)}" has zeros in front.` : null;
}

function readDomainNames(
  notes: Notes,
  tree: MapTree,
  path: string,
): Extract<AdminPeer, { kind: 'domain-names' }>['names'] {
  const list = listAt(notes, tree, 'domainNames', path);
  if (list === null) return [];
  return textsOf(notes, list, `${path}.domainNames`).map(({ text, range }) => {
    const fault = domainNameFault(text);
    if (fault !== null) notes.error('invalid-domain-name', range, fault);
    return { name: text, range };
  });
}

/** SEMANTICS 3.9, 4.10, D10: nothing forbids it, and little can be said of what it does. */
function noteDomainNamesOf(notes: Notes, entry: Entry, path: string, dialect: Dialect): void {
  const allow = [...dialect.actions].find(([, action]) => action === 'allow')?.[0] ?? 'Allow';
  notes.warning(
    'domain-names-not-allowed',
    entry.keyRange,
    `${path}: domainNames are meant for ${allow} rules only. Network plugins differ in what they make of another action: ${allow} the names that are wanted and deny the rest behind them.`,
  );
}

interface Text {
  readonly text: string;
  readonly range: Range;
}

/** A list of 1 to 25 texts, none of them twice (SEMANTICS 2.17). */
function textsOf(notes: Notes, list: ListTree, path: string): readonly Text[] {
  if (list.items.length === 0) {
    notes.error('missing-field', list.range, `${path} needs at least one entry.`);
  }
  const surplus = list.items[MOST];
  if (surplus !== undefined) {
    notes.error(
      'too-many',
      surplus.range,
      `${path} may have at most ${MOST} entries, it has ${list.items.length}. Make another peer of the rest.`,
    );
  }
  const seen = new Set<string>();
  return list.items.flatMap((item, index) => {
    const text = asString(notes, item, `${path}[${index}]`);
    if (text === null) return [];
    if (seen.has(text)) {
      notes.error(
        'repeated-item',
        item.range,
        `"${shorten(text)}" stands twice in ${path}: keep one.`,
      );
    }
    seen.add(text);
    return [{ text, range: item.range }];
  });
}
