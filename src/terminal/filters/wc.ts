// `wc`: how many lines, words and letters.
import type { Command } from '../command.ts';
import { complain, printLine } from '../outcome.ts';
import { readInput } from './input.ts';
import { readOptions } from './options.ts';

export const wc: Command = {
  name: 'wc',
  synopsis: 'wc [-l] [-w] [-c] [FILE…]',
  summary: 'count lines, words and letters',
  run: (call) => {
    const read = readOptions(call.args, 'lwcm');
    if (!read.ok)
      return { output: [complain(`wc: unrecognized option '${read.unknown}'`)], status: 1 };
    const { letters, words } = read.options;
    const { texts, errors } = readInput(call, words, 'wc');
    const lines = texts.map(({ name, text }) => {
      const counts = [
        ...(letters.size === 0 || letters.has('l') ? [text.split('\n').length - 1] : []),
        ...(letters.size === 0 || letters.has('w')
          ? [text.split(/\s+/).filter((one) => one !== '').length]
          : []),
        ...(letters.size === 0 || letters.has('c') || letters.has('m') ? [text.length] : []),
      ];
      const numbers =
        counts.length === 1
          ? String(counts[0])
          : counts.map((one) => String(one).padStart(7)).join(' ');
      return words.length === 0 ? numbers : `${numbers} ${name}`;
    });
    return { output: [...errors, ...lines.map(printLine)], status: errors.length > 0 ? 1 : 0 };
  },
};
