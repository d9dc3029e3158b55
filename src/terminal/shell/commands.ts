// The shell outside of the cluster: kubectl, and the few commands that go with it.
import type { World } from '../cluster/world.ts';
import type { Call, Command, Completions, Result } from '../command.ts';
import { TEXT_COMMANDS } from '../filters/table.ts';
import { kubectl } from '../kubectl/kubectl.ts';
import { nearestOf } from '../kubectl/nearest.ts';
import { complain, type Piece, remark } from '../outcome.ts';
import type { Session } from '../session.ts';
import { BUILTINS } from './builtins/table.ts';
import { notHere } from './elsewhere.ts';
import { helpAbout } from './local/help.ts';
import { LOCAL_COMMANDS } from './local/table.ts';

/** Whatever runs commands: outside, or inside a container. */
export interface Shell {
  readonly run: (name: string, call: Call) => Result;
  readonly names: readonly string[];
  /** What the last of the words may become; the first is the command's name. */
  readonly complete: (words: readonly string[], world: World, session: Session) => Completions;
  /** null: no such file. */
  readonly readFile: (path: string, world: World) => string | null;
  readonly writesFiles: boolean;
  /** A variable that nobody set; null: there is none. */
  readonly variable: (name: string, world: World, session: Session) => string | null;
}

const VARIABLES: ReadonlyMap<string, string> = new Map([
  ['HOME', '/home/you'],
  ['PWD', '/home/you'],
  ['SHELL', '/bin/sh'],
  ['USER', 'you'],
]);

const ALIASES: ReadonlyMap<string, string> = new Map([['k', 'kubectl']]);

const help = helpAbout(() => ALL);
const ALL: readonly Command[] = [kubectl, help, ...LOCAL_COMMANDS, ...BUILTINS, ...TEXT_COMMANDS];
const COMMANDS: ReadonlyMap<string, Command> = new Map(ALL.map((one) => [one.name, one]));

function find(name: string): Command | null {
  return COMMANDS.get(ALIASES.get(name) ?? name) ?? null;
}

/** What begins as kubectl does is to become kubectl. */
const NOT_OFFERED = new Set(['kubens', 'kubectx']);

/** Shorter names are near to too many. */
const SHORTEST = 4;

function hints(name: string): readonly Piece[] {
  if (name === '$' || name === '%') {
    return [remark(`# "${name}" is the prompt of the text that was copied: leave it out.`)];
  }
  const [near] = name.length < SHORTEST ? [] : nearestOf(name, [...COMMANDS.keys()]);
  return near === undefined ? [] : [remark(`# Did you mean ${near}?`)];
}

export const outsideShell: Shell = {
  names: [...COMMANDS.keys(), ...ALIASES.keys()].filter((name) => !NOT_OFFERED.has(name)),
  complete: ([name = '', ...words], world, session) => {
    const command = find(name);
    return command?.complete?.(words, world, session) ?? world.files.map((file) => file.name);
  },
  run: (name, call) => {
    const command = find(name);
    if (command !== null) return command.run(call);
    const words = notHere(name, call.args);
    const output =
      words === null ? [complain(`sh: ${name}: not found`), ...hints(name)] : [complain(words)];
    return { output, status: 127 };
  },
  readFile: (path, { files }) => {
    const name = path.replace(/^\.\//, '');
    return files.find((file) => file.name === name)?.text ?? null;
  },
  writesFiles: true,
  variable: (name) => VARIABLES.get(name) ?? null,
};
