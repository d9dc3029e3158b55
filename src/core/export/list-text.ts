// `list -o txt`: one connection a line, for people and for grep.
import type { Outcome } from '../pipeline.ts';
import { type ListedPorts, listConnections } from './listing.ts';

export function* renderListText(outcome: Outcome, all: boolean): Generator<string> {
  let isEmpty = true;
  for (const { source, destination, allowed, depends, because } of listConnections(outcome, all)) {
    isEmpty = false;
    const parts = [portsText(allowed), dependsText(depends)].filter((part) => part !== '');
    yield `${source} => ${destination} : ${parts.join(' | ') || 'No Connections'}\n`;
    for (const sentence of because ?? []) yield `    depends: ${sentence}\n`;
  }
  if (isEmpty) yield 'No connections are allowed.\n';
}

const EVERY_PROTOCOL = 3;

function portsText(ports: ListedPorts): string {
  const protocols = Object.entries(ports);
  const isWhole = protocols.every(([, ranges]) => ranges.join() === '1-65535');
  if (isWhole && protocols.length === EVERY_PROTOCOL) return 'All Connections';
  return protocols.map(([protocol, ranges]) => `${protocol} ${ranges.join()}`).join('; ');
}

function dependsText(ports: ListedPorts): string {
  const text = portsText(ports);
  return text === '' ? '' : `depends ${text}`;
}
