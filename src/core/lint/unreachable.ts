// Whether policies that are asked earlier leave nothing for a policy of an administrator.
import type { AdminPolicy } from '../model/admin-policy.ts';
import type { Step } from './admin-covers.ts';
import { type Context, DIRECTIONS } from './context.ts';

/** The rules of other policies that decide before it, whatever the traffic; null where it may be asked. */
export function isUnreachable(context: Context, policy: AdminPolicy): readonly Step[] | null {
  const used = new Set<Step>();
  for (const direction of DIRECTIONS) {
    for (const rule of policy[direction]) {
      const by = context.shadowOf(direction, { policy, rule }, false);
      if (by === null) return null;
      for (const step of by) used.add(step);
    }
  }
  return used.size === 0 ? null : [...used];
}
