// Pods and controllers → workloads: what one controller makes is one, unless a selector tells its
// pods apart (SEMANTICS 5.3–5.8, 10.6, 10.7).
import type { Finding } from '../model/finding.ts';
import { type Asking, type Relevance, relevanceOf } from '../model/relevance.ts';
import type { Placed, PodsResource } from '../model/resource.ts';
import { spanAt } from '../model/span.ts';
import { type Workload, type WorkloadId, workloadIdOf } from '../model/workload.ts';
import { type Group, type Member, membersOf } from './members.ts';
import { byNamespaceAndName, compareText } from './order.ts';
import { lookupOf, type Top, topOf } from './owners.ts';
import { withReferredTemplates } from './referred-template.ts';
import { splitMembers } from './splits.ts';

type PlacedPods = Placed<PodsResource>;

export function gatherWorkloads(
  pods: readonly PlacedPods[],
  policies: Asking,
  serviceKeys: ReadonlySet<string> = new Set(),
): { workloads: readonly Workload[]; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const finished = pods.filter(({ resource }) => resource.isFinished);
  const [firstFinished] = finished;
  if (firstFinished !== undefined) {
    findings.push({
      rule: 'finished-pod',
      level: 'info',
      message: `${finished.length === 1 ? 'This pod has finished: it takes' : `${finished.length} pods have finished: they take`} no part in any flow.`,
      span: spanAt(firstFinished.origin, firstFinished.resource.nameRange),
    });
  }
  const { pods: present, findings: missingTemplates } = withReferredTemplates(
    pods.filter(({ resource }) => !resource.isFinished),
  );
  findings.push(...missingTemplates);
  const relevance = relevanceOf(policies);
  const workloads = new Map<WorkloadId, Workload>();
  for (const { top, group } of groupByTop(present)) {
    for (const workload of workloadsOf(top, group, relevance, serviceKeys)) {
      // A pod that stands in the input by itself is the truth about its name.
      const isTaken = workloads.has(workload.id);
      if (!isTaken || group.controllers.length === 0) workloads.set(workload.id, workload);
    }
  }
  return {
    workloads: [...workloads.values()].sort(
      (a, b) => byNamespaceAndName(a, b) || compareText(a.kind, b.kind),
    ),
    findings,
  };
}

function groupByTop(pods: readonly PlacedPods[]): readonly { top: Top; group: Group }[] {
  const lookup = lookupOf(pods);
  const groups = new Map<string, { top: Top; group: Group }>();
  const repeats = new Map<string, number>();
  // By name, so that nothing depends on the order of the files.
  for (const item of [...pods].sort((a, b) => byNamespaceAndName(a.resource, b.resource))) {
    const top = topOf(item.resource, lookup);
    let key = `${top.namespace}/${top.kind}/${top.name}`;
    let name = top.name;
    if (groups.has(key) && name === item.resource.name && name.endsWith('*')) {
      // Two objects that only share the beginning of a name to come (SEMANTICS 5.6).
      const count = (repeats.get(key) ?? 1) + 1;
      repeats.set(key, count);
      name = `${name}${count}`;
      key = `${top.namespace}/${top.kind}/${name}`;
    }
    const entry = groups.get(key) ?? {
      top: { ...top, name },
      group: { controllers: [], pods: [] },
    };
    groups.set(key, entry);
    (item.resource.kind === 'Pod' ? entry.group.pods : entry.group.controllers).push(item);
  }
  return [...groups.values()];
}

function workloadsOf(
  top: Top,
  group: Group,
  relevance: Relevance,
  serviceKeys: ReadonlySet<string>,
): readonly Workload[] {
  const makers = makersOf(top, group);
  const needsOrdinals =
    relevance.keys.has('statefulset.kubernetes.io/pod-name') ||
    relevance.keys.has('apps.kubernetes.io/pod-index');
  const members = membersOf(makers, group, needsOrdinals);
  const [controller] = makers;
  if (members.length === 0) {
    // No pods at all: shown, without flows (SEMANTICS 5.4).
    return controller === undefined ? [] : [emptyWorkload(top, controller)];
  }
  const { rest, apart } = splitMembers(top.namespace, members, relevance);
  const place = controller ?? (rest[0] as Member).from;
  const isPerNode = makers.some(({ resource }) => resource.replicas === 'per-node');
  const replicas = isPerNode ? 'per-node' : rest.reduce((sum, member) => sum + member.count, 0);
  return [
    withPodNames(workloadOf(top, replicas, shapeOf(rest, relevance, serviceKeys), place), rest),
    ...apart.map((member) => {
      const { kind, name } = member.from.resource;
      // Pods whose names the cluster will choose are called after what makes them.
      const own = member.podName === null ? { kind, name } : { kind: 'Pod', name: member.podName };
      const shape = shapeOf([member], relevance, serviceKeys);
      return workloadOf({ namespace: top.namespace, ...own }, member.count, shape, member.from);
    }),
  ];
}

