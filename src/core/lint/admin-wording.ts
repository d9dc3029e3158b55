// How the linter's messages name the policies of administrators and their rules.
import type { AdminPolicy } from '../model/admin-policy.ts';
import type { Direction } from '../model/policy.ts';
import type { Step } from './admin-covers.ts';
import { listed } from './wording.ts';

export function adminName({ kind, name }: AdminPolicy): string {
  return `${kind} ${name}`;
}

/** The action as its kind writes it. */
export function actionText({ policy, rule }: Step): string {
  if (rule.action === 'allow') return policy.kind === 'ClusterNetworkPolicy' ? 'Accept' : 'Allow';
  return rule.action === 'deny' ? 'Deny' : 'Pass';
}

/** As seen from a policy: `rule 1 (Deny)`, `rule 2 of ClusterNetworkPolicy a (Pass)`. */
export function stepsText(steps: readonly Step[], from: AdminPolicy): string {
  return listed(
    steps.map((step) => {
      const where = step.policy === from ? '' : ` of ${adminName(step.policy)}`;
      return `rule ${step.rule.index + 1}${where} (${actionText(step)})`;
    }),
  );
}

export function directionText(directions: readonly Direction[]): string {
  return directions.join(' and ');
}
