// The shell inside a container: the commands of the pod table, text commands, `sh -c`, and the way out.
import type { Pod } from '../cluster/pods.ts';
import type { World } from '../cluster/world.ts';
import type { Call, Result } from '../command.ts';
import { TEXT_COMMANDS } from '../filters/table.ts';
import { removePod } from '../kubectl/remove-pod.ts';
import { complain } from '../outcome.ts';
import type { PodShell } from '../session.ts';
import type { Shell } from '../shell/commands.ts';
import { clear } from '../shell/local/clear.ts';
import { parseLine } from '../shell/parse.ts';
import { runPipeline } from '../shell/run-pipeline.ts';
import { readPodFile } from './files.ts';
import { notHere } from './not-here.ts';
import { POD_COMMANDS } from './table.ts';

const COMMANDS = new Map(POD_COMMANDS.map((one) => [one.name, one]));
const TEXT = new Map([clear, ...TEXT_COMMANDS].map((one) => [one.name, one]));
const SHELLS = new Set(['sh', 'ash', 'bash', '/bin/sh', '/bin/ash', '/bin/bash']);

/** What can be run in a container. */
export const POD_NAMES: readonly string[] = [...COMMANDS.keys(), ...TEXT.keys(), 'sh'];

/** Where a shell can be asked for: `sh`, or with a path. */
export function isShell(name: string): boolean {
  return SHELLS.has(name);
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
  const shell: Shell = {
    names: POD_NAMES,
    complete: ([name = '', ...words], world, session) => {
      const command = COMMANDS.get(name) ?? TEXT.get(name);
      return command?.complete?.(words, world, session) ?? [];
    },
    run: (name, call) => {
      if (isShell(name)) return runScript(call, shell);
      const own = COMMANDS.get(name);
      if (own !== undefined) return own.run({ ...call, pod, container });
      const text = TEXT.get(name);
      if (text !== undefined) return text.run(call);
      return { output: notHere(name, POD_NAMES), status: 127 };
    },
    readFile: (path, world) => readPodFile(path, pod, world),
    writesFiles: false,
  };
  return shell;
}

/** `sh -c '…'`, or a script from a pipe. */
function runScript(call: Call, shell: Shell): Result {
  const [flag, script] = call.args;
  const text = flag === '-c' ? script : call.input;
  if (flag !== undefined && flag !== '-c')
    return { output: [complain(`sh: can't open '${flag}': No such file or directory`)], status: 2 };
  if (text === undefined)
    return { output: [complain("sh: option requires an argument -- 'c'")], status: 2 };
  if (text === null) return {};
  const parsed = parseLine(text);
  if (!parsed.ok) {
    const message = parsed.unfinished ? 'sh: syntax error: unexpected end of file' : parsed.message;
    return { output: [complain(message)], status: 2 };
  }
  let result: Result = {};
  for (const { when, stages } of parsed.script.steps) {
    const failed = (result.status ?? 0) !== 0;
    if ((when === 'after-success' && failed) || (when === 'after-failure' && !failed)) continue;
    const next = runPipeline(stages, call.session, call.world, withoutNesting(shell));
    const why = next.why ?? result.why;
    result = {
      ...next,
      output: [...(result.output ?? []), ...(next.output ?? [])],
      ...(why === undefined ? {} : { why }),
    };
  }
  return result;
}

/** A script in a script in a script ends somewhere. */
function withoutNesting(shell: Shell): Shell {
  return {
    ...shell,
    run: (name, call) =>
      isShell(name)
        ? { output: [complain('not simulated here: a shell within a shell')], status: 1 }
        : shell.run(name, call),
  };
}

function leave(inside: PodShell, call: Call): Result {
  const given = Number(call.args[0] ?? call.session.status);
  const status = Number.isInteger(given) ? given & 255 : 2;
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
};
