// `kubectl`: finds the command among the words, reads its flags, and runs it.
import type { Call, Command, Result } from '../command.ts';
import { complain, printLine } from '../outcome.ts';
import { failed } from './command.ts';
import { completeKubectl } from './complete.ts';
import { CONTEXT } from './config.ts';
import { commandPlace, findKubectlCommand } from './find.ts';
import { GLOBAL_FLAGS, readFlags } from './flags.ts';
import { helpOf, overview } from './help.ts';
import { nearestOf } from './nearest.ts';
import { NOT_SIMULATED } from './not-simulated.ts';
import { KUBECTL_COMMANDS } from './table.ts';

export const kubectl: Command = {
  name: 'kubectl',
  synopsis: 'kubectl COMMAND …',
  summary: 'what one says to the cluster; "kubectl help" lists its commands',
  run: runKubectl,
  complete: completeKubectl,
};

function runKubectl(call: Call): Result {
  const { args } = call;
  const place = commandPlace(args);
  const name = args[place];
  if (name === undefined || name === 'help') return help(args.slice(place + 1));
  const command = findKubectlCommand(name);
  if (command === null) return unknown(name);
  const words = [...args.slice(0, place), ...args.slice(place + 1)];
  const read = readFlags(words, [...command.flags, ...GLOBAL_FLAGS]);
  if (!read.ok) {
    const hint = read.message.startsWith('error:')
      ? `\nSee 'kubectl ${command.name} --help' for usage.`
      : '';
    return failed(read.message + hint);
  }
  const { flags } = read;
  if (flags.isOn('help')) return { output: [printLine(helpOf(command))] };
  const context = flags.value('context');
  if (context !== null && context !== CONTEXT)
    return failed(`error: context "${context}" does not exist`);
  const namespace = flags.value('namespace') ?? call.session.namespace;
  return command.run({ ...call, flags, words: flags.words, namespace });
}

function help(words: readonly string[]): Result {
  const [name] = words.filter((word) => !word.startsWith('-'));
  if (name === undefined) return { output: [printLine(overview(KUBECTL_COMMANDS))] };
  const command = findKubectlCommand(name);
  return command === null ? unknown(name) : { output: [printLine(helpOf(command))] };
}

function unknown(name: string): Result {
  const words = NOT_SIMULATED.get(name);
  if (words !== undefined) return failed(`not simulated here: kubectl ${name}: ${words}`);
  const near = nearestOf(
    name,
    KUBECTL_COMMANDS.map((one) => one.name),
  );
  const hint =
    near.length === 0 ? '' : `\n\nDid you mean this?\n${near.map((one) => `\t${one}`).join('\n')}`;
  return { output: [complain(`error: unknown command "${name}" for "kubectl"${hint}`)], status: 1 };
}
