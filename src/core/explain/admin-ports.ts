// Whether one entry of an administrator's rule's ports means the port of a packet.
import type { AdminPeer, AdminPort } from '../model/admin-policy.ts';
import type { Direction } from '../model/policy.ts';
import { certainly, type Judgement, NO, YES } from './judgement.ts';
import { type Packet, resolve } from './ports.ts';

/** @param peer the entry of `from` or `to` beside it in the rule */
export function judgeAdminPort(
  direction: Direction,
  { protocol, port }: AdminPort,
  peer: AdminPeer,
  packet: Packet,
): Judgement {
  if (protocol !== null && protocol !== packet.protocol) return NO;
  if (port === null) return YES;
  if ('from' in port) return certainly(port.from <= packet.port && packet.port <= port.to);
  // Towards an address a name means nothing (SEMANTICS 4.5).
  const isByAddress =
    peer.kind === 'networks' || peer.kind === 'nodes' || peer.kind === 'domain-names';
  if (direction === 'egress' && isByAddress) return NO;
  return certainly(resolve(packet.destination, port.name, packet.protocol).includes(packet.port));
}
