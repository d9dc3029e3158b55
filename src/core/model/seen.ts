// How policies see the pods of a workload: as pods, as their node, or not at all.
import type { AddressRange } from './cidr.ts';
import type { Tri } from './labels.ts';
import type { Workload } from './workload.ts';

export interface Seen {
  /** Why no policy isolates its pods; null where policies do. */
  readonly unbound: Unbound | null;
  /** Whether selectors and port names of a rule mean its pods. */
  readonly asPod: Tri;
  /**
   * Where the addresses lie by which an ipBlock means its pods: any of them, for all that is known.
   * null: the workload's own addresses decide, and where it has none, nothing is known.
   */
  readonly ranges: readonly AddressRange[] | null;
}

/**
 * `host-network`: it shares its node's (SEMANTICS 1.23); `no-owner`: the plugin passes over pods that no
 * controller owns (SEMANTICS 8, D18); `not-enforced`: the plugin enforces no policy at all.
 */
export type Unbound = 'host-network' | 'no-owner' | 'not-enforced';

/** As the specification leaves it, unless an assumption or the network plugin settles it (SEMANTICS 1.23). */
export function seenOf(workload: Workload): Seen {
  return workload.seen ?? (workload.hostNetwork ? ON_HOST : AS_POD);
}

export const AS_POD: Seen = { unbound: null, asPod: 'yes', ranges: null };
export const ON_HOST: Seen = { unbound: 'host-network', asPod: 'maybe', ranges: null };
