// "Can A reach Service S on its port": DNS, the Service's port, and each endpoint with its verdict.
import { decide } from '../explain/decide.ts';
import type { Decision } from '../explain/decision.ts';
import type { Cluster } from '../model/cluster.ts';
import type { End } from '../model/peer.ts';
import type { Protocol } from '../model/port.ts';
import type { Service, ServicePort } from '../model/service.ts';
import { factSentence, type Verdict } from '../model/verdict.ts';
import { type Endpoint, endpointsOf, endpointsOnOwnPort } from './endpoints.ts';
import { portsText } from './service-port.ts';

export interface ReachedPort {
  /** The Service's port; for a headless one asked by a pod's port, null. */
  readonly port: ServicePort | null;
  readonly protocol: Protocol;
  /** What the client dials. */
  readonly asked: number;
  readonly endpoints: readonly ReachedEndpoint[];
  readonly count: Count;
  /** Why there is nothing to reach, in a sentence; null where there are endpoints. */
  readonly nothing: string | null;
}

export interface ReachedEndpoint extends Endpoint {
  readonly verdict: Verdict;
  /** Null where no packet is decided: a pod reaching itself. */
  readonly decision: Decision | null;
  /** The pod that asks, met again behind the Service (SEMANTICS 1.20). */
  readonly isSelf: boolean;
  /** What the verdict depends on. */
  readonly because: readonly string[];
}

/** Endpoints by verdict: pods, or workloads where one of them has as many pods as there are nodes. */
export interface Count {
  readonly allow: number;
  readonly depends: number;
  readonly deny: number;
  readonly total: number;
}

/** The answer for one port of a Service, whatever led to it. */
export function reachPort(
  cluster: Cluster,
  source: End,
  service: Service,
  port: ServicePort,
): ReachedPort {
  const { protocol } = port;
  const endpoints = endpointsOf(cluster, service, port).flatMap((endpoint) =>
    judge(cluster, source, endpoint),
  );
  const nothing = endpoints.length > 0 ? null : noEndpoints(cluster, service, port);
  return { port, protocol, asked: port.port, endpoints, count: countOf(endpoints), nothing };
}

/** With `internalTrafficPolicy: Local` a node leads its pods to endpoints on itself only; a DaemonSet has one there. */
export function fromOwnNode(source: End, service: Service, reached: ReachedPort): ReachedPort {
  const isLocal = service.internalTrafficPolicy === 'Local' && !service.isHeadless;
  if (!isLocal || source.type === 'external') return reached;
  const endpoints = reached.endpoints.map((one): ReachedEndpoint => {
    if (one.verdict !== 'allow' || one.pods === 'per-node' || one.isSelf) return one;
    return { ...one, verdict: 'depends', because: [...one.because, LOCAL] };
  });
  return { ...reached, endpoints, count: countOf(endpoints) };
}

const LOCAL =
  "With internalTrafficPolicy: Local only endpoints on the client's own node are led to, and which nodes pods run on is not in the manifests.";

/** A headless Service translates nothing: what is dialled is the pods' port (SEMANTICS 1.29). */
export function reachHeadless(
  cluster: Cluster,
  source: End,
  service: Service,
  protocol: Protocol,
  asked: number,
): ReachedPort {
  const own = service.ports.filter((port) => port.protocol === protocol);
  // Several of its ports may lead to one; the pods that have it are those it speaks of.
  const meant = own.filter((port) =>
    endpointsOf(cluster, service, port).some((endpoint) => endpoint.port === asked),
  );
  const translated = own.find(({ port, targetPort }) => port === asked && targetPort !== asked);
  if (meant.length === 0 && translated !== undefined) {
    const ports = endpointsOf(cluster, service, translated).map(({ port }) => port);
    const dial = [...new Set(ports)].join(' or ');
    return {
      port: translated,
      protocol,
      asked,
      endpoints: [],
      count: NONE,
      nothing: `A headless Service translates no port, and its pods don't listen on ${asked}${dial === '' ? '' : `: dial ${dial}`}.`,
    };
  }
  const endpoints = (
    meant.length === 0
      ? endpointsOnOwnPort(cluster, service, protocol, asked)
      : meant.flatMap((port) =>
          endpointsOf(cluster, service, port).filter((endpoint) => endpoint.port === asked),
        )
  ).flatMap((endpoint) => judge(cluster, source, endpoint));
  const nothing = endpoints.length > 0 ? null : noEndpoints(cluster, service, null);
  return {
    port: meant[0] ?? null,
    protocol,
    asked,
    endpoints,
    count: countOf(endpoints),
    nothing,
  };
}

