// A name and a port, as a program in a pod would dial them → the whole way there.
import { decide } from '../explain/decide.ts';
import type { Cluster } from '../model/cluster.ts';
import type { ActorPeer, End, ExternalPeer, Peer } from '../model/peer.ts';
import type { Protocol } from '../model/port.ts';
import type { Service } from '../model/service.ts';
import { factSentence } from '../model/verdict.ts';
import { askDns, type DnsStep } from './dns.ts';
import type { Endpoint } from './endpoints.ts';
import { type Meaning, resolveName } from './names.ts';
import {
  countOf,
  fromOwnNode,
  judge,
  type Reach,
  type ReachedEndpoint,
  type ReachedPort,
  reachHeadless,
  reachOf,
  reachPort,
  wrongPort,
} from './reach.ts';
import { portsAsked } from './service-port.ts';

export interface Asking {
  /** Who asks. */
  readonly source: End;
  readonly name: string;
  /** A number or the name of a Service's port; null: all that the Service has. */
  readonly port: number | string | null;
  readonly protocol: Protocol | null;
}

export interface NameAnswer {
  readonly source: End;
  readonly name: string;
  readonly meaning: Meaning;
  /** Null where no name is resolved. */
  readonly dns: DnsStep | null;
  readonly ports: readonly ReachedPort[];
  /** Why there is nothing to ask about; null where there is. */
  readonly problem: string | null;
  /** Of the whole way, DNS included. */
  readonly reach: Reach;
}

/** @param peers of the analysis: the blocks outside are those that policies tell apart */
export function askName(cluster: Cluster, peers: readonly Peer[], asking: Asking): NameAnswer {
  const { source, name } = asking;
  const outside = peers.filter((peer) => peer.type === 'external');
  const namespace = source.type === 'workload' ? source.workload.namespace : 'default';
  const meaning = resolveName(cluster, name, namespace);
  const { ports, problem } = portsOf(cluster, outside, asking, meaning);
  // Whoever is outside, or in no manifest, has other resolvers.
  const dns =
    meaning.via.isAsked && source.type === 'workload' ? askDns(cluster, source, outside) : null;
  return { source, name, meaning, dns, ports, problem, reach: conclude(dns, ports) };
}

interface Ports {
  readonly ports: readonly ReachedPort[];
  readonly problem: string | null;
}

function portsOf(
  cluster: Cluster,
  outside: readonly ExternalPeer[],
  asking: Asking,
  meaning: Meaning,
): Ports {
  const { source, port, protocol } = asking;
  if (meaning.kind === 'nobody') return fail(`Nobody in the cluster has the name ${asking.name}.`);
  if (meaning.kind === 'service') return portsOfService(cluster, asking, meaning.service);
  if (meaning.kind === 'api-server') return reachApiServer(cluster, source, meaning.peer, port);
  if (typeof port !== 'number') return fail('Name the port by its number.');
  const at = { protocol: protocol ?? 'TCP', port, pods: 1, certain: true } as const;
  if (meaning.kind === 'outside') {
    return { ports: [reachOutside(cluster, source, outside, at)], problem: null };
  }
  return {
    ports: [onePort(judge(cluster, source, { ...at, peer: meaning.peer }), at)],
    problem: null,
  };
}

function fail(problem: string): Ports {
  return { ports: [], problem };
}

function portsOfService(
  cluster: Cluster,
  { source, port, protocol }: Asking,
  service: Service,
): Ports {
  const found = portsAsked(service, port, protocol);
  if (service.isHeadless && typeof port === 'number') {
    const protocols = [...new Set(found.map((one) => one.protocol))];
    const asked = protocols.length > 0 ? protocols : [protocol ?? ('TCP' as const)];
    return {
      ports: asked.map((one) => reachHeadless(cluster, source, service, one, port)),
      problem: null,
    };
  }
  if (found.length === 0) return fail(wrongPort(service, port === null ? '' : `${port}`));
  return {
    ports: found.map((one) => {
      const reached = fromOwnNode(source, service, reachPort(cluster, source, service, one));
      // Asked by its name, a headless Service tells the pods' port.
      const dialled = service.isHeadless ? reached.endpoints[0]?.port : undefined;
      return dialled === undefined ? reached : { ...reached, asked: dialled };
    }),
    problem: null,
  };
}

type At = Pick<Endpoint, 'protocol' | 'port' | 'pods' | 'certain'>;

function onePort(endpoints: readonly ReachedEndpoint[], { protocol, port }: At): ReachedPort {
  return {
    port: null,
    protocol,
    asked: port,
    endpoints,
    count: countOf(endpoints),
    nothing: null,
  };
}

/** A name outside has addresses that no manifest tells: it is one endpoint, whichever block it is in. */
function reachOutside(
  cluster: Cluster,
  source: End,
  outside: readonly ExternalPeer[],
  at: At,
): ReachedPort {
  const reached = outside.flatMap((peer) => judge(cluster, source, { ...at, peer }));
  const verdicts = new Set(reached.map(({ verdict }) => verdict));
  const [first] = reached;
  if (verdicts.size <= 1 && first !== undefined) return onePort([first], at);
  const open = reached.filter(({ verdict }) => verdict !== 'deny').map(({ peer }) => peer.id);
  const one = first && {
    ...first,
    verdict: 'depends' as const,
    because: [
      `Which addresses the name has is not in the manifests; let through are those in ${open.join(', ')}.`,
    ],
  };
  return onePort(one === undefined ? [] : [one], at);
}

const API_PORTS = [443, 6443];

/** Behind its Service the API server listens on its own port, mostly 6443 (SEMANTICS 1.32). */
function reachApiServer(
  cluster: Cluster,
  source: End,
  peer: ActorPeer,
  port: number | string | null,
): Ports {
  if (port !== null && port !== 443 && port !== 'https') {
    return fail(`Service default/kubernetes has no port ${port}. It has 443 (https).`);
  }
  const decisions = API_PORTS.map((number) => decide(cluster, source, peer, 'TCP', number));
  const verdicts = new Set(decisions.map(({ verdict }) => verdict));
  const [at443, at6443] = decisions;
  if (at443 === undefined || at6443 === undefined) return fail('');
  const facts = [...at6443.egress.facts, ...at443.egress.facts].map(factSentence);
  const endpoint: ReachedEndpoint = {
    peer,
    protocol: 'TCP',
    port: 6443,
    pods: 1,
    certain: true,
    isSelf: false,
    decision: at6443,
    verdict: verdicts.size === 1 ? at6443.verdict : 'depends',
    because: [
      ...new Set([
        ...facts,
        ...(verdicts.size === 1
          ? []
          : [
              'The port that the API server itself listens on, 443 or mostly 6443, is not in the manifests.',
            ]),
      ]),
    ],
  };
  const endpoints = [endpoint];
  const count = countOf(endpoints);
  return {
    ports: [{ port: null, protocol: 'TCP', asked: 443, endpoints, count, nothing: null }],
    problem: null,
  };
}

/** Without DNS the name leads nowhere; else the endpoints of all its ports count together. */
function conclude(dns: DnsStep | null, ports: readonly ReachedPort[]): Reach {
  const total = ports.map(({ count }) => count);
  const sum = (of: (count: ReachedPort['count']) => number) =>
    total.reduce((all, one) => all + of(one), 0);
  const reach = reachOf({
    allow: sum(({ allow }) => allow),
    depends: sum(({ depends }) => depends),
    deny: sum(({ deny }) => deny),
    total: sum((count) => count.total),
  });
  if (dns === null || dns.verdict === 'allow' || reach === 'deny') return reach;
  return dns.verdict;
}
