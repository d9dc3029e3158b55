// Writes one more flow into a text: to the last Intent of it, or as an Intent of its own behind it.
import { INTENT_GROUP, INTENT_KIND, INTENT_VERSION, type IntendedFlow } from '../model/intent.ts';
import { valueAt } from './fields.ts';
import { readDocument } from './read.ts';
import { resolvePlain } from './scalar.ts';
import { splitDocuments } from './split.ts';
import { type MapTree, parseDocument, type Tree } from './tree.ts';

export interface FlowAdded {
  readonly text: string;
  /** Where the flow begins in it. */
  readonly at: number;
}

export function addFlow(text: string, flow: IntendedFlow): FlowAdded {
  return intoLastIntent(text, flow) ?? asDocument(text, flow);
}

function intoLastIntent(text: string, flow: IntendedFlow): FlowAdded | null {
  for (const { offset, text: piece } of splitDocuments(text).reverse()) {
    const parsed = parseDocument(piece);
    const root = parsed.ok && parsed.root.type === 'map' ? parsed.root : null;
    if (root === null || !isIntent(root)) continue;
    const place = endOfList(piece, valueAt(root, 'flows'));
    if (place === null) return null;
    const { at, indent } = place;
    const before = piece.slice(0, at);
    const item = flowLines(flow).map((line, nth) => `${indent}${nth === 0 ? '- ' : '  '}${line}\n`);
    const lead = before.endsWith('\n') ? '' : '\n';
    const changed = before + lead + item.join('') + piece.slice(at);
    // Whatever the layout was, it must read as it did, and one more.
    if (countFlows(changed) !== countFlows(piece) + 1) return null;
    return {
      text: text.slice(0, offset) + changed + text.slice(offset + piece.length),
      at: offset + at + lead.length + indent.length + 2,
    };
  }
  return null;
}

function isIntent(root: MapTree): boolean {
  const kind = valueAt(root, 'kind');
  const apiVersion = valueAt(root, 'apiVersion');
  return (
    kind?.type === 'scalar' &&
    kind.value === INTENT_KIND &&
    apiVersion?.type === 'scalar' &&
    apiVersion.text.startsWith(`${INTENT_GROUP}/`)
  );
}

function countFlows(text: string): number {
  return readDocument(text).intents.reduce((sum, { flows }) => sum + flows.length, 0);
}

/** Behind the last item of a list in lines of its own; null for any other layout. */
function endOfList(
  text: string,
  list: Tree | null,
): { readonly at: number; readonly indent: string } | null {
  const last = list?.type === 'list' ? list.items.at(-1) : undefined;
  if (last === undefined) return null;
  const lineStart = text.lastIndexOf('\n', last.range.start - 1) + 1;
  const indent = /^( *)- +$/.exec(text.slice(lineStart, last.range.start))?.[1];
  if (indent === undefined) return null;
  const written = text.slice(0, last.range.end).trimEnd().length;
  const newline = text.indexOf('\n', written);
  return { at: newline === -1 ? text.length : newline + 1, indent };
}

function asDocument(text: string, flow: IntendedFlow): FlowAdded {
  const head = `apiVersion: ${INTENT_GROUP}/${INTENT_VERSION}\nkind: ${INTENT_KIND}\nflows:\n`;
  const item = flowLines(flow).map((line, nth) => `  ${nth === 0 ? '- ' : '  '}${line}\n`);
  const trimmed = text.trimEnd();
  const before = trimmed === '' ? '' : `${trimmed}\n---\n`;
  return { text: before + head + item.join(''), at: before.length + head.length + 4 };
}

function flowLines({ from, to, ports, expect }: IntendedFlow): readonly string[] {
  return [
    `from: ${peersText(from)}`,
    `to: ${peersText(to)}`,
    ...(ports === undefined ? [] : [`ports: [${ports.map(scalarText).join(', ')}]`]),
    `expect: ${expect}`,
  ];
}

function peersText(peers: string | readonly string[]): string {
  return typeof peers === 'string' ? scalarText(peers) : `[${peers.map(scalarText).join(', ')}]`;
}

/** In quotes wherever YAML could take it for something else, also within a list. */
function scalarText(value: string | number): string {
  if (typeof value === 'number') return `${value}`;
  const isPlain = /^[A-Za-z0-9][-A-Za-z0-9_./:]*$/.test(value) && !value.endsWith(':');
  // kubectl would read a bare y or n as true or false (SEMANTICS 10.1).
  const isText = typeof resolvePlain(value) === 'string' && !/^[yYnN]$/.test(value);
  return isPlain && isText ? value : JSON.stringify(value);
}
