// Pods that no manifest holds: what is said of them, and what a workload has to do with them (SEMANTICS 1.26).
import type { Direction } from '../model/policy.ts';
import type { PortSet, Protocol } from '../model/port.ts';
import type { Requirement } from '../model/selector.ts';
import type { Span } from '../model/span.ts';

/** A kind of pods, on the pods' network and with no labels but these. */
export interface NewPods {
  readonly namespaces: NewNamespaces;
  /** Empty: pods without labels. */
  readonly labels: readonly Requirement[];
}

export interface NewNamespaces {
  /** null: any namespace with the labels, there already or not. */
  readonly names: readonly string[] | null;
  /** Empty: any labels or none. With names, those of a namespace that is not there yet. */
  readonly labels: readonly Requirement[];
  /** Namespaces in which it is otherwise: nothing there. */
  readonly except: readonly string[];
}

/** What one kind of new pods can reach of a workload, or the workload of them. */
export interface ExposedRow {
  readonly pods: NewPods;
  /** Both empty, and no names: nothing, where a line before speaks of more pods. */
  readonly allowed: PortSet;
  readonly depends: PortSet;
  /** Ports of the new pod that are open if it gives them such a name, whatever numbers that no rule speaks of (SEMANTICS 1.16). */
  readonly named: readonly NamedPort[];
  /** Whether lines above, which speak of more pods, let more through: mostly the new pod's own policies hold it back. */
  readonly isLess: boolean;
  /** The facts that `depends` waits for, in sentences. */
  readonly because: readonly string[];
  readonly reasons: readonly Reason[];
}

export interface NamedPort {
  readonly protocol: Protocol;
  readonly name: string;
  readonly certain: boolean;
}

/** Why it is open, or where nothing is, why it is shut. */
export type Reason =
  /** No policy holds the end back: which one, and in what direction. */
  | { readonly kind: 'open'; readonly end: ReasonEnd; readonly direction: Direction }
  | {
      /** `rule` lets it through; `stopped` selects that end and lets nothing through. */
      readonly kind: 'rule' | 'stopped';
      readonly end: ReasonEnd;
      readonly direction: Direction;
      /** `namespace/name`, or an administrator's policy by its name. */
      readonly policy: string;
      /** Position in the manifest's list; null for a policy as a whole. */
      readonly rule: number | null;
      readonly span: Span;
    };

export type ReasonEnd = 'workload' | 'new-pod';

export interface Exposure {
  /** Which new pods can reach it: what speaks of more pods first. */
  readonly ingress: readonly ExposedRow[];
  /** Which new pods it can reach. */
  readonly egress: readonly ExposedRow[];
  /** False where policies ask for more labels than can be weighed together: then some lines may be missing. */
  readonly isWhole: boolean;
}