export function judge(
  cluster: Cluster,
  source: End,
  endpoint: Endpoint,
): readonly ReachedEndpoint[] {
  const { peer, protocol, port, pods, certain } = endpoint;
  const isSame = source.type === 'workload' && source.id === peer.id;
  const decision = decide(cluster, source, peer, protocol, port);
  // Behind a Service of some of its pods whoever asks is mostly another one.
  const isPart = isSame && pods !== 'per-node' && source.workload.replicas !== pods && pods === 1;
  const others: ReachedEndpoint = {
    ...endpoint,
    ...(isSame && typeof pods === 'number' && !isPart ? { pods: pods - 1 } : {}),
    ...settled(decision, certain, peer.id),
    decision,
    isSelf: false,
  };
  if (!isSame || isPart) return [others];
  const itself = throughItself(decision);
  const self = {
    ...endpoint,
    pods: 1,
    isSelf: true,
    decision: null,
    ...(certain || itself.verdict !== 'allow'
      ? itself
      : { verdict: 'depends' as const, because: [chosen(peer.id)] }),
  };
  return typeof pods === 'number' && pods < 2 ? [self] : [others, self];
}

function chosen(id: string): string {
  return `The cluster chooses which pods of ${id} the Service's selector picks.`;
}

/** Whether it is an endpoint at all may depend on a label. */
function settled(
  { verdict, egress, ingress }: Decision,
  certain: boolean,
  id: string,
): Pick<ReachedEndpoint, 'verdict' | 'because'> {
  const facts = [...egress.facts, ...ingress.facts].map(factSentence);
  if (certain || verdict === 'deny') return { verdict, because: [...new Set(facts)] };
  return {
    verdict: 'depends',
    because: [...new Set([...facts, chosen(id)])],
  };
}

/** A pod that meets itself behind a Service (SEMANTICS 1.20). */
function throughItself(decision: Decision): Pick<ReachedEndpoint, 'verdict' | 'because'> {
  if (decision.verdict === 'allow') return { verdict: 'allow', because: [] };
  const isByTier = [decision.egress, decision.ingress].some(
    ({ verdict, reason }) => verdict === 'deny' && (reason === 'admin' || reason === 'baseline'),
  );
  // The policies of administrators hold on this way, too (SEMANTICS 4.8).
  if (isByTier) return { verdict: 'deny', because: [] };
  return {
    verdict: 'depends',
    because: [
      'A pod that reaches itself through a Service may leave and come back: whether policies then count is up to the network plugin, as is its hairpin mode.',
    ],
  };
}

const NONE: Count = { allow: 0, depends: 0, deny: 0, total: 0 };

export function countOf(endpoints: readonly Pick<ReachedEndpoint, 'pods' | 'verdict'>[]): Count {
  // The pods of a DaemonSet can't be counted, so then workloads are.
  const isCountable = endpoints.every(({ pods }) => pods !== 'per-node');
  const weight = (pods: number | 'per-node') => (isCountable ? (pods as number) : 1);
  const of = (verdict: Verdict) =>
    endpoints
      .filter((one) => one.verdict === verdict)
      .reduce((sum, { pods }) => sum + weight(pods), 0);
  const [allow, depends, deny] = [of('allow'), of('depends'), of('deny')];
  return { allow, depends, deny, total: allow + depends + deny };
}

/** `partly` where some endpoints are reached and others are not, or not surely. */
export type Reach = Verdict | 'partly';

export function reachOf({ allow, depends, total }: Count): Reach {
  if (allow === total && total > 0) return 'allow';
  if (allow > 0) return 'partly';
  return depends > 0 ? 'depends' : 'deny';
}

/** Why a Service has no endpoints, or none on this port. */
export function noEndpoints(cluster: Cluster, service: Service, port: ServicePort | null): string {
  const name = `${service.namespace}/${service.name}`;
  if (service.selector === null) {
    const slices = cluster.ways.endpoints.some(
      (one) => one.namespace === service.namespace && one.service === service.name,
    );
    if (slices && port !== null) {
      return `The endpoints listed for Service ${name} have none that is ready for its port ${portsText([port])}: ports are paired by name and protocol.`;
    }
    return `Service ${name} has no selector, and no EndpointSlice in the input lists endpoints for it.`;
  }
  const behind = endpointsOnOwnPort(cluster, service, 'TCP', 1);
  if (behind.length === 0) return `Service ${name} selects no pods of the input.`;
  return `No pod behind Service ${name} has a port named "${port?.targetPort}".`;
}

/** Which ports there are, where another was asked for. */
export function wrongPort(service: Service, asked: string): string {
  const name = `${service.namespace}/${service.name}`;
  return service.ports.length === 0
    ? `Service ${name} has no ports.`
    : `Service ${name} has no port ${asked}. It has ${portsText(service.ports)}.`;
}
