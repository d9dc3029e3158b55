// Which assumptions the answers about Services and ways in rest on.
import type { Cluster } from '../model/cluster.ts';
import type { Peer, WorkloadPeer } from '../model/peer.ts';
import type { Outcome } from '../pipeline.ts';
import { type Asking, askName, type NameAnswer } from '../service/ask.ts';
import type { DnsStep } from '../service/dns.ts';
import { intendedFlows } from '../service/intended.ts';
import { type LeadingWay, waysTo } from '../service/neighbours.ts';
import type { ReachedEndpoint, ReachedPort } from '../service/reach.ts';
import { restingAnswers, sameIn } from './resting.ts';

/** What something would not be without, behind "assuming that"; mostly empty. */
interface Assumed {
  readonly assuming: readonly string[];
}

export interface RestingPort extends Omit<ReachedPort, 'endpoints'> {
  readonly endpoints: readonly (ReachedEndpoint & Assumed)[];
}

/** An answer, and what the whole of it and each of its parts take for granted. */
export interface RestingAnswer extends Omit<NameAnswer, 'dns' | 'ports'>, Assumed {
  readonly dns: (DnsStep & Assumed) | null;
  readonly ports: readonly RestingPort[];
}

export function restingName(outcome: Outcome, asking: Asking): RestingAnswer {
  const answerIn = (cluster: Cluster, peers: readonly Peer[]): NameAnswer | null => {
    const source = sameIn(cluster, asking.source);
    return source === null ? null : askName(cluster, peers, { ...asking, source });
  };
  const answer = askName(outcome.cluster, outcome.analysis.peers, asking);
  const assumedFor = restingAnswers(outcome, (cluster, peers) =>
    partsOfAnswer(answerIn(cluster, peers)),
  );
  return {
    ...answer,
    assuming: assumedFor(WHOLE),
    dns: answer.dns && { ...answer.dns, assuming: assumedFor(DNS) },
    ports: answer.ports.map((port) => ({
      ...port,
      endpoints: port.endpoints.map((endpoint) => ({
        ...endpoint,
        assuming: assumedFor(endpointKey(endpoint)),
      })),
    })),
  };
}

const WHOLE = 'whole';
const DNS = 'dns';

/** What can be another: how far one gets, and each step. */
function partsOfAnswer(answer: NameAnswer | null): ReadonlyMap<string, string> {
  if (answer === null) return new Map();
  const { dns, ports, reach } = answer;
  const counts = ports.map(({ count: { allow, depends, total } }) => [allow, depends, total]);
  const parts = new Map([[WHOLE, JSON.stringify([reach, counts])]]);
  if (dns !== null) parts.set(DNS, `${dns.verdict} ${dns.overTcp}`);
  for (const endpoint of ports.flatMap(({ endpoints }) => endpoints)) {
    parts.set(endpointKey(endpoint), endpoint.verdict);
  }
  return parts;
}

function endpointKey({ peer, protocol, port, isSelf }: ReachedEndpoint): string {
  return JSON.stringify([peer.id, protocol, port, isSelf]);
}

/** For each workload that the controller is meant to reach, by its id. */
export function restingIntended(outcome: Outcome): (destination: string) => readonly string[] {
  return restingAnswers(
    outcome,
    (cluster, peers) =>
      new Map(
        intendedFlows(cluster, peers).map(({ destination, ports }) => [
          destination.id,
          ports
            .map(({ protocol, port, endpoint }) => `${protocol} ${port} ${endpoint.verdict}`)
            .join(),
        ]),
      ),
  );
}

/** The ways that end at a workload. */
export function restingWays(
  outcome: Outcome,
  { id }: WorkloadPeer,
  ways: readonly LeadingWay[],
): readonly (LeadingWay & Assumed)[] {
  const assumedFor = restingAnswers(outcome, (cluster, peers) => {
    const peer = peers.find((one) => one.id === id);
    if (peer?.type !== 'workload') return new Map();
    return new Map(waysTo(cluster, peers, peer).map((way) => [wayKey(way), way.reach]));
  });
  return ways.map((way) => ({ ...way, assuming: assumedFor(wayKey(way)) }));
}

function wayKey({ by, requests, service, from }: LeadingWay): string {
  return JSON.stringify([by.kind, by.namespace, by.name, requests, service, from]);
}
