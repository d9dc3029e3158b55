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
  /** Of the shell outside; the one inside has its own. */
  readonly variables: Variables;
  readonly aliases: Variables;
}

export type Variables = readonly (readonly [name: string, text: string])[];

/** A shell inside a container. */
export interface PodShell {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  /** `kubectl run --rm` opened it: the pod goes when the shell ends. */
  readonly removes: boolean;
  readonly variables: Variables;
}

export function newSession(namespace = 'default'): Session {
  return { namespace, inside: null, status: 0, born: [], applied: [], variables: [], aliases: [] };
}

/** Of the shell that lines go to. */
export function variablesOf({ inside, variables }: Session): Variables {
  return inside === null ? variables : inside.variables;
}

/** The same session with these in place of all others. */
export function withVariables(session: Session, variables: Variables): Session {
  const { inside } = session;
  if (inside === null) return { ...session, variables };
  return { ...session, inside: { ...inside, variables } };
}

const MOST_VARIABLES = 500;

/** Letters: what doubles in a loop ends somewhere. */
const LONGEST = 100_000;

/** @param text null takes the name away */
export function withVariable(session: Session, name: string, text: string | null): Session {
  return withVariables(session, withName(variablesOf(session), name, text));
}

export function withName(all: Variables, name: string, text: string | null): Variables {
  const others = all.filter(([one]) => one !== name);
  return text === null
    ? others
    : [...others, [name, text.slice(0, LONGEST)] as const].slice(-MOST_VARIABLES);
}

/** What stands before the cursor when a line is awaited. */
export function promptOf({ inside }: Session): string {
  return inside === null ? '$ ' : '/ # ';
}
