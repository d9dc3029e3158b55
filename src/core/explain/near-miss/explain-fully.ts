// A whole flow explained, with the near misses of what is denied.
import type { Cluster } from '../../model/cluster.ts';
import type { End } from '../../model/peer.ts';
import { PROTOCOLS, type Protocol } from '../../model/port.ts';
import type { Segment } from '../decision.ts';
import { explainFlow } from '../explain-flow.ts';
import { sideOf } from '../side.ts';
import { homesOf } from './blocked.ts';
import type { NearMiss } from './near-miss.ts';
import { type Found, findNearMisses, withOneSide } from './near-misses.ts';
import { oneSide } from './one-side.ts';
import { findSettlings, type Settling } from './settle.ts';

export interface ExplainedFlow {
  readonly segments: readonly ExplainedSegment[];
}

export interface ExplainedSegment extends Segment {
  /** Of a denied segment, as `nearMisses` has them for the ports that matter; empty of any other. */
  readonly nearMisses: readonly NearMiss[];
  /** Of a segment that depends: what to write so that it does not. */
  readonly settlings?: readonly Settling[];
}

export function explainFully(cluster: Cluster, source: End, destination: End): ExplainedFlow {
  const { segments } = explainFlow(cluster, source, destination);
  const named = namedPorts(cluster, source, destination);
  const place = { cluster, homes: homesOf(cluster) };
  const isShut = segments.every(({ decision }) => decision.verdict === 'deny');
  return {
    segments: segments.map((segment) => {
      if (segment.decision.verdict === 'depends') {
        const [packet] = packetsOf(segment, named, true);
        const settled =
          packet === undefined
            ? []
            : findSettlings(cluster, source, { destination, ...packet }, segment.decision).map(
                ({ way }) => way,
              );
        return { ...segment, nearMisses: [], settlings: settled };
      }
      if (segment.decision.verdict !== 'deny') return { ...segment, nearMisses: [] };
      const found = packetsOf(segment, named, isShut).flatMap(({ protocol, port }) =>
        findNearMisses(place, source, destination, protocol, port, segment.decision),
      );
      const misses = distinct(found).map(({ miss }) => miss);
      return {
        ...segment,
        nearMisses: withOneSide(misses, oneSide(source, destination, segment.decision)),
      };
    }),
  };
}

interface PortOf {
  readonly protocol: Protocol;
  readonly port: number;
}

/** A segment has thousands of ports; these few are looked at. */
const MOST_PACKETS = 6;

/** @param isShut nothing of the flow is let through, so that any port is worth a question */
function packetsOf(
  { protocols, ranges }: Segment,
  named: readonly PortOf[],
  isShut: boolean,
): readonly PortOf[] {
  const inside = named.filter(
    ({ protocol, port }) =>
      protocols.includes(protocol) && ranges.some(({ from, to }) => from <= port && port <= to),
  );
  if (inside.length > 0) return inside.slice(0, MOST_PACKETS);
  const [protocol] = protocols;
  const [range] = ranges;
  return isShut && protocol !== undefined && range !== undefined
    ? [{ protocol, port: range.from }]
    : [];
}

/** The ports that the destination declares, else those that rules of either side speak of. */
function namedPorts(cluster: Cluster, source: End, destination: End): readonly PortOf[] {
  const declared =
    destination.type !== 'workload'
      ? []
      : destination.workload.ports.map(({ protocol, number }) => ({ protocol, port: number }));
  if (declared.length > 0) return declared;
  const sides = [
    ['egress', sideOf(cluster, 'egress', source, destination)],
    ['ingress', sideOf(cluster, 'ingress', destination, source)],
  ] as const;
  const found = sides.flatMap(([direction, { isolations }]) =>
    isolations
      .flatMap(({ policy }) => policy[direction]?.rules ?? [])
      .flatMap(({ ports }) => ports ?? [])
      .flatMap(({ protocol, port }) =>
        port === null || 'name' in port ? [] : [{ protocol, port: port.from }],
      ),
  );
  return PROTOCOLS.flatMap((protocol) =>
    [...new Set(found.filter((one) => one.protocol === protocol).map(({ port }) => port))].map(
      (port) => ({ protocol, port }),
    ),
  );
}

/** The closest first; one thing that is off for several ports is said once. */
function distinct(found: readonly Found[]): readonly Found[] {
  const seen = new Set<string>();
  return [...found]
    .sort((one, other) => one.distance - other.distance)
    .filter(({ miss: { kind, side, span } }) => {
      const key = `${kind} ${side} ${span.file} ${span.start}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
