// `help`: what this terminal is, and the commands it knows.
import type { Command } from '../../command.ts';
import { printLine } from '../../outcome.ts';

/** @param others the commands that stand beside it, asked for when it runs */
export function helpAbout(others: () => readonly Command[]): Command {
  return {
    name: 'help',
    synopsis: 'help [COMMAND]',
    summary: 'what this terminal is, and its commands',
    run: ({ args }) => {
      const commands = others();
      const one = commands.find(({ name }) => name === args[0]);
      if (one !== undefined) return { output: [printLine(`${one.synopsis}\n  ${one.summary}`)] };
      const width = Math.max(...commands.map(({ name }) => name.length));
      const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
      return { output: [printLine([...INTRODUCTION, ...lines].join('\n'))] };
    },
    complete: () => others().map(({ name }) => name),
  };
}

const INTRODUCTION = [
  'A simulated shell. The cluster is what the manifests in the editor declare; its network does what',
  'the policies decide. Commands change the manifests, and nothing else is changed anywhere.',
  '',
];
