// Who stands around the pods of an input and is in none of its manifests: nodes, the API server, the
// pods that resolve names, and the controller behind Ingresses and Gateways.
import type { Cluster } from '../model/cluster.ts';
import { lackingControllers } from '../model/controllers.ts';
import {
  type Actor,
  type ActorPeer,
  API_SERVER,
  INGRESS_CONTROLLER,
  NODES,
  type Standing,
  type Whereabouts,
  type WorkloadPeer,
} from '../model/peer.ts';
import { type DnsServer, dnsServersOf, USUAL_DNS } from './dns-servers.ts';
import { peerOf } from './endpoints.ts';

/** In a fixed order; those whose own pods are in the input are left out: the pods are peers. */
export function actorsOf(cluster: Cluster): readonly Actor[] {
  const controller = lackingController(cluster);
  return [
    nodesOf(cluster),
    apiServerOf(cluster),
    ...(dnsServersOf(cluster).length > 0 ? [] : [usualDnsOf(cluster)]),
    ...(controller === null ? [] : [controller]),
  ];
}

function nodesOf({ unlisted }: Known): ActorPeer {
  return { type: 'actor', id: NODES, standing: 'outside', whereabouts: unlisted.nodes };
}

export function apiServerOf({ unlisted }: Known): ActorPeer {
  return { type: 'actor', id: API_SERVER, standing: 'outside', whereabouts: unlisted.apiServer };
}

/** As nearly every cluster has them, whose input shows none. */
export function usualServer({ unlisted }: Known): DnsServer {
  return { ...USUAL_DNS, workload: { ...USUAL_DNS.workload, seen: unlisted.pod } };
}

function usualDnsOf(cluster: Known): WorkloadPeer {
  return peerOf(usualServer(cluster).workload);
}

/** Null where every controller is in the input, or nothing needs one. */
export function lackingController(
  cluster: Pick<Cluster, 'workloads' | 'ways' | 'unlisted'>,
): ActorPeer | null {
  const standings = lackingControllers(cluster);
  return standings.size === 0 ? null : unlistedController(cluster, commonOf(standings));
}

/** Of whom nothing is in the input but what leads to it. */
export function unlistedController({ unlisted }: Known, standing: Standing): ActorPeer {
  return {
    type: 'actor',
    id: INGRESS_CONTROLLER,
    standing,
    whereabouts: whereaboutsOf(unlisted, standing),
  };
}

type Known = Pick<Cluster, 'unlisted'>;

function whereaboutsOf({ pod }: Cluster['unlisted'], standing: Standing): Whereabouts {
  if (standing === 'pods' || standing === 'router') return pod.ranges ?? 'ipv4';
  return standing === 'outside' || pod.ranges === null ? 'ipv4' : 'unknown';
}

/** Several that differ are one that may be either. */
function commonOf(standings: ReadonlySet<Standing>): Standing {
  const arePods = [...standings].every((one) => one === 'pods' || one === 'router');
  if (arePods && standings.size > 1) return 'pods';
  const [only, ...others] = standings;
  return only === undefined || others.length > 0 ? 'unknown' : only;
}
