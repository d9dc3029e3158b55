// What the input describes: the one thing both evaluators read.

import type { AdminPolicy } from './admin-policy.ts';
import type { Cidr } from './cidr.ts';
import type { Endpoints } from './endpoints.ts';

import type { Namespace } from './namespace.ts';
import type { ClusterNode } from './node.ts';
import type { Policy } from './policy.ts';
import type { ControllerClass, Gateway, ReferenceGrant, Route } from './route.ts';
import type { Service } from './service.ts';
import type { Unlisted } from './unlisted.ts';
import type { Workload } from './workload.ts';

export interface Cluster {
  /** Every namespace that is declared or named, by name. */
  readonly namespaces: ReadonlyMap<string, Namespace>;
  /** Sorted by namespace, then name, then kind; ids are unique. */
  readonly workloads: readonly Workload[];
  /** Only policies that the API server would accept, sorted by namespace and name; one a name. */
  readonly policies: readonly Policy[];
  /** Likewise; sorted by tier, the admin tier first, then priority, then name and kind. */
  readonly adminPolicies: readonly AdminPolicy[];
  readonly services: readonly Service[];
  /** By name. Where there are any, they are taken for all there are (SEMANTICS 3.8). */
  readonly nodes: readonly ClusterNode[];
  /** Where the addresses of nodes lie that tell none, as it is assumed; none: anywhere. */
  readonly nodeRanges?: readonly Cidr[];
  readonly ways: Ways;
  readonly unlisted: Unlisted;
}

/** What leads to Services and from there to pods; no part of any verdict (SEMANTICS 6.7). */
export interface Ways {
  readonly endpoints: readonly Endpoints[];
  readonly routes: readonly Route[];
  readonly gateways: readonly Gateway[];
  readonly grants: readonly ReferenceGrant[];
  readonly classes: readonly ControllerClass[];
}

export const NO_WAYS: Ways = { endpoints: [], routes: [], gateways: [], grants: [], classes: [] };
