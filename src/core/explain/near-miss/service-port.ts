// The rule names the Service's port, but policies see the pod's (SEMANTICS 1.15).
import type { Candidate } from './blocked.ts';
import { type PortPlace, withPort } from './port-place.ts';
import { translationsTo } from './service-ports.ts';
import { replacement } from './words.ts';

export function servicePort(place: PortPlace): readonly Candidate[] {
  const { entry, policy, blocked } = place;
  const { cluster, packet } = blocked;
  const { port } = entry;
  if (port === null || 'name' in port || port.from !== port.to) return [];
  if (entry.protocol !== packet.protocol) return [];
  const found = translationsTo(cluster, packet.destination, packet.protocol).find(
    (one) => one.port === port.from && one.target === packet.port,
  );
  if (found === undefined) return [];
  const { service, target } = found;
  return [
    {
      kind: 'service-port',
      distance: 1,
      policy,
      range: entry.valueRange ?? entry.range,
      message: `${port.from} is the port of Service ${service.namespace}/${service.name}; its pods get that on ${target}, and a policy names the pod's port.`,
      fix:
        entry.hasEndPort === true
          ? null
          : replacement(policy, entry.range, entry.valueRange, `${target}`),
      repaired: withPort(place, { ...entry, port: { from: target, to: target } }),
    },
  ];
}