/** Only where Services ask for them, or an address does not tell whose it is: names take memory. */
function withPodNames(workload: Workload, members: readonly Member[]): Workload {
  const isAsked =
    workload.kind === 'StatefulSet' || (workload.hostNetwork && workload.kind !== 'Pod');
  const podNames = isAsked ? members.flatMap(({ podName }) => podName ?? []) : [];
  return podNames.length === 0 ? workload : { ...workload, podNames };
}

/** The manifests that make its pods: its own, or those of its lesser controllers that have any. */
function makersOf(top: Top, group: Group): readonly PlacedPods[] {
  const own = group.controllers.find(
    ({ resource }) => resource.kind === top.kind && resource.name === top.name,
  );
  if (own !== undefined) return [own];
  const makers = group.controllers.filter(({ resource }) => resource.replicas !== 0);
  return makers.length > 0 ? makers : group.controllers.slice(0, 1);
}

function emptyWorkload(top: Top, controller: PlacedPods): Workload {
  const { labels: known, valueUnknown, ports, hostNetwork } = controller.resource;
  const labels = { known, valueUnknown: new Set(valueUnknown), complete: true };
  return workloadOf(top, 0, { labels, ports, hostNetwork, addresses: null }, controller);
}

/** Field by field: an object that several others are spread into takes many times as long and as much memory. */
function workloadOf(
  { namespace, name, kind }: Top,
  replicas: Workload['replicas'],
  { labels, ports, hostNetwork, addresses }: Shape,
  { origin, resource }: PlacedPods,
): Workload {
  const { range, nameRange, ignores, subdomain, firstOrdinal } = resource;
  const workload: Workload = {
    id: workloadIdOf(namespace, name, kind),
    namespace,
    name,
    kind,
    replicas,
    labels,
    ports,
    hostNetwork,
    addresses,
    subdomain,
    firstOrdinal,
    origin,
    range,
    nameRange,
    ignores,
  };
  const isBare = resource.kind === 'Pod' && resource.owner === null;
  return isBare ? { ...workload, isBare } : workload;
}

type Shape = Pick<Workload, 'labels' | 'ports' | 'hostNetwork' | 'addresses'>;

/** What selectors see of members that they treat alike: the first speaks for all. */
function shapeOf(
  members: readonly Member[],
  relevance: Relevance,
  serviceKeys: ReadonlySet<string>,
): Shape {
  const [first, ...others] = members as [Member, ...Member[]];
  const { labels, ports, hostNetwork } = first;
  if (others.length === 0) return { labels, ports, hostNetwork, addresses: first.addresses };
  const known = new Map(first.labels.known);
  for (const [key, value] of first.labels.known) {
    // Values that differ and that nobody asks for, as a pod's own name, belong to no one here.
    const isShared = members.every((member) => member.labels.known.get(key) === value);
    if (!isShared && !relevance.keys.has(key)) known.delete(key);
  }
  // A Service that asks for one of them picks some of the pods, and which is not told any more.
  const differing = [...serviceKeys].filter(
    (key) =>
      !relevance.keys.has(key) &&
      others.some((member) => member.labels.known.get(key) !== labels.known.get(key)),
  );
  const valueUnknown = new Set([...labels.valueUnknown, ...differing]);
  const addresses = members.flatMap((member) => member.addresses ?? []);
  return {
    labels: { ...labels, known, valueUnknown },
    ports,
    hostNetwork,
    addresses: members.every((member) => member.addresses !== null) ? addresses : null,
  };
}
