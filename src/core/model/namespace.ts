// A namespace, declared by a manifest or only named by one.
import type { Labels } from './labels.ts';
import type { Origin, Range } from './span.ts';

/** The label every namespace carries, whatever its manifest says (SEMANTICS 1.24). */
export const NAME_LABEL = 'kubernetes.io/metadata.name';

export interface Namespace {
  readonly name: string;
  readonly labels: Labels;
  /** Where it is declared; null for a namespace that is only named. */
  readonly declared: DeclaredNamespace | null;
}

export interface DeclaredNamespace {
  readonly origin: Origin;
  readonly range: Range;
  readonly nameRange: Range;
  /** The lint rules that its annotation switches off. */
  readonly ignores: readonly string[];
}
