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
      const width = Math.max(...FIRST.map((name) => name.length));
      const first = FIRST.flatMap(
        (name) => commands.find((command) => command.name === name) ?? [],
      );
      const rest = commands.flatMap(({ name }) => (FIRST.includes(name) ? [] : [name]));
      const lines = [
        ...INTRODUCTION,
        ...first.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
        `  ${'history'.padEnd(width)}  the lines that were typed; the arrows go back to them, Ctrl+R finds one`,
        `  ${'why'.padEnd(width)}  why the flow that was tried last is as it is`,
        '',
        ...wrapped(`Also ${rest.join(', ')}; "help COMMAND" says more of one.`),
      ];
      return { output: [printLine(lines.join('\n'))] };
    },
    complete: () => others().map(({ name }) => name),
  };
}

const INTRODUCTION = [
  'A simulated shell. The cluster is what the manifests in the editor declare; its network does what',
  'the policies decide. Commands change the manifests, and nothing else is changed anywhere.',
  '',
];

/** Those that a person looks for first. */
const FIRST: readonly string[] = ['kubectl', 'kubens', 'ls', 'cat', 'vi', 'rm', 'clear', 'exit'];

const WIDTH = 90;

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= WIDTH) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}
