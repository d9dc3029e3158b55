// What policies ask of the pods at the other end of a workload's flows.
import type { AdminPods } from '../model/admin-policy.ts';
import type { Cluster } from '../model/cluster.ts';
import { matchSelector } from '../model/match.ts';
import type { Direction } from '../model/policy.ts';
import { seenOf } from '../model/seen.ts';
import { EVERYTHING, type Selector } from '../model/selector.ts';
import type { Workload } from '../model/workload.ts';

export interface Asked {
  /** A namespace by its name, or those that a selector selects. */
  readonly namespaces: string | Selector;
  readonly pods: Selector;
}

/**
 * The peers of the rules that bind the workload in this direction, and the subjects of the policies
 * that may hold back the other end.
 */
export function askedAbout(
  { policies, adminPolicies }: Cluster,
  workload: Workload,
  direction: Direction,
): readonly Asked[] {
  const opposite = oppositeOf(direction);
  const isBound = seenOf(workload).unbound === null;
  const binding = policies.filter(
    ({ namespace, subject }) =>
      isBound &&
      namespace === workload.namespace &&
      matchSelector(subject, workload.labels) !== 'no',
  );
  return [
    ...binding.flatMap((policy) =>
      (policy[direction]?.rules ?? [])
        .flatMap(({ peers }) => peers ?? [])
        .flatMap((peer) =>
          peer.kind === 'block'
            ? []
            : [{ namespaces: peer.namespaces ?? policy.namespace, pods: peer.pods ?? EVERYTHING }],
        ),
    ),
    ...policies
      .filter((policy) => policy[opposite] !== null)
      .map(({ namespace, subject }) => ({ namespaces: namespace, pods: subject })),
    // Whom they select is settled by the evaluators; to ask for too much costs no more than time.
    ...adminPolicies.flatMap((policy) => [
      ...(isBound ? policy[direction] : [])
        .flatMap(({ peers }) => peers)
        .flatMap((peer) => (peer.kind === 'pods' ? [askedBy(peer)] : [])),
      ...(policy[opposite].length > 0 ? [askedBy(policy.subject)] : []),
    ]),
  ];
}

function askedBy({ namespaces, pods }: AdminPods): Asked {
  return { namespaces, pods: pods ?? EVERYTHING };
}

export function oppositeOf(direction: Direction): Direction {
  return direction === 'ingress' ? 'egress' : 'ingress';
}
