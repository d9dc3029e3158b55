// What a person says of the cluster that manifests can't tell. Plain data: it travels in links and to the worker.

/**
 * How the network plugin treats pods on their host's network (SEMANTICS 1.23): `unknown` leaves it
 * open, `node` lets policies see nothing but their node, `pod` treats them like any other pod.
 */
export type HostNetwork = 'unknown' | 'node' | 'pod';

export const HOST_NETWORKS: readonly HostNetwork[] = ['unknown', 'node', 'pod'];

/** Whose reading of policies holds: the specification's, or that of a network plugin. */
export type Cni =
  | 'specification'
  | 'calico'
  | 'cilium'
  | 'ovn-kubernetes'
  | 'aws-vpc-cni'
  | 'kindnet'
  | 'none';

export const CNIS: readonly Cni[] = [
  'specification',
  'calico',
  'cilium',
  'ovn-kubernetes',
  'aws-vpc-cni',
  'kindnet',
  'none',
];

export interface Assumptions {
  /** The network plugin; `none` enforces no policy. */
  readonly cni: Cni;
  /** CIDRs that hold the addresses of all pods; none: unknown. A family without any is not in use. */
  readonly podRanges: readonly string[];
  /** CIDRs that hold the addresses of the nodes, and with them of the pods on their host's network. */
  readonly nodeRanges: readonly string[];
  /** CIDRs that hold the addresses of Services, which policies mostly never see (SEMANTICS 1.27). */
  readonly serviceRanges: readonly string[];
  /** By name; one a namespace. Of a namespace that a manifest declares it says nothing. */
  readonly namespaces: readonly AssumedNamespace[];
  readonly hostNetwork: HostNetwork;
  /** Where objects belong that name no namespace (SEMANTICS 5.5). */
  readonly defaultNamespace: string;
}

/** The labels of a namespace that no manifest declares (SEMANTICS 1.25). */
export interface AssumedNamespace {
  readonly name: string;
  readonly labels: readonly (readonly [key: string, value: string])[];
  /** Whether these are all of its labels, beside the one with its name. */
  readonly isComplete: boolean;
}

export const NO_ASSUMPTIONS: Assumptions = {
  cni: 'specification',
  podRanges: [],
  nodeRanges: [],
  serviceRanges: [],
  namespaces: [],
  hostNetwork: 'unknown',
  defaultNamespace: 'default',
};

/** How many of them are not as they are by default: each namespace counts. */
export function countAssumptions(assumptions: Assumptions): number {
  const { namespaces, ...others } = assumptions;
  const keys = Object.keys(others) as (keyof typeof others)[];
  const isSet = (key: keyof typeof others) =>
    JSON.stringify(others[key]) !== JSON.stringify(NO_ASSUMPTIONS[key]);
  return namespaces.length + keys.filter(isSet).length;
}
