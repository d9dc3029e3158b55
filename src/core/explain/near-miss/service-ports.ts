// How the Services in front of a workload translate their ports (SEMANTICS 1.27, 1.28).
import type { Cluster } from '../../model/cluster.ts';
import type { End } from '../../model/peer.ts';
import type { Protocol } from '../../model/port.ts';
import type { Service } from '../../model/service.ts';
import { resolve } from '../ports.ts';

export interface Translation {
  readonly service: Service;
  /** The Service's port. */
  readonly port: number;
  /** The pods' port, never the same as `port`. */
  readonly target: number;
}

/** Of the Services that select the destination: the ports that reach it by another number. */
export function translationsTo(
  { services }: Cluster,
  destination: End,
  protocol: Protocol,
): readonly Translation[] {
  if (destination.type !== 'workload') return [];
  const { namespace, labels } = destination.workload;
  return services
    .filter((service) => service.namespace === namespace && selects(service, labels.known))
    .flatMap((service) =>
      service.ports
        .filter((port) => port.protocol === protocol)
        .flatMap(({ port, targetPort }) =>
          (typeof targetPort === 'string'
            ? resolve(destination, targetPort, protocol)
            : [targetPort]
          ).map((target) => ({ service, port, target })),
        ),
    )
    .filter(({ port, target }) => port !== target);
}

function selects({ selector }: Service, labels: ReadonlyMap<string, string>): boolean {
  return selector !== null && [...selector].every(([key, value]) => labels.get(key) === value);
}
