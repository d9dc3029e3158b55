// The shell inside a container: the commands of the pod table, text commands, `sh -c`, and the way out.
import type { Pod } from '../cluster/pods.ts';
import type { World } from '../cluster/world.ts';
import type { Call, Result } from '../command.ts';
import { TEXT_COMMANDS } from '../filters/table.ts';
import { removePod } from '../kubectl/remove-pod.ts';
import { complain, type Piece, printLine } from '../outcome.ts';
import type { PodShell } from '../session.ts';
import { BUILTINS } from '../shell/builtins/table.ts';
import type { Shell } from '../shell/commands.ts';
import { clear } from '../shell/local/clear.ts';
import { runText } from '../shell/run-script.ts';
import { newRunning } from '../shell/running.ts';
import { environmentOf } from './environment.ts';
import { readPodFile } from './files.ts';
import { isNowhere, notHere } from './not-here.ts';
import { NETWORK_COMMANDS, POD_COMMANDS } from './table.ts';

const COMMANDS = new Map(POD_COMMANDS.map((one) => [one.name, one]));
const TEXT = new Map([clear, ...BUILTINS, ...TEXT_COMMANDS].map((one) => [one.name, one]));
const SHELLS = new Set(['sh', 'ash', 'bash']);

/** What can be run in a container. */
export const POD_NAMES: readonly string[] = [...COMMANDS.keys(), ...TEXT.keys(), 'sh'];

const NETWORK_NAMES = NETWORK_COMMANDS.map(({ name }) => name);

/** Whether a container has no such program: neither here nor in reality. */
export function isMissing(path: string): boolean {
  const name = programIn(path);
  return !POD_NAMES.includes(name) && !isShell(name) && isNowhere(name);
}

/** `/usr/bin/curl` is curl. */
function programIn(path: string): string {
  return path.replace(/^\/(?:usr\/)?(?:local\/)?s?bin\//, '');
}

const HELP = `A shell in a pod: its address, its names and the policies that select it.
For the network: ${NETWORK_NAMES.join(', ')}.
For text: ${TEXT_COMMANDS.map(({ name }) => name).join(', ')}.
"exit" leads back to kubectl.`;

/** Where a shell can be asked for: `sh`, or with a path. */
export function isShell(path: string): boolean {
  return SHELLS.has(programIn(path));
}

/** The shell that a session is in. Its pod may be gone: then every line ends it. */
export function insideOf(inside: PodShell, world: World): Shell {
  const pod = findPod(world, inside.namespace, inside.pod);
  if (pod === null) return goneShell;
  const shell = shellIn(pod, inside.container);
  return {
    ...shell,
    run: (name, call) => {
      if (name === 'exit' || name === 'logout') return leave(inside, call);
      if (isShell(name) && call.args.length === 0) return {};
      return shell.run(name, call);
    },
    names: [...shell.names, 'exit'],
  };
}

export function findPod({ pods }: World, namespace: string, name: string): Pod | null {
  return pods.find((pod) => pod.namespace === namespace && pod.name === name) ?? null;
}

/** A container that runs commands, without a keyboard. */
export function shellIn(pod: Pod, container: string): Shell {
  return {
    names: POD_NAMES,
    complete: ([name = '', ...words], world, session) => {
      const command = COMMANDS.get(name) ?? TEXT.get(name);
      return command?.complete?.(words, world, session) ?? [];
    },
    run: (path, call) => {
      const name = programIn(path);
      if (isShell(name)) return runScript(call, pod, container);
      if (name === 'help') return { output: [printLine(HELP)] };
      const own = COMMANDS.get(name);
      if (own !== undefined) return own.run({ ...call, pod, container });
      const text = TEXT.get(name);
      if (text !== undefined) return text.run(call);
      return { output: notHere(name, NETWORK_NAMES), status: 127 };
    },
    readFile: (path, world) => readPodFile(path, pod, world),
    writesFiles: false,
    variable: (name, world, session) =>
      environmentOf(pod, container, world, session).find(([one]) => one === name)?.[1] ?? null,
  };
}

/** `sh -c '…'`, or a script from a pipe: a shell of its own, whose variables go with it. */
function runScript(call: Call, pod: Pod, container: string): Result {
  const [flag = '', script] = call.args;
  const isCommand = /^-[a-z]*c$/.test(flag);
  if (flag !== '' && !isCommand)
    return { output: [complain(`sh: can't open '${flag}': No such file or directory`)], status: 2 };
  if (isCommand && script === undefined)
    return { output: [complain("sh: option requires an argument -- 'c'")], status: 2 };
  const text = isCommand ? script : call.input;
  if (text === null || text === undefined) return {};
  const inside: PodShell = {
    namespace: pod.namespace,
    pod: pod.name,
    container,
    removes: false,
    variables: [],
  };
  const shell = withoutNesting(shellIn(pod, container));
  const now = newRunning({ ...call.session, inside, status: 0 }, call.world, () => shell);
  now.isStrict = isCommand && flag.includes('e');
  const output: Piece[] = [];
  runText(text, now, output, isCommand ? call.input : null);
  const why = now.why === null ? {} : { why: now.why };
  return { output, status: now.session.status, ...why };
}

/** A script in a script in a script ends somewhere; `exit` ends the script. */
function withoutNesting(shell: Shell): Shell {
  return {
    ...shell,
    run: (name, call) => {
      if (name === 'exit') return { ends: true, status: exitStatus(call) };
      return isShell(name)
        ? { output: [complain('not simulated here: a shell within a shell')], status: 1 }
        : shell.run(name, call);
    },
  };
}

function exitStatus({ args, session }: Call): number {
  const given = Number(args[0] ?? session.status);
  return Number.isInteger(given) ? given & 255 : 2;
}

function leave(inside: PodShell, call: Call): Result {
  const status = exitStatus(call);
  const session = { ...call.session, inside: null };
  const title = `${inside.namespace}/${inside.pod}`;
  if (!inside.removes) {
    const output = status === 0 ? [] : [complain(`command terminated with exit code ${status}`)];
    return { output, session, status };
  }
  const removed = removePod(inside, call.world);
  const failure = status === 0 ? [] : [complain(`pod ${title} terminated (Error)`)];
  return { ...removed, output: [...(removed.output ?? []), ...failure], session, status };
}

/** As kubectl says it when the pod was deleted under its feet. */
const goneShell: Shell = {
  names: ['exit'],
  complete: () => [],
  run: (_, { session }) => ({
    output: [complain('command terminated with exit code 137')],
    session: { ...session, inside: null },
    status: 137,
  }),
  readFile: () => null,
  writesFiles: false,
  variable: () => null,
};
