// The pods and addresses behind a Service, each with the port that it is reached on (SEMANTICS 1.28, 1.29).

import type { Address } from '../model/cidr.ts';
import type { Cluster } from '../model/cluster.ts';
import type { EndpointPort, EndpointSubset } from '../model/endpoints.ts';
import { matchSelector } from '../model/match.ts';
import type { End, ExternalPeer, WorkloadPeer } from '../model/peer.ts';
import type { Protocol } from '../model/port.ts';
import type { Selector } from '../model/selector.ts';
import type { Service, ServicePort } from '../model/service.ts';
import type { Workload } from '../model/workload.ts';

export interface Endpoint {
  readonly peer: End;
  readonly protocol: Protocol;
  /** The pod's port, after the Service's translation. */
  readonly port: number;
  /** How many pods or addresses; the nodes decide it for a DaemonSet. */
  readonly pods: number | 'per-node';
  /** False where it takes a label that manifests don't tell to be one. */
  readonly certain: boolean;
}

/** The pods that a Service's selector picks, or may; none for one without a selector. */
export function podsBehind(
  { workloads }: Pick<Cluster, 'workloads'>,
  { namespace, selector, exposure }: Service,
): readonly Behind[] {
  if (selector === null || exposure === 'ExternalName') return [];
  const asked = selectorOf(selector);
  return workloads.flatMap((workload) => {
    if (workload.namespace !== namespace || workload.replicas === 0) return [];
    const named = podsNamed(workload, selector);
    const pods = named === null ? workload.replicas : named.count;
    const match = pods === 0 ? 'no' : matchSelector(named?.rest ?? asked, workload.labels);
    return match === 'no' ? [] : [{ workload, certain: match === 'yes', pods }];
  });
}

interface Behind {
  readonly workload: Workload;
  readonly certain: boolean;
  /** How many of its pods are picked. */
  readonly pods: number | 'per-node';
}

const POD_NAME = 'statefulset.kubernetes.io/pod-name';
const POD_INDEX = 'apps.kubernetes.io/pod-index';

/**
 * How many pods of a StatefulSet bear the name or the number that a selector asks for (SEMANTICS 5.3),
 * and what else it asks; null where it asks for neither.
 */
function podsNamed(
  { kind, name, replicas, firstOrdinal, podNames = [] }: Workload,
  selector: ReadonlyMap<string, string>,
): { readonly count: number; readonly rest: Selector } | null {
  const [byName, byIndex] = [selector.get(POD_NAME), selector.get(POD_INDEX)];
  const isAsked = byName !== undefined || byIndex !== undefined;
  if (kind !== 'StatefulSet' || typeof replicas !== 'number' || !isAsked) return null;
  const wanted = byName ?? `${name}-${byIndex}`;
  const isOne = byIndex === undefined || wanted === `${name}-${byIndex}`;
  const ordinal =
    Number(/-(0|[1-9][0-9]{0,8})$/.exec(wanted)?.[1] ?? Number.NaN) - (firstOrdinal ?? 0);
  const isThere =
    podNames.length === replicas
      ? podNames.includes(wanted)
      : wanted.slice(0, wanted.lastIndexOf('-')) === name && ordinal >= 0 && ordinal < replicas;
  const others = [...selector].filter(([key]) => key !== POD_NAME && key !== POD_INDEX);
  return { count: isOne && isThere ? 1 : 0, rest: selectorOf(new Map(others)) };
}

function selectorOf(labels: ReadonlyMap<string, string>): Selector {
  return {
    requirements: [...labels].map(([key, value]) => ({ key, operator: 'In', values: [value] })),
  };
}

/** What stands behind one port of a Service. A pod that lacks the name of the port is no endpoint. */
export function endpointsOf(
  cluster: Pick<Cluster, 'workloads' | 'ways'>,
  service: Service,
  port: ServicePort,
): readonly Endpoint[] {
  if (service.selector === null) return listedEndpoints(cluster, service, port);
  return podsBehind(cluster, service).flatMap(({ workload, certain, pods }) => {
    const number = targetOn(workload, port);
    if (number === null) return [];
    return [
      {
        peer: peerOf(workload),
        protocol: port.protocol,
        port: number,
        pods,
        certain,
      },
    ];
  });
}

