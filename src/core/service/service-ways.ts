// The ways in that Services open themselves: LoadBalancer, NodePort, and addresses of their own outside.
import type { Cluster } from '../model/cluster.ts';
import type { ExternalPeer } from '../model/peer.ts';
import type { Service, ServicePort } from '../model/service.ts';
import { spanAt } from '../model/span.ts';
import { countOf, type ReachedEndpoint, reachPort } from './reach.ts';
import {
  fromOutside,
  type Hop,
  isOpen,
  type Place,
  reachOfHops,
  type Way,
  type WayIn,
} from './way.ts';

export function waysOfService({ cluster, outside }: Place, service: Service): readonly Way[] {
  if (!isOpen(service)) return [];
  const { namespace, name, origin, nameRange } = service;
  const span = spanAt(origin, nameRange);
  const by: WayIn = {
    kind: kindOf(service),
    namespace,
    name,
    span,
    gateway: null,
  };
  const hops = service.ports.flatMap((port) => hopFromOutside(cluster, outside, service, port));
  const isEmpty = hops.every(({ endpoints }) => endpoints.length === 0);
  const [nothing] = hops.flatMap((hop) => (hop.nothing === null ? [] : [hop.nothing]));
  return [
    {
      by,
      requests: '',
      service: { namespace, name, span },
      entry: null,
      hops: isEmpty ? [] : hops,
      problem: isEmpty
        ? { kind: 'no-endpoints', message: nothing ?? 'It has no ports.', span }
        : null,
      reach: isEmpty ? 'deny' : reachOfHops(hops, null),
    },
  ];
}

/** All of the outside as one: what each block's verdict says of a client anywhere. */
function hopFromOutside(
  cluster: Cluster,
  outside: readonly ExternalPeer[],
  service: Service,
  port: ServicePort,
): readonly Hop[] {
  const reached = outside.map((from) => ({ from, ...reachPort(cluster, from, service, port) }));
  const [pattern] = reached;
  if (pattern === undefined) return [];
  const endpoints = pattern.endpoints.map((endpoint, at): ReachedEndpoint => {
    const all = reached.flatMap(({ endpoints: own }) => own[at] ?? []);
    return { ...endpoint, ...fromAnywhere(service, all) };
  });
  return [{ ...pattern, endpoints, count: countOf(endpoints) }];
}

/** Only rules open to any peer let through whatever address the pod sees (SEMANTICS 1.30). */
function fromAnywhere(
  { externalTrafficPolicy, exposure, sourceRanges }: Service,
  all: readonly ReachedEndpoint[],
): Pick<ReachedEndpoint, 'verdict' | 'because' | 'decision'> {
  const [first] = all;
  const decision = first?.decision ?? null;
  if (all.every(({ verdict }) => verdict === 'deny'))
    return { verdict: 'deny', because: [], decision };
  const isOpenToAll = all.every(
    (one) =>
      one.verdict === 'allow' && one.decision !== null && fromOutside(one.decision) === 'allow',
  );
  const limited =
    sourceRanges === null
      ? []
      : [
          `loadBalancerSourceRanges: the load balancer takes only clients in ${sourceRanges.join(', ')}.`,
        ];
  if (isOpenToAll) {
    return { verdict: sourceRanges === null ? 'allow' : 'depends', because: limited, decision };
  }
  const open = all.find(({ verdict }) => verdict !== 'deny');
  const replaced =
    externalTrafficPolicy === 'Local'
      ? `externalTrafficPolicy: Local keeps the client's address${exposure === 'LoadBalancer' ? ', unless the load balancer replaces it' : ''}, so it depends on where the client is.`
      : "With externalTrafficPolicy: Cluster the pod usually sees a node's address instead of the client's; Local keeps it.";
  return {
    verdict: 'depends',
    because: [...new Set([...limited, replaced, ...all.flatMap(({ because }) => because)])],
    decision: open?.decision ?? decision,
  };
}

function kindOf({ exposure }: Service): WayIn['kind'] {
  return exposure === 'LoadBalancer' || exposure === 'NodePort' ? exposure : 'ExternalIP';
}
