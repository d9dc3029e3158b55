// `head` and `tail`: the first or last lines.
import type { Command } from '../command.ts';
import { complain, printLine } from '../outcome.ts';
import { linesOf, readInput } from './input.ts';
import { readOptions } from './options.ts';

function endAs(name: 'head' | 'tail', summary: string): Command {
  return {
    name,
    synopsis: `${name} [-n N] [FILE…]`,
    summary,
    run: (call) => {
      // The old form, as in `head -5`.
      const args = call.args.map((one) => (/^-\d+$/.test(one) ? `-n${one.slice(1)}` : one));
      const read = readOptions(args, 'qf', 'n', new Map([['lines', 'n']]));
      if (!read.ok)
        return { output: [complain(`${name}: unrecognized option '${read.unknown}'`)], status: 1 };
      const { letters, values, words } = read.options;
      if (letters.has('f'))
        return { output: [complain(`not simulated here: ${name} -f`)], status: 1 };
      const wanted = values.get('n')?.at(-1) ?? '10';
      if (!/^[+-]?\d{1,9}$/.test(wanted)) {
        return { output: [complain(`${name}: invalid number of lines: '${wanted}'`)], status: 1 };
      }
      const { texts, errors } = readInput(call, words, name);
      const lines = texts.flatMap(({ text }) => part(linesOf(text), name, wanted));
      return { output: [...errors, ...lines.map(printLine)], status: errors.length > 0 ? 1 : 0 };
    },
  };
}

/** `head -n -2` leaves out the last two; `tail -n +2` begins with the second. */
function part(lines: readonly string[], name: 'head' | 'tail', wanted: string): readonly string[] {
  const count = Math.abs(Number(wanted));
  if (name === 'head')
    return wanted.startsWith('-')
      ? lines.slice(0, Math.max(0, lines.length - count))
      : lines.slice(0, count);
  if (wanted.startsWith('+')) return lines.slice(Math.max(0, count - 1));
  return count === 0 ? [] : lines.slice(-count);
}

export const head = endAs('head', 'keep the first lines');
export const tail = endAs('tail', 'keep the last lines');
