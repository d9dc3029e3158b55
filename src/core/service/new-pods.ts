// Pods that no manifest holds: without labels, in a namespace of its own or in one of the input (SEMANTICS 1.26).
import type { Analysis, SideTable } from '../engine/analysis.ts';
import { analyzeCluster } from '../engine/analyze.ts';
import type { Cluster } from '../model/cluster.ts';
import { labelsOf } from '../model/labels.ts';
import { NAME_LABEL } from '../model/namespace.ts';
import { type End, NEW_POD, type WorkloadPeer } from '../model/peer.ts';
import type { WorkloadId } from '../model/workload.ts';
import { actorsOf } from './actors.ts';
import { peerOf } from './endpoints.ts';

/** No namespace can be called so. */
const NEW_NAMESPACE = '(new)';

/** More would be no picture. */
const MOST_NAMESPACES = 20;

/** The same cluster with one more namespace, which has no labels but its name, and no pods. */
export function withNewNamespace(cluster: Cluster): Cluster {
  const labels = labelsOf([[NAME_LABEL, NEW_NAMESPACE]]);
  const namespaces = new Map(cluster.namespaces);
  namespaces.set(NEW_NAMESPACE, { name: NEW_NAMESPACE, labels, declared: null });
  return { ...cluster, namespaces };
}

/** @param namespace left out: the new one of `withNewNamespace` */
export function newPodOf({ unlisted }: Cluster, namespace = NEW_NAMESPACE): WorkloadPeer {
  const id = namespace === NEW_NAMESPACE ? NEW_POD : `${NEW_POD} ${namespace}`;
  return peerOf({
    id: id as WorkloadId,
    namespace,
    name: id,
    kind: 'Deployment',
    replicas: 1,
    labels: labelsOf([]),
    ports: [],
    hostNetwork: false,
    addresses: null,
    seen: unlisted.pod,
    origin: { file: '', offset: 0 },
    range: NOWHERE,
    nameRange: NOWHERE,
    ignores: [],
  });
}

/** `{new-pod}`, or `{new-pod} shop` in a namespace of the input; null for what names no such pod. */
export function newPodCalled(cluster: Cluster, text: string): WorkloadPeer | null {
  if (text === NEW_POD) return newPodOf(cluster);
  const [start, namespace, ...rest] = text.split(/ +/);
  if (start !== NEW_POD || namespace === undefined || rest.length > 0) return null;
  return cluster.namespaces.has(namespace) ? newPodOf(cluster, namespace) : null;
}

/** What is asked of a pod in the new namespace is asked of a cluster that has it. */
export function withEnds<O extends { readonly cluster: Cluster }>(
  outcome: O,
  ...ends: readonly End[]
): O {
  const isNew = ends.some(
    (end) => end.type === 'workload' && end.workload.namespace === NEW_NAMESPACE,
  );
  return isNew ? { ...outcome, cluster: withNewNamespace(outcome.cluster) } : outcome;
}

const NOWHERE = { start: 0, end: 0 };

/**
 * The tables of a cluster, which also tell of everybody around its pods: those of `actorsOf`, a new pod
 * in a new namespace, and one in each namespace where it is treated otherwise.
 */
export function analyzeAround(cluster: Cluster): Analysis {
  const wider = withNewNamespace(cluster);
  const named = [...new Set(cluster.workloads.map(({ namespace }) => namespace))];
  const pods = named.slice(0, MOST_NAMESPACES).map((namespace) => newPodOf(cluster, namespace));
  const others = [...actorsOf(cluster), newPodOf(cluster)];
  const all = analyzeCluster(wider, [...others, ...pods]);
  const first = all.peers.length + others.length;
  const apart = pods.filter((_, at) => !isTreatedAlike(all, first - 1, first + at));
  return apart.length === pods.length ? all : analyzeCluster(wider, [...others, ...apart]);
}

function isTreatedAlike({ egress, ingress }: Analysis, one: number, other: number): boolean {
  return [egress, ingress].every(
    ({ subjectClass, peerClass, tiers }: SideTable) =>
      subjectClass[one] === subjectClass[other] &&
      peerClass[one] === peerClass[other] &&
      tiers?.subjectClass[one] === tiers?.subjectClass[other] &&
      tiers?.placeOf[one] === tiers?.placeOf[other],
  );
}
