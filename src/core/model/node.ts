// A machine of the cluster, as far as policies that select machines ask.
import type { Address } from './cidr.ts';
import type { Labels } from './labels.ts';
import type { Origin, Range } from './span.ts';

export interface ClusterNode {
  readonly name: string;
  readonly origin: Origin;
  readonly range: Range;
  readonly nameRange: Range;
  readonly labels: Labels;
  /** Those of its status, internal and external; null where it tells none. */
  readonly addresses: readonly Address[] | null;
}
