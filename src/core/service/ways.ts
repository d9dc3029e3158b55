// The ways in: Ingress, Gateway, Route, LoadBalancer and NodePort, each to the pods behind it, with
// what policies say of every hop. They never let anything through themselves (SEMANTICS 6.7).
import type { Cluster } from '../model/cluster.ts';
import type { Peer } from '../model/peer.ts';
import { waysOfRoute } from './route-ways.ts';
import { waysOfService } from './service-ways.ts';
import type { Place, Way } from './way.ts';

/** @param peers of the analysis: the blocks outside are those that policies tell apart */
export function waysIn(cluster: Cluster, peers: readonly Peer[]): readonly Way[] {
  const outside = peers.filter((peer) => peer.type === 'external');
  const services = new Map(cluster.services.map((one) => [`${one.namespace}/${one.name}`, one]));
  const place: Place = { cluster, outside, services };
  return [
    ...cluster.ways.routes.flatMap((route) => waysOfRoute(place, route)),
    ...cluster.services.flatMap((service) => waysOfService(place, service)),
  ];
}
