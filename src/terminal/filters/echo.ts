// `echo`: its words.
import type { Command } from '../command.ts';
import { print } from '../outcome.ts';

export const echo: Command = {
  name: 'echo',
  synopsis: 'echo [-n] [TEXT…]',
  summary: 'print words',
  run: ({ args }) => {
    const isBare = args[0] === '-n';
    const words = isBare ? args.slice(1) : args;
    return { output: [print(words.join(' ') + (isBare ? '' : '\n'))] };
  },
};
