// A port by a name that no pod it could resolve on has.
import type { AdminPort } from '../../model/admin-policy.ts';
import { NAME_LABEL } from '../../model/namespace.ts';
import type { Direction, Policy, Rule, RulePort } from '../../model/policy.ts';
import type { ContainerPort, Protocol } from '../../model/port.ts';
import type { Workload } from '../../model/workload.ts';
import { adminDestinations, namesItsNamespaces } from '../admin-destinations.ts';
import { type Context, DIRECTIONS } from '../context.ts';
import type { Complaint, LintRule } from '../rule.ts';
import { counted, listed } from '../wording.ts';

export const missingPortName: LintRule = {
  id: 'missing-port-name',
  level: 'warning',
  title: 'A port name that no pod has',
  documentation: `A port in a rule may be the name of a container port. It is looked up on the pod that is connected to, by name and protocol: on the selected pods for ingress, on the destination for egress. A name that none of these pods declares matches nothing, so the rule opens nothing (or, in an administrator's policy, stops nothing). The name of a Service's port does not count, nor does a name towards addresses, which have no port names. In an administrator's policy that tells the namespaces by other labels than their names it is an information, since the input may not show all of them. Write the name as it stands under ports of the container, or the number.`,
  *check(context) {
    for (const policy of context.cluster.policies) {
      for (const direction of DIRECTIONS) {
        for (const rule of policy[direction]?.rules ?? []) {
          if (!rule.ports?.some(isNamed)) continue;
          const destinations = destinationsOf(context, policy, rule, direction);
          if (destinations === null) continue;
          for (const port of rule.ports.filter(isNamed)) {
            const complaint = judge(context, port, destinations, direction);
            if (complaint !== null) yield { about: policy, range: port.range, ...complaint };
          }
        }
      }
    }
    for (const policy of context.cluster.adminPolicies) {
      for (const direction of DIRECTIONS) {
        for (const rule of policy[direction]) {
          const ports = rule.ports?.filter(isNamed) ?? [];
          if (ports.length === 0) continue;
          const destinations = adminDestinations(context, policy, rule, direction);
          // Towards addresses alone it is told where the policy is read.
          if (destinations === null || destinations.workloads.length === 0) continue;
          const isComplete = namesItsNamespaces(policy, rule, direction);
          for (const port of ports) {
            const complaint = judge(
              context,
              port,
              destinations.workloads,
              direction,
              'matches nothing',
            );
            if (complaint === null) continue;
            const level = isComplete ? {} : { level: 'info' as const };
            yield { about: policy, range: port.range, ...complaint, ...level };
          }
        }
      }
    }
  },
};

type AnyPort = Pick<RulePort | AdminPort, 'port' | 'protocol' | 'range'>;
type NamedPort = AnyPort & { readonly port: { readonly name: string } };

function isNamed<P extends AnyPort>(port: P): port is P & NamedPort {
  return port.port !== null && 'name' in port.port;
}

/** The pods that names resolve on; null where they can't all be in the input. */
function destinationsOf(
  context: Context,
  policy: Policy,
  rule: Rule,
  direction: Direction,
): readonly Workload[] | null {
  if (direction === 'ingress') {
    const { sure, maybe } = context.subjects(policy);
    return sure.length === 0 || maybe.length > 0 ? null : sure;
  }
  const found = new Set<Workload>();
  for (const peer of rule.peers ?? [null]) {
    if (peer === null) return null;
    if (peer.kind === 'block') continue;
    // Other namespaces are only known for sure where the entry names them.
    const names = peer.namespaces?.requirements.find(({ key }) => key === NAME_LABEL);
    const isOwn = peer.namespaces === null;
    if (!isOwn && names?.operator !== 'In') return null;
    const { sure, maybe } = context.pods(policy, peer);
    if (sure.length === 0 || maybe.length > 0) return null;
    for (const workload of sure) found.add(workload);
  }
  return [...found];
}

function judge(
  context: Context,
  { protocol, port: { name } }: NamedPort,
  destinations: readonly Workload[],
  direction: Direction,
  effect = 'opens nothing',
): Pick<Complaint, 'message' | 'level'> | null {
  if (destinations.length === 0) {
    return {
      message: `A port name means nothing towards an ipBlock: addresses have no port names. Write the number of "${name}".`,
    };
  }
  // A virtual machine's ports are those of its guest, of which manifests say nothing.
  if (destinations.some(({ kind }) => kind === 'VirtualMachine')) return null;
  const ports = destinations.flatMap((workload) => workload.ports);
  if (ports.some((port) => port.name === name && isOf(port, protocol))) return null;
  const which = direction === 'ingress' ? 'selected' : 'meant';
  const who =
    destinations.length === 1
      ? `${destinations[0]?.id}, the only workload ${which}, has no`
      : `None of the ${counted(destinations.length, 'workload')} ${which} has a`;
  const port = protocol === null ? 'port' : `${protocol} port`;
  const opening = `${who} ${port} named "${name}", so this entry ${effect}.`;
  return {
    message: `${opening} ${advice(context, name, ports, destinations)}`,
    level: context.mayLackPods ? 'info' : 'warning',
  };
}

/** null: a name brings its own protocol (SEMANTICS 3.10, 4.4). */
function isOf(port: ContainerPort, protocol: Protocol | null): boolean {
  return protocol === null || port.protocol === protocol;
}

function advice(
  context: Context,
  name: string,
  ports: Workload['ports'],
  destinations: readonly Workload[],
): string {
  const other = ports.find((port) => port.name === name);
  if (other !== undefined)
    return `There is one over ${other.protocol}: write protocol: ${other.protocol}.`;
  const service = destinations
    .flatMap((workload) => context.servicesOf(workload))
    .find((one) => one.ports.some((port) => port.name === name));
  if (service !== undefined) {
    return `It is the name of a port of Service ${service.name}; a policy sees only the names of container ports.`;
  }
  const names = [...new Set(ports.flatMap((port) => (port.name === null ? [] : [port.name])))];
  return names.length === 0
    ? 'Their containers name no ports: write the number.'
    : `They name ${listed(names)}.`;
}
