// The question names the Service's port; the pods get it on another, which is let through (SEMANTICS 1.27).
import { decide } from '../decide.ts';
import type { Blocked, Candidate } from './blocked.ts';
import { translationsTo } from './service-ports.ts';

export function servicePortAsked(blocked: Blocked): readonly Candidate[] {
  const { cluster, direction, source, packet, isolating } = blocked;
  const { destination, protocol, port } = packet;
  return translationsTo(cluster, destination, protocol)
    .filter((translation) => translation.port === port)
    .flatMap(({ service, target }): readonly Candidate[] => {
      const side = decide(cluster, source, destination, protocol, target)[direction];
      const [match] = side.matches.filter(({ certain }) => certain);
      const policy = isolating.find(
        ({ namespace, name }) =>
          namespace === match?.policy.namespace && name === match.policy.name,
      );
      const rule = policy?.[direction]?.rules.find(({ index }) => index === match?.rule);
      if (policy === undefined || rule === undefined) return [];
      return [
        {
          kind: 'service-port-asked',
          distance: 0,
          policy,
          range: rule.range,
          message: `${port} is the port of Service ${service.namespace}/${service.name}; its pods get that on ${target}, which this rule lets through. Ask for ${target}.`,
          fix: null,
          repaired: policy,
          port: target,
        },
      ];
    });
}
