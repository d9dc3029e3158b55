// What a rule of the linter is, and what it says.
import type { Level } from '../model/finding.ts';
import type { Origin, Range } from '../model/span.ts';
import type { Context } from './context.ts';

/** One rule a file: what it looks for, and why that matters. */
export interface LintRule {
  /** Kebab-case and stable: people write it into their manifests. */
  readonly id: string;
  /** The level of a finding that does not say otherwise. */
  readonly level: Level;
  readonly title: string;
  /** Its page of documentation: what it is, why it matters, what to do. Plain sentences. */
  readonly documentation: string;
  check(context: Context): Iterable<Complaint>;
}

/** A finding before its place is known in a file. */
export interface Complaint {
  /** The object it stands in, whose annotation may switch the rule off. */
  readonly about: { readonly origin: Origin; readonly ignores: readonly string[] };
  readonly range: Range;
  readonly message: string;
  /** Where the evidence makes it more or less than the rule's own level. */
  readonly level?: Level;
  readonly fix?: ComplaintFix;
}

interface ComplaintFix {
  readonly title: string;
  readonly edits: readonly { readonly range: Range; readonly text: string }[];
}
