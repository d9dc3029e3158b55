// What has become of a line so far, while it is run.
import type { World } from '../cluster/world.ts';
import type { EditorFile, Why } from '../outcome.ts';
import type { Session } from '../session.ts';
import type { Shell } from './commands.ts';

/** What has become of it all so far. */
export interface Running {
  world: World;
  session: Session;
  files: readonly EditorFile[] | null;
  why: Why | null;
  opens: string | null;
  clears: boolean;
  ends: boolean;
  /** `break` or `continue` was run, and no loop has taken notice yet. */
  jump: 'break' | 'continue' | null;
  /** How many loops stand around what is run. */
  loops: number;
  /** As after `set -e`: what fails ends the script. */
  isStrict: boolean;
  /** How many commands may still be run. */
  left: number;
  /** How many letters may still be printed. */
  space: number;
  readonly shellOf: (session: Session, world: World) => Shell;
}

const MOST_COMMANDS = 1000;

/** Far more than is shown: it may go through pipes first. */
const MOST_LETTERS = 5_000_000;

export function newRunning(
  session: Session,
  world: World,
  shellOf: (session: Session, world: World) => Shell,
): Running {
  return {
    world,
    session,
    files: null,
    why: null,
    opens: null,
    clears: false,
    ends: false,
    jump: null,
    loops: 0,
    isStrict: false,
    left: MOST_COMMANDS,
    space: MOST_LETTERS,
    shellOf,
  };
}
