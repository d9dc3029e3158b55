// The kinds that are read: each by its group, with its reader and the versions that API servers serve.
import { INTENT_GROUP, INTENT_KIND, INTENT_VERSION } from '../model/intent.ts';
import type { Resource } from '../model/resource.ts';
import type { ControllerClass, ParentKind, RouteKind } from '../model/route.ts';
import {
  readAdminNetworkPolicy,
  readBaselineAdminNetworkPolicy,
  readClusterNetworkPolicy,
} from './admin-policy.ts';
import { readEndpointSlice, readEndpoints } from './endpoints.ts';
import { readGateway, readGatewayRoute, readGrant } from './gateway.ts';
import { readClass, readIngress } from './ingress.ts';
import { readNamespace } from './namespace.ts';
import { readNode } from './node.ts';
import type { Notes } from './notes.ts';
import { readOpenShiftRoute } from './openshift-route.ts';
import { type PodKind, readController, readPod } from './pods.ts';
import { readPolicy } from './policy.ts';
import { readService } from './service.ts';
import type { MapTree } from './tree.ts';

type Reader = (notes: Notes, object: MapTree) => Resource | null;

/** How objects of a kind are read. */
export interface KindReader {
  readonly read: Reader;
  /** Versions that API servers still serve. */
  readonly versions: readonly string[];
}

const controller = (kind: PodKind, ...versions: string[]): KindReader => ({
  read: (notes, object) => readController(notes, object, kind),
  versions,
});

const gatewayRoute = (kind: RouteKind, ...versions: string[]): KindReader => ({
  read: (notes, object) => readGatewayRoute(notes, object, kind),
  versions,
});

const gatewayOf = (kind: ParentKind, ...versions: string[]): KindReader => ({
  read: (notes, object) => readGateway(notes, object, kind),
  versions,
});

const controllerClass = (kind: ControllerClass['kind'], ...versions: string[]): KindReader => ({
  read: (notes, object) => readClass(notes, object, kind),
  versions,
});

/** By `group/kind`; the core group is empty. */
export const READERS: ReadonlyMap<string, KindReader> = new Map<string, KindReader>([
  ['/Pod', { read: readPod, versions: ['v1'] }],
  ['/Namespace', { read: readNamespace, versions: ['v1'] }],
  ['/Service', { read: readService, versions: ['v1'] }],
  ['/ReplicationController', controller('ReplicationController', 'v1')],
  ['apps/Deployment', controller('Deployment', 'v1')],
  ['apps/ReplicaSet', controller('ReplicaSet', 'v1')],
  ['apps/StatefulSet', controller('StatefulSet', 'v1')],
  ['apps/DaemonSet', controller('DaemonSet', 'v1')],
  ['extensions/Deployment', controller('Deployment')],
  ['extensions/ReplicaSet', controller('ReplicaSet')],
  ['extensions/DaemonSet', controller('DaemonSet')],
  ['batch/Job', controller('Job', 'v1')],
  ['batch/CronJob', controller('CronJob', 'v1')],
  ['kubevirt.io/VirtualMachine', controller('VirtualMachine', 'v1', 'v1alpha3')],
  ['argoproj.io/Rollout', controller('Rollout', 'v1alpha1')],
  ['apps.openshift.io/DeploymentConfig', controller('DeploymentConfig', 'v1')],
  ['/DeploymentConfig', controller('DeploymentConfig', 'v1')],
  ['networking.k8s.io/NetworkPolicy', { read: readPolicy, versions: ['v1'] }],
  ['extensions/NetworkPolicy', { read: readPolicy, versions: [] }],
  ['/Endpoints', { read: readEndpoints, versions: ['v1'] }],
  ['discovery.k8s.io/EndpointSlice', { read: readEndpointSlice, versions: ['v1'] }],
  ['networking.k8s.io/Ingress', { read: readIngress, versions: ['v1'] }],
  ['extensions/Ingress', { read: readIngress, versions: [] }],
  ['networking.k8s.io/IngressClass', controllerClass('IngressClass', 'v1')],
  ['gateway.networking.k8s.io/GatewayClass', controllerClass('GatewayClass', 'v1', 'v1beta1')],
  ['gateway.networking.k8s.io/Gateway', gatewayOf('Gateway', 'v1', 'v1beta1')],
  ['gateway.networking.k8s.io/ListenerSet', gatewayOf('ListenerSet', 'v1')],
  ['gateway.networking.x-k8s.io/XListenerSet', gatewayOf('XListenerSet', 'v1alpha1')],
  ['gateway.networking.k8s.io/HTTPRoute', gatewayRoute('HTTPRoute', 'v1', 'v1beta1')],
  ['gateway.networking.k8s.io/GRPCRoute', gatewayRoute('GRPCRoute', 'v1', 'v1alpha2')],
  ['gateway.networking.k8s.io/TLSRoute', gatewayRoute('TLSRoute', 'v1', 'v1alpha3', 'v1alpha2')],
  ['gateway.networking.k8s.io/TCPRoute', gatewayRoute('TCPRoute', 'v1alpha2', 'v1')],
  ['gateway.networking.k8s.io/UDPRoute', gatewayRoute('UDPRoute', 'v1alpha2', 'v1')],
  ['gateway.networking.k8s.io/ReferenceGrant', { read: readGrant, versions: ['v1beta1', 'v1'] }],
  ['route.openshift.io/Route', { read: readOpenShiftRoute, versions: ['v1'] }],
  [
    'policy.networking.k8s.io/AdminNetworkPolicy',
    { read: readAdminNetworkPolicy, versions: ['v1alpha1'] },
  ],
  [
    'policy.networking.k8s.io/BaselineAdminNetworkPolicy',
    { read: readBaselineAdminNetworkPolicy, versions: ['v1alpha1'] },
  ],
  [
    'policy.networking.k8s.io/ClusterNetworkPolicy',
    { read: readClusterNetworkPolicy, versions: ['v1alpha2'] },
  ],
  ['/Node', { read: readNode, versions: ['v1'] }],
]);

/** What the API server refuses of them does not exist, so it takes no part. */
export const POLICIES: ReadonlySet<string> = new Set([
  'NetworkPolicy',
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'ClusterNetworkPolicy',
]);

/** The kinds that are read, each under the newest version that API servers serve. */
export function kindsRead(): readonly { readonly kind: string; readonly apiVersion: string }[] {
  const intent = { kind: INTENT_KIND, apiVersion: `${INTENT_GROUP}/${INTENT_VERSION}` };
  const read = [...READERS].flatMap(([name, { versions }]) => {
    const [group, kind] = name.split('/') as [string, string];
    const version = versions[0];
    if (version === undefined || (group === '' && kind === 'DeploymentConfig')) return [];
    return [{ kind, apiVersion: group === '' ? version : `${group}/${version}` }];
  });
  return [...read, intent];
}

/** By kind, the apiVersion to write. */
export const SERVED: ReadonlyMap<string, string> = new Map(
  [...READERS].reverse().flatMap(([key, entry]) => {
    const [group, kind] = key.split('/') as [string, string];
    const [version] = entry.versions;
    if (version === undefined) return [];
    return [[kind, group === '' ? version : `${group}/${version}`]];
  }),
);

/** The groups of Kubernetes itself, and one that people take for the name of the nameless one. */
export const API_GROUPS: ReadonlySet<string> = new Set([
  '',
  'core',
  'apps',
  'batch',
  'extensions',
  'networking.k8s.io',
  'policy',
  'policy.networking.k8s.io',
]);
