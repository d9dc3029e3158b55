// Whether one entry of a rule's `ports` means the port of a packet.
import type { End } from '../model/peer.ts';
import type { Direction, RulePeer, RulePort } from '../model/policy.ts';
import type { Protocol } from '../model/port.ts';
import { seenOf } from '../model/seen.ts';
import type { Fact } from '../model/verdict.ts';
import { certainly, type Judgement, maybe, NO, YES } from './judgement.ts';

export interface Packet {
  readonly destination: End;
  readonly protocol: Protocol;
  /** The destination pod's port, after any Service's translation (SEMANTICS 1.15). */
  readonly port: number;
}

/** @param peer the entry of `from` or `to` beside it in the rule; null for a rule open to any peer */
export function judgePort(
  direction: Direction,
  entry: RulePort,
  peer: RulePeer | null,
  packet: Packet,
): Judgement {
  if (entry.protocol !== packet.protocol) return NO;
  if (entry.port === null) return YES;
  if (!('name' in entry.port)) {
    return certainly(entry.port.from <= packet.port && packet.port <= entry.port.to);
  }
  const { name } = entry.port;
  if (!resolve(packet.destination, name, packet.protocol).includes(packet.port)) return NO;
  return direction === 'ingress' ? YES : judgeNameFromAfar(name, peer, packet.destination);
}

/** The numbers a name stands for on the destination: by name and protocol, all of them (SEMANTICS 1.16, 1.17). */
export function resolve(destination: End, name: string, protocol: Protocol): readonly number[] {
  if (destination.type !== 'workload') return [];
  return destination.workload.ports
    .filter((port) => port.name === name && port.protocol === protocol)
    .map((port) => port.number);
}

/** On egress a plugin must see a pod behind the address for the name to mean anything (SEMANTICS 1.23, 10.4). */
function judgeNameFromAfar(name: string, peer: RulePeer | null, destination: End): Judgement {
  if (destination.type !== 'workload') return NO;
  const { id: workload } = destination.workload;
  const { asPod } = seenOf(destination.workload);
  if (asPod === 'no') return NO;
  const facts: Fact[] = [];
  if (asPod === 'maybe') facts.push({ kind: 'host-network', workload });
  if (peer?.kind === 'block') facts.push({ kind: 'named-port-by-address', workload, name });
  return facts.length === 0 ? YES : maybe(facts);
}
