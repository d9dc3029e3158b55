// A Service as far as it is read today: kept for what asks about names and ways in.
import type { Protocol } from './port.ts';
import type { Origin, Range } from './span.ts';

export interface Service {
  readonly namespace: string;
  readonly name: string;
  readonly origin: Origin;
  readonly range: Range;
  /** `ClusterIP`, `NodePort`, `LoadBalancer` or `ExternalName`. */
  readonly exposure: string;
  /** null: no selector, so no endpoints of its own (SEMANTICS 1.28). */
  readonly selector: ReadonlyMap<string, string> | null;
  readonly ports: readonly ServicePort[];
}

export interface ServicePort {
  readonly name: string | null;
  readonly protocol: Protocol;
  readonly port: number;
  /** A pod's port, by number or by name. */
  readonly targetPort: number | string;
}
