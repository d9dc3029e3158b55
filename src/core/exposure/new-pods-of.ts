// What a pod without labels, newly put into a namespace, could reach, and who could reach it.
import { analyzeCluster } from '../engine/analyze.ts';
import { type Flow, readFlows } from '../engine/flows.ts';
import type { Assumptions } from '../model/assumptions.ts';
import type { Cluster } from '../model/cluster.ts';
import { isEmptyPortSet } from '../model/port.ts';
import type { Workload } from '../model/workload.ts';
import { clusterWith, kindsOf } from './representatives.ts';

export interface NewPodFlows {
  /** null: in a namespace that is new itself, without labels. */
  readonly namespace: string | null;
  /** Workloads of the cluster alone, in its order; those with nothing open are left out. */
  readonly reaches: readonly NewPodFlow[];
  readonly reachedBy: readonly NewPodFlow[];
}

export interface NewPodFlow extends Flow {
  /** The workload's id. */
  readonly workload: string;
}

/**
 * First the pod of a new namespace, then those of the others, in the cluster's order.
 * @param names of namespaces of the cluster
 */
export function newPodsOf(
  cluster: Cluster,
  assumptions: Assumptions,
  names: readonly string[],
): readonly NewPodFlows[] {
  // Nothing is asked, so each place holds one kind: a pod without labels.
  const asked = names.map((namespaces) => ({ namespaces, pods: { requirements: [] } }));
  const kinds = kindsOf(cluster, assumptions, asked).kinds.filter(
    ({ place }) => place.names === null || names.includes(place.names[0] ?? ''),
  );
  const pods = kinds.map(({ pod }) => pod.workload);
  const workloads: readonly Workload[] = [...cluster.workloads, ...pods];
  const analysis = analyzeCluster(
    clusterWith(
      cluster,
      workloads,
      kinds.map(({ place }) => place),
    ),
  );
  const flows = readFlows(analysis);
  const open = ({ allowed, depends }: Flow) => !isEmptyPortSet(allowed) || !isEmptyPortSet(depends);
  const found = kinds.map(({ place }, at): NewPodFlows => {
    const own = cluster.workloads.length + at;
    const towards = (read: (other: number) => Flow, exists: (other: number) => boolean) =>
      cluster.workloads.flatMap(({ id }, other): readonly NewPodFlow[] => {
        const flow = read(other);
        return exists(other) && open(flow) ? [{ workload: id, ...flow }] : [];
      });
    return {
      namespace: place.names?.[0] ?? null,
      reaches: towards(
        (other) => flows.flow(own, other),
        (other) => flows.exists(own, other),
      ),
      reachedBy: towards(
        (other) => flows.flow(other, own),
        (other) => flows.exists(other, own),
      ),
    };
  });
  const order = new Map(names.map((name, at) => [name, at]));
  const at = ({ namespace }: NewPodFlows) =>
    namespace === null ? -1 : (order.get(namespace) ?? 0);
  return found.sort((one, other) => at(one) - at(other));
}
