// Pods whose egress is isolated, with a way out, but none to DNS.
import type { Level } from '../../model/finding.ts';
import { matchSelector } from '../../model/match.ts';
import type { Policy, Rule } from '../../model/policy.ts';
import type { Range } from '../../model/span.ts';
import type { Workload } from '../../model/workload.ts';
import { DNS_PORT, type DnsServer } from '../../service/dns-servers.ts';
import type { Context } from '../context.ts';
import { canAsk, DNS_PROTOCOLS, dnsPortOf, dnsServers, isDnsPort, speaksOfDns } from '../dns.ts';
import type { Complaint, LintRule } from '../rule.ts';
import { mayTiersLetAsk } from '../tiers-dns.ts';
import { workloadsText } from '../wording.ts';

export const dnsBlocked: LintRule = {
  id: 'dns-blocked',
  level: 'warning',
  title: 'Egress is isolated, and names can not be resolved',
  documentation: `Once a policy isolates a pod's egress, DNS is blocked like everything else, and nearly every program asks for names first. All policies that select the pod together must allow it both UDP and TCP port 53 to the DNS pods, usually those labelled k8s-app: kube-dns in namespace kube-system: long answers come over TCP. Policies see the port of the pod, not of the Service: where the input shows DNS pods that listen elsewhere, as on 5353 in OpenShift, that port is needed. A pod that nothing lets out at all, or that reaches only narrow blocks of addresses or the API server, may well need no names: that is an information, as it is where all of UDP is open but TCP is not, or where the input holds policies of other kinds, which may allow DNS.`,
  *check(context) {
    const servers = dnsServers(context);
    const groups = new Map<string, { fault: Fault; workloads: Workload[] }>();
    for (const workload of context.cluster.workloads) {
      const fault = faultOf(context, servers, workload);
      if (fault === null) continue;
      const { policy, range, missing, level } = fault;
      const key = `${policy.namespace}/${policy.name} ${range.start} ${missing.join()} ${level}`;
      const group = groups.get(key) ?? { fault, workloads: [] };
      group.workloads.push(workload);
      groups.set(key, group);
    }
    for (const { fault, workloads } of groups.values()) {
      yield complaintOf(fault, workloadsText(workloads), servers);
    }
    for (const policy of context.cluster.policies) {
      const fault = faultWithoutPods(context, servers, policy);
      if (fault !== null) yield complaintOf(fault, 'the selected pods', servers);
    }
  },
};

type DnsProtocol = (typeof DNS_PROTOCOLS)[number];

interface Fault {
  readonly policy: Policy;
  readonly range: Range;
  readonly missing: readonly DnsProtocol[];
  readonly level: Level;
  readonly isSealed: boolean;
}

function faultOf(
  context: Context,
  servers: readonly DnsServer[],
  workload: Workload,
): Fault | null {
  if (workload.hostNetwork || workload.replicas === 0) return null;
  if (servers.some((server) => server.workload === workload)) return null;
  const isolating = context.policiesOf(workload).filter(({ egress }) => egress !== null);
  if (isolating.length === 0) return null;
  // Policies that only may select it can only add (SEMANTICS 1.8).
  const adding = context
    .policiesIn(workload.namespace)
    .filter(({ subject }) => matchSelector(subject, workload.labels) !== 'no');
  const missing = DNS_PROTOCOLS.filter(
    (protocol) => !canAsk(context, servers, workload, adding, protocol),
  );
  return missing.length === 0 ? null : blame(context, isolating, missing);
}

/** Of a policy whose pods the input does not show: what it and its neighbours surely do. */
function faultWithoutPods(
  context: Context,
  servers: readonly DnsServer[],
  policy: Policy,
): Fault | null {
  if (policy.egress === null || policy.egress.rules.length === 0) return null;
  if (context.workloadsIn(policy.namespace).length > 0) return null;
  // Any other policy of the namespace may select the same pods.
  const near = context.policiesIn(policy.namespace);
  const missing = DNS_PROTOCOLS.filter(
    (protocol) =>
      !mayTiersLetAsk(context, null, protocol) &&
      !near.some((one) => speaksOfDns(context, servers, one, protocol)),
  );
  return missing.length === 0 ? null : blame(context, [policy], missing);
}

/** The policy to mend: the one that speaks of DNS, or else the first that lets anything out. */
function blame(
  context: Context,
  isolating: readonly Policy[],
  missing: readonly DnsProtocol[],
): Fault {
  const [open] = isolating.filter(({ egress }) => egress !== null && egress.rules.length > 0);
  const policy = open ?? (isolating[0] as Policy);
  const rules = isolating.flatMap(({ egress }) => egress?.rules ?? []);
  const isSealed = rules.length === 0;
  const isByAddress = rules.every((rule) => isAddressed(rule) || isToApiServer(rule));
  const names = rules.some((rule) => DNS_PROTOCOLS.some((one) => dnsPortOf(rule, one) === 'named'));
  const isWideOpen = missing.length < DNS_PROTOCOLS.length && !names;
  const level = isByAddress || isWideOpen || context.hasOtherPolicies ? 'info' : 'warning';
  for (const one of isolating) {
    for (const rule of one.egress?.rules ?? []) {
      const isOpen = DNS_PROTOCOLS.some((protocol) => dnsPortOf(rule, protocol) === 'named');
      const port = isOpen ? rule.ports?.find(isDnsPort) : undefined;
      if (port !== undefined) return { policy: one, range: port.range, missing, level, isSealed };
    }
  }
  return { policy, range: policy.nameRange, missing, level, isSealed };
}

/** Programs that are given addresses need no names; nobody lists the whole internet so. */
function isAddressed({ peers }: Rule): boolean {
  return peers?.every((peer) => peer.kind === 'block' && peer.cidr.first !== 0n) ?? false;
}

/** Programs find the API server by an address in their environment. */
function isToApiServer({ ports }: Rule): boolean {
  const numbers = (ports ?? []).map(({ port }) =>
    port !== null && 'from' in port && port.from === port.to ? port.from : null,
  );
  return numbers.includes(6443) && numbers.every((number) => number === 6443 || number === 443);
}

function complaintOf(
  { policy, range, missing, level, isSealed }: Fault,
  who: string,
  servers: readonly DnsServer[],
): Complaint {
  const wanted = missing.map((protocol) => wantedText(protocol, servers)).join(' and ');
  const whole = missing.length === DNS_PROTOCOLS.length;
  const message = isSealed
    ? `Nothing lets ${who} out, DNS included. Allow ${wanted} to the DNS pods if names are needed.`
    : whole
      ? `DNS is blocked for ${who}: no policy allows ${wanted} to the DNS pods.`
      : `${wanted} missing: ${who} can ask for names over ${missing[0] === 'TCP' ? 'UDP' : 'TCP'} only, and ${missing[0] === 'TCP' ? 'long answers come over TCP' : 'questions begin over UDP'}.`;
  return { about: policy, range, message, level };
}

function wantedText(protocol: DnsProtocol, servers: readonly DnsServer[]): string {
  const ports = new Set(servers.map(({ ports }) => ports[protocol]));
  const numbers = ports.size === 0 ? [DNS_PORT] : [...ports];
  const text = `${protocol} ${numbers.join(' or ')}`;
  return numbers.includes(DNS_PORT) ? text : `${text} (the DNS pods' own port)`;
}
