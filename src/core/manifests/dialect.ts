// In what the three kinds of administrators' policies differ (SEMANTICS 3, 4.2–4.6).
import type { AdminAction, AdminPolicyKind } from '../model/admin-policy.ts';

export interface Dialect {
  readonly kind: AdminPolicyKind;
  readonly apiVersion: string;
  /** By how the action is written. */
  readonly actions: ReadonlyMap<string, AdminAction>;
  /** The field that narrows a rule to some traffic (SEMANTICS 4.3). */
  readonly portsField: 'ports' | 'protocols';
  /** How many rules a direction may have, how many peers a rule, how many ports (SEMANTICS 2.17). */
  readonly most: number;
  /** Whether `pods` must say which namespaces; where it need not, none means all (SEMANTICS 3.1, 4.6). */
  readonly wantsNamespaces: boolean;
  /** Peers of an egress rule, in any channel (SEMANTICS 3.6). */
  readonly egressPeers: readonly string[];
}

const ANY_EGRESS = ['namespaces', 'pods', 'networks', 'nodes', 'domainNames'] as const;
export const INGRESS_PEERS: readonly string[] = ['namespaces', 'pods'];

const V1ALPHA1 = {
  apiVersion: 'policy.networking.k8s.io/v1alpha1',
  portsField: 'ports',
  most: 100,
  wantsNamespaces: true,
} as const;

export const ADMIN: Dialect = {
  ...V1ALPHA1,
  kind: 'AdminNetworkPolicy',
  actions: new Map([
    ['Allow', 'allow'],
    ['Deny', 'deny'],
    ['Pass', 'pass'],
  ]),
  egressPeers: ANY_EGRESS,
};

export const BASELINE: Dialect = {
  ...V1ALPHA1,
  kind: 'BaselineAdminNetworkPolicy',
  actions: new Map([
    ['Allow', 'allow'],
    ['Deny', 'deny'],
  ]),
  egressPeers: ANY_EGRESS.filter((peer) => peer !== 'domainNames'),
};

export const CLUSTER: Dialect = {
  kind: 'ClusterNetworkPolicy',
  apiVersion: 'policy.networking.k8s.io/v1alpha2',
  actions: new Map([
    ['Accept', 'allow'],
    ['Deny', 'deny'],
    ['Pass', 'pass'],
  ]),
  portsField: 'protocols',
  most: 25,
  wantsNamespaces: false,
  egressPeers: ANY_EGRESS,
};
