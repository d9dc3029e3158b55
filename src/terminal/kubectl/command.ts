// What a command of kubectl is: an entry of its table, one a file.
import type { World } from '../cluster/world.ts';
import type { Call, Completions, Result } from '../command.ts';
import { complain } from '../outcome.ts';
import type { Session } from '../session.ts';
import type { Flag, Flags } from './flags.ts';

export interface KubectlCommand {
  readonly name: string;
  /** Behind `kubectl`, as in `get TYPE[/NAME] [NAME…]`. */
  readonly synopsis: string;
  /** What it does, in one line without a full stop. */
  readonly summary: string;
  readonly flags: readonly Flag[];
  readonly run: (call: KubectlCall) => Result;
  /** What the last of the plain words may become, the words before it given. */
  readonly complete?: (words: readonly string[], asked: Asked) => Completions;
}

/** What completion knows. */
export interface Asked {
  readonly world: World;
  readonly session: Session;
  /** The namespace that the line means. */
  readonly namespace: string;
}

export interface KubectlCall extends Call {
  readonly flags: Flags;
  /** What stands between the flags, without the command's name. */
  readonly words: readonly string[];
  /** That of `-n`, else that of the context. */
  readonly namespace: string;
}

/** One line on the error stream, and status 1. */
export function failed(message: string): Result {
  return { output: [complain(message)], status: 1 };
}

/** Something that kubectl does in reality. */
export function notSimulated(what: string): Result {
  return failed(`not simulated here: ${what}`);
}
