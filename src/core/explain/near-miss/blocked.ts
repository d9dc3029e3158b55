// A side that stops a packet, and the changes to one policy that might have let it through.
import type { Cluster } from '../../model/cluster.ts';
import type { Fix } from '../../model/finding.ts';
import type { End, WorkloadPeer } from '../../model/peer.ts';
import type { Direction, Policy, Rule } from '../../model/policy.ts';
import type { Range } from '../../model/span.ts';
import type { Workload } from '../../model/workload.ts';
import type { Packet } from '../ports.ts';
import type { NearMissKind } from './near-miss.ts';

export interface Blocked {
  readonly cluster: Cluster;
  readonly direction: Direction;
  readonly source: End;
  readonly packet: Packet;
  /** The end whose policies stop it. */
  readonly subject: WorkloadPeer;
  readonly other: End;
  /** The policies that isolate the subject in this direction, or may. */
  readonly isolating: readonly Policy[];
  /** The other policies of the subject's namespace, in the cluster's order. */
  readonly neighbours: readonly Policy[];
  readonly homes: Homes;
}

/** The workloads of each namespace, gathered once for all packets of a question. */
export type Homes = ReadonlyMap<string, readonly Workload[]>;

export function homesOf({ workloads }: Cluster): Homes {
  const homes = new Map<string, Workload[]>();
  for (const workload of workloads) {
    const there = homes.get(workload.namespace);
    if (there === undefined) homes.set(workload.namespace, [workload]);
    else there.push(workload);
  }
  return homes;
}

/** One change that may let the packet through; only a decision made anew tells whether it does. */
export interface Candidate {
  readonly kind: NearMissKind;
  /** How far off it is: the smaller, the likelier it is what was meant. */
  readonly distance: number;
  readonly policy: Policy;
  /** The one thing, in the policy's document. */
  readonly range: Range;
  readonly message: string;
  readonly fix: Fix | null;
  /** The policy with that one thing changed. */
  readonly repaired: Policy;
  /**
   * Whether the selector in question means somebody as it is. Then it was likely meant so: it is less
   * of a near miss, and not to be changed lightly.
   */
  readonly isUsed?: () => boolean;
  /** Another port to ask for, where not the policy but the question is off. */
  readonly port?: number;
}

export function opposite(direction: Direction): Direction {
  return direction === 'egress' ? 'ingress' : 'egress';
}

/** The policy with other rules in one direction; null takes its say there away. */
export function withRules(
  policy: Policy,
  direction: Direction,
  rules: readonly Rule[] | null,
): Policy {
  const side = rules === null ? null : { rules };
  return direction === 'egress' ? { ...policy, egress: side } : { ...policy, ingress: side };
}

/** The policy with one rule of a direction exchanged. */
export function withRule(policy: Policy, direction: Direction, rule: Rule, changed: Rule): Policy {
  const rules = policy[direction]?.rules ?? [];
  return withRules(
    policy,
    direction,
    rules.map((one) => (one === rule ? changed : one)),
  );
}
