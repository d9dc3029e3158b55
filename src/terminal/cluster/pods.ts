// What a pod is to the terminal: a name, an address, containers, and the peer that the engine knows it as.
import type { Assumptions, Peer } from '../../core/index.ts';
import { blockOf, createAddresses, POD_BLOCK } from './addresses.ts';
import { isDoneJob, madeNames, type Owner, templateOf } from './controllers.ts';
import { hashOf } from './naming.ts';
import { type ClusterNode, nodesOf } from './nodes.ts';
import type { KubeObject } from './objects.ts';
import { at, isMap, listAt, numberAt, textAt, textsAt, type Value } from './value.ts';

export interface Pod {
  readonly namespace: string;
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  /** The address it has, or one made up for it. */
  readonly ip: string;
  /** Whether the manifests tell that address. */
  readonly isIpKnown: boolean;
  /** The name of the node it runs on. */
  readonly node: string;
  readonly hostNetwork: boolean;
  /** Never empty. */
  readonly containers: readonly Container[];
  /** `Running`, unless a live pod's status says otherwise. */
  readonly phase: string;
  /** What made it, nearest first: a ReplicaSet, then its Deployment. Empty for a bare pod. */
  readonly owners: readonly Owner[];
  /** Its own manifest, or that of the controller whose template it is made from. */
  readonly object: KubeObject;
  /** Its spec, as the manifest or the template has it. */
  readonly spec: Value;
  readonly annotations: ReadonlyMap<string, string>;
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly ports: readonly {
    readonly name: string | null;
    readonly port: number;
    readonly protocol: string;
  }[];
  readonly value: Value;
}

/** More are not listed at all. */
const MOST = 5000;

/** Sorted by namespace and name. */
export function podsOf(objects: readonly KubeObject[], assumptions: Assumptions): readonly Pod[] {
  const nodes = nodesOf(objects);
  const found: Unaddressed[] = [];
  const owned = new Set<string>();
  for (const object of objects) {
    if (object.kind.kind !== 'Pod' || object.kind.group !== '') continue;
    const pod = barePod(object, objects, nodes);
    found.push(pod);
    // What has ended says nothing of the pods that are there now.
    if (pod.phase === 'Succeeded' || pod.phase === 'Failed') continue;
    for (const { kind, name } of pod.owners) owned.add(`${kind} ${pod.namespace} ${name}`);
  }
  for (const object of objects) {
    const isLive = owned.has(`${object.kind.kind} ${object.namespace} ${object.name}`);
    if (found.length >= MOST || isLive || isOwned(object)) continue;
    found.push(...podsFrom(object, nodes));
  }
  return addressed(found.slice(0, MOST), nodes, assumptions);
}

type Unaddressed = Omit<Pod, 'ip' | 'isIpKnown'> & { readonly known: string | null };

