// Explains a whole flow: every port of every protocol, gathered where the decision is the same.
import type { AdminPort } from '../model/admin-policy.ts';
import type { Cluster } from '../model/cluster.ts';
import type { End } from '../model/peer.ts';
import type { RulePort } from '../model/policy.ts';
import {
  FIRST_PORT,
  LAST_PORT,
  type PortRange,
  type PortSet,
  PROTOCOLS,
  type Protocol,
} from '../model/port.ts';
import type { Fact, Verdict } from '../model/verdict.ts';
import { decidePacket } from './decide.ts';
import type { Decision, FlowExplanation, Segment } from './decision.ts';
import { distinctFacts } from './judgement.ts';
import { resolve } from './ports.ts';
import { type Side, sideOf } from './side.ts';

/**
 * The segments tile 1 to 65535 of each protocol: what is allowed first, then what depends, then
 * what is denied; inside by protocol, then port.
 */
export function explainFlow(cluster: Cluster, source: End, destination: End): FlowExplanation {
  const segments = new Map<string, { segment: Segment; protocols: Protocol[] }>();
  const egress = sideOf(cluster, 'egress', source, destination);
  const ingress = sideOf(cluster, 'ingress', destination, source);
  for (const protocol of PROTOCOLS) {
    for (const { decision, ranges, key } of decideAll(egress, ingress, destination, protocol)) {
      const place = JSON.stringify([ranges, key]);
      const known = segments.get(place);
      if (known === undefined) {
        const protocols = [protocol];
        segments.set(place, { segment: { protocols, ranges, decision }, protocols });
      } else known.protocols.push(protocol);
    }
  }
  return { segments: [...segments.values()].map(({ segment }) => segment).sort(bySegment) };
}

/** What would have to be known about the ports of a flow that depend; each fact once. */
export function becauseOf(
  cluster: Cluster,
  source: End,
  destination: End,
  depends: PortSet,
): readonly Fact[] {
  const egress = sideOf(cluster, 'egress', source, destination);
  const ingress = sideOf(cluster, 'ingress', destination, source);
  const facts = PROTOCOLS.flatMap((protocol) =>
    cut(protocol, destination, [egress, ingress])
      .filter((piece) => depends[protocol].some((asked) => overlap(asked, piece)))
      .map(({ from: port }) => decidePacket(egress, ingress, { destination, protocol, port }))
      .filter(({ verdict }) => verdict === 'depends')
      .flatMap((decision) => [...decision.egress.facts, ...decision.ingress.facts]),
  );
  return distinctFacts(facts);
}

function overlap(one: PortRange, other: PortRange): boolean {
  return one.from <= other.to && other.from <= one.to;
}

interface Decided {
  readonly decision: Decision;
  readonly key: string;
  readonly ranges: readonly PortRange[];
}

/** All ports of one protocol: one entry for each decision, with its ranges merged. */
function decideAll(
  egress: Side,
  ingress: Side,
  destination: End,
  protocol: Protocol,
): readonly Decided[] {
  const byKey = new Map<string, { decision: Decision; ranges: PortRange[] }>();
  for (const piece of cut(protocol, destination, [egress, ingress])) {
    const decision = decidePacket(egress, ingress, { destination, protocol, port: piece.from });
    const key = JSON.stringify(decision);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { decision, ranges: [piece] });
    else append(known.ranges, piece);
  }
  return [...byKey].map(([key, decided]) => ({ ...decided, key }));
}

function append(ranges: PortRange[], piece: PortRange): void {
  const last = ranges.at(-1);
  if (last !== undefined && last.to + 1 === piece.from) {
    ranges[ranges.length - 1] = { from: last.from, to: piece.to };
  } else ranges.push(piece);
}

/** Ranges inside which no rule of either side tells one port from another. */
function cut(protocol: Protocol, destination: End, sides: readonly Side[]): readonly PortRange[] {
  const starts = new Set([FIRST_PORT]);
  for (const { from, to } of sides.flatMap((side) => portRanges(protocol, destination, side))) {
    if (from > FIRST_PORT && from <= LAST_PORT) starts.add(from);
    if (to >= FIRST_PORT && to < LAST_PORT) starts.add(to + 1);
  }
  const sorted = [...starts].sort((one, other) => one - other);
  return sorted.map((from, at) => ({ from, to: (sorted[at + 1] ?? LAST_PORT + 1) - 1 }));
}

/** A rule of either sort, as far as its ports go. */
interface Named {
  readonly rule: { readonly ports: readonly (RulePort | AdminPort)[] | null };
}

function portRanges(
  protocol: Protocol,
  destination: End,
  { admin, isolations, baseline }: Side,
): readonly PortRange[] {
  const rules = [...admin, ...isolations, ...baseline].flatMap(
    (one): readonly Named[] => one.rules,
  );
  return rules
    .flatMap(({ rule }) => rule.ports ?? [])
    .filter((entry) => entry.protocol === protocol || entry.protocol === null)
    .flatMap(({ port }): readonly PortRange[] => {
      if (port === null) return [];
      if (!('name' in port)) return [port];
      return resolve(destination, port.name, protocol).map((number) => ({
        from: number,
        to: number,
      }));
    });
}

const ORDER: { readonly [verdict in Verdict]: number } = { allow: 0, depends: 1, deny: 2 };

function bySegment(one: Segment, other: Segment): number {
  return (
    ORDER[one.decision.verdict] - ORDER[other.decision.verdict] ||
    protocolAt(one) - protocolAt(other) ||
    portAt(one) - portAt(other)
  );
}

function protocolAt({ protocols: [protocol] }: Segment): number {
  return protocol === undefined ? PROTOCOLS.length : PROTOCOLS.indexOf(protocol);
}

function portAt({ ranges: [range] }: Segment): number {
  return range?.from ?? LAST_PORT;
}
