// One thing that could be written at the cursor.

export type CompletionKind =
  | 'object'
  | 'field'
  | 'value'
  | 'label-key'
  | 'label-value'
  | 'namespace'
  | 'port'
  | 'service';

export interface Completion {
  readonly kind: CompletionKind;
  /** What the list shows, and what is compared with what is typed. */
  readonly label: string;
  /** A few words behind it. */
  readonly detail: string;
  /** More about it, in plain sentences. */
  readonly documentation: string;
  /** The name under which the API's own documentation says more. */
  readonly field?: string;
  /**
   * What is written, lines indented as they are to stand. As a snippet `$1` and `${1:…}` are places
   * for the cursor; otherwise it stands at the end.
   */
  readonly insert: string;
  readonly isSnippet: boolean;
  /** What follows can be completed, too. */
  readonly asksAgain: boolean;
}

export interface Completions {
  readonly items: readonly Completion[];
  /** What the chosen one replaces, in the file; it lies on one line and holds the cursor. */
  readonly replace: { readonly start: number; readonly end: number };
}