/** The pods of a headless Service on a port of their own: names lead to them, nothing is translated. */
export function endpointsOnOwnPort(
  cluster: Pick<Cluster, 'workloads' | 'ways'>,
  service: Service,
  protocol: Protocol,
  port: number,
): readonly Endpoint[] {
  if (service.selector !== null) {
    return podsBehind(cluster, service).map(({ workload, certain, pods }) => ({
      peer: peerOf(workload),
      protocol,
      port,
      pods,
      certain,
    }));
  }
  return merged(
    subsetsOf(cluster, service).flatMap(({ addresses }) =>
      addresses
        .filter(({ isReady }) => isReady || service.publishesNotReady)
        .map((one) => endpointAt(cluster, one, protocol, port)),
    ),
  );
}

/** The pod's number for a Service's port; the first port of that name and protocol (SEMANTICS 1.28). */
export function targetOn(
  workload: Workload,
  { targetPort, protocol }: Pick<ServicePort, 'targetPort' | 'protocol'>,
): number | null {
  if (typeof targetPort === 'number') return targetPort;
  const found = workload.ports.find((own) => own.name === targetPort && own.protocol === protocol);
  return found?.number ?? null;
}

export function peerOf(workload: Workload): WorkloadPeer {
  return { type: 'workload', id: workload.id, workload };
}

function listedEndpoints(
  cluster: Pick<Cluster, 'workloads' | 'ways'>,
  service: Service,
  port: ServicePort,
): readonly Endpoint[] {
  return merged(
    subsetsOf(cluster, service).flatMap(({ addresses, ports }) =>
      ports
        .filter((own) => isFor(own, service, port))
        .flatMap((own) =>
          addresses
            .filter(({ isReady }) => isReady || service.publishesNotReady)
            .map((one) => endpointAt(cluster, one, own.protocol, own.port ?? port.port)),
        ),
    ),
  );
}

function subsetsOf(
  { ways }: Pick<Cluster, 'ways'>,
  { namespace, name }: Service,
): readonly EndpointSubset[] {
  const own = ways.endpoints.filter((one) => one.namespace === namespace && one.service === name);
  // A cluster mirrors Endpoints into slices: both would be everything twice.
  const slices = own.filter(({ kind }) => kind === 'EndpointSlice');
  return (slices.length > 0 ? slices : own).flatMap(({ subsets }) => subsets);
}

/** Ports are paired by name; the only port of a Service needs none. */
function isFor(own: EndpointPort, { ports }: Service, port: ServicePort): boolean {
  if (own.protocol !== port.protocol) return false;
  return own.name === port.name || (ports.length === 1 && own.name === null);
}

function endpointAt(
  { workloads }: Pick<Cluster, 'workloads'>,
  { address, pod }: EndpointSubset['addresses'][number],
  protocol: Protocol,
  port: number,
): Endpoint {
  // Pods on one host's network share its address: the name tells whose it is.
  const workload = podNamed(workloads, pod) ?? workloads.find((one) => isAt(one, address));
  const peer = workload === undefined ? outsideAt(address) : peerOf(workload);
  return { peer, protocol, port, pods: 1, certain: true };
}

type PodReference = EndpointSubset['addresses'][number]['pod'];

function podNamed(workloads: readonly Workload[], pod: PodReference): Workload | undefined {
  if (pod === null) return undefined;
  return workloads.find(
    ({ namespace, kind, name, podNames }) =>
      namespace === pod.namespace &&
      ((kind === 'Pod' && name === pod.name) || podNames?.includes(pod.name) === true),
  );
}

export function isAt({ addresses }: Workload, { family, value }: Address): boolean {
  return (addresses ?? []).some((one) => one.family === family && one.value === value);
}

/** One address outside the cluster, as a peer of its own. */
export function outsideAt(address: Address): ExternalPeer {
  const text = `${address.text}/${address.family === 4 ? 32 : 128}`;
  return { type: 'external', id: text, cidrs: [text], sample: address };
}

/** Several addresses of one workload are so many pods of it. */
function merged(endpoints: readonly Endpoint[]): readonly Endpoint[] {
  const found = new Map<string, Endpoint>();
  for (const one of endpoints) {
    const key = `${one.peer.id} ${one.protocol} ${one.port}`;
    const before = found.get(key);
    const pods =
      before === undefined || typeof before.pods === 'string' || typeof one.pods === 'string'
        ? one.pods
        : before.pods + one.pods;
    found.set(key, { ...one, pods });
  }
  return [...found.values()];
}
