// Where names are resolved, and whether a pod can get there (SEMANTICS 1.31).
import { matchSelector } from '../model/match.ts';
import { NAME_LABEL } from '../model/namespace.ts';
import type { PodsPeer, Policy, Rule, RulePort } from '../model/policy.ts';
import { hasPort, type Protocol } from '../model/port.ts';
import type { Workload } from '../model/workload.ts';
import {
  APP_LABEL,
  DNS_NAMESPACES,
  DNS_PORT,
  type DnsServer,
  dnsServersOf,
  OPENSHIFT_DNS_PORT,
} from '../service/dns-servers.ts';
import type { Context } from './context.ts';
import { mayTiersLetAsk } from './tiers-dns.ts';

export const DNS_PROTOCOLS = ['UDP', 'TCP'] as const;

/** Those of the input; mostly none, since they are part of the cluster. */
export function dnsServers({ cluster }: Context): readonly DnsServer[] {
  // On the host's network it is not the pod that is asked, and what lets it through is in doubt.
  return dnsServersOf(cluster).filter(({ workload }) => !workload.hostNetwork);
}

/** Whether any of these policies lets the pod ask for names, or may. */
export function canAsk(
  context: Context,
  servers: readonly DnsServer[],
  workload: Workload,
  policies: readonly Policy[],
  protocol: 'UDP' | 'TCP',
): boolean {
  const reaches = ({ workload: server, ports }: DnsServer) => {
    const flow = context.flows.egress(context.peerIndex(workload), context.peerIndex(server));
    return (
      hasPort(flow.allowed, protocol, ports[protocol]) ||
      hasPort(flow.depends, protocol, ports[protocol])
    );
  };
  return (
    servers.some(reaches) ||
    mayTiersLetAsk(context, workload, protocol) ||
    policies.some((policy) => speaksOfDns(context, servers, policy, protocol))
  );
}

/**
 * Whether a rule of the policy means a server: one of the input, or one that it does not show, as a
 * cache on the node or a server outside.
 */
export function speaksOfDns(
  context: Context,
  servers: readonly DnsServer[],
  policy: Policy,
  protocol: 'UDP' | 'TCP',
): boolean {
  return (policy.egress?.rules ?? []).some((rule) => {
    const how = dnsPortOf(rule, protocol);
    return (rule.peers ?? [null]).some((peer) => {
      if (peer === null || peer.kind === 'block') return how !== null;
      if (servers.length === 0) {
        return how === 'named' || (how === 'wide' && mayMeanDns(context, policy, peer));
      }
      const { sure, maybe } = context.pods(policy, peer);
      return (
        servers.some(
          (server) =>
            (sure.includes(server.workload) || maybe.includes(server.workload)) &&
            opens(rule, server, protocol),
        ) ||
        (how !== null && sure.some((workload) => isOtherServer(servers, workload, protocol)))
      );
    });
  });
}

function opens({ ports }: Rule, { workload, ports: own }: DnsServer, protocol: 'UDP' | 'TCP') {
  const number = own[protocol];
  return (ports ?? [null]).some((entry) => {
    if (entry === null) return true;
    if (entry.protocol !== protocol) return false;
    const { port } = entry;
    if (port === null) return true;
    if ('from' in port) return port.from <= number && number <= port.to;
    return workload.ports.some(
      (one) => one.name === port.name && one.protocol === protocol && one.number === number,
    );
  });
}

/** Pods that are no part of the cluster's DNS, but declare its port. */
function isOtherServer(
  servers: readonly DnsServer[],
  workload: Workload,
  protocol: Protocol,
): boolean {
  return (
    !servers.some((server) => server.workload === workload) &&
    workload.ports.some((port) => port.number === DNS_PORT && port.protocol === protocol)
  );
}

/** `named` where port 53 is asked for itself, `wide` where it is one of many, null where it is not open. */
export function dnsPortOf(rule: Rule, protocol: Protocol): 'named' | 'wide' | null {
  if (rule.ports === null) return 'wide';
  const those = rule.ports.filter((port) => port.protocol === protocol);
  if (those.some(isDnsPort)) return 'named';
  const isWide = those.some(
    ({ port }) =>
      port === null || (!('name' in port) && port.from <= DNS_PORT && DNS_PORT <= port.to),
  );
  return isWide ? 'wide' : null;
}

/** Written as 53, as the port of DNS pods on OpenShift, or by a name that says so. */
export function isDnsPort({ port }: RulePort): boolean {
  if (port === null) return false;
  if ('name' in port) return /dns|domain/.test(port.name);
  return port.from === port.to && (port.from === DNS_PORT || port.from === OPENSHIFT_DNS_PORT);
}

/** Whether the DNS pods of a cluster that the input does not show would be meant. */
function mayMeanDns(context: Context, policy: Policy, peer: PodsPeer): boolean {
  const isThere = [...DNS_NAMESPACES].some((name) => {
    if (peer.namespaces === null) return policy.namespace === name;
    const labels = context.cluster.namespaces.get(name)?.labels ?? {
      known: new Map([[NAME_LABEL, name]]),
      valueUnknown: new Set<string>(),
      complete: false,
    };
    return matchSelector(peer.namespaces, labels) !== 'no';
  });
  const pod = {
    known: new Map([[APP_LABEL, 'kube-dns']]),
    valueUnknown: new Set<string>(),
    complete: false,
  };
  return isThere && (peer.pods === null || matchSelector(peer.pods, pod) !== 'no');
}
