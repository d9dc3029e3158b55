// Which kinds become structures of ours, from which packages, and what is changed on the way.

/** The packages that hold the API's description, fetched when the structures are made. */
export const PACKAGES = [
  'kubernetes-models@5.1.0',
  '@kubernetes-models/apimachinery@3.0.2',
  '@kubernetes-models/gateway-api@2.0.0',
  '@kubernetes-models/argo-rollouts@2.0.0',
] as const;

export interface Module {
  /** The file in `src/core/schema/structures`. */
  readonly file: string;
  readonly opening: string;
  readonly constant: string;
  /** Full names of the kinds' types. */
  readonly kinds: readonly string[];
}

const core = (kind: string) => `IoK8sApiCoreV1${kind}`;
const apps = (kind: string) => `IoK8sApiAppsV1${kind}`;
const gateway = (kind: string, version = 'V1') => `IoK8sSigsGatewayApiApis${version}${kind}`;

/** In this order: a type stands in the first module that needs it. */
export const MODULES: readonly Module[] = [
  {
    file: 'network-policy.ts',
    opening: 'The structure of a NetworkPolicy and of what every object has.',
    constant: 'NETWORK_POLICY_TYPES',
    kinds: ['IoK8sApiNetworkingV1NetworkPolicy'],
  },
  {
    file: 'kubernetes.ts',
    opening: 'The structure of the other kinds that Kubernetes itself has and that are read here.',
    constant: 'KUBERNETES_TYPES',
    kinds: [
      ...[
        'Endpoints',
        'Namespace',
        'Node',
        'PersistentVolumeClaim',
        'Pod',
        'ReplicationController',
        'Service',
      ].map(core),
      ...['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'].map(apps),
      'IoK8sApiBatchV1CronJob',
      'IoK8sApiBatchV1Job',
      'IoK8sApiDiscoveryV1EndpointSlice',
      'IoK8sApiNetworkingV1Ingress',
      'IoK8sApiNetworkingV1IngressClass',
    ],
  },
  {
    file: 'extensions.ts',
    opening: 'The structure of the Gateway API and of the Argo Rollout.',
    constant: 'EXTENSION_TYPES',
    kinds: [
      ...[
        'Gateway',
        'GatewayClass',
        'GRPCRoute',
        'HTTPRoute',
        'ListenerSet',
        'ReferenceGrant',
        'TLSRoute',
      ].map((kind) => gateway(kind)),
      ...['TCPRoute', 'UDPRoute'].map((kind) => gateway(kind, 'V1alpha2')),
      'ComGithubArgoprojArgoRolloutsPkgApisRolloutsV1alpha1Rollout',
    ],
  },
];

/** Two groups use one name for two types. */
export const RENAMED: ReadonlyMap<string, string> = new Map([
  ['IoK8sApiCoreV1EndpointPort', 'EndpointsPort'],
]);

/** Types that are one value to us, whatever the declaration says. */
export const VALUES: ReadonlyMap<string, string> = new Map([
  ['IoK8sApimachineryPkgUtilIntstrIntOrString', 'int-or-string'],
  ['IoK8sApimachineryPkgApiResourceQuantity', 'quantity'],
  ['IoK8sApimachineryPkgApisMetaV1FieldsV1', 'any'],
]);

/**
 * By type and field, the line to write instead: what the description leaves to its words, says more
 * strictly than servers do, or tells at a length that nobody needs here.
 */
export const CORRECTIONS: ReadonlyMap<string, string> = new Map([
  ['LabelSelectorRequirement.operator', 'operator! =In|NotIn|Exists|DoesNotExist'],
  ['StatefulSetSpec.volumeClaimTemplates', 'volumeClaimTemplates [PersistentVolumeClaim]'],
  ['Lifecycle.stopSignal', 'stopSignal string'],
  // Optional in the versions before v1.
  ['gateway.ListenerEntry.port', 'port integer'],
  ['gateway.TLSRouteSpec.hostnames', 'hostnames [string]'],
  ['gateway.RouteNamespaces.from', 'from =All|None|Same|Selector'],
  ['argo.RolloutSpec.analysis', 'analysis any'],
  ['argo.RolloutSpec.strategy', 'strategy any'],
]);

/** Only a cluster writes these: they are not checked, and nobody needs help with them. */
export const UNCHECKED: ReadonlySet<string> = new Set(['status', 'managedFields']);
