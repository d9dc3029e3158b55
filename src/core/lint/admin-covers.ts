// Whether one part of an administrator's policy holds all that another holds, and whether two of them meet.
import type {
  AdminPeer,
  AdminPods,
  AdminPolicy,
  AdminPort,
  AdminRule,
} from '../model/admin-policy.ts';
import { containsCidr, overlapsRange } from '../model/cidr.ts';
import type { PortRange, Protocol } from '../model/port.ts';
import { EVERYTHING } from '../model/selector.ts';
import type { Context } from './context.ts';
import { isTiled, selectorCovers } from './covers.ts';

/** A rule of a policy, in one direction. */
export interface Step {
  readonly policy: AdminPolicy;
  readonly rule: AdminRule;
}

/** Whatever pods the second means, the first means. No: not surely. */
export function podsCover(wide: AdminPods, narrow: AdminPods): boolean {
  return (
    selectorCovers(wide.namespaces, narrow.namespaces) &&
    (wide.pods === null || selectorCovers(wide.pods, narrow.pods ?? EVERYTHING))
  );
}

export function peerCovers(wide: AdminPeer, narrow: AdminPeer): boolean {
  if (wide.kind === 'networks') {
    if (holdsAllAddresses(wide)) return narrow.kind !== 'unknown';
    return (
      narrow.kind === 'networks' &&
      narrow.networks.every(({ cidr }) =>
        wide.networks.some((outer) => containsCidr(outer.cidr, cidr)),
      )
    );
  }
  if (wide.kind === 'pods') return narrow.kind === 'pods' && podsCover(wide, narrow);
  if (wide.kind === 'nodes') {
    return narrow.kind === 'nodes' && selectorCovers(wide.selector, narrow.selector);
  }
  if (wide.kind === 'unknown' || narrow.kind !== 'domain-names') return false;
  const names = new Set(wide.names.map(({ name }) => name));
  return narrow.names.every(({ name }) => names.has(name));
}

/** Pods included, of whatever family they are (SEMANTICS 3.7). */
function holdsAllAddresses({ networks }: Extract<AdminPeer, { kind: 'networks' }>): boolean {
  return ([4, 6] as const).every((family) =>
    networks.some(({ cidr }) => cidr.family === family && cidr.text.endsWith('/0')),
  );
}

export function portsCover(wide: AdminRule, narrow: AdminRule): boolean {
  if (wide.ports === null) return true;
  if (narrow.ports === null) return false;
  const { ports } = wide;
  return narrow.ports.every((inner) => portCovered(ports, inner));
}

function portCovered(ports: readonly AdminPort[], { protocol, port }: AdminPort): boolean {
  if (port !== null && 'name' in port) {
    return ports.some(
      (one) => one.port !== null && 'name' in one.port && one.port.name === port.name,
    );
  }
  const ranges = ports.flatMap((one) => {
    if (one.protocol !== protocol || (one.port !== null && 'name' in one.port)) return [];
    return [one.port ?? WHOLE];
  });
  return isTiled(ranges, port ?? WHOLE);
}

const WHOLE: PortRange = { from: 1, to: 65535 };

/** Whether there may be traffic that both rules match, as far as the input shows it. */
export function rulesMeet(context: Context, one: AdminRule, other: AdminRule): boolean {
  return (
    one.peers.some((a) => other.peers.some((b) => peersMeet(context, a, b))) &&
    portsMeet(one.ports, other.ports)
  );
}

export function podsMeet(context: Context, one: AdminPods, other: AdminPods): boolean {
  if (podsCover(one, other) || podsCover(other, one)) return true;
  const [first, second] = [context.adminPods(one), context.adminPods(other)];
  const there = new Set([...first.sure, ...first.maybe]);
  return [...second.sure, ...second.maybe].some((workload) => there.has(workload));
}

function peersMeet(context: Context, one: AdminPeer, other: AdminPeer): boolean {
  if (one.kind === 'pods' && other.kind === 'pods') return podsMeet(context, one, other);
  if (one.kind === 'networks' && other.kind === 'networks') {
    return one.networks.some((a) => other.networks.some((b) => overlapsRange(a.cidr, b.cidr)));
  }
  // Addresses may be those of pods, of nodes and of what a name stands for (SEMANTICS 3.7).
  if (one.kind === 'networks' || other.kind === 'networks') return true;
  return one.kind === other.kind;
}

function portsMeet(one: readonly AdminPort[] | null, other: readonly AdminPort[] | null): boolean {
  if (one === null || other === null) return true;
  return one.some((a) => other.some((b) => portMeets(a, b)));
}

function portMeets(one: AdminPort, other: AdminPort): boolean {
  if (!isSameProtocol(one.protocol, other.protocol)) return false;
  const [a, b] = [one.port, other.port];
  if (a === null || b === null) return true;
  if ('name' in a || 'name' in b) return 'name' in a && 'name' in b && a.name === b.name;
  return a.from <= b.to && b.from <= a.to;
}

function isSameProtocol(one: Protocol | null, other: Protocol | null): boolean {
  return one === null || other === null || one === other;
}
