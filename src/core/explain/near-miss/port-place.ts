// A port entry of a rule that means the other end, but not the port.
import type { Policy, Rule, RulePort } from '../../model/policy.ts';
import { type Blocked, withRule } from './blocked.ts';

export interface PortPlace {
  readonly blocked: Blocked;
  readonly policy: Policy;
  readonly rule: Rule;
  readonly entry: RulePort;
}

/** The policy with another entry in the place of this one. */
export function withPort({ blocked, policy, rule, entry }: PortPlace, by: RulePort): Policy {
  const ports = (rule.ports ?? []).map((one) => (one === entry ? by : one));
  return withRule(policy, blocked.direction, rule, { ...rule, ports });
}
