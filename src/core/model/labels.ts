// The labels of a pod or a namespace, with what manifests leave unknown about them.

export interface Labels {
  /** Keys whose value is known. */
  readonly known: ReadonlyMap<string, string>;
  /** Keys that are certainly there with a value only the cluster knows, as `pod-template-hash` (SEMANTICS 5.3). */
  readonly valueUnknown: ReadonlySet<string>;
  /** False when any other key may be there too: a namespace that no manifest declares (SEMANTICS 1.25). */
  readonly complete: boolean;
}

const NONE: ReadonlySet<string> = new Set();

/** Labels that are known completely. */
export function labelsOf(known: Iterable<readonly [string, string]>): Labels {
  return { known: new Map(known), valueUnknown: NONE, complete: true };
}

export type Tri = 'yes' | 'no' | 'maybe';
