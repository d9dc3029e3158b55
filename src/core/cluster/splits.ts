// Parts the pods of a workload that a selector, a port name or the host's network tells apart.

import { type Relevance, relevantLabelsKey, relevantPortsKey } from '../model/relevance.ts';
import type { Member } from './members.ts';
import { compareText } from './order.ts';

export interface Split {
  /** Those that go on under the workload's name; never empty. */
  readonly rest: readonly Member[];
  /** Pods that are listed by their own names (SEMANTICS 10.7). */
  readonly apart: readonly Member[];
}

interface Kind {
  readonly members: Member[];
  /** How many selectors pick these pods out. */
  readonly picked: number;
}

export function splitMembers(
  namespace: string,
  members: readonly Member[],
  relevance: Relevance,
): Split {
  if (members.length === 1) return { rest: members, apart: [] };
  const kinds = new Map<string, Kind>();
  const answersByLabels = new Map<string, { key: string; picked: number }>();
  for (const member of members) {
    const labelsKey = relevantLabelsKey(relevance, member.labels);
    let answers = answersByLabels.get(labelsKey);
    if (answers === undefined) {
      const picking: string[] = [];
      // Of the many selectors there may be, few pick any one pod.
      relevance.answers(namespace, member.labels).forEach((answer, at) => {
        if (answer !== 'no') picking.push(`${at} ${answer}`);
      });
      answers = { key: picking.join(), picked: picking.length };
      answersByLabels.set(labelsKey, answers);
    }
    const key = `${answers.key} ${relevantPortsKey(relevance, member.ports)} ${member.hostNetwork}`;
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { members: [member], picked: answers.picked });
    else kind.members.push(member);
  }
  const [rest, ...others] = [...kinds.values()].sort(asTheRest) as [Kind, ...Kind[]];
  return { rest: rest.members, apart: others.flatMap((kind) => kind.members) };
}

/**
 * First the kind that keeps the workload's name: one that holds pods without names of their own,
 * then the most pods, then the fewest selectors that pick it out, then the first name.
 */
function asTheRest(a: Kind, b: Kind): number {
  const nameless = (kind: Kind) => Number(kind.members.some((member) => member.podName === null));
  const size = (kind: Kind) => kind.members.reduce((sum, member) => sum + member.count, 0);
  return (
    nameless(b) - nameless(a) ||
    size(b) - size(a) ||
    a.picked - b.picked ||
    compareText(a.members[0]?.podName ?? '', b.members[0]?.podName ?? '')
  );
}
