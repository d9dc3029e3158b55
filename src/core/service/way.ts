// A way in from outside: who leads on, to which pods, and how far one gets.
import type { Decision } from '../explain/decision.ts';
import type { Cluster } from '../model/cluster.ts';
import type { End, ExternalPeer } from '../model/peer.ts';
import type { RouteKind } from '../model/route.ts';
import type { Service } from '../model/service.ts';
import type { Span } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import { countOf, type Reach, type ReachedPort, reachOf } from './reach.ts';

export interface Way {
  readonly by: WayIn;
  /** Host and path as they are written; '' for all requests, and for a Service. */
  readonly requests: string;
  readonly service: {
    readonly namespace: string;
    readonly name: string;
    readonly span: Span | null;
  };
  /** From outside to whoever leads on; null where that is not known, or where nobody stands between. */
  readonly entry: Entry | null;
  /** One for each who hands requests on and each port of the Service. */
  readonly hops: readonly Hop[];
  /** Why it leads nowhere, or what it depends on beside policies; null where it surely leads somewhere. */
  readonly problem: Problem | null;
  readonly reach: Reach;
}

export interface WayIn {
  readonly kind: RouteKind | 'LoadBalancer' | 'NodePort' | 'ExternalIP';
  readonly namespace: string;
  readonly name: string;
  readonly span: Span;
  /** The Gateway that a route attaches to. */
  readonly gateway: { readonly namespace: string; readonly name: string } | null;
}

export interface Entry {
  readonly to: End;
  readonly verdict: Verdict;
}

export interface Hop extends ReachedPort {
  /** A controller, or a block outside for a Service that stands open itself. */
  readonly from: End;
}

export interface Problem {
  readonly kind:
    | 'no-service'
    | 'no-port'
    | 'no-endpoints'
    | 'no-gateway'
    | 'not-attached'
    | 'may-not-attach'
    | 'no-grant'
    | 'no-weight'
    | 'external-name';
  readonly message: string;
  /** Where it is to be mended. */
  readonly span: Span;
}

/** Where ways are looked for. */
export interface Place {
  readonly cluster: Cluster;
  readonly outside: readonly ExternalPeer[];
  readonly services: ReadonlyMap<string, Service>;
}

/** Whether a Service itself can be reached from outside. */
export function isOpen({ exposure, hasExternalIPs }: Service): boolean {
  return exposure === 'LoadBalancer' || exposure === 'NodePort' || hasExternalIPs;
}

/** Nobody of the cluster stands between the outside and the pods. */
export function isStraightIn({ kind }: WayIn): boolean {
  return kind === 'LoadBalancer' || kind === 'NodePort' || kind === 'ExternalIP';
}

/** How far all hops together lead; what is in doubt beside them leaves it open. */
export function reachOfHops(hops: readonly Hop[], problem: Problem | null): Reach {
  const reach = reachOf(countOf(hops.flatMap(({ endpoints }) => endpoints)));
  return problem !== null && reach !== 'deny' ? 'depends' : reach;
}

/** What can't get to the controller gets no further. */
export function throughEntry(reach: Reach, entry: Entry | null): Reach {
  if (entry === null || entry.verdict === 'allow' || reach === 'deny') return reach;
  return entry.verdict;
}

/** What a packet from outside may count on: a match by address may be lost on the way (SEMANTICS 1.30). */
export function fromOutside({ verdict, ingress }: Decision): Verdict {
  if (verdict !== 'allow' || ingress.reason !== 'isolated') return verdict;
  return ingress.matches.some(({ certain, peer }) => certain && peer === null)
    ? 'allow'
    : 'depends';
}
