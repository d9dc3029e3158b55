// The port of a Service where the port of its pods is meant.
import type { AdminRule } from '../../model/admin-policy.ts';
import type { Direction, Policy, Rule } from '../../model/policy.ts';
import type { Protocol } from '../../model/port.ts';
import type { Service } from '../../model/service.ts';
import type { Range } from '../../model/span.ts';
import type { Workload } from '../../model/workload.ts';
import { isDnsService } from '../../service/dns-servers.ts';
import { adminDestinations } from '../admin-destinations.ts';
import { type Context, DIRECTIONS } from '../context.ts';
import type { Complaint, LintRule } from '../rule.ts';

export const servicePort: LintRule = {
  id: 'service-port',
  level: 'warning',
  title: "A Service's port where the pod's port is meant",
  documentation: `Policies see a connection after the Service has translated it: the port in a rule is the port that the pod listens on, which the Service calls targetPort. A rule with the Service's own port is about a port on which nothing answers, and says nothing of the real one. It is said where a Service of the input maps exactly this port to another one, no pod in question declares the port itself, and the rule does not list the right one besides. Write the target port, or the name of the container port.`,
  *check(context) {
    for (const policy of context.cluster.policies) {
      for (const direction of DIRECTIONS) {
        for (const rule of policy[direction]?.rules ?? []) {
          const servers = serversOf(context, policy, rule, direction);
          for (const entry of rule.ports ?? []) {
            const { port, protocol, range, valueRange } = entry;
            if (port === null || 'name' in port || port.from !== port.to) continue;
            const found = translated(context, servers, protocol, port.from);
            if (found === null || isListed(rule, protocol, found.target)) continue;
            yield complaint(policy, valueRange ?? range, port.from, found, valueRange !== null);
          }
        }
      }
    }
    for (const policy of context.cluster.adminPolicies) {
      for (const direction of DIRECTIONS) {
        for (const rule of policy[direction]) {
          const destinations = adminDestinations(context, policy, rule, direction);
          if (destinations === null || destinations.hasOthers) continue;
          for (const { port, protocol, range, valueRange } of rule.ports ?? []) {
            if (port === null || protocol === null) continue;
            if ('name' in port || port.from !== port.to) continue;
            const found = translated(context, destinations.workloads, protocol, port.from);
            if (found === null || isListed(rule, protocol, found.target)) continue;
            const place = valueRange ?? range;
            // A range of one port is written in more than the number.
            const isNumber = place.end - place.start === `${port.from}`.length;
            yield complaint(policy, place, port.from, found, isNumber);
          }
        }
      }
    }
  },
};

interface Translated {
  readonly service: Service;
  readonly target: number;
}

function complaint(
  about: Complaint['about'],
  range: Range,
  port: number,
  { service, target }: Translated,
  canFix: boolean,
): Complaint {
  const fix = { title: `Write ${target}`, edits: [{ range, text: `${target}` }] };
  return {
    about,
    range,
    message: `${port} is the port of Service ${service.namespace}/${service.name}; its pods listen on ${target}, and a policy sees the pods' port. Write ${target}.`,
    ...(canFix ? { fix } : {}),
  };
}

/** The pods that are connected to by the rule; none where they are not all known. */
function serversOf(
  context: Context,
  policy: Policy,
  rule: Rule,
  direction: Direction,
): readonly Workload[] {
  if (direction === 'ingress') return context.subjects(policy).sure;
  const found = new Set<Workload>();
  for (const peer of rule.peers ?? [null]) {
    // Behind an address, or with any peer, the port may be anybody's.
    if (peer === null || peer.kind === 'block') return [];
    const { sure, maybe } = context.pods(policy, peer);
    if (sure.length === 0 || maybe.length > 0) return [];
    for (const workload of sure) found.add(workload);
  }
  return [...found];
}

function translated(
  context: Context,
  servers: readonly Workload[],
  protocol: Protocol,
  number: number,
): Translated | null {
  let found: Translated | null = null;
  for (const workload of servers) {
    // A pod that declares no ports may listen on any (SEMANTICS 1.19).
    if (workload.ports.length === 0 || workload.hostNetwork) return null;
    if (workload.ports.some((port) => port.number === number && port.protocol === protocol)) {
      return null;
    }
    for (const service of context.servicesOf(workload)) {
      const target = isDnsService(service) ? null : targetOf(service, workload, protocol, number);
      if (target === number) return null;
      if (target !== null) found ??= { service, target };
    }
  }
  return found;
}

/** SEMANTICS 1.28; null where the Service has no such port, or the pod not its target. */
function targetOf(
  { ports }: Service,
  workload: Workload,
  protocol: Protocol,
  number: number,
): number | null {
  const target = ports.find((port) => port.port === number && port.protocol === protocol);
  if (target === undefined) return null;
  if (typeof target.targetPort === 'number') return target.targetPort;
  const named = workload.ports.find(
    (port) => port.name === target.targetPort && port.protocol === protocol,
  );
  return named?.number ?? null;
}

/** Whether the rule opens the right port anyway. */
function isListed({ ports }: Rule | AdminRule, protocol: Protocol, target: number): boolean {
  return (ports ?? []).some(
    (entry) =>
      entry.protocol === protocol &&
      (entry.port === null ||
        'name' in entry.port ||
        (entry.port.from <= target && target <= entry.port.to)),
  );
}
