// What a terminal remembers between two lines. Plain data: it travels to the worker and back.

export interface Session {
  /** The namespace of the context, which commands mean where they name none. */
  readonly namespace: string;
  /** The shell that lines go to; null for the one outside the cluster. */
  readonly inside: PodShell | null;
  /** The status that the last command ended with. */
  readonly status: number;
  /** When objects were made, as `kind/namespace/name` and seconds; what is not here was there before. */
  readonly born: readonly (readonly [key: string, seconds: number])[];
  /** What objects were like when they were last applied, as a number that tells values apart. */
  readonly applied: readonly (readonly [key: string, fingerprint: number])[];
}

/** A shell inside a container. */
export interface PodShell {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  /** `kubectl run --rm` opened it: the pod goes when the shell ends. */
  readonly removes: boolean;
}

export function newSession(namespace = 'default'): Session {
  return { namespace, inside: null, status: 0, born: [], applied: [] };
}

/** What stands before the cursor when a line is awaited. */
export function promptOf({ inside }: Session): string {
  return inside === null ? '$ ' : '/ # ';
}
