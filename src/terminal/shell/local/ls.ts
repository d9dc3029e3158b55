// `ls`: the files of the editor.
import type { Command } from '../../command.ts';
import { complain, printLine } from '../../outcome.ts';

export const ls: Command = {
  name: 'ls',
  synopsis: 'ls [-l] [FILE…]',
  summary: 'list the files of the editor; -l tells which are applied',
  run: ({ args, world: { files } }) => {
    const isLong = args.some((one) => /^-[a-zA-Z1]*l/.test(one));
    const wanted = args
      .filter((one) => !one.startsWith('-'))
      .map((one) => one.replace(/^\.\//, ''));
    const missing = wanted.filter(
      (one) => one !== '' && one !== '.' && !files.some(({ name }) => name === one),
    );
    const all = wanted.length === 0 || wanted.some((one) => one === '' || one === '.');
    const shown = files
      .filter(({ name }) => all || wanted.includes(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const width = Math.max(0, ...shown.map(({ text }) => String(text.length).length));
    return {
      output: [
        ...missing.map((one) => complain(`ls: ${one}: No such file or directory`)),
        ...shown.map(({ name, text, applied }) => {
          const state = applied === false ? 'not applied' : 'applied    ';
          return printLine(
            isLong ? `${String(text.length).padStart(width)}  ${state}  ${name}` : name,
          );
        }),
      ],
      status: missing.length > 0 ? 1 : 0,
    };
  },
};
