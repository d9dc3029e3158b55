// Whether one selector, rule or policy says all that another says, whatever pods there are.
import { type Cidr, containsCidr } from '../model/cidr.ts';
import type { Labels } from '../model/labels.ts';
import { matchSelector } from '../model/match.ts';
import { NAME_LABEL } from '../model/namespace.ts';
import type { BlockPeer, PodsPeer, Rule, RulePeer, RulePort } from '../model/policy.ts';
import type { PortRange, Protocol } from '../model/port.ts';
import type { Requirement, Selector } from '../model/selector.ts';

/** Whatever the second selects, the first selects. No means: not surely. */
export function selectorCovers(wide: Selector, narrow: Selector): boolean {
  return wide.requirements.every((wanted) =>
    narrow.requirements.some((given) => given.key === wanted.key && implies(given, wanted)),
  );
}

function implies(given: Requirement, wanted: Requirement): boolean {
  const isIn = given.operator === 'In';
  switch (wanted.operator) {
    case 'In':
      return isIn && given.values.every((value) => wanted.values.includes(value));
    case 'Exists':
      return isIn || given.operator === 'Exists';
    case 'DoesNotExist':
      return given.operator === 'DoesNotExist';
    case 'NotIn':
      if (given.operator === 'DoesNotExist') return true;
      if (isIn) return !given.values.some((value) => wanted.values.includes(value));
      return (
        given.operator === 'NotIn' && wanted.values.every((value) => given.values.includes(value))
      );
  }
}

/** Rules of policies of one namespace, whose labels are given. */
export function ruleCovers(wide: Rule, narrow: Rule, own: OwnNamespace): boolean {
  return peersCover(wide, narrow, own) && portsCover(wide, narrow);
}

export interface OwnNamespace {
  readonly name: string;
  readonly labels: Labels;
}

function peersCover(wide: Rule, narrow: Rule, own: OwnNamespace): boolean {
  if (wide.peers === null) return true;
  if (narrow.peers === null) return false;
  const { peers } = wide;
  return narrow.peers.every((inner) => peers.some((outer) => peerCovers(outer, inner, own)));
}

function peerCovers(wide: RulePeer, narrow: RulePeer, own: OwnNamespace): boolean {
  if (wide.kind === 'block' || narrow.kind === 'block') {
    return wide.kind === 'block' && narrow.kind === 'block' && blockCovers(wide, narrow);
  }
  const arePodsCovered =
    wide.pods === null || selectorCovers(wide.pods, narrow.pods ?? { requirements: [] });
  return arePodsCovered && placesCover(wide, narrow, own);
}

/** SEMANTICS 1.9, 1.10, 1.24 */
function placesCover(wide: PodsPeer, narrow: PodsPeer, own: OwnNamespace): boolean {
  if (narrow.namespaces === null) {
    return wide.namespaces === null || matchSelector(wide.namespaces, own.labels) === 'yes';
  }
  if (wide.namespaces !== null) return selectorCovers(wide.namespaces, narrow.namespaces);
  return narrow.namespaces.requirements.some(
    ({ key, operator, values }) =>
      key === NAME_LABEL && operator === 'In' && values.every((value) => value === own.name),
  );
}

/** SEMANTICS 1.12 */
function blockCovers(wide: BlockPeer, narrow: BlockPeer): boolean {
  return (
    containsCidr(wide.cidr, narrow.cidr) &&
    wide.except.every(
      (hole) =>
        isApart(hole, narrow.cidr) || narrow.except.some((inner) => containsCidr(inner, hole)),
    )
  );
}

function isApart(one: Cidr, other: Cidr): boolean {
  return one.family !== other.family || one.last < other.first || other.last < one.first;
}

function portsCover(wide: Rule, narrow: Rule): boolean {
  if (wide.ports === null) return true;
  if (narrow.ports === null) return false;
  const { ports } = wide;
  return narrow.ports.every((inner) => portCovered(ports, inner));
}

/** SEMANTICS 1.14, 1.16, 1.18 */
function portCovered(ports: readonly RulePort[], { protocol, port }: RulePort): boolean {
  const those = ports.filter((one) => one.protocol === protocol);
  if (those.some((one) => one.port === null)) return true;
  if (port === null) return false;
  if ('name' in port) {
    return those.some(
      (one) => one.port !== null && 'name' in one.port && one.port.name === port.name,
    );
  }
  return isTiled(rangesOf(those, protocol), port);
}

function rangesOf(ports: readonly RulePort[], protocol: Protocol): readonly PortRange[] {
  return ports.flatMap((one) =>
    one.protocol === protocol && one.port !== null && 'from' in one.port ? [one.port] : [],
  );
}

/** Whether ranges, in any order, leave no gap in another. */
export function isTiled(ranges: readonly PortRange[], { from, to }: PortRange): boolean {
  let next = from;
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    if (range.from > next) break;
    if (range.to >= next) next = range.to + 1;
  }
  return next > to;
}
