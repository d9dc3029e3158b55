// The policy would do, but it is in a namespace where it selects nothing (SEMANTICS 1.1).
import { judgeWorkload } from '../peers.ts';
import type { Candidate } from './blocked.ts';
import type { PolicyPlace } from './policy-place.ts';
import { policyText } from './words.ts';

export function wrongNamespace({ blocked, policy }: PolicyPlace): readonly Candidate[] {
  const { homes, direction, subject } = blocked;
  const { namespace, id } = subject.workload;
  if (policy.namespace === namespace || (policy[direction]?.rules.length ?? 0) === 0) return [];
  if (judgeWorkload(policy.subject, subject.workload).match !== 'yes') return [];
  const isAtHome = homes
    .get(policy.namespace)
    ?.some((workload) => judgeWorkload(policy.subject, workload).match !== 'no');
  if (isAtHome) return [];
  return [
    {
      kind: 'wrong-namespace',
      distance: 3,
      policy,
      range: policy.nameRange,
      message: `${policyText(policy)} selects nothing where it is: a policy means the pods of its own namespace, ${policy.namespace}, and ${id} is in ${namespace}.`,
      fix: null,
      repaired: { ...policy, namespace },
    },
  ];
}
