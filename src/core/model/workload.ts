// The pods that one controller makes and that every selector treats alike.
import type { Address } from './cidr.ts';
import type { Labels } from './labels.ts';
import type { ContainerPort } from './port.ts';
import type { Seen } from './seen.ts';
import type { Origin, Range } from './span.ts';

declare const workloadId: unique symbol;

/** `namespace/name[Kind]`, e.g. `default/frontend[Deployment]`. */
export type WorkloadId = string & { readonly [workloadId]: true };

export function workloadIdOf(namespace: string, name: string, kind: string): WorkloadId {
  return `${namespace}/${name}[${kind}]` as WorkloadId;
}

export interface Workload {
  readonly id: WorkloadId;
  readonly namespace: string;
  readonly name: string;
  readonly kind: string;
  /** How many pods; `per-node` for a DaemonSet, whose number the nodes decide; 0 makes no flows (SEMANTICS 5.4). */
  readonly replicas: number | 'per-node';
  /** The labels of its pods, never those of the controller (SEMANTICS 5.2). */
  readonly labels: Labels;
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
  /** The addresses of all its pods where the input tells them, else null. One pod may have one of each family. */
  readonly addresses: readonly Address[] | null;
  /** A pod that no controller owns. */
  readonly isBare?: true;
  /** How policies see it where the specification alone does not say so: ask `seenOf`. */
  readonly seen?: Seen;
  /** The headless Service that gives each of its pods a name of its own; null for none (SEMANTICS 1.29). */
  readonly subdomain?: string | null;
  /** A StatefulSet's first ordinal, with which the names of its pods begin; null for everything else. */
  readonly firstOrdinal?: number | null;
  /** The names of its pods, where they are known and something asks for them. */
  readonly podNames?: readonly string[];
  readonly origin: Origin;
  /** The whole object. */
  readonly range: Range;
  readonly nameRange: Range;
  /** The lint rules that its annotation switches off. */
  readonly ignores: readonly string[];
}

/** Whether there can be two pods of it, so that its pods reaching each other is a flow (SEMANTICS 5.4). */
export function hasReplicas(workload: Workload): boolean {
  return workload.replicas === 'per-node' || workload.replicas > 1;
}
