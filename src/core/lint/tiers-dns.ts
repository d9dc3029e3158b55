// Whether administrators' policies let a pod ask for names, whatever its NetworkPolicies say.
import type { AdminPods, AdminPort } from '../model/admin-policy.ts';
import type { Cluster } from '../model/cluster.ts';
import { matchSelector } from '../model/match.ts';
import type { Workload } from '../model/workload.ts';
import { DNS_PORT, OPENSHIFT_DNS_PORT } from '../service/dns-servers.ts';
import type { Context } from './context.ts';

/**
 * Whether a policy of an administrator may let it ask, before any NetworkPolicy has a say: one of the
 * admin tier that may select it allows something on the port, to whomever.
 * @param workload null: any there may be
 */
export function mayTiersLetAsk(
  { cluster }: Context,
  workload: Workload | null,
  protocol: 'UDP' | 'TCP',
): boolean {
  return cluster.adminPolicies.some(
    ({ tier, subject, egress }) =>
      tier === 'admin' &&
      (workload === null || maySelect(cluster, subject, workload)) &&
      egress.some(({ action, ports }) => action === 'allow' && mayMeanPort(ports, protocol)),
  );
}

function maySelect({ namespaces }: Cluster, subject: AdminPods, workload: Workload): boolean {
  const labels = namespaces.get(workload.namespace)?.labels;
  return (
    (labels === undefined || matchSelector(subject.namespaces, labels) !== 'no') &&
    (subject.pods === null || matchSelector(subject.pods, workload.labels) !== 'no')
  );
}

function mayMeanPort(ports: readonly AdminPort[] | null, protocol: 'UDP' | 'TCP'): boolean {
  if (ports === null) return true;
  return ports.some(
    (entry) =>
      (entry.protocol === null || entry.protocol === protocol) &&
      (entry.port === null ||
        'name' in entry.port ||
        [DNS_PORT, OPENSHIFT_DNS_PORT].some((number) => isWithin(entry.port, number))),
  );
}

function isWithin(port: AdminPort['port'], number: number): boolean {
  return port !== null && 'from' in port && port.from <= number && number <= port.to;
}
