// What a command is: an entry of a table, one a file.
import type { Pod } from './cluster/pods.ts';
import type { World } from './cluster/world.ts';
import type { EditorFile, Piece, Why } from './outcome.ts';
import type { Session } from './session.ts';

/** @template C what a call brings: commands inside a pod are told the pod */
export interface Command<C extends Call = Call> {
  readonly name: string;
  /** How it is written, as in `echo [-n] [TEXT…]`. */
  readonly synopsis: string;
  /** What it does, in one line without a full stop. */
  readonly summary: string;
  readonly run: (call: C) => Result;
  /** What the last of the words may become; files are offered where this is missing. */
  readonly complete?: (words: readonly string[], world: World, session: Session) => Completions;
}

/** Whole words, without the quotes they may need. */
export type Completions = readonly string[];

export interface Call {
  /** The words behind the command's name. */
  readonly args: readonly string[];
  /** What a pipe, a file or a here-document brings; null where the keyboard would be read. */
  readonly input: string | null;
  readonly session: Session;
  readonly world: World;
  /** null where there is no such file: outside a pod the files are those of the editor. */
  readonly readFile: (path: string) => string | null;
  /** Runs other commands in the same shell, one after another, as `timeout` and `xargs` do. */
  readonly run: (commands: readonly (readonly string[])[], input: string | null) => Result;
}

/** A call of a command inside a pod. */
export interface PodCall extends Call {
  readonly pod: Pod;
  /** The name of one of its containers. */
  readonly container: string;
}

/** What is left out is nothing, and as it was. */
export interface Result {
  readonly output?: readonly Piece[];
  readonly status?: number;
  readonly session?: Session;
  readonly files?: readonly EditorFile[];
  readonly why?: Why;
  readonly opens?: string;
  readonly clears?: boolean;
  readonly ends?: boolean;
}

export type PodCommand = Command<PodCall>;
