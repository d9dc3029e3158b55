// What the controller behind Ingresses, Gateways and Routes is meant to reach, where its own pods are
// not in the input: the ports that these objects lead to, each with its verdict (SEMANTICS 6.3).
import type { Cluster } from '../model/cluster.ts';
import type { Peer, WorkloadPeer } from '../model/peer.ts';
import type { Protocol } from '../model/port.ts';
import { lackingController } from './actors.ts';
import type { ReachedEndpoint } from './reach.ts';
import { waysIn } from './ways.ts';

export interface Intended {
  readonly destination: WorkloadPeer;
  /** Sorted by protocol, then port; each port once. */
  readonly ports: readonly IntendedPort[];
}

export interface IntendedPort {
  readonly protocol: Protocol;
  readonly port: number;
  readonly endpoint: ReachedEndpoint;
}

/** Two controllers that policies treat differently are one peer here. */
function joined(before: ReachedEndpoint | undefined, endpoint: ReachedEndpoint): ReachedEndpoint {
  if (before === undefined || before.verdict === endpoint.verdict) return endpoint;
  const differ = 'Several controllers lead here, and policies do not treat all of them alike.';
  const open = before.verdict === 'deny' ? endpoint : before;
  const because = [...new Set([...before.because, ...endpoint.because, differ])];
  return { ...open, verdict: 'depends', because };
}

/** By workload, in the order of the peers. */
export function intendedFlows(cluster: Cluster, peers: readonly Peer[]): readonly Intended[] {
  if (lackingController(cluster) === null) return [];
  const found = new Map<string, Map<string, IntendedPort>>();
  for (const { hops } of waysIn(cluster, peers)) {
    for (const { from, endpoints } of hops) {
      if (from.type !== 'actor') continue;
      for (const endpoint of endpoints) {
        const { protocol, port, peer } = endpoint;
        const ports = found.get(peer.id) ?? new Map<string, IntendedPort>();
        const key = `${protocol} ${port}`;
        const both = joined(ports.get(key)?.endpoint, endpoint);
        found.set(peer.id, ports.set(key, { protocol, port, endpoint: both }));
      }
    }
  }
  return peers.flatMap((destination): readonly Intended[] => {
    const ports = destination.type === 'workload' ? found.get(destination.id) : undefined;
    if (destination.type !== 'workload' || ports === undefined) return [];
    const sorted = [...ports.values()].sort(
      (a, b) => a.protocol.localeCompare(b.protocol) || a.port - b.port,
    );
    return [{ destination, ports: sorted }];
  });
}
