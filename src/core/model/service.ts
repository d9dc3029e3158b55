// A Service: a name and ports in front of pods (SEMANTICS 1.27–1.30).
import type { Address } from './cidr.ts';
import type { Protocol } from './port.ts';
import type { Origin, Range } from './span.ts';

export interface Service {
  readonly namespace: string;
  readonly name: string;
  readonly origin: Origin;
  readonly range: Range;
  readonly nameRange: Range;
  /** `ClusterIP`, `NodePort`, `LoadBalancer` or `ExternalName`. */
  readonly exposure: string;
  /** `clusterIP: None`: names lead straight to the pods, no port is translated (SEMANTICS 1.29). */
  readonly isHeadless: boolean;
  /** Its own addresses, where the input tells them. */
  readonly addresses: readonly Address[];
  /** Those by which it is dialled from outside, and which lead pods to the same endpoints: `externalIPs`, and a load balancer's. */
  readonly outerAddresses: readonly Address[];
  /** `externalIPs` lead from outside to it, whatever its type. */
  readonly hasExternalIPs: boolean;
  /** Of a LoadBalancer: the only clients that it takes; null: any. */
  readonly sourceRanges: readonly string[] | null;
  /** Of an ExternalName, the name it stands for. */
  readonly externalName: string | null;
  /** `Cluster` or `Local`: whether nodes put their own address in place of the client's (SEMANTICS 1.30). */
  readonly externalTrafficPolicy: string;
  /** `Cluster` or `Local`: whether pods are led to endpoints of every node or of their own only. */
  readonly internalTrafficPolicy: string;
  /** Pods count as endpoints before they are ready. */
  readonly publishesNotReady: boolean;
  /** null: no selector, so no endpoints of its own (SEMANTICS 1.28). */
  readonly selector: ReadonlyMap<string, string> | null;
  /** The selector in the text, or the name where it has none. */
  readonly selectorRange: Range;
  readonly ports: readonly ServicePort[];
  /** The lint rules that its annotation switches off. */
  readonly ignores: readonly string[];
}

export interface ServicePort {
  readonly range: Range;
  readonly name: string | null;
  readonly protocol: Protocol;
  readonly port: number;
  /** A pod's port, by number or by name. */
  readonly targetPort: number | string;
  /** Where `targetPort` is written; null where it is left out. */
  readonly targetRange: Range | null;
  /** On every node; null where the cluster chooses it, or where there is none. */
  readonly nodePort: number | null;
}
