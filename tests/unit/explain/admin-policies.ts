// Policies of administrators made by hand, without any manifest.
import type {
  AdminAction,
  AdminPeer,
  AdminPods,
  AdminPolicy,
  AdminPolicyKind,
  AdminPort,
  AdminRule,
} from '../../../src/core/model/admin-policy.ts';
import type { Address } from '../../../src/core/model/cidr.ts';
import { labelsOf } from '../../../src/core/model/labels.ts';
import type { ClusterNode } from '../../../src/core/model/node.ts';
import type { PortRange, Protocol } from '../../../src/core/model/port.ts';
import { readCidr } from '../../../src/core/model/read-cidr.ts';
import { EVERYTHING, type Selector } from '../../../src/core/model/selector.ts';

const ORIGIN = { file: 'admin.yaml', offset: 1000 };
const SOMEWHERE = { start: 0, end: 1 };

export interface MadeAdminPolicy {
  readonly kind?: AdminPolicyKind;
  readonly tier?: AdminPolicy['tier'];
  readonly priority?: number | null;
  readonly subject?: AdminPods;
  readonly ingress?: readonly AdminRule[];
  readonly egress?: readonly AdminRule[];
}

/** In the admin tier at priority 10 for all pods, unless something else is said. */
export function adminPolicy(name: string, made: MadeAdminPolicy): AdminPolicy {
  return {
    kind: made.kind ?? 'ClusterNetworkPolicy',
    tier: made.tier ?? 'admin',
    priority: made.priority === undefined ? 10 : made.priority,
    priorityRange: null,
    name,
    origin: ORIGIN,
    range: SOMEWHERE,
    nameRange: { start: 10, end: 20 },
    subject: made.subject ?? adminPods({}),
    ingress: (made.ingress ?? []).map((rule, index) => ({ ...rule, index })),
    egress: (made.egress ?? []).map((rule, index) => ({ ...rule, index })),
    ignores: [],
  };
}

/** The single BaselineAdminNetworkPolicy. */
export function banp(made: Pick<MadeAdminPolicy, 'subject' | 'ingress' | 'egress'>): AdminPolicy {
  return adminPolicy('default', {
    ...made,
    kind: 'BaselineAdminNetworkPolicy',
    tier: 'baseline',
    priority: null,
  });
}

/** Its position is set by the policy that takes it. */
export function adminRule(
  action: AdminAction,
  peers: readonly AdminPeer[] = [adminPods({})],
  ports: readonly AdminPort[] | null = null,
): AdminRule {
  return { index: 0, range: SOMEWHERE, name: null, action, actionRange: SOMEWHERE, peers, ports };
}

/** Every pod of every namespace, unless something else is said. */
export function adminPods(selectors: {
  readonly namespaces?: Selector;
  readonly pods?: Selector;
}): AdminPods {
  return {
    kind: 'pods',
    range: { start: 30, end: 40 },
    namespaces: selectors.namespaces ?? EVERYTHING,
    pods: selectors.pods ?? null,
  };
}

export function networks(...cidrs: readonly string[]): AdminPeer {
  return {
    kind: 'networks',
    range: SOMEWHERE,
    networks: cidrs.map((text) => {
      const read = readCidr(text);
      if (!read.ok) throw new Error(read.message);
      return { cidr: read.cidr, range: SOMEWHERE };
    }),
  };
}

export function nodes(selector: Selector = EVERYTHING): AdminPeer {
  return { kind: 'nodes', range: SOMEWHERE, selector };
}

export function domainNames(...names: readonly string[]): AdminPeer {
  return {
    kind: 'domain-names',
    range: SOMEWHERE,
    names: names.map((name) => ({ name, range: SOMEWHERE })),
  };
}

/** A name without a protocol, unless one is given. */
export function adminPort(
  what: number | PortRange | string | null,
  protocol?: Protocol,
): AdminPort {
  const isName = typeof what === 'string';
  const place = {
    range: SOMEWHERE,
    valueRange: what === null ? null : SOMEWHERE,
    protocol: protocol ?? (isName ? null : ('TCP' as const)),
  };
  if (typeof what === 'number') return { ...place, port: { from: what, to: what } };
  return { ...place, port: isName ? { name: what } : what };
}

export function clusterNode(
  name: string,
  labels: Readonly<Record<string, string>>,
  addresses: readonly Address[] | null,
): ClusterNode {
  return {
    name,
    origin: ORIGIN,
    range: SOMEWHERE,
    nameRange: SOMEWHERE,
    labels: labelsOf(Object.entries(labels)),
    addresses,
  };
}
