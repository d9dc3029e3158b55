// What one manifest object says, before it is seen together with the others.
import type { AdminPolicy } from './admin-policy.ts';
import type { Address } from './cidr.ts';
import type { Endpoints } from './endpoints.ts';
import type { ForeignPolicy } from './foreign-policy.ts';
import type { ClusterNode } from './node.ts';

import type { Policy } from './policy.ts';
import type { ContainerPort } from './port.ts';
import type { ControllerClass, Gateway, ReferenceGrant, Route } from './route.ts';
import type { Selector } from './selector.ts';
import type { Service } from './service.ts';
import type { Origin, Range } from './span.ts';

/** An object at its place. Its ranges are relative to its document, so an edit elsewhere leaves it as it is. */
export interface Placed<R extends Resource = Resource> {
  readonly origin: Origin;
  readonly resource: R;
}

export type Resource =
  | PodsResource
  | NamespaceResource
  | PolicyResource
  | AdminPolicyResource
  | ServiceResource
  | NodeResource
  | EndpointsResource
  | RouteResource
  | GatewayResource
  | GrantResource
  | ClassResource
  | ForeignPolicyResource;

/** A pod, or a controller with the template of its pods. */
export interface PodsResource {
  readonly type: 'pods';
  readonly kind: string;
  readonly namespace: string;
  /** The manifest names no namespace, so `default` was assumed (SEMANTICS 5.5). */
  readonly isNamespaceAssumed: boolean;
  readonly name: string;
  readonly range: Range;
  readonly nameRange: Range;
  readonly replicas: number | 'per-node';
  /** The pods' labels (SEMANTICS 5.2). */
  readonly labels: ReadonlyMap<string, string>;
  /** Keys that the controller adds with values only the cluster knows (SEMANTICS 5.3). */
  readonly valueUnknown: readonly string[];
  /** A StatefulSet's first ordinal, which names its pods; null for everything else. */
  readonly firstOrdinal: number | null;
  /** The headless Service that gives each of its pods a name of its own (SEMANTICS 1.29). */
  readonly subdomain: string | null;
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
  /** A live pod's addresses; null when they are not known. */
  readonly addresses: readonly Address[] | null;
  /** A live pod that has succeeded or failed: it has no flows any more (SEMANTICS 5.8). */
  readonly isFinished: boolean;
  /** Its controlling owner, when it names one. */
  readonly owner: Owner | null;
  /** An Argo Rollout takes its template from this workload instead of its own. */
  readonly templateOf: Owner | null;
  /** The lint rules that its annotation switches off. */
  readonly ignores: readonly string[];
}

export interface Owner {
  readonly kind: string;
  readonly name: string;
}

export interface NamespaceResource {
  readonly type: 'namespace';
  readonly name: string;
  readonly range: Range;
  readonly nameRange: Range;
  readonly labels: ReadonlyMap<string, string>;
  /** Its `kubernetes.io/metadata.name` label in the text, when it writes one. */
  readonly nameLabelRange: Range | null;
  /** The lint rules that its annotation switches off. */
  readonly ignores: readonly string[];
}

export interface PolicyResource extends Omit<Policy, 'origin'> {
  readonly type: 'policy';
  readonly isNamespaceAssumed: boolean;
}

export interface AdminPolicyResource extends Omit<AdminPolicy, 'origin'> {
  readonly type: 'admin-policy';
}

export interface NodeResource extends Omit<ClusterNode, 'origin'> {
  readonly type: 'node';
}

export interface ServiceResource extends Omit<Service, 'origin'> {
  readonly type: 'service';
  readonly isNamespaceAssumed: boolean;
}

export interface EndpointsResource extends Omit<Endpoints, 'origin'> {
  readonly type: 'endpoints';
  readonly isNamespaceAssumed: boolean;
}

export interface RouteResource extends Omit<Route, 'origin'> {
  readonly type: 'route';
  readonly isNamespaceAssumed: boolean;
}

export interface GatewayResource extends Omit<Gateway, 'origin'> {
  readonly type: 'gateway';
  readonly isNamespaceAssumed: boolean;
}

export interface GrantResource extends Omit<ReferenceGrant, 'origin'> {
  readonly type: 'grant';
  readonly isNamespaceAssumed: boolean;
}

/** Of no namespace. */
export interface ClassResource extends Omit<ControllerClass, 'origin'> {
  readonly type: 'class';
}

/** A policy of another maker, of which only the pods it may concern are read. */
export interface ForeignPolicyResource extends Omit<ForeignPolicy, 'origin' | 'subjects'> {
  readonly type: 'foreign-policy';
  readonly isNamespaceAssumed: boolean;
  /** Never empty. */
  readonly subjects: readonly ForeignSelectors[];
}

export interface ForeignSelectors {
  /** null: its own namespace, or all of them where it has none. */
  readonly namespaces: Selector | null;
  readonly pods: Selector;
}
