// The rule means the port, but over another protocol; without one it means TCP (SEMANTICS 1.14).

import type { Fix } from '../../model/finding.ts';
import type { RulePort } from '../../model/policy.ts';
import { resolve } from '../ports.ts';
import type { Candidate } from './blocked.ts';
import { type PortPlace, withPort } from './port-place.ts';
import { portEntryText, replacement } from './words.ts';

export function protocol(place: PortPlace): readonly Candidate[] {
  const { entry, policy, blocked } = place;
  const { packet } = blocked;
  if (entry.protocol === packet.protocol) return [];
  const repaired: RulePort = { ...entry, protocol: packet.protocol };
  if (!means(repaired, place)) return [];
  const isDefault = entry.protocolRange === null;
  return [
    {
      kind: 'protocol',
      // All of UDP beside a TCP question says little.
      distance: entry.port === null ? 5 : 2,
      policy,
      range: entry.protocolRange ?? entry.range,
      message: `This entry lets ${portEntryText(entry)} through${
        isDefault ? ', as an entry without a protocol means TCP' : ''
      }; this is ${packet.protocol} ${packet.port}.`,
      fix: fixOf(place),
      repaired: withPort(place, repaired),
    },
  ];
}

function means({ port, protocol: asked }: RulePort, { blocked }: PortPlace): boolean {
  const { packet } = blocked;
  if (port === null) return true;
  if ('name' in port) return resolve(packet.destination, port.name, asked).includes(packet.port);
  return port.from <= packet.port && packet.port <= port.to;
}

/** An entry without a protocol is written anew, its ports as they were. */
function fixOf({ entry, policy, blocked }: PortPlace): Fix | null {
  const { protocol: wanted } = blocked.packet;
  const { port } = entry;
  if (entry.protocolRange !== null) {
    return replacement(policy, entry.range, entry.protocolRange, JSON.stringify(wanted));
  }
  // An empty entry has no text that could be replaced.
  if (port === null) return null;
  const ports =
    'name' in port
      ? `"port": ${JSON.stringify(port.name)}`
      : `"port": ${port.from}${port.to === port.from ? '' : `, "endPort": ${port.to}`}`;
  return replacement(policy, entry.range, entry.range, `{"protocol": "${wanted}", ${ports}}`);
}
