// Reads an Intent: the flows that must and must not be possible. A flow with a mistake is not checked at
// all, so the mistake is an error.
import { readAskedPort } from '../model/asked-ports.ts';
import { EXPECTATIONS, type Intent, type PlacedFlow } from '../model/intent.ts';
import type { Range } from '../model/span.ts';
import { checkStructure } from '../schema/check-structure.ts';
import { INTENT } from '../schema/intent.ts';
import { asString, entryOf, valueAt } from './fields.ts';
import type { Notes } from './notes.ts';
import type { ListTree, MapTree, Tree } from './tree.ts';

/** Its place is known to whoever knows the file. */
export type IntentReading = Omit<Intent, 'origin'>;

/** More than anybody writes, so that nobody waits for a hostile one. */
const MOST = { flows: 1_000, peers: 100, ports: 100 } as const;

export function readIntent(notes: Notes, object: MapTree): IntentReading {
  checkStructure(object, INTENT, notes);
  const metadata = valueAt(object, 'metadata');
  const name = metadata?.type === 'map' ? valueAt(metadata, 'name') : null;
  const list = valueAt(object, 'flows');
  const items = list?.type === 'list' ? list.items : [];
  if (list !== null && items.length === 0) {
    notes.warning(
      'empty-intent',
      list.range,
      'There is no flow in this list, so nothing is checked.',
    );
  }
  atMost(notes, list, MOST.flows, 'flows');
  const known = items.slice(0, MOST.flows);
  const flows = known
    .map((item, at) => readFlow(notes, item, at))
    // A field that nobody knows may have been meant to narrow it.
    .filter((flow, at) => flow !== null && !hasErrorIn(notes, known[at]?.range))
    .filter((flow) => flow !== null);
  const lost = items.length - flows.length;
  return {
    name: name?.type === 'scalar' && typeof name.value === 'string' ? name.value : null,
    range: (entryOf(object, 'flows') ?? { keyRange: object.range }).keyRange,
    flows,
    broken: lost === 0 && notes.hasError() ? 1 : lost,
  };
}

function hasErrorIn({ all }: Notes, range: Range | undefined): boolean {
  return all.some(
    (note) =>
      note.level === 'error' &&
      range !== undefined &&
      range.start <= note.range.start &&
      note.range.start < range.end,
  );
}

function readFlow(notes: Notes, item: Tree, at: number): PlacedFlow | null {
  if (item.type !== 'map') return null;
  const path = `flows[${at}]`;
  const [from, to] = [peersAt(notes, item, 'from', path), peersAt(notes, item, 'to', path)];
  const written = valueAt(item, 'expect');
  const expect = EXPECTATIONS.find(
    (known) => written?.type === 'scalar' && written.value === known,
  );
  const ports = portsAt(notes, item);
  const reason = valueAt(item, 'reason');
  if (from === null || to === null || expect === undefined || ports === null) return null;
  return {
    from,
    to,
    ...(ports === 'all' ? {} : { ports }),
    expect,
    ...(reason?.type === 'scalar' && typeof reason.value === 'string'
      ? { reason: reason.value }
      : {}),
    range: item.range,
  };
}

/** Null where one is no text: a flow between some of the peers would be another one. */
function peersAt(
  notes: Notes,
  item: MapTree,
  key: 'from' | 'to',
  path: string,
): string | readonly string[] | null {
  const value = valueAt(item, key);
  if (value === null) return null;
  if (value.type !== 'list') return peerOf(notes, value, `${path}.${key}`);
  if (value.items.length === 0) {
    notes.error('empty-peers', value.range, `${path}.${key} names nobody: write a peer.`);
    return null;
  }
  if (!atMost(notes, value, MOST.peers, 'peers')) return null;
  const peers = value.items.map((one, at) => peerOf(notes, one, `${path}.${key}[${at}]`));
  return peers.every((peer) => peer !== null) ? peers : null;
}

function peerOf(notes: Notes, value: Tree, path: string): string | null {
  // In braces it would be a map for YAML: {ingress-controller}.
  if (value.type === 'map' && notes.text[value.range.start] === '{') {
    const text = notes.text.slice(value.range.start, value.range.end);
    if (/^\{[a-z-]+\}$/.test(text)) return text;
  }
  const text = asString(notes, value, path, () => true);
  if (text !== null && text.trim() === '') {
    notes.error('empty-peers', value.range, `${path} names nobody: write a peer.`);
    return null;
  }
  return text;
}

/** Null where one of them is no port. */
function portsAt(notes: Notes, item: MapTree): readonly (string | number)[] | 'all' | null {
  const list = valueAt(item, 'ports');
  if (list === null) return 'all';
  if (list.type !== 'list') return null;
  if (list.items.length === 0) {
    const message = 'An empty list of ports names none: leave it out for every port.';
    notes.error('empty-ports', list.range, message);
    return null;
  }
  if (!atMost(notes, list, MOST.ports, 'ports')) return null;
  const ports = list.items.map((one) => {
    if (one.type !== 'scalar' || one.value === null || typeof one.value === 'boolean') return null;
    const reading = readAskedPort(one.value);
    if (reading.ok) return one.value;
    notes.error('invalid-port', one.range, reading.message);
    return null;
  });
  return ports.every((port) => port !== null) ? ports : null;
}

function atMost(notes: Notes, value: Tree | null, most: number, what: string): boolean {
  const list: ListTree | null = value?.type === 'list' ? value : null;
  if (list === null || list.items.length <= most) return true;
  notes.error(
    'too-many',
    list.range,
    `More than ${most} ${what} are not read: make several lists.`,
  );
  return false;
}
