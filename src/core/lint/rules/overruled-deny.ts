// A rule of the admin tier that lets through what a team's NetworkPolicies stop.
import type { AdminPolicy, AdminPort, AdminRule } from '../../model/admin-policy.ts';
import type { Direction, Policy } from '../../model/policy.ts';
import { type PortRange, type PortSet, PROTOCOLS } from '../../model/port.ts';
import type { Workload } from '../../model/workload.ts';
import { actionText } from '../admin-wording.ts';
import { type Context, DIRECTIONS } from '../context.ts';
import { isTiled } from '../covers.ts';
import type { LintRule } from '../rule.ts';
import { listed, workloadsText } from '../wording.ts';

export const overruledDeny: LintRule = {
  id: 'overruled-deny',
  level: 'info',
  title: 'A rule lets through what a team denies',
  documentation: `An Accept (in v1alpha1: Allow) in the admin tier ends the matter for its direction: no NetworkPolicy is asked any more. Here NetworkPolicies of the selected pods would stop some of that traffic, and are overruled. That is what such rules are for, as with monitoring or DNS that must work everywhere, but the team whose policy has no effect should know. Where the teams shall decide, write Pass instead, or put the rule into the baseline tier.`,
  *check(context) {
    for (const policy of context.cluster.adminPolicies) {
      if (policy.tier !== 'admin') continue;
      for (const direction of DIRECTIONS) {
        for (const rule of policy[direction]) {
          if (rule.action !== 'allow') continue;
          if (context.shadowOf(direction, { policy, rule }, true) !== null) continue;
          const { workloads, by } = overruled(context, policy, direction, rule);
          if (workloads.length === 0) continue;
          const names = by.map(({ namespace, name }) => `${namespace}/${name}`);
          yield {
            about: policy,
            range: rule.actionRange,
            message: `${actionText({ policy, rule })} comes before NetworkPolicies: what ${listed(names)} would stop ${direction === 'ingress' ? 'towards' : 'from'} ${workloadsText(workloads)} is let through. Write Pass where they shall decide.`,
          };
        }
      }
    }
  },
};

/** The subjects of which the NetworkPolicies would stop something that the rule lets through. */
function overruled(
  context: Context,
  policy: AdminPolicy,
  direction: Direction,
  rule: AdminRule,
): { readonly workloads: readonly Workload[]; readonly by: readonly Policy[] } {
  const { subjectClass, peerClass, possible } = context.analysis[direction];
  const peers = onePerClass(peersOf(context, rule), (peer) => peerClass[peer] as number);
  const known = new Map<number, boolean>();
  const workloads: Workload[] = [];
  const by = new Set<Policy>();
  for (const workload of context.adminPods(policy.subject).sure) {
    const isolating = context.policiesOf(workload).filter((one) => one[direction] !== null);
    if (isolating.length === 0) continue;
    const subject = context.peerIndex(workload);
    const row = subjectClass[subject] as number;
    // Whoever the same policies select is treated alike.
    let isOverruled = known.get(row);
    if (isOverruled === undefined) {
      isOverruled = peers.some((peer) => {
        const id = possible[row]?.[peerClass[peer] as number] ?? 0;
        const lets = context.analysis.portSets[id] as PortSet;
        const flow =
          direction === 'ingress'
            ? context.flows.ingress(peer, subject)
            : context.flows.egress(subject, peer);
        return peer !== subject && holdsMore(rule.ports, flow.allowed, lets);
      });
      known.set(row, isOverruled);
    }
    if (!isOverruled) continue;
    workloads.push(workload);
    for (const one of isolating) by.add(one);
  }
  return { workloads, by: [...by] };
}

/** Positions among the peers of the analysis. */
function peersOf(context: Context, { peers }: AdminRule): readonly number[] {
  return peers.flatMap((peer) => {
    if (peer.kind === 'pods') {
      return context.adminPods(peer).sure.map((workload) => context.peerIndex(workload));
    }
    if (peer.kind !== 'networks') return [];
    return context.analysis.peers.flatMap((other, at) => {
      if (other.type !== 'external') return [];
      const { family, value } = other.sample;
      const isIn = peer.networks.some(
        ({ cidr }) => cidr.family === family && cidr.first <= value && value <= cidr.last,
      );
      return isIn ? [at] : [];
    });
  });
}

function onePerClass(
  peers: readonly number[],
  classOf: (peer: number) => number,
): readonly number[] {
  return [...new Map(peers.map((peer) => [classOf(peer), peer])).values()];
}

/** Whether some port of the rule is in the one set and not in the other. */
function holdsMore(ports: readonly AdminPort[] | null, allowed: PortSet, lets: PortSet): boolean {
  return PROTOCOLS.some((protocol) => {
    const asked: readonly PortRange[] =
      ports === null
        ? [{ from: 1, to: 65535 }]
        : ports.flatMap((port) =>
            port.protocol !== protocol || (port.port !== null && 'name' in port.port)
              ? []
              : [port.port ?? { from: 1, to: 65535 }],
          );
    const met = asked.flatMap(({ from, to }) =>
      allowed[protocol].flatMap((range) => {
        const both = { from: Math.max(from, range.from), to: Math.min(to, range.to) };
        return both.from <= both.to ? [both] : [];
      }),
    );
    return met.some((range) => !isTiled(lets[protocol], range));
  });
}
