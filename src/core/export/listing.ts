// Every connection as the headless contract lists them: plain data, in a stable order.
import { restingOn, restingSegments } from '../assumptions/resting.ts';
import { restingIntended } from '../assumptions/resting-services.ts';
import { type Flow, readFlows } from '../engine/flows.ts';
import type { Finding } from '../model/finding.ts';
import { type End, INGRESS_CONTROLLER } from '../model/peer.ts';
import {
  isEmptyPortSet,
  type PortRange,
  type PortSet,
  PROTOCOLS,
  rangeText,
} from '../model/port.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Outcome } from '../pipeline.ts';
import { lackingController } from '../service/actors.ts';
import { type Intended, intendedFlows } from '../service/intended.ts';
import { alikeIn } from './alike.ts';
import { type ListedSegment, listSegment } from './explanation.ts';
import { type PlaceOf, placesIn } from './places.ts';

export type ListedPeer =
  | {
      readonly id: string;
      readonly type: 'workload';
      readonly namespace: string;
      readonly name: string;
      readonly kind: string;
      /** Left out for a DaemonSet, whose number of pods the nodes decide. */
      readonly replicas?: number;
    }
  | { readonly id: string; readonly type: 'external'; readonly cidrs: readonly string[] }
  | { readonly id: string; readonly type: 'actor' };

/** Port ranges by protocol, as `80` and `8000-8999`; a protocol without any is left out. */
export type ListedPorts = Readonly<Record<string, readonly string[]>>;

export interface ListedConnection {
  readonly source: string;
  readonly destination: string;
  readonly allowed: ListedPorts;
  readonly depends: ListedPorts;
  /** The missing facts in sentences; only beside `depends`. */
  readonly because?: readonly string[];
  /** What it would not be without, behind "assuming that"; only where there is something. */
  readonly assuming?: readonly string[];
  /** Why each part of it is as it is; only where that is asked for. */
  readonly explanation?: readonly ListedSegment[];
}

export interface ListedFinding {
  readonly rule: string;
  readonly level: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function listPeers({ analysis, cluster }: Outcome): readonly ListedPeer[] {
  const controller = lackingController(cluster);
  return [...analysis.peers, ...(controller === null ? [] : [controller])].map((peer: End) => {
    if (peer.type === 'actor') return { id: peer.id, type: peer.type };
    if (peer.type === 'external') return { id: peer.id, type: peer.type, cidrs: peer.cidrs };
    const { namespace, name, kind, replicas } = peer.workload;
    const listed = { id: peer.id, type: peer.type, namespace, name, kind };
    return replicas === 'per-node' ? listed : { ...listed, replicas };
  });
}

/**
 * By source, then destination, in the order of the peers.
 * @param all also those with nothing allowed and nothing in doubt
 * @param placeOf where given, each comes with its explanation
 */
export function* listConnections(
  outcome: Outcome,
  all: boolean,
  placeOf: PlaceOf | null = null,
): Generator<ListedConnection> {
  const { analysis } = outcome;
  const { peers } = analysis;
  const assumedFor = restingOn(outcome);
  const alike = alikeIn(outcome);
  const flows = readFlows(analysis);
  const portsOf = listedOnce();
  for (const [from, source] of peers.entries()) {
    for (const [to, destination] of peers.entries()) {
      if (!flows.exists(from, to)) continue;
      const flow = flows.flow(from, to);
      const isInDoubt = !isEmptyPortSet(flow.depends);
      if (!all && !isInDoubt && isEmptyPortSet(flow.allowed)) continue;
      const assuming = assumedFor(from, to);
      yield {
        source: source.id,
        destination: destination.id,
        allowed: portsOf(flow.allowed),
        depends: portsOf(flow.depends),
        ...(isInDoubt ? { because: alike.because(from, to, flow.depends) } : {}),
        ...(assuming.length === 0 ? {} : { assuming }),
        ...(placeOf === null
          ? {}
          : {
              explanation: restingSegments(
                outcome,
                source,
                destination,
                alike.segments(from, to),
              ).map((segment) => listSegment({ ...segment, nearMisses: [] }, placeOf)),
            }),
      };
    }
  }
  yield* listIntended(outcome, all, placeOf);
}

/** What the controller that is not in the input is meant to reach; after all the others. */
function* listIntended(
  outcome: Outcome,
  all: boolean,
  placeOf: PlaceOf | null,
): Generator<ListedConnection> {
  const { analysis, cluster } = outcome;
  const intended = intendedFlows(cluster, analysis.peers);
  if (intended.length === 0) return;
  const assumedFor = restingIntended(outcome);
  for (const { destination, ports } of intended) {
    const isShut = ports.every(({ endpoint }) => endpoint.verdict === 'deny');
    if (isShut && !all) continue;
    const open = ports.filter(({ endpoint }) => endpoint.verdict === 'depends');
    const because = [...new Set(open.flatMap(({ endpoint }) => endpoint.because))];
    const assuming = assumedFor(destination.id);
    yield {
      source: INGRESS_CONTROLLER,
      destination: destination.id,
      allowed: intendedPorts(ports, 'allow'),
      depends: intendedPorts(ports, 'depends'),
      ...(open.length > 0 ? { because } : {}),
      ...(assuming.length === 0 ? {} : { assuming }),
      ...(placeOf === null
        ? {}
        : {
            explanation: ports.flatMap(({ protocol, port, endpoint: { decision } }) => {
              const ranges = [{ from: port, to: port }];
              const at = { protocols: [protocol], ranges, nearMisses: [] };
              return decision === null ? [] : [listSegment({ ...at, decision }, placeOf)];
            }),
          }),
    };
  }
}

function intendedPorts(ports: Intended['ports'], verdict: Verdict): ListedPorts {
  const chosen = ports.filter(({ endpoint }) => endpoint.verdict === verdict);
  return Object.fromEntries(
    PROTOCOLS.flatMap((protocol) => {
      const own = chosen.filter((one) => one.protocol === protocol).map(({ port }) => port);
      return own.length === 0 ? [] : [[protocol, rangesOf(own).map(rangeText)]];
    }),
  );
}

/** Neighbouring ports become one range. @param ports ascending, each once */
function rangesOf(ports: readonly number[]): readonly PortRange[] {
  const ranges: PortRange[] = [];
  for (const port of ports) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to + 1 === port) {
      ranges[ranges.length - 1] = { from: last.from, to: port };
    } else ranges.push({ from: port, to: port });
  }
  return ranges;
}

/** Equal sets are one object in an analysis, and few: each is put into words once. */
export function listedOnce(): (set: PortSet) => ListedPorts {
  const known = new Map<Flow['allowed'], ListedPorts>();
  return (set) => {
    const before = known.get(set);
    if (before !== undefined) return before;
    const listed = Object.fromEntries(
      PROTOCOLS.filter((protocol) => set[protocol].length > 0).map((protocol) => [
        protocol,
        set[protocol].map(rangeText),
      ]),
    );
    known.set(set, listed);
    return listed;
  };
}

/** As one reads: file by file, from top to bottom. */
export function listFindings(
  findings: readonly Finding[],
  files: readonly SourceFile[],
): readonly ListedFinding[] {
  const placeOf = placesIn(files);
  const order = new Map(files.map(({ name }, at) => [name, at]));
  const fileOf = ({ span }: Finding) => order.get(span.file) ?? files.length;
  return findings
    .toSorted((a, b) => fileOf(a) - fileOf(b) || a.span.start - b.span.start)
    .map(({ rule, level, message, span }) => ({ rule, level, message, ...placeOf(span) }));
}
