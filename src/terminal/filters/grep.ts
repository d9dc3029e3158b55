// `grep`: the lines that match.
import type { Command } from '../command.ts';
import { complain, printLine } from '../outcome.ts';
import { linesOf, readInput } from './input.ts';

export const grep: Command = {
  name: 'grep',
  synopsis: 'grep [-i] [-v] [-c] PATTERN [FILE…]',
  summary: 'keep the lines that match',
  run: (call) => {
    const flags = call.args.filter((one) => /^-./.test(one)).join('');
    const [pattern, ...paths] = call.args.filter((one) => !/^-./.test(one));
    if (pattern === undefined)
      return { output: [complain('usage: grep [-i] [-v] PATTERN [FILE…]')], status: 2 };
    const { texts, errors } = readInput(call, paths, 'grep');
    const isLoose = flags.includes('i');
    const wanted = isLoose ? pattern.toLowerCase() : pattern;
    const found = texts
      .flatMap(({ text }) => linesOf(text))
      .filter(
        (line) => (isLoose ? line.toLowerCase() : line).includes(wanted) !== flags.includes('v'),
      );
    return { output: [...errors, ...found.map(printLine)], status: found.length > 0 ? 0 : 1 };
  },
};
