// What is wrong or worth knowing about the input, and where it stands.
import type { Span } from './span.ts';

export type Level = 'error' | 'warning' | 'info';

/** Bad input gives findings, never exceptions. The message says what to write instead. */
export interface Finding {
  /** A stable kebab-case id of the rule, e.g. `unknown-field`. */
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly span: Span;
}
