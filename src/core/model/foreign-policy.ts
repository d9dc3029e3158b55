// A policy of another maker (Cilium, Calico, Istio …): what it says is not computed, only which pods it
// may concern, so that the verdicts it could change can be named (SEMANTICS 0.6, 7, D16).
import { matchSelector } from './match.ts';
import type { Selector } from './selector.ts';
import type { Origin, Range } from './span.ts';
import type { Workload } from './workload.ts';

export interface ForeignPolicy {
  /** Who makes it, as people call it: `Cilium`. */
  readonly maker: string;
  readonly apiVersion: string;
  readonly kind: string;
  /** It ends with `*` where the cluster would name it. */
  readonly name: string;
  /** Empty for one of the whole cluster. */
  readonly namespace: string;
  readonly origin: Origin;
  readonly range: Range;
  readonly kindRange: Range;
  readonly nameRange: Range;
  /** It may concern the pods of any of these; what could not be read narrows nothing. Never empty. */
  readonly subjects: readonly ForeignSubject[];
}

export interface ForeignSubject {
  /** By name; null for all of the cluster. */
  readonly namespaces: readonly string[] | null;
  readonly pods: Selector;
}

/** All that there are in an input. */
export interface ForeignPolicies {
  readonly policies: readonly ForeignPolicy[];
  /** How many workloads they may concern. */
  readonly workloads: number;
}

/** Whether it may change what flows to and from the pods of a workload. */
export function mayConcern(
  { subjects }: Pick<ForeignPolicy, 'subjects'>,
  { namespace, labels }: Workload,
): boolean {
  return subjects.some(
    ({ namespaces, pods }) =>
      (namespaces === null || namespaces.includes(namespace)) &&
      matchSelector(pods, labels) !== 'no',
  );
}
