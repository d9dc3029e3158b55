// The answer about a name and a port as plain data: DNS, the Service's port, each endpoint.

import {
  type RestingAnswer,
  type RestingPort,
  restingName,
} from '../assumptions/resting-services.ts';
import type { Decision } from '../explain/decision.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Outcome } from '../pipeline.ts';
import type { Asking } from '../service/ask.ts';
import type { Meaning } from '../service/names.ts';
import { withEnds } from '../service/new-pods.ts';
import type { Reach } from '../service/reach.ts';
import { type ListedSegment, listSegment } from './explanation.ts';
import { type PlaceOf, placesIn } from './places.ts';

export interface ServiceEvaluation {
  readonly source: string;
  /** As it was asked for, without its port. */
  readonly name: string;
  readonly means: ListedMeaning;
  readonly verdict: Reach;
  /** What it would not be without, behind "assuming that"; only where there is something. */
  readonly assuming?: readonly string[];
  /** Endpoints that are surely reached, of all. */
  readonly reachable: number;
  readonly endpoints: number;
  /** Left out where no name is resolved. */
  readonly dns?: ListedDns;
  readonly ports: readonly ListedServicePort[];
  /** Why there is nothing to ask about. */
  readonly problem?: string;
}

interface ListedMeaning {
  readonly kind: Meaning['kind'];
  /** `namespace/name` of a Service, the id of a peer, or a name outside. */
  readonly id?: string;
  /** ExternalName Services on the way. */
  readonly aliases?: readonly string[];
  /** What the resolver tries, where nobody has the name. */
  readonly tried?: readonly string[];
}

interface ListedDns {
  readonly verdict: Verdict;
  readonly assuming?: readonly string[];
  readonly overTcp: Verdict;
  readonly server: string;
  readonly port: number;
  readonly isAssumed: boolean;
  /** The block where DNS may be asked instead. */
  readonly instead?: string;
  readonly segment: ListedSegment;
}

interface ListedServicePort {
  readonly port: number;
  readonly name?: string;
  readonly protocol: string;
  readonly reachable: number;
  readonly of: number;
  readonly endpoints: readonly ListedEndpoint[];
  /** Why there are none. */
  readonly nothing?: string;
}

interface ListedEndpoint {
  readonly peer: string;
  readonly port: number;
  /** Left out for a DaemonSet, whose number of pods the nodes decide. */
  readonly pods?: number;
  readonly verdict: Verdict;
  readonly assuming?: readonly string[];
  readonly isSelf?: true;
  readonly because?: readonly string[];
  readonly segment?: ListedSegment;
}

export function evaluateName(
  outcome: Outcome,
  files: readonly SourceFile[],
  asking: Asking,
): ServiceEvaluation {
  return listAnswer(restingName(withEnds(outcome, asking.source), asking), placesIn(files));
}

function listAnswer(answer: RestingAnswer, placeOf: PlaceOf): ServiceEvaluation {
  const { source, name, meaning, dns, ports, problem, reach, assuming } = answer;
  const sum = (of: (port: RestingPort) => number) => ports.reduce((all, one) => all + of(one), 0);
  return {
    source: source.id,
    name,
    means: listMeaning(meaning),
    verdict: reach,
    ...assumed(assuming),
    reachable: sum(({ count }) => count.allow),
    endpoints: sum(({ count }) => count.total),
    ...(dns === null ? {} : { dns: listDns(dns, placeOf) }),
    ports: ports.map((port) => listPort(port, placeOf)),
    ...(problem === null ? {} : { problem }),
  };
}

function listMeaning(meaning: Meaning): ListedMeaning {
  const aliases = meaning.via.aliases.map(({ namespace, name }) => `${namespace}/${name}`);
  const more = aliases.length === 0 ? {} : { aliases };
  switch (meaning.kind) {
    case 'service':
      return {
        kind: meaning.kind,
        id: `${meaning.service.namespace}/${meaning.service.name}`,
        ...more,
      };
    case 'nobody':
      return { kind: meaning.kind, tried: meaning.tried, ...more };
    case 'outside':
      return { kind: meaning.kind, id: meaning.name, ...more };
    default:
      return { kind: meaning.kind, id: meaning.peer.id, ...more };
  }
}

function listDns(dns: NonNullable<RestingAnswer['dns']>, placeOf: PlaceOf): ListedDns {
  const { verdict, overTcp, server, port, isAssumed, instead, decision, assuming } = dns;
  return {
    verdict,
    ...assumed(assuming),
    overTcp,
    server: server.id,
    port,
    isAssumed,
    ...(instead === null ? {} : { instead: instead.id }),
    segment: segmentOf(decision, 'UDP', port, placeOf),
  };
}

function listPort(reached: RestingPort, placeOf: PlaceOf): ListedServicePort {
  const { port, protocol, asked, endpoints, count, nothing } = reached;
  return {
    port: asked,
    ...(port === null || port.name === null ? {} : { name: port.name }),
    protocol,
    reachable: count.allow,
    of: count.total,
    endpoints: endpoints.map((one) => listEndpoint(one, placeOf)),
    ...(nothing === null ? {} : { nothing }),
  };
}

function listEndpoint(
  endpoint: RestingPort['endpoints'][number],
  placeOf: PlaceOf,
): ListedEndpoint {
  const { peer, protocol, port, pods, verdict, isSelf, because, decision, assuming } = endpoint;
  return {
    peer: peer.id,
    port,
    ...(pods === 'per-node' ? {} : { pods }),
    verdict,
    ...assumed(assuming),
    ...(isSelf ? { isSelf } : {}),
    ...(because.length === 0 ? {} : { because }),
    ...(decision === null ? {} : { segment: segmentOf(decision, protocol, port, placeOf) }),
  };
}

function assumed(assuming: readonly string[]): { readonly assuming?: readonly string[] } {
  return assuming.length === 0 ? {} : { assuming };
}

function segmentOf(
  decision: Decision,
  protocol: 'TCP' | 'UDP' | 'SCTP',
  port: number,
  placeOf: PlaceOf,
): ListedSegment {
  const ranges = [{ from: port, to: port }];
  return listSegment({ protocols: [protocol], ranges, decision, nearMisses: [] }, placeOf);
}
