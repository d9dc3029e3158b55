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
  /** The whole policy that the API server would refuse for it, and that counts for nothing here. */
  readonly refuses?: Span;
  /** Where one edit is surely what was meant. */
  readonly fix?: Fix;
}

/** Edits that belong together; their spans do not overlap. */
export interface Fix {
  /** What it does, as a command: `Write TCP`. */
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}
