// What a line is after it has been cut: steps, pipelines and commands, their words not yet expanded.

export interface Script {
  readonly steps: readonly Step[];
}

/** A pipeline, and when it runs. */
export interface Step {
  readonly when: 'always' | 'after-success' | 'after-failure';
  /** `!` stands before it. */
  readonly isNegated: boolean;
  readonly stages: readonly Stage[];
}

export interface Stage {
  readonly command: Command;
  readonly document: Document | null;
  readonly redirects: readonly Redirect[];
}

export type Command =
  | {
      readonly kind: 'simple';
      readonly assignments: readonly Assignment[];
      readonly words: readonly Word[];
    }
  | {
      readonly kind: 'for';
      readonly variable: string;
      readonly words: readonly Word[];
      readonly body: Script;
    }
  | {
      readonly kind: 'while';
      /** `until`: as long as the test fails. */
      readonly isUntil: boolean;
      readonly test: Script;
      readonly body: Script;
    }
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly test: Script; readonly body: Script }[];
      readonly otherwise: Script | null;
    }
  | {
      readonly kind: 'group';
      readonly body: Script;
      /** In `( … )`: variables that are set stay inside. */
      readonly isSubshell: boolean;
    };

export interface Assignment {
  readonly name: string;
  readonly value: Word;
}

/** A here-document. */
export interface Document {
  readonly text: Word;
}

export interface Redirect {
  readonly kind: '<' | '>' | '>>' | '2>' | '2>>' | '2>&1' | '>&2' | '&>' | '<<<';
  /** Empty for `2>&1` and `>&2`. */
  readonly file: Word;
}

/** Parts that stand side by side. */
export type Word = readonly Part[];

export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly isQuoted: boolean }
  | {
      readonly kind: 'variable';
      readonly name: string;
      /** Of `${NAME:-…}`. */
      readonly otherwise: string;
      readonly isQuoted: boolean;
    }
  /** `$( … )` */
  | { readonly kind: 'output'; readonly script: Script; readonly isQuoted: boolean };

/** The text of a word that has no quotes and nothing to expand; null for any other. */
export function bareText(word: Word): string | null {
  let text = '';
  for (const part of word) {
    if (part.kind !== 'text' || part.isQuoted) return null;
    text += part.text;
  }
  return text;
}

/** Something is still open: a quote, a here-document, a loop, a pipe at the end. */
export class Unfinished extends Error {}

/** What no shell takes, or what is not simulated; the message says which. */
export class Refused extends Error {}
