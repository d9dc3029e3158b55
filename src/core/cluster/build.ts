// Objects → the cluster they describe together.
import type { Cluster } from '../model/cluster.ts';
import type { Finding } from '../model/finding.ts';
import type { Policy } from '../model/policy.ts';
import type {
  Placed,
  PodsResource,
  PolicyResource,
  Resource,
  ServiceResource,
} from '../model/resource.ts';
import type { Service } from '../model/service.ts';
import { assumedNamespaceFindings } from './assumed-namespace.ts';
import { gatherNamespaces } from './namespaces.ts';
import { byNamespaceAndName } from './order.ts';
import { keepLast } from './repeated.ts';
import { gatherWorkloads } from './workloads.ts';

export interface BuiltCluster {
  readonly cluster: Cluster;
  readonly findings: readonly Finding[];
}

export function buildCluster(placed: readonly Placed[]): BuiltCluster {
  const { kept, findings: repeated } = keepLast(placed);
  const policies = kept.filter(isPolicy).map(policyOf).sort(byNamespaceAndName);
  const services = kept.filter(isService).map(serviceOf).sort(byNamespaceAndName);
  const gathered = gatherWorkloads(kept.filter(isPods), policies);
  const named = [...gathered.workloads, ...policies, ...services];
  const { namespaces, findings: overwritten } = gatherNamespaces(
    kept,
    named.map((object) => object.namespace),
  );
  return {
    cluster: { namespaces, workloads: gathered.workloads, policies, services },
    findings: [
      ...repeated,
      ...overwritten,
      ...gathered.findings,
      ...assumedNamespaceFindings(kept),
    ],
  };
}

function policyOf({ origin, resource }: Placed<PolicyResource>): Policy {
  return { ...resource, origin };
}

function serviceOf({ origin, resource }: Placed<ServiceResource>): Service {
  return { ...resource, origin };
}

const isOf =
  <R extends Resource>(type: R['type']) =>
  (placed: Placed): placed is Placed<R> =>
    placed.resource.type === type;

const isPods = isOf<PodsResource>('pods');
const isPolicy = isOf<PolicyResource>('policy');
const isService = isOf<ServiceResource>('service');
