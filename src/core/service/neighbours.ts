// What surrounds one workload: the Services in front of it, the ways that lead to it from outside, and
// the Services that it can reach.
import type { Cluster } from '../model/cluster.ts';
import type { Peer, WorkloadPeer } from '../model/peer.ts';
import type { Protocol } from '../model/port.ts';
import { type Span, spanAt } from '../model/span.ts';
import { podsBehind, targetOn } from './endpoints.ts';
import { type Count, fromOwnNode, type Reach, reachOf, reachPort } from './reach.ts';
import { isStraightIn, throughEntry, type Way, type WayIn } from './way.ts';
import { waysIn } from './ways.ts';

export interface Neighbours {
  readonly inFront: readonly InFront[];
  readonly ways: readonly LeadingWay[];
  /** Those of its own namespace first. */
  readonly reachable: readonly Reachable[];
  /** How many Services were not looked at, where there are very many. */
  readonly more: number;
}

/** A Service that selects the workload. */
export interface InFront {
  readonly namespace: string;
  readonly name: string;
  readonly exposure: string;
  readonly isHeadless: boolean;
  readonly span: Span;
  /** Those that its pods have. */
  readonly ports: readonly {
    readonly port: number;
    readonly name: string | null;
    readonly protocol: Protocol;
    readonly target: number;
  }[];
}

/** A way that ends at the workload. */
export interface LeadingWay {
  readonly by: WayIn;
  readonly requests: string;
  /** Who hands the requests on; null for a Service that stands open itself. */
  readonly from: string | null;
  readonly service: string;
  readonly ports: readonly { readonly protocol: Protocol; readonly port: number }[];
  readonly reach: Reach;
  readonly because: readonly string[];
}

/** One port of a Service, as the workload would dial it. */
export interface Reachable {
  readonly namespace: string;
  readonly name: string;
  readonly port: number;
  readonly portName: string | null;
  readonly protocol: Protocol;
  readonly count: Count;
  readonly reach: Reach;
  /** Why there is nothing to reach. */
  readonly nothing: string | null;
}

/** More would be a list that nobody reads, and slow. */
const MOST_SERVICES = 200;

export function neighboursOf(
  cluster: Cluster,
  peers: readonly Peer[],
  peer: WorkloadPeer,
): Neighbours {
  const { namespace } = peer.workload;
  const near = cluster.services.toSorted(
    (a, b) => Number(b.namespace === namespace) - Number(a.namespace === namespace),
  );
  return {
    inFront: servicesInFront(cluster, peer),
    ways: waysTo(cluster, peers, peer),
    reachable: near.slice(0, MOST_SERVICES).flatMap((service) =>
      service.ports.map((port): Reachable => {
        const reached = reachPort(cluster, peer, service, port);
        const { count, nothing, endpoints } = fromOwnNode(peer, service, reached);
        return {
          namespace: service.namespace,
          name: service.name,
          // A headless Service translates nothing: its pods' port is dialled.
          port: service.isHeadless ? (endpoints[0]?.port ?? port.port) : port.port,
          portName: port.name,
          protocol: port.protocol,
          count,
          reach: reachOf(count),
          nothing,
        };
      }),
    ),
    more: Math.max(0, near.length - MOST_SERVICES),
  };
}

/** The ways that end at a workload. */
export function waysTo(
  cluster: Cluster,
  peers: readonly Peer[],
  peer: WorkloadPeer,
): readonly LeadingWay[] {
  return waysIn(cluster, peers).flatMap((way) => leadingTo(way, peer));
}

function servicesInFront(cluster: Cluster, { workload }: WorkloadPeer): readonly InFront[] {
  return cluster.services
    .filter((service) => podsBehind({ workloads: [workload] }, service).length > 0)
    .map((service) => ({
      namespace: service.namespace,
      name: service.name,
      exposure: service.exposure,
      isHeadless: service.isHeadless,
      span: spanAt(service.origin, service.nameRange),
      ports: service.ports.flatMap((port) => {
        const target = targetOn(workload, port);
        if (target === null) return [];
        return [{ port: port.port, name: port.name, protocol: port.protocol, target }];
      }),
    }));
}

function leadingTo({ by, requests, service, hops, problem, entry }: Way, peer: WorkloadPeer) {
  const own = hops.flatMap(({ from, endpoints }) =>
    endpoints.filter((one) => one.peer.id === peer.id).map((endpoint) => ({ from, endpoint })),
  );
  const [first] = own;
  if (first === undefined) return [];
  const of = (verdict: string) => own.filter(({ endpoint }) => endpoint.verdict === verdict).length;
  const count = { allow: of('allow'), depends: of('depends'), deny: of('deny'), total: own.length };
  const reach = reachOf(count);
  const isOpen = isStraightIn(by);
  const because = own.flatMap(({ endpoint }) => endpoint.because);
  if (entry !== null && entry.verdict !== 'allow') {
    const may = entry.verdict === 'deny' ? 'may not' : 'may or may not';
    because.push(`What comes from outside ${may} reach its controller ${entry.to.id}.`);
  }
  const leading: LeadingWay = {
    by,
    requests,
    from: isOpen ? null : first.from.id,
    service: service.name,
    ports: own.map(({ endpoint: { protocol, port } }) => ({ protocol, port })),
    reach: throughEntry(problem !== null && reach !== 'deny' ? 'depends' : reach, entry),
    because: [...new Set(problem === null ? because : [problem.message, ...because])],
  };
  return [leading];
}
