// `sort`: the lines in order.
import type { Command } from '../command.ts';
import { complain, printLine } from '../outcome.ts';
import { linesOf, readInput } from './input.ts';
import { readOptions } from './options.ts';

export const sort: Command = {
  name: 'sort',
  synopsis: 'sort [-r] [-n] [-u] [-k N] [FILE…]',
  summary: 'put the lines in order',
  run: (call) => {
    const read = readOptions(call.args, 'rnu', 'k');
    if (!read.ok)
      return { output: [complain(`sort: unrecognized option '${read.unknown}'`)], status: 2 };
    const { letters, values, words } = read.options;
    const { texts, errors } = readInput(call, words, 'sort');
    const field = Number.parseInt(values.get('k')?.at(-1) ?? '', 10);
    const keyOf = (line: string) =>
      field > 0
        ? line
            .trim()
            .split(/\s+/)
            .slice(field - 1)
            .join(' ')
        : line;
    const numberOf = (text: string) => Number.parseFloat(text) || 0;
    const compare = (one: string, other: string) => {
      const [a, b] = [keyOf(one), keyOf(other)];
      const byNumber = letters.has('n') ? numberOf(a) - numberOf(b) : 0;
      return byNumber || (a < b ? -1 : a > b ? 1 : 0);
    };
    const sorted = texts.flatMap(({ text }) => linesOf(text)).sort(compare);
    if (letters.has('r')) sorted.reverse();
    const lines = letters.has('u') ? [...new Set(sorted)] : sorted;
    return { output: [...errors, ...lines.map(printLine)], status: errors.length > 0 ? 2 : 0 };
  },
};
