// The one order of named things: by namespace, then name, in plain code units, the same everywhere.
import type { AdminPolicy } from '../model/admin-policy.ts';

interface Named {
  readonly namespace: string;
  readonly name: string;
}

export function byNamespaceAndName(a: Named, b: Named): number {
  return compareText(a.namespace, b.namespace) || compareText(a.name, b.name);
}

/** By tier, the admin tier first, then priority; names settle only the listing, never a verdict (SEMANTICS 3.2). */
export function byTierAndPriority(a: AdminPolicy, b: AdminPolicy): number {
  return (
    TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) ||
    (a.priority ?? UNRANKED) - (b.priority ?? UNRANKED) ||
    compareText(a.name, b.name) ||
    compareText(a.kind, b.kind)
  );
}

const TIERS: readonly AdminPolicy['tier'][] = ['admin', 'baseline'];
/** Behind every priority there is. */
const UNRANKED = 1001;

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