function addressed(
  pods: readonly Unaddressed[],
  nodes: readonly ClusterNode[],
  assumptions: Assumptions,
): readonly Pod[] {
  const known = pods.flatMap((pod) => (pod.known === null ? [] : [pod.known]));
  const give = createAddresses(blockOf(assumptions.podRanges, POD_BLOCK), known);
  const sorted = [...pods].sort(
    (a, b) => compare(a.namespace, b.namespace) || compare(a.name, b.name),
  );
  const onHost = (pod: Unaddressed) =>
    pod.hostNetwork ? (nodes.find(({ name }) => name === pod.node)?.address ?? null) : null;
  return sorted.map(({ known: own, ...pod }) => ({
    ...pod,
    ip: own ?? onHost({ ...pod, known: own }) ?? give(`${pod.namespace}/${pod.name}`),
    isIpKnown: own !== null,
  }));
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function barePod(
  object: KubeObject,
  objects: readonly KubeObject[],
  nodes: readonly ClusterNode[],
): Unaddressed {
  const { value, name } = object;
  const namespace = object.namespace ?? '';
  return {
    ...partsOf(value),
    namespace,
    name,
    node: textAt(value, 'spec', 'nodeName') ?? nodeFor(nodes, `${namespace}/${name}`),
    phase: textAt(value, 'status', 'phase') ?? 'Running',
    owners: ownersOf(object, objects),
    object,
    known: textAt(value, 'status', 'podIP'),
  };
}

/** What a pod's manifest and a template have in common. */
function partsOf(value: Value) {
  const spec = at(value, 'spec') ?? null;
  const containers = listAt(spec, 'containers').filter(isMap).map(containerOf);
  return {
    labels: textsAt(value, 'metadata', 'labels'),
    annotations: textsAt(value, 'metadata', 'annotations'),
    hostNetwork: at(spec, 'hostNetwork') === true,
    containers:
      containers.length > 0 ? containers : [{ name: 'main', image: '', ports: [], value: null }],
    spec,
  };
}

function containerOf(value: Value): Container {
  return {
    name: textAt(value, 'name') ?? '',
    image: textAt(value, 'image') ?? '',
    ports: listAt(value, 'ports').flatMap((port) => {
      const number = numberAt(port, 'containerPort');
      const protocol = textAt(port, 'protocol') ?? 'TCP';
      return number === null ? [] : [{ name: textAt(port, 'name'), port: number, protocol }];
    }),
    value,
  };
}

function nodeFor(nodes: readonly ClusterNode[], text: string): string {
  return nodes[hashOf(text) % Math.max(nodes.length, 1)]?.name ?? '';
}

/** A chain is short; a circle in a hostile input ends here too. */
const LONGEST_CHAIN = 4;

function ownersOf(object: KubeObject, objects: readonly KubeObject[]): readonly Owner[] {
  const owners: Owner[] = [];
  let here: KubeObject | undefined = object;
  while (here !== undefined && owners.length < LONGEST_CHAIN) {
    const owner = controllerOf(here);
    if (owner === null || owner.kind === 'Node') break;
    owners.push(owner);
    const { namespace }: KubeObject = here;
    here = objects.find(
      (one) =>
        one.kind.kind === owner.kind && one.name === owner.name && one.namespace === namespace,
    );
  }
  const [first] = owners;
  const hash = textAt(object.value, 'metadata', 'labels', 'pod-template-hash');
  if (
    owners.length === 1 &&
    first?.kind === 'ReplicaSet' &&
    hash !== null &&
    first.name.endsWith(`-${hash}`)
  ) {
    owners.push({ kind: 'Deployment', name: first.name.slice(0, -hash.length - 1) });
  }
  const due =
    owners.length === 1 && first?.kind === 'Job' ? /^(.+)-[0-9]{6,10}$/.exec(first.name) : null;
  if (due !== null) owners.push({ kind: 'CronJob', name: due[1] ?? '' });
  return owners;
}

function controllerOf({ value }: KubeObject): Owner | null {
  const owner = listAt(value, 'metadata', 'ownerReferences').find(
    (one) => at(one, 'controller') === true,
  );
  const kind = textAt(owner, 'kind');
  const name = textAt(owner, 'name');
  return kind === null || name === null ? null : { kind, name };
}

function isOwned(object: KubeObject): boolean {
  return object.kind.kind !== 'Pod' && controllerOf(object) !== null;
}

/** The pods that a controller would make. */
function podsFrom(object: KubeObject, nodes: readonly ClusterNode[]): readonly Unaddressed[] {
  const template = templateOf(object);
  if (template === undefined || !isMap(template) || isDoneJob(object)) return [];
  const parts = partsOf(template);
  const namespace = object.namespace ?? '';
  return madeNames(object, template, nodes).map(({ name, node, labels, owners }) => ({
    ...parts,
    labels: new Map([...parts.labels, ...labels]),
    namespace,
    name,
    node: node ?? nodeFor(nodes, `${namespace}/${name}`),
    phase: 'Running',
    owners,
    object,
    known: null,
  }));
}

/** The peer of the analysis that a pod belongs to: its own where a selector tells it from the others of its workload. */
export function peerIdOf(pod: Pod, peers: readonly Peer[]): string | null {
  const ids = new Set(peers.map(({ id }) => id));
  const top = [...pod.owners].reverse();
  const generated = textAt(pod.object.value, 'metadata', 'generateName');
  const own = pod.owners.length === 0 && generated !== null ? [`${generated}*`] : [];
  const names = [pod.name, ...own].map((name) => ({ kind: 'Pod', name }));
  const candidates = [...names, ...top].map(
    ({ kind, name }) => `${pod.namespace}/${name}[${kind}]`,
  );
  return candidates.find((id) => ids.has(id)) ?? null;
}
