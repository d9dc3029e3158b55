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
  'policy.linkerd.io',
  'security.istio.io',
  'k8s.cni.cncf.io',
  'k8s.ovn.org',
]);

export function unreadFindings(readings: readonly PlacedReading[]): Finding[] {
  const kinds = new Map<string, { first: Finding; unread: Unread; count: number }>();
  for (const { origin, reading } of readings) {
    for (const unread of reading.unread) {
      const key = `${unread.apiVersion} ${unread.kind} ${unread.makesPods}`;
      const known = kinds.get(key);
      if (known !== undefined) {
        known.count += 1;
        continue;
      }
      const first: Finding = {
        ...judgementOf(unread),
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

/**
 * Whether an object that is not read may stand for pods: it has a template of them, or its kind is
 * not one of Kubernetes' own, as those that operators make pods of.
 */
export function mayMakePods({ apiVersion, makesPods }: Unread): boolean {
  const [group, version] = apiVersion.split('/') as [string, string?];
  const isBuiltIn = version === undefined || !group.includes('.') || group.endsWith('.k8s.io');
  return makesPods || !isBuiltIn;
}

function judgementOf(unread: Unread): Pick<Finding, 'rule' | 'level'> {
  if (isPolicy(unread)) return { rule: 'policy-not-computed', level: 'warning' };
  if (unread.makesPods) return { rule: 'pods-not-read', level: 'warning' };
  return { rule: 'kind-not-read', level: 'info' };
}

function messageOf(unread: Unread, count: number): string {
  const objects = `${count} ${shorten(unread.kind)} (${shorten(unread.apiVersion)}) ${count === 1 ? 'object' : 'objects'}`;
  if (isPolicy(unread)) {
    return `${objects} not computed: on a cluster that enforces this kind, verdicts may differ.`;
  }
  if (unread.makesPods) {
    return `${objects} not read, so the pods of this kind are missing here. Add the pods themselves, as "kubectl get pods -o yaml" prints them.`;
  }
  return `${objects} not read: this kind has no part in the verdicts.`;
}

/** A NetworkPolicy of whatever maker is one; other names say so only in groups that are known. */
function isPolicy({ apiVersion, kind }: Unread): boolean {
  const group = apiVersion.split('/')[0] as string;
  const mayBeOne = /Policy|Firewall|^Server/.test(kind);
  return kind.includes('NetworkPolicy') || (POLICY_GROUPS.has(group) && mayBeOne);
}
