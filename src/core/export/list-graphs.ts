// `list -o dot` and `-o mermaid`: the listing as a graph for tools that draw one.
import type { Outcome } from '../pipeline.ts';
import { portsText } from './list-text.ts';
import { type ListedConnection, type ListedPeer, listConnections, listPeers } from './listing.ts';

/** Everybody, also who is connected with nobody; what depends is dashed, what is denied dotted. */
export function* renderListDot(outcome: Outcome, all: boolean): Generator<string> {
  const peers = listPeers(outcome);
  yield 'digraph netpolis {\n  node [shape=box];\n';
  for (const [namespace, own] of byNamespace(peers)) {
    yield `  subgraph ${dotText(`cluster_${namespace}`)} {\n    label=${dotText(namespace)};\n`;
    for (const peer of own) yield `    ${dotNode(peer)}`;
    yield '  }\n';
  }
  for (const peer of peers) if (peer.type !== 'workload') yield `  ${dotNode(peer)}`;
  for (const connection of listConnections(outcome, all)) {
    const { source, destination } = connection;
    const { label, look } = edgeOf(connection);
    yield `  ${dotText(source)} -> ${dotText(destination)} [label=${dotText(label)}, ${DOT[look]}];\n`;
  }
  yield '}\n';
}

/** Without names of nodes that Mermaid could take for words of its own. */
export function* renderListMermaid(outcome: Outcome, all: boolean): Generator<string> {
  const peers = listPeers(outcome);
  const names = new Map(peers.map(({ id }, at) => [id, `n${at}`]));
  const nameOf = (id: string) => names.get(id) ?? '';
  yield 'flowchart LR\n';
  let count = 0;
  for (const [namespace, own] of byNamespace(peers)) {
    yield `  subgraph s${count} [${mermaidText(namespace)}]\n`;
    for (const peer of own) yield `    ${nameOf(peer.id)}[${mermaidText(labelOf(peer))}]\n`;
    yield '  end\n';
    count += 1;
  }
  for (const peer of peers) {
    if (peer.type !== 'workload') yield `  ${nameOf(peer.id)}([${mermaidText(labelOf(peer))}])\n`;
  }
  for (const connection of listConnections(outcome, all)) {
    const { source, destination } = connection;
    const { label, look } = edgeOf(connection);
    yield `  ${nameOf(source)} ${MERMAID[look]}|${mermaidText(label)}| ${nameOf(destination)}\n`;
  }
}

type Look = 'allowed' | 'depends' | 'denied';

const DOT: Readonly<Record<Look, string>> = {
  allowed: 'color="#0b7a5b"',
  depends: 'color="#8a5300", style=dashed',
  denied: 'color="#c0322b", style=dotted, arrowhead=tee',
};

const MERMAID: Readonly<Record<Look, string>> = {
  allowed: '-->',
  depends: '-.->',
  denied: '--x',
};

/** One line for both: nothing is said to be open that only may be. */
function edgeOf({ allowed, depends }: ListedConnection): { label: string; look: Look } {
  const [sure, open] = [portsText(allowed), portsText(depends)];
  if (sure !== '')
    return { label: open === '' ? sure : `${sure}; depends ${open}`, look: 'allowed' };
  return open === ''
    ? { label: 'No Connections', look: 'denied' }
    : { label: `depends ${open}`, look: 'depends' };
}

type Workload = Extract<ListedPeer, { type: 'workload' }>;

function byNamespace(peers: readonly ListedPeer[]): ReadonlyMap<string, readonly Workload[]> {
  const found = new Map<string, Workload[]>();
  for (const peer of peers) {
    if (peer.type !== 'workload') continue;
    const own = found.get(peer.namespace) ?? [];
    found.set(peer.namespace, own);
    own.push(peer);
  }
  return found;
}

function labelOf(peer: ListedPeer): string {
  return peer.type === 'workload' ? `${peer.name}[${peer.kind}]` : peer.id;
}

function dotNode(peer: ListedPeer): string {
  return `${dotText(peer.id)} [label=${dotText(labelOf(peer))}];\n`;
}

function dotText(text: string): string {
  return `"${text.replace(/["\\]/g, (letter) => `\\${letter}`)}"`;
}

/** Within quotes all but these is text. */
function mermaidText(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `"${line.replace(/[#"<>`]/g, (letter) => `#${letter.charCodeAt(0)};`)}"`;
}
