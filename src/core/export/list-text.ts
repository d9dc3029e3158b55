// `list -o txt`: one connection a line, for people and for grep.
import type { Outcome } from '../pipeline.ts';
import { assumingText, verdictText, walkLines } from './explanation-text.ts';
import { type ListedPorts, listConnections } from './listing.ts';
import type { PlaceOf } from './places.ts';

/** @param placeOf where given, the reasons stand under each connection */
export function* renderListText(
  outcome: Outcome,
  all: boolean,
  placeOf: PlaceOf | null = null,
): Generator<string> {
  let isEmpty = true;
  for (const connection of listConnections(outcome, all, placeOf)) {
    const { source, destination, allowed, depends, because, assuming, explanation } = connection;
    isEmpty = false;
    const parts = [portsText(allowed), dependsText(depends)].filter((part) => part !== '');
    yield `${source} => ${destination} : ${parts.join(' | ') || 'No Connections'}\n`;
    if (explanation === undefined) {
      for (const sentence of because ?? []) yield `    depends: ${sentence}\n`;
      for (const words of assuming ?? []) yield `    assuming that ${words}\n`;
    }
    for (const segment of explanation ?? []) {
      yield `    ${portsText(segment.ports)}: ${verdictText(segment.verdict)}${assumingText(segment.assuming)}\n`;
      for (const line of walkLines(segment, source, destination)) yield `      ${line}\n`;
    }
  }
  if (!isEmpty) return;
  const isAnybody = outcome.analysis.peers.some(({ type }) => type === 'workload');
  yield isAnybody ? 'No connections are allowed.\n' : 'There are no workloads in the input.\n';
}

const EVERY_PROTOCOL = 3;

/** `TCP 80,443; UDP 53`, or that it is everything. */
export function portsText(ports: ListedPorts): string {
  const protocols = Object.entries(ports);
  const isWhole = protocols.every(([, ranges]) => ranges.join() === '1-65535');
  if (isWhole && protocols.length === EVERY_PROTOCOL) return 'All Connections';
  return protocols.map(([protocol, ranges]) => `${protocol} ${ranges.join()}`).join('; ');
}

function dependsText(ports: ListedPorts): string {
  const text = portsText(ports);
  return text === '' ? '' : `depends ${text}`;
}
