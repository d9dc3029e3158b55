// The endpoints of a Service as the input lists them: an EndpointSlice, or the older Endpoints.
import type { Address } from './cidr.ts';
import type { Protocol } from './port.ts';
import type { Origin, Range } from './span.ts';

export interface Endpoints {
  readonly kind: 'EndpointSlice' | 'Endpoints';
  readonly namespace: string;
  readonly name: string;
  readonly origin: Origin;
  readonly range: Range;
  readonly nameRange: Range;
  /** The Service of its namespace that it belongs to; null where it names none. */
  readonly service: string | null;
  readonly subsets: readonly EndpointSubset[];
  /** The lint rules that its annotation switches off. */
  readonly ignores: readonly string[];
}

/** Addresses that all listen on the same ports. */
export interface EndpointSubset {
  readonly addresses: readonly EndpointAddress[];
  readonly ports: readonly EndpointPort[];
}

export interface EndpointAddress {
  readonly range: Range;
  readonly address: Address;
  /** The pod that has the address, where it is said. */
  readonly pod: { readonly namespace: string; readonly name: string } | null;
  readonly hostname: string | null;
  readonly isReady: boolean;
}

export interface EndpointPort {
  /** Pairs it with the Service's port of the same name. */
  readonly name: string | null;
  readonly protocol: Protocol;
  /** null: any port. */
  readonly port: number | null;
}
