// The pods that a rule of an administrator's policy is about as the end that is connected to.
import type { AdminPolicy, AdminRule } from '../model/admin-policy.ts';
import { NAME_LABEL } from '../model/namespace.ts';
import type { Direction } from '../model/policy.ts';
import type { Selector } from '../model/selector.ts';
import type { Workload } from '../model/workload.ts';
import type { Context } from './context.ts';

export interface Destinations {
  readonly workloads: readonly Workload[];
  /** It also speaks of addresses, machines or names, behind which any port may be. */
  readonly hasOthers: boolean;
}

/** null where they are not all known. */
export function adminDestinations(
  context: Context,
  policy: AdminPolicy,
  rule: AdminRule,
  direction: Direction,
): Destinations | null {
  const found = new Set<Workload>();
  let hasOthers = false;
  for (const peer of direction === 'ingress' ? [policy.subject] : rule.peers) {
    if (peer.kind === 'unknown') return null;
    if (peer.kind !== 'pods') {
      hasOthers = true;
      continue;
    }
    const { sure, maybe } = context.adminPods(peer);
    if (sure.length === 0 || maybe.length > 0) return null;
    for (const workload of sure) found.add(workload);
  }
  return { workloads: [...found], hasOthers };
}

/** Whether the namespaces are told by their names, so that the input can be expected to show all their pods. */
export function namesItsNamespaces(
  { subject }: AdminPolicy,
  rule: AdminRule,
  direction: Direction,
): boolean {
  const peers = direction === 'ingress' ? [subject] : rule.peers;
  return peers.every((peer) => peer.kind !== 'pods' || isByName(peer.namespaces));
}

function isByName({ requirements }: Selector): boolean {
  return requirements.some(({ key, operator }) => key === NAME_LABEL && operator === 'In');
}
