// The resources that the simulated API server serves, under the names that kubectl takes for them.

export interface Kind {
  readonly kind: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly singular: string;
  readonly shorts: readonly string[];
  readonly isNamespaced: boolean;
}

const kind = (
  name: string,
  apiVersion: string,
  plural: string,
  shorts: readonly string[] = [],
  isNamespaced = true,
): Kind => {
  const [first = '', second] = apiVersion.split('/');
  return {
    kind: name,
    group: second === undefined ? '' : first,
    version: second ?? first,
    plural,
    singular: name.toLowerCase(),
    shorts,
    isNamespaced,
  };
};

const GATEWAY = 'gateway.networking.k8s.io/v1';

export const KINDS: readonly Kind[] = [
  kind('ConfigMap', 'v1', 'configmaps', ['cm']),
  kind('Endpoints', 'v1', 'endpoints', ['ep']),
  kind('Namespace', 'v1', 'namespaces', ['ns'], false),
  kind('Node', 'v1', 'nodes', ['no'], false),
  kind('Pod', 'v1', 'pods', ['po']),
  kind('ReplicationController', 'v1', 'replicationcontrollers', ['rc']),
  kind('Secret', 'v1', 'secrets'),
  kind('ServiceAccount', 'v1', 'serviceaccounts', ['sa']),
  kind('Service', 'v1', 'services', ['svc']),
  kind('DaemonSet', 'apps/v1', 'daemonsets', ['ds']),
  kind('Deployment', 'apps/v1', 'deployments', ['deploy']),
  kind('ReplicaSet', 'apps/v1', 'replicasets', ['rs']),
  kind('StatefulSet', 'apps/v1', 'statefulsets', ['sts']),
  kind('CronJob', 'batch/v1', 'cronjobs', ['cj']),
  kind('Job', 'batch/v1', 'jobs'),
  kind('EndpointSlice', 'discovery.k8s.io/v1', 'endpointslices'),
  kind('IngressClass', 'networking.k8s.io/v1', 'ingressclasses', [], false),
  kind('Ingress', 'networking.k8s.io/v1', 'ingresses', ['ing']),
  kind('NetworkPolicy', 'networking.k8s.io/v1', 'networkpolicies', ['netpol']),
  kind(
    'AdminNetworkPolicy',
    'policy.networking.k8s.io/v1alpha1',
    'adminnetworkpolicies',
    ['anp'],
    false,
  ),
  kind(
    'BaselineAdminNetworkPolicy',
    'policy.networking.k8s.io/v1alpha1',
    'baselineadminnetworkpolicies',
    ['banp'],
    false,
  ),
  kind(
    'ClusterNetworkPolicy',
    'policy.networking.k8s.io/v1alpha2',
    'clusternetworkpolicies',
    ['cnp'],
    false,
  ),
  kind('GatewayClass', GATEWAY, 'gatewayclasses', ['gc'], false),
  kind('Gateway', GATEWAY, 'gateways', ['gtw']),
  kind('HTTPRoute', GATEWAY, 'httproutes'),
  kind('GRPCRoute', GATEWAY, 'grpcroutes'),
  kind('TLSRoute', GATEWAY, 'tlsroutes'),
  kind('TCPRoute', 'gateway.networking.k8s.io/v1alpha2', 'tcproutes'),
  kind('UDPRoute', 'gateway.networking.k8s.io/v1alpha2', 'udproutes'),
  kind('ReferenceGrant', 'gateway.networking.k8s.io/v1beta1', 'referencegrants', ['refgrant']),
  kind('Route', 'route.openshift.io/v1', 'routes'),
  kind('DeploymentConfig', 'apps.openshift.io/v1', 'deploymentconfigs', ['dc']),
  kind('Rollout', 'argoproj.io/v1alpha1', 'rollouts', ['ro']),
  kind('VirtualMachine', 'kubevirt.io/v1', 'virtualmachines', ['vm', 'vms']),
];

/** Kinds beyond the table that belong to no namespace. */
const CLUSTER_WIDE =
  /^(?:Cluster\w+|Global\w+|CiliumClusterwide\w+|CustomResourceDefinition|PersistentVolume|StorageClass|PriorityClass|RuntimeClass|APIService|\w+WebhookConfiguration|\w+AdmissionPolicy(?:Binding)?)$/;

/** The kind of an object; made from its own words where it is not in the table. */
export function kindOf(group: string, version: string, name: string): Kind {
  const found = KINDS.find((one) => one.group === group && one.kind === name);
  const apiVersion = group === '' ? version : `${group}/${version}`;
  return (
    found ?? kind(name, apiVersion, pluralOf(name.toLowerCase()), [], !CLUSTER_WIDE.test(name))
  );
}

function pluralOf(word: string): string {
  if (/(?:s|x|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/**
 * As kubectl finds it: `svc`, `services`, `deployment.apps`, `Pod`; null where there is no such type.
 * @param others kinds beyond the table that manifests have
 */
export function findKind(word: string, others: readonly Kind[] = []): Kind | null {
  const wanted = word.toLowerCase();
  const dot = wanted.indexOf('.');
  const name = dot === -1 ? wanted : wanted.slice(0, dot);
  const rest = dot === -1 ? null : wanted.slice(dot + 1);
  return (
    [...KINDS, ...others].find(
      (one) =>
        (one.plural === name || one.singular === name || one.shorts.includes(name)) &&
        (rest === null || isGroup(one, rest)),
    ) ?? null
  );
}

function isGroup({ group, version }: Kind, written: string): boolean {
  return written === group || written === `${version}.${group}`;
}

/** As messages name it: `deployment.apps`, `pod`. */
export function resourceName({ singular, group }: Kind): string {
  return group === '' ? singular : `${singular}.${group}`;
}

/** As error messages name it: `deployments.apps`, `pods`. */
export function pluralName({ plural, group }: Kind): string {
  return group === '' ? plural : `${plural}.${group}`;
}
