// Says what in the input was not understood: never dropped in silence, and said once for each kind.
import type { Finding } from '../model/finding.ts';
import { spanAt } from '../model/span.ts';
import { shorten } from './fields.ts';
import type { PlacedReading, Unread } from './read.ts';

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
  if (unread.makesPods) return { rule: 'pods-not-read', level: 'warning' };
  return { rule: 'kind-not-read', level: 'info' };
}

function messageOf(unread: Unread, count: number): string {
  const objects = `${count} ${shorten(unread.kind)} (${shorten(unread.apiVersion)}) ${count === 1 ? 'object' : 'objects'}`;
  if (unread.makesPods) {
    return `${objects} not read, so the pods of this kind are missing here. Add the pods themselves, as "kubectl get pods -o yaml" prints them.`;
  }
  return `${objects} not read: this kind has no part in the verdicts.`;
}
