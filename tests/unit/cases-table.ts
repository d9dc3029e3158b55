// Reads the hand-written tables of the golden cases and expands their shorthand to one line a flow.
import type { Flow, Peer, PortRange, PortSet, Protocol } from '../../src/core/index.ts';

const PROTOCOLS: readonly Protocol[] = ['TCP', 'UDP', 'SCTP'];
const EVERYTHING = 'All Connections';

export interface Expected {
  /** `id xN` for workloads, the blocks for addresses outside. */
  readonly peers: readonly string[];
  /** `source => destination` → the answer, as `flowText` writes it. */
  readonly connections: ReadonlyMap<string, ExpectedFlow>;
}

export interface ExpectedFlow {
  readonly text: string;
  /** Kinds of facts that must be named as missing. */
  readonly because: readonly string[];
}

interface PeerLine {
  readonly id: string;
  /** A short name that the groups and connections may use; '' for none. */
  readonly name: string;
  /** null for addresses outside; `actor` for who stands in no manifest. */
  readonly pods: number | 'per-node' | 'actor' | null;
}

/** One peer as the `peers:` part writes it. */
export function peerText(peer: Peer): string {
  if (peer.type === 'external') return peer.id;
  const { replicas } = peer.workload;
  return `${peer.id} x${replicas === 'per-node' ? 'N' : replicas}`;
}

/** One answer as the `connections:` part writes it; '' where everything is denied. */
export function flowText(flow: Flow): string {
  const allowed = portsText(flow.allowed);
  const depends = portsText(flow.depends);
  return [allowed, depends && `depends ${depends}`].filter(Boolean).join(' | ');
}

function portsText(ports: PortSet): string {
  const texts = PROTOCOLS.filter((protocol) => ports[protocol].length > 0).map(
    (protocol) => `${protocol} ${ports[protocol].map(rangeText).join(',')}`,
  );
  return texts.join('; ') === PROTOCOLS.map((protocol) => `${protocol} 1-65535`).join('; ')
    ? EVERYTHING
    : texts.join('; ');
}

function rangeText({ from, to }: PortRange): string {
  return from === to ? `${from}` : `${from}-${to}`;
}

/** Throws with the line's number where the file can't be understood. */
export function parseExpected(text: string): Expected {
  const peers: PeerLine[] = [];
  const groups = new Map<string, ReadonlySet<string>>();
  const connections = new Map<string, ExpectedFlow>();
  let part = '';
  text.split('\n').forEach((raw, index) => {
    const line = raw.replace(/(^|\s)#.*$/, '').trim();
    if (line === '') return;
    try {
      if (/^(peers|groups|connections):$/.test(line)) part = line.slice(0, -1);
      else if (part === 'peers') peers.push(parsePeer(line));
      else if (part === 'groups') {
        const [, name, list] = /^([a-z-]+) = (.+)$/.exec(line) ?? fail('not a group');
        groups.set(String(name), resolve(String(list), peers, groups));
      } else if (part === 'connections') addLine(line, peers, groups, connections);
      else fail('outside of every part');
    } catch (error) {
      throw new Error(`expected.txt:${index + 1}: ${String(error)}: ${line}`);
    }
  });
  return { peers: peers.map(peerLineText), connections };
}

function parsePeer(line: string): PeerLine {
  if (/^\{[a-z-]+\}$/.test(line)) return { id: line, name: '', pods: 'actor' };
  const workload = /^(\S+\/\S+\[\w+\]) x(\d+|N)$/.exec(line);
  if (workload) {
    const [, id, pods] = workload;
    return { id: String(id), name: '', pods: pods === 'N' ? 'per-node' : Number(pods) };
  }
  const [, name = '', id] = /^(?:([a-z-]+) = )?([0-9a-f.:/ ]+)$/.exec(line) ?? fail('not a peer');
  return { id: String(id), name, pods: null };
}

function peerLineText({ id, pods }: PeerLine): string {
  if (pods === null || pods === 'actor') return id;
  return `${id} x${pods === 'per-node' ? 'N' : pods}`;
}

function addLine(
  line: string,
  peers: readonly PeerLine[],
  groups: ReadonlyMap<string, ReadonlySet<string>>,
  connections: Map<string, ExpectedFlow>,
): void {
  const removed = line.startsWith('- ');
  const shape = removed ? /^- (.+?) => (.+)$/ : /^(.+?) => (.+?) : (.+)$/;
  const [, from, to, answer] = shape.exec(line) ?? fail('not a connection');
  let some = false;
  for (const source of resolve(String(from), peers, groups)) {
    for (const destination of resolve(String(to), peers, groups)) {
      if (!isFlow(peers, source, destination)) continue;
      some = true;
      const key = `${source} => ${destination}`;
      // A pair that is set again moves to the end, which keeps nothing of what was said before.
      connections.delete(key);
      if (!removed) connections.set(key, parseAnswer(String(answer)));
    }
  }
  if (!some) fail('stands for no flow');
}

function resolve(
  list: string,
  peers: readonly PeerLine[],
  groups: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const item of list.split(',').map((part) => part.trim())) {
    const out = item.startsWith('!');
    for (const id of resolveItem(out ? item.slice(1) : item, peers, groups)) {
      if (out) ids.delete(id);
      else ids.add(id);
    }
  }
  return ids;
}

function resolveItem(
  item: string,
  peers: readonly PeerLine[],
  groups: ReadonlyMap<string, ReadonlySet<string>>,
): Iterable<string> {
  const group = groups.get(item);
  if (group) return group;
  const matching = peers.filter(({ id, name, pods }) => {
    // Only what leads in from outside is listed of an actor, so no shorthand means it.
    if (pods === 'actor') return id === item;
    if (item === '*') return true;
    if (item === 'pods') return pods !== null;
    if (item === 'world') return pods === null;
    if (item.endsWith('/*')) return pods !== null && id.startsWith(item.slice(0, -1));
    return id === item || name === item;
  });
  if (matching.length === 0) fail(`no peer is ${item}`);
  return matching.map(({ id }) => id);
}

/** Where there is something to ask at all (SEMANTICS 0.4, 5.4). */
function isFlow(peers: readonly PeerLine[], source: string, destination: string): boolean {
  const from = peers.find(({ id }) => id === source)?.pods;
  const to = peers.find(({ id }) => id === destination)?.pods;
  if (to === 'actor' || (from === 'actor' && to === null)) return false;
  if (from === 0 || to === 0 || (from === null && to === null)) return false;
  return source !== destination || from === 'per-node' || Number(from) > 1;
}

function parseAnswer(answer: string): ExpectedFlow {
  const [ports = '', because = ''] = answer.split(' because ');
  if (!/^(depends )?(All Connections|(TCP|UDP|SCTP) \d)/.test(ports)) fail('not an answer');
  return {
    text: ports.trim(),
    because: because
      .split(',')
      .map((kind) => kind.trim())
      .filter(Boolean),
  };
}

function fail(message: string): never {
  throw new Error(message);
}
