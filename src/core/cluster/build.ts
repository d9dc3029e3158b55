// Objects → the cluster they describe together.
import type { AdminPolicy } from '../model/admin-policy.ts';
import { type Assumptions, NO_ASSUMPTIONS } from '../model/assumptions.ts';
import type { Cluster, Ways } from '../model/cluster.ts';
import type { Finding } from '../model/finding.ts';
import type { ForeignPolicies } from '../model/foreign-policy.ts';
import type { ClusterNode } from '../model/node.ts';
import type { Policy } from '../model/policy.ts';
import type {
  AdminPolicyResource,
  ClassResource,
  EndpointsResource,
  ForeignPolicyResource,
  GatewayResource,
  GrantResource,
  NodeResource,
  Placed,
  PodsResource,
  PolicyResource,
  Resource,
  RouteResource,
  ServiceResource,
} from '../model/resource.ts';
import type { Service } from '../model/service.ts';
import { asSeen, rangesOf, unlistedSeen } from './as-seen.ts';
import { assumedNamespaceFindings, inNamespaces } from './assumed-namespace.ts';
import { gatherForeign } from './foreign.ts';
import { gatherNamespaces } from './namespaces.ts';
import { byNamespaceAndName, byTierAndPriority, compareText } from './order.ts';
import { keepLast } from './repeated.ts';
import { gatherWorkloads } from './workloads.ts';

export interface BuiltCluster {
  readonly cluster: Cluster;
  readonly foreign: ForeignPolicies;
  readonly findings: readonly Finding[];
}

export function buildCluster(
  placed: readonly Placed[],
  assumptions: Assumptions = NO_ASSUMPTIONS,
): BuiltCluster {
  const { kept, findings: repeated } = keepLast(inNamespaces(placed, assumptions));
  const policies = kept.filter(isPolicy).map(policyOf).sort(byNamespaceAndName);
  const services = kept.filter(isService).map(serviceOf).sort(byNamespaceAndName);
  const adminPolicies = kept.filter(isAdminPolicy).map(adminPolicyOf).sort(byTierAndPriority);
  const nodes = kept
    .filter(isNode)
    .map(nodeOf)
    .sort((a, b) => compareText(a.name, b.name));
  const ways: Ways = {
    endpoints: placedOf<EndpointsResource>(kept, 'endpoints'),
    routes: placedOf<RouteResource>(kept, 'route'),
    gateways: placedOf<GatewayResource>(kept, 'gateway'),
    grants: placedOf<GrantResource>(kept, 'grant'),
    classes: placedOf<ClassResource>(kept, 'class'),
  };
  const serviceKeys = new Set(services.flatMap(({ selector }) => [...(selector?.keys() ?? [])]));
  const gathered = gatherWorkloads(kept.filter(isPods), { policies, adminPolicies }, serviceKeys);
  const workloads = asSeen(gathered.workloads, assumptions);
  const named = [
    ...workloads,
    ...policies,
    ...services,
    ...ways.endpoints,
    ...ways.routes,
    ...ways.gateways,
    ...ways.grants,
  ];
  const { namespaces, findings: overwritten } = gatherNamespaces(
    kept,
    named.map((object) => object.namespace),
    assumptions.namespaces,
  );
  const { foreign, findings: notComputed } = gatherForeign(
    kept.filter(isForeignPolicy),
    workloads,
    namespaces,
  );
  return {
    cluster: {
      namespaces,
      workloads,
      policies,
      adminPolicies,
      services,
      nodes,
      nodeRanges: rangesOf(assumptions.nodeRanges) ?? [],
      ways,
      unlisted: unlistedSeen(nodes, assumptions),
    },
    foreign,
    findings: [
      ...repeated,
      ...overwritten,
      ...gathered.findings,
      ...notComputed,
      ...assumedNamespaceFindings(kept),
    ],
  };
}

function policyOf({ origin, resource }: Placed<PolicyResource>): Policy {
  return { ...resource, origin };
}

function adminPolicyOf({ origin, resource }: Placed<AdminPolicyResource>): AdminPolicy {
  return { ...resource, origin };
}

function nodeOf({ origin, resource }: Placed<NodeResource>): ClusterNode {
  return { ...resource, origin };
}

function serviceOf({ origin, resource }: Placed<ServiceResource>): Service {
  return { ...resource, origin };
}

/** In the order of the text, each with its place. */
function placedOf<R extends Resource>(placed: readonly Placed[], type: R['type']) {
  return placed
    .filter(isOf<R>(type))
    .map(({ origin, resource }): R & Pick<Placed, 'origin'> => ({ ...resource, origin }));
}

const isOf =
  <R extends Resource>(type: R['type']) =>
  (placed: Placed): placed is Placed<R> =>
    placed.resource.type === type;

const isPods = isOf<PodsResource>('pods');
const isPolicy = isOf<PolicyResource>('policy');
const isAdminPolicy = isOf<AdminPolicyResource>('admin-policy');
const isForeignPolicy = isOf<ForeignPolicyResource>('foreign-policy');
const isNode = isOf<NodeResource>('node');
const isService = isOf<ServiceResource>('service');
