// What is known of a network plugin: how it reads policies where the specification leaves it open, or otherwise.
import type { Cni, HostNetwork } from '../model/assumptions.ts';

export interface CniProfile {
  readonly id: Cni;
  readonly name: string;
  /** Behind "assuming that". */
  readonly words: string;
  /** False: no policy has any effect. */
  readonly enforces: boolean;
  /** How it sees pods on their host's network, unless an assumption says so. */
  readonly hostNetwork: HostNetwork;
  /** False: an ipBlock means addresses outside the cluster only, never pods or nodes (SEMANTICS 8, D2). */
  readonly blocksMeanPods: boolean;
  /** False: policies isolate only pods that a controller owns (SEMANTICS 8, D18). */
  readonly bindsBarePods: boolean;
  /** What is decided otherwise, in sentences. */
  readonly changes: readonly Said[];
  /** What is not decided otherwise though it may differ: said beside the flows that it is about. */
  readonly differs: readonly Differing[];
}

/** A sentence, and where it is from. */
export interface Said {
  readonly text: string;
  readonly source: string;
}

export interface Differing extends Said {
  readonly where: Circumstance;
}

/**
 * The flows that a difference is about: the source on its host's network, either end there, pods
 * behind a Service whose port is another than theirs, pods of a Service among themselves, or flows
 * that a rule with a range of ports may decide (SEMANTICS 1.18).
 */
export type Circumstance = 'from-host' | 'host' | 'to-service' | 'self' | 'port-range';
