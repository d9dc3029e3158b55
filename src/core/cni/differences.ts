// What a plugin may do otherwise with one flow than is computed here.
import type { Cni } from '../model/assumptions.ts';
import type { Cluster } from '../model/cluster.ts';
import { matchSelector } from '../model/match.ts';
import type { End } from '../model/peer.ts';
import type { Direction } from '../model/policy.ts';
import type { Service, ServicePort } from '../model/service.ts';
import type { Workload } from '../model/workload.ts';
import type { Circumstance } from './profile.ts';
import { PROFILES } from './profiles.ts';

/** Sentences with the plugin's name before them. */
export function differencesOf(
  cluster: Cluster,
  cni: Cni,
  source: End,
  destination: End,
): readonly string[] {
  const { name, differs } = PROFILES[cni];
  const from = source.type === 'workload' ? source.workload : null;
  const to = destination.type === 'workload' ? destination.workload : null;
  const holds: Readonly<Record<Circumstance, () => boolean>> = {
    'from-host': () => from?.hostNetwork === true && to !== null,
    host: () => from?.hostNetwork === true || to?.hostNetwork === true,
    'to-service': () =>
      to !== null &&
      servicesOf(cluster, to).some(({ ports }) => ports.some((port) => isOther(port, to))),
    'port-range': () =>
      mayBeByRange(cluster, 'egress', from) || mayBeByRange(cluster, 'ingress', to),
    self: () => to !== null && from?.id === to.id && servicesOf(cluster, to).length > 0,
  };
  return differs.filter(({ where }) => holds[where]()).map(({ text }) => `${name}: ${text}`);
}

/** Whether a policy that may select the workload has a rule with an endPort in this direction. */
function mayBeByRange(
  { policies }: Cluster,
  direction: Direction,
  workload: Workload | null,
): boolean {
  return policies.some(
    (policy) =>
      policy.namespace === workload?.namespace &&
      policy[direction]?.rules.some(({ ports }) =>
        ports?.some(({ hasEndPort }) => hasEndPort === true),
      ) === true &&
      matchSelector(policy.subject, workload.labels) !== 'no',
  );
}

function servicesOf({ services }: Cluster, { namespace, labels }: Workload): readonly Service[] {
  return services.filter(
    ({ namespace: own, selector }) =>
      own === namespace &&
      selector !== null &&
      selector.size > 0 &&
      [...selector].every(([key, value]) => labels.known.get(key) === value),
  );
}

/** Whether the pods listen on another port than the Service's. */
function isOther({ port, protocol, targetPort }: ServicePort, { ports }: Workload): boolean {
  if (typeof targetPort === 'number') return targetPort !== port;
  return ports.some(
    (own) => own.name === targetPort && own.protocol === protocol && own.number !== port,
  );
}
