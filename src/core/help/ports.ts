// Which pods a port in an object is about, and the ports they declare.
import type { Cluster } from '../model/cluster.ts';
import type { ContainerPort } from '../model/port.ts';
import type { Workload } from '../model/workload.ts';
import type { Step } from './loose.ts';
import { type Labelled, podsIn, podsOfPeer, type SelectorSite, selectedAt } from './selecting.ts';
import { inObject, type Site } from './site.ts';

/** The pods whose port a path means, or null where it is no port of pods. */
export function podsOfPort(site: Site, cluster: Cluster): readonly Workload[] | null {
  const labelled = labelledOfPort(site, cluster);
  return labelled === null
    ? null
    : labelled.flatMap(({ workload }) => (workload === null ? [] : [workload]));
}

function labelledOfPort(site: Site, cluster: Cluster): readonly Labelled[] | null {
  const { kind, path } = site;
  const [top, direction, rule, list, , field] = path;
  if (kind === 'Service') {
    const isTarget = path[1] === 'ports' && path[3] === 'targetPort' && path.length === 4;
    return isTarget ? selected(site, ['spec', 'selector'], true, cluster) : null;
  }
  if (kind === null || !/NetworkPolicy$/.test(kind) || top !== 'spec' || list !== 'ports') {
    return null;
  }
  const isPort = field === 'port' || field === 'endPort' || field === 'namedPort';
  if (!isPort || path.length !== 6 || typeof rule !== 'number') return null;
  if (direction === 'ingress') return subject(site, cluster);
  if (direction !== 'egress') return null;
  const peers = inObject(site, ['spec', 'egress', rule, 'to']);
  if (peers?.type !== 'list' || peers.items.length === 0) return podsIn(cluster, () => true);
  const found = peers.items.flatMap((_, at) =>
    podsOfPeer(site, ['spec', 'egress', rule, 'to', at], cluster),
  );
  return [...new Map(found.map((one) => [one.workload?.id ?? one.name, one])).values()];
}

function subject(site: Site, cluster: Cluster): readonly Labelled[] {
  if (site.kind === 'NetworkPolicy') return selected(site, ['spec', 'podSelector'], false, cluster);
  // Those of all namespaces or of some, as the subject says.
  return selected(site, ['spec', 'subject', 'pods', 'podSelector'], false, cluster);
}

function selected(
  site: Site,
  at: readonly Step[],
  isPlain: boolean,
  cluster: Cluster,
): readonly Labelled[] {
  const found: SelectorSite = { of: 'pods', at, rest: [], isPlain };
  const { sure, maybe } = selectedAt(site, found, cluster);
  return [...sure, ...maybe];
}

export interface DeclaredPort extends ContainerPort {
  readonly workloads: readonly Workload[];
}

/** Each port that some of the pods declare, once; by name where it has one, then by number. */
export function declaredPorts(workloads: readonly Workload[]): readonly DeclaredPort[] {
  const found = new Map<string, { port: ContainerPort; workloads: Workload[] }>();
  for (const workload of workloads) {
    for (const port of workload.ports) {
      const key = `${port.name ?? ''} ${port.protocol} ${port.number}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { port, workloads: [workload] });
      else if (known.workloads.at(-1) !== workload) known.workloads.push(workload);
    }
  }
  return [...found.values()].map(({ port, workloads: holders }) => ({
    ...port,
    workloads: holders,
  }));
}
