// Whether a pod may ask the cluster's DNS, the first step of every way by name (SEMANTICS 1.31).
import { decide } from '../explain/decide.ts';
import type { Decision } from '../explain/decision.ts';
import type { Cluster } from '../model/cluster.ts';
import type { End, ExternalPeer, Peer } from '../model/peer.ts';
import type { Verdict } from '../model/verdict.ts';
import { usualServer } from './actors.ts';
import { DNS_PORT, type DnsServer, dnsServersOf } from './dns-servers.ts';
import { peerOf } from './endpoints.ts';

export interface DnsStep {
  /** Over UDP, which every question begins with. */
  readonly verdict: Verdict;
  /** Long answers come over TCP. */
  readonly overTcp: Verdict;
  /** The server that can best be asked. */
  readonly server: Peer;
  readonly port: number;
  /** The input shows no DNS pods: those that nearly every cluster has were taken. */
  readonly isAssumed: boolean;
  readonly decision: Decision;
  /** The pods can't be asked, but DNS at this block could be, if there is any. */
  readonly instead: ExternalPeer | null;
}

/** @param outside blocks of addresses where DNS may be, as a cache on the node or a server outside */
export function askDns(cluster: Cluster, source: End, outside: readonly ExternalPeer[]): DnsStep {
  const found = dnsServersOf(cluster);
  const servers = found.length > 0 ? found : [usualServer(cluster)];
  const steps = servers.map((server) => stepTo(cluster, source, server, found.length === 0));
  const best = [...steps].sort((a, b) => RANK[a.verdict] - RANK[b.verdict])[0] as DnsStep;
  if (best.verdict !== 'deny') return best;
  const instead = outside.find(
    (peer) => decide(cluster, source, peer, 'UDP', DNS_PORT).verdict === 'allow',
  );
  return instead === undefined ? best : { ...best, verdict: 'depends', instead };
}

const RANK: Readonly<Record<Verdict, number>> = { allow: 0, depends: 1, deny: 2 };

function stepTo(
  cluster: Cluster,
  source: End,
  { workload, ports }: DnsServer,
  isAssumed: boolean,
): DnsStep {
  const server = peerOf(workload);
  // A server asks itself without leaving its pod (SEMANTICS 1.20).
  const isSelf = source.type === 'workload' && source.id === server.id;
  const decision = decide(cluster, source, server, 'UDP', ports.UDP);
  const tcp = decide(cluster, source, server, 'TCP', ports.TCP);
  return {
    verdict: isSelf ? 'allow' : decision.verdict,
    overTcp: isSelf ? 'allow' : tcp.verdict,
    server,
    port: ports.UDP,
    isAssumed,
    decision,
    instead: null,
  };
}
