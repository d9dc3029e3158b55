// The rule names a port by a name that the destination's pods don't have (SEMANTICS 1.16).
import type { ContainerPort } from '../../model/port.ts';
import { resolve } from '../ports.ts';
import type { Candidate } from './blocked.ts';
import { type PortPlace, withPort } from './port-place.ts';
import { replacement } from './words.ts';

export function portName(place: PortPlace): readonly Candidate[] {
  const { entry, policy, blocked } = place;
  const { destination, protocol, port } = blocked.packet;
  if (destination.type !== 'workload' || entry.protocol !== protocol) return [];
  if (entry.port === null || !('name' in entry.port)) return [];
  const { name } = entry.port;
  if (resolve(destination, name, protocol).length > 0) return [];
  const { id, ports } = destination.workload;
  const declared = ports.find((one) => one.protocol === protocol && one.number === port);
  // Some other port that nobody speaks of is no near miss.
  if (declared === undefined && ports.length > 0) return [];
  return [
    {
      kind: 'port-name',
      distance: 2,
      policy,
      range: entry.valueRange ?? entry.range,
      message: `No port of ${id} is named "${name}" over ${protocol}: ${lack(ports, declared, name)}.`,
      fix: replacement(policy, entry.range, entry.valueRange, `${port}`),
      repaired: withPort(place, { ...entry, port: { from: port, to: port } }),
    },
  ];
}

function lack(
  ports: readonly ContainerPort[],
  declared: ContainerPort | undefined,
  name: string,
): string {
  const elsewhere = ports.find((one) => one.name === name);
  if (elsewhere !== undefined) {
    return `it has that name over ${elsewhere.protocol}, for ${elsewhere.number}`;
  }
  if (declared === undefined) return 'its containers declare no ports at all';
  return declared.name === null
    ? `${declared.number} has no name there`
    : `${declared.number} is named "${declared.name}" there`;
}
