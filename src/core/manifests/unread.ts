// Says what in the input was not understood: never dropped in silence, and said once for each kind.
import type { Finding } from '../model/finding.ts';
import { spanAt } from '../model/span.ts';
import { shorten } from './fields.ts';
import type { PlacedReading, Unread } from './read.ts';

/** Groups whose policies change what flows: leaving them out may make a verdict wrong, so they warn. */
const POLICY_GROUPS = new Set([
  'cilium.io',
  'projectcalico.org',
  'crd.projectcalico.org',
  'crd.antrea.io',
  'security.antrea.io',
  'policy.networking.k8s.io',
  'security.istio.io',
  'k8s.cni.cncf.io',
  'k8s.ovn.org',
]);

export function unreadFindings(readings: readonly PlacedReading[]): Finding[] {
  const kinds = new Map<string, { first: Finding; unread: Unread; count: number }>();
  for (const { origin, reading } of readings) {
    for (const unread of reading.unread) {
      const key = `${unread.apiVersion} ${unread.kind}`;
      const known = kinds.get(key);
      if (known !== undefined) {
        known.count += 1;
        continue;
      }
      const changesFlows = isPolicy(unread);
      const first: Finding = {
        rule: changesFlows ? 'policy-not-computed' : 'kind-not-read',
        level: changesFlows ? 'warning' : 'info',
        message: '',
        span: spanAt(origin, unread.range),
      };
      kinds.set(key, { first, unread, count: 1 });
    }
  }
  return [...kinds.values()].map(({ first, unread, count }) => ({
    ...first,
    message: messageOf(unread, count),
  }));
}

function messageOf(unread: Unread, count: number): string {
  const objects = `${count} ${shorten(unread.kind)} (${shorten(unread.apiVersion)}) ${count === 1 ? 'object' : 'objects'}`;
  return isPolicy(unread)
    ? `${objects} not computed: on a cluster that enforces this kind, verdicts may differ.`
    : `${objects} not read: this kind has no part in the verdicts.`;
}

function isPolicy(unread: Unread): boolean {
  const group = unread.apiVersion.split('/')[0] as string;
  return POLICY_GROUPS.has(group) && /Policy|AdminNetwork/.test(unread.kind);
}
