// The pods that resolve names for the cluster, and the ports they listen on (SEMANTICS 1.31).
import type { Cluster } from '../model/cluster.ts';
import { CLUSTER_DNS } from '../model/peer.ts';
import type { Service } from '../model/service.ts';
import type { Workload, WorkloadId } from '../model/workload.ts';
import { podsBehind, targetOn } from './endpoints.ts';

/** The port that clients ask; the pods behind the Service may listen on another. */
export const DNS_PORT = 53;
/** What DNS pods on OpenShift listen on (SEMANTICS 1.31). */
export const OPENSHIFT_DNS_PORT = 5353;

export interface DnsServer {
  readonly workload: Workload;
  readonly ports: Readonly<Record<'UDP' | 'TCP', number>>;
}

export const APP_LABEL = 'k8s-app';
const DNS_APPS = new Set(['kube-dns', 'coredns']);
export const DNS_NAMESPACES = new Set(['kube-system', 'openshift-dns']);

/** Those of the input; mostly none, since they are part of the cluster. */
export function dnsServersOf(cluster: Cluster): readonly DnsServer[] {
  const servers = new Map<Workload, DnsServer>();
  for (const service of cluster.services.filter(isDnsService)) {
    for (const { workload, certain } of podsBehind(cluster, service)) {
      if (!certain) continue;
      const target = (protocol: 'UDP' | 'TCP') => targetOf(service, workload, protocol);
      servers.set(workload, { workload, ports: { UDP: target('UDP'), TCP: target('TCP') } });
    }
  }
  for (const workload of cluster.workloads) {
    const isDns = DNS_APPS.has(workload.labels.known.get(APP_LABEL) ?? '');
    if (!isDns || servers.has(workload)) continue;
    servers.set(workload, { workload, ports: { UDP: DNS_PORT, TCP: DNS_PORT } });
  }
  return [...servers.values()].filter(({ workload }) => workload.replicas !== 0);
}

export function isDnsService({ namespace, selector, ports }: Service): boolean {
  return (
    ports.some(({ port }) => port === DNS_PORT) &&
    (DNS_NAMESPACES.has(namespace) || DNS_APPS.has(selector?.get(APP_LABEL) ?? ''))
  );
}

/** SEMANTICS 1.28 */
function targetOf(service: Service, workload: Workload, protocol: 'UDP' | 'TCP'): number {
  const found = service.ports.find((one) => one.port === DNS_PORT && one.protocol === protocol);
  return (found === undefined ? null : targetOn(workload, found)) ?? DNS_PORT;
}

/**
 * The DNS pods of a cluster that shows none: under the labels and names of ports that they have
 * nearly everywhere. Other labels they may have, too.
 */
export const USUAL_DNS: DnsServer = {
  workload: {
    id: CLUSTER_DNS as WorkloadId,
    namespace: 'kube-system',
    name: CLUSTER_DNS,
    kind: 'Deployment',
    replicas: 1,
    labels: {
      known: new Map([[APP_LABEL, 'kube-dns']]),
      valueUnknown: new Set(),
      complete: false,
    },
    ports: [
      { name: 'dns', protocol: 'UDP', number: DNS_PORT },
      { name: 'dns-tcp', protocol: 'TCP', number: DNS_PORT },
    ],
    hostNetwork: false,
    addresses: null,
    origin: { file: '', offset: 0 },
    range: { start: 0, end: 0 },
    nameRange: { start: 0, end: 0 },
    ignores: [],
  },
  ports: { UDP: DNS_PORT, TCP: DNS_PORT },
};
