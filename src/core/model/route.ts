// What leads requests from outside to Services: Ingress, the routes of the Gateway API, OpenShift's
// Route. None of them lets anything through a policy (SEMANTICS 6.7).
import type { Selector } from './selector.ts';
import type { Origin, Range } from './span.ts';

export type RouteKind =
  | 'Ingress'
  | 'HTTPRoute'
  | 'GRPCRoute'
  | 'TLSRoute'
  | 'TCPRoute'
  | 'UDPRoute'
  | 'Route';

interface Named {
  readonly namespace: string;
  readonly name: string;
  readonly origin: Origin;
  readonly range: Range;
  readonly nameRange: Range;
  /** The lint rules that its annotation switches off. */
  readonly ignores: readonly string[];
}

export interface Route extends Named {
  readonly kind: RouteKind;
  /** Of an Ingress: the IngressClass that picks its controller; null for the cluster's default. */
  readonly className: string | null;
  /** Of an Ingress: its annotations are for the load balancer of a cloud. */
  readonly hasCloudSettings: boolean;
  /** Of a route of the Gateway API: where it attaches. Empty for the others. */
  readonly parents: readonly ParentReference[];
  /** Of a route of the Gateway API: the hosts that it is for; none: whatever its listener takes. */
  readonly hostnames: readonly string[];
  readonly backends: readonly Backend[];
}

export interface ParentReference {
  readonly range: Range;
  readonly kind: ParentKind;
  readonly namespace: string;
  readonly name: string;
  /** null: every listener. */
  readonly listener: string | null;
  readonly port: number | null;
}

/** A Service that some requests are led to. */
export interface Backend {
  readonly range: Range;
  /** Which requests: host and path as they are written, `shop.example/cart`; '' for all. */
  readonly requests: string;
  readonly namespace: string;
  readonly service: string;
  readonly serviceRange: Range;
  /** The Service's port, by number or name; of an OpenShift Route also its target (SEMANTICS 6.6). null: all. */
  readonly port: number | string | null;
  readonly portRange: Range | null;
  /** 0 gets no traffic (SEMANTICS 6.5). */
  readonly weight: number;
}

/** A ListenerSet adds listeners to a Gateway; XListenerSet was its name while it was tried out. */
export type ParentKind = 'Gateway' | 'ListenerSet' | 'XListenerSet';

/** What routes attach to. */
export interface Gateway extends Named {
  readonly kind: ParentKind;
  /** Of a ListenerSet: the Gateway that it adds to. */
  readonly of: { readonly namespace: string; readonly name: string } | null;
  /** Namespaces whose ListenerSets may add to it. */
  readonly admits: Admitted;
  readonly className: string | null;
  readonly listeners: readonly Listener[];
}

export type Admitted = 'All' | 'Same' | 'None' | Selector;

export interface Listener {
  readonly name: string;
  readonly port: number | null;
  /** `HTTP`, `HTTPS`, `TLS`, `TCP`, `UDP` or a maker's own. */
  readonly protocol: string;
  /** null: every host. */
  readonly hostname: string | null;
  /** Namespaces whose routes may attach (SEMANTICS 6.5). */
  readonly from: Admitted;
  /** Kinds of routes that may attach; null: those that suit the protocol. */
  readonly kinds: readonly string[] | null;
}

/** Lets objects of one namespace refer to objects of its own (SEMANTICS 6.5). */
export interface ReferenceGrant extends Named {
  readonly from: readonly { readonly kind: string; readonly namespace: string }[];
  /** Services that may be referred to; a null name: all of them. */
  readonly to: readonly { readonly name: string | null }[];
}

/** An IngressClass or a GatewayClass: which controller its objects are for. */
export interface ControllerClass {
  readonly kind: 'IngressClass' | 'GatewayClass';
  readonly name: string;
  readonly origin: Origin;
  readonly range: Range;
  readonly nameRange: Range;
  /** As `k8s.io/ingress-nginx`; null where it names none. */
  readonly controller: string | null;
  readonly isDefault: boolean;
}
