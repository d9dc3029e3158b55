// A policy whose podSelector no pod of its namespace matches.
import type { Policy } from '../../model/policy.ts';
import type { Workload } from '../../model/workload.ts';
import type { Context } from '../context.ts';
import { explainPods } from '../explain-pods.ts';
import { fixOf, isSlip, nearest, placeOf } from '../nearest.ts';
import type { Complaint, LintRule } from '../rule.ts';
import { nearestText, noneOf, selectorText, shorten, workloadsText } from '../wording.ts';

export const selectsNothing: LintRule = {
  id: 'selects-nothing',
  level: 'warning',
  title: 'The policy selects no pod',
  documentation: `No pod of the policy's namespace in the input has the labels that its podSelector asks for; a policy of an administrator looks at all namespaces that its subject names. Such a policy protects nothing: the pods that were meant stay as open as they were. Compare the selector with the labels in the pod template, not with those of the Deployment itself: a selector sees only the pods. The message names the nearest labels that exist. Where the pods may come from elsewhere, as those that an operator makes, this is only an information; where the input shows no pods of the namespace at all, nothing is said, unless its name is but a slip away from one that has pods.`,
  *check(context) {
    for (const policy of context.cluster.policies) {
      const { sure, maybe } = context.subjects(policy);
      if (sure.length > 0 || maybe.length > 0) continue;
      const there = context.workloadsIn(policy.namespace);
      if (there.length > 0 && policy.subject.requirements.length === 0) continue;
      const complaint =
        there.length === 0
          ? (misspelt(context, policy) ?? elsewhere(context, policy))
          : unmatched(context, policy, there);
      if (complaint !== null) yield complaint;
    }
    for (const policy of context.cluster.adminPolicies) {
      const { subject } = policy;
      const { sure, maybe } = context.adminPods(subject);
      if (sure.length > 0 || maybe.length > 0) continue;
      const explained = explainPods(context, subject, false);
      if (explained === null) continue;
      const { message, ...more } = explained;
      yield {
        about: policy,
        range: subject.range,
        ...more,
        message: `${message} This policy selects nothing.`,
      };
    }
  },
};

/** A namespace that nothing else speaks of, and whose name is but a slip away from one that has pods. */
function misspelt(context: Context, policy: Policy): Complaint | null {
  const { namespace, subjectRange } = policy;
  const { namespaces } = context.cluster;
  if (namespaces.get(namespace)?.declared) return null;
  const meant = [...namespaces.keys()].find(
    (name) => context.workloadsIn(name).length > 0 && isSlip(namespace, name),
  );
  if (meant === undefined) return null;
  return {
    about: policy,
    range: subjectRange,
    message: `No manifest declares namespace ${shorten(namespace)}, and the input has no pods there, so this policy selects nothing. Did you mean ${shorten(meant)}?`,
  };
}

function unmatched(context: Context, policy: Policy, there: readonly Workload[]): Complaint {
  const keys = policy.subject.requirements.map(({ key }) => key);
  const near = nearest(policy.subject, there);
  const isPlain =
    (near !== null && near.meant !== null) ||
    // Keys that no pod carries may belong to pods that are made only on the cluster.
    (!context.mayLackPods && keys.every((key) => there.some(hasLabel(key))));
  const opening = `${noneOf(there.length, `in namespace ${policy.namespace}`)} ${selectorText(policy.subject)}, so this policy selects nothing.`;
  const complaint: Complaint = {
    about: policy,
    range: placeOf(near) ?? policy.subjectRange,
    message: near === null ? opening : `${opening} ${nearestText(near, policy.subject)}`,
    level: isPlain ? 'warning' : 'info',
  };
  const fix = near?.meant ? fixOf(near.meant) : undefined;
  return fix === undefined ? complaint : { ...complaint, fix };
}

const hasLabel =
  (key: string) =>
  ({ labels }: Workload) =>
    labels.known.has(key) || labels.valueUnknown.has(key);

/** Without `namespace:` an object goes to `default`, where these pods are not. */
function elsewhere(context: Context, policy: Policy): Complaint | null {
  if (policy.namespace !== 'default') return null;
  const isPositive = policy.subject.requirements.some(({ operator }) => operator === 'In');
  if (!isPositive) return null;
  const { sure } = context.pods(policy, {
    kind: 'pods',
    range: policy.subjectRange,
    namespaces: { requirements: [] },
    pods: policy.subject,
  });
  if (sure.length === 0) return null;
  return {
    about: policy,
    range: policy.subjectRange,
    message: `This policy is in namespace default, where the input has no pods: it selects nothing. ${workloadsText(sure)} would match. Write metadata.namespace: ${sure[0]?.namespace}.`,
  };
}
