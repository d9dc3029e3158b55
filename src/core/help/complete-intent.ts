// Peers and ports where an Intent names them: workloads, namespaces and Services of the cluster.
import type { Cluster } from '../model/cluster.ts';
import { API_SERVER, CLUSTER_DNS, INGRESS_CONTROLLER, NEW_POD, NODES } from '../model/peer.ts';
import type { Completion } from './completion.ts';
import { counted } from './counted.ts';
import type { Step } from './loose.ts';
import { inObject, textIn, type WritingSite } from './site.ts';
import { writeValue } from './writing.ts';

/** Null where the cursor is in no Intent, or at another of its fields. */
export function completeIntent(site: WritingSite, cluster: Cluster): readonly Completion[] | null {
  const [flows, item, field] = site.path;
  if (site.kind !== 'Intent' || !site.apiVersion?.startsWith('netpolis.dev/')) return null;
  if (flows !== 'flows' || typeof item !== 'number' || site.spot.form === 'key') return null;
  if (site.path.length > 4) return null;
  if (field === 'from') return [...pods(site, cluster), ...around(site, SENDERS)];
  if (field === 'to') {
    return [...pods(site, cluster), ...services(site, cluster), ...around(site, RECEIVERS)];
  }
  return field === 'ports' && site.path.length === 4 ? ports(site, cluster, item) : null;
}

function pods(site: WritingSite, cluster: Cluster): readonly Completion[] {
  return [...workloads(site, cluster), ...groups(site, cluster)];
}

function workloads(site: WritingSite, cluster: Cluster): readonly Completion[] {
  return cluster.workloads.map((workload) => {
    const { namespace, name, kind, id } = workload;
    const isAlone =
      cluster.workloads.filter((one) => one.namespace === namespace && one.name === name).length ===
      1;
    const label = isAlone ? `${namespace}/${name}` : id;
    return offer(site, 'value', label, kind, '');
  });
}

function groups(site: WritingSite, cluster: Cluster): readonly Completion[] {
  const all = offer(site, 'namespace', '*', 'every workload', '');
  return [
    ...[...cluster.namespaces.keys()].flatMap((namespace) => {
      const count = cluster.workloads.filter((one) => one.namespace === namespace).length;
      if (count === 0) return [];
      return [offer(site, 'namespace', `${namespace}/*`, counted(count, 'workload'), '')];
    }),
    all,
  ];
}

function services(site: WritingSite, { services: all }: Cluster): readonly Completion[] {
  return all.map(({ namespace, name, ports: own }) =>
    offer(
      site,
      'service',
      `svc/${name}.${namespace}`,
      own.map(({ port }) => port).join(', '),
      'By its name: where it is to be allowed, DNS is asked, too.',
    ),
  );
}

/** Who stands around the pods, and is mostly asked about as one end. */
const API: About = [API_SERVER, 'The API server, wherever it runs.'];
const NEW: About = [NEW_POD, 'A pod that no manifest holds: without labels, in a new namespace.'];
const SENDERS: readonly About[] = [
  [INGRESS_CONTROLLER, 'The controller behind Ingresses and Gateways.'],
  [NODES, 'The machines. The node of a pod always reaches it.'],
  API,
  NEW,
];
const RECEIVERS: readonly About[] = [
  [CLUSTER_DNS, 'The pods that resolve names, where no manifest holds them.'],
  API,
  [NODES, 'The machines.'],
  NEW,
];

type About = readonly [id: string, words: string];

function around(site: WritingSite, who: readonly About[]): readonly Completion[] {
  return who.map(([id, words]) => offer(site, 'value', id, '', words));
}

function ports(site: WritingSite, cluster: Cluster, item: number): readonly Completion[] {
  const named = destinations(site, ['flows', item]);
  const found = new Map<string, string>();
  for (const { namespace, name, id, ports: own } of cluster.workloads) {
    const isMeant =
      named.length === 0 ||
      [id, `${namespace}/${name}`, `${namespace}/*`, '*'].some((text) => named.includes(text));
    if (!isMeant) continue;
    for (const { number, protocol, name: portName } of own) {
      const written = protocol === 'TCP' ? `${number}` : `${number}/${protocol}`;
      found.set(written, found.get(written) ?? portName ?? '');
    }
  }
  return [...found].map(([text, detail]) => offer(site, 'port', text, detail, ''));
}

function destinations(site: WritingSite, path: readonly Step[]): readonly string[] {
  const flow = inObject(site, path);
  const one = textIn(flow, 'to');
  if (one !== null) return [one];
  const list = inObject(site, [...path, 'to']);
  if (list?.type !== 'list') return [];
  return list.items.flatMap((peer) => (peer.type === 'scalar' ? [peer.text] : []));
}

function offer(
  site: WritingSite,
  kind: Completion['kind'],
  label: string,
  detail: string,
  documentation: string,
): Completion {
  const value = kind === 'port' && /^[0-9]+$/.test(label) ? Number(label) : label;
  return { kind, label, detail, documentation, ...writeValue(site, value) };
}
