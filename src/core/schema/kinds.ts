// The structure of every kind that is read here, by its group.
import { INTENT } from './intent.ts';
import {
  ADMIN_NETWORK_POLICY,
  BASELINE_ADMIN_NETWORK_POLICY,
  CLUSTER_NETWORK_POLICY,
  NETWORK_POLICY,
} from './policies.ts';
import type { Schema } from './shape.ts';
import { EXTENSION_TYPES } from './structures/extensions.ts';
import { KUBERNETES_TYPES } from './structures/kubernetes.ts';
import { MORE_EXTENSION_TYPES } from './structures/more-extensions.ts';
import { NETWORK_POLICY_TYPES } from './structures/network-policy.ts';
import { typesOf } from './types.ts';

const typeOf = typesOf(
  NETWORK_POLICY_TYPES,
  KUBERNETES_TYPES,
  EXTENSION_TYPES,
  MORE_EXTENSION_TYPES,
);

/** By `group/kind`, the type's name; the core group is empty. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['/Endpoints', 'Endpoints'],
  ['/Namespace', 'Namespace'],
  ['/Node', 'Node'],
  ['/Pod', 'Pod'],
  ['/ReplicationController', 'ReplicationController'],
  ['/Service', 'Service'],
  ['apps/DaemonSet', 'DaemonSet'],
  ['apps/Deployment', 'Deployment'],
  ['apps/ReplicaSet', 'ReplicaSet'],
  ['apps/StatefulSet', 'StatefulSet'],
  ['batch/CronJob', 'CronJob'],
  ['batch/Job', 'Job'],
  ['discovery.k8s.io/EndpointSlice', 'EndpointSlice'],
  ['networking.k8s.io/Ingress', 'Ingress'],
  ['networking.k8s.io/IngressClass', 'IngressClass'],
  ['gateway.networking.k8s.io/Gateway', 'gateway.Gateway'],
  ['gateway.networking.k8s.io/GatewayClass', 'gateway.GatewayClass'],
  ['gateway.networking.k8s.io/GRPCRoute', 'gateway.GRPCRoute'],
  ['gateway.networking.k8s.io/HTTPRoute', 'gateway.HTTPRoute'],
  ['gateway.networking.k8s.io/ListenerSet', 'gateway.ListenerSet'],
  ['gateway.networking.x-k8s.io/XListenerSet', 'gateway.ListenerSet'],
  ['gateway.networking.k8s.io/ReferenceGrant', 'gateway.ReferenceGrant'],
  ['gateway.networking.k8s.io/TCPRoute', 'gateway.TCPRoute'],
  ['gateway.networking.k8s.io/TLSRoute', 'gateway.TLSRoute'],
  ['gateway.networking.k8s.io/UDPRoute', 'gateway.UDPRoute'],
  ['route.openshift.io/Route', 'openshift.Route'],
  ['apps.openshift.io/DeploymentConfig', 'openshift.DeploymentConfig'],
  ['kubevirt.io/VirtualMachine', 'kubevirt.VirtualMachine'],
  ['argoproj.io/Rollout', 'argo.Rollout'],
]);

/** Those that are checked while they are read. */
const CHECKED: ReadonlyMap<string, Schema> = new Map([
  ['netpolis.dev/Intent', INTENT],
  ['networking.k8s.io/NetworkPolicy', NETWORK_POLICY],
  ['policy.networking.k8s.io/AdminNetworkPolicy', ADMIN_NETWORK_POLICY],
  ['policy.networking.k8s.io/BaselineAdminNetworkPolicy', BASELINE_ADMIN_NETWORK_POLICY],
  ['policy.networking.k8s.io/ClusterNetworkPolicy', CLUSTER_NETWORK_POLICY],
]);

/** Null for a kind that is not read here; all served versions of a kind have one structure. */
export function schemaOf(group: string, kind: string): Schema | null {
  const key = `${group}/${kind}`;
  const type = TYPES.get(key);
  if (type === undefined) return CHECKED.get(key) ?? null;
  const isBuiltIn = !type.includes('.');
  return {
    kind,
    root: typeOf(type),
    typeOf,
    leaves: () => false,
    missingIs: 'warning',
    takesEmpty: isBuiltIn,
  };
}
