// `uniq`: neighbouring lines that say the same, once.
import type { Command } from '../command.ts';
import { complain, printLine } from '../outcome.ts';
import { linesOf, readInput } from './input.ts';
import { readOptions } from './options.ts';

export const uniq: Command = {
  name: 'uniq',
  synopsis: 'uniq [-c] [FILE]',
  summary: 'keep one of neighbouring lines that are the same',
  run: (call) => {
    const read = readOptions(call.args, 'c');
    if (!read.ok)
      return { output: [complain(`uniq: unrecognized option '${read.unknown}'`)], status: 1 };
    const { texts, errors } = readInput(call, read.options.words, 'uniq');
    const found: { line: string; count: number }[] = [];
    for (const line of texts.flatMap(({ text }) => linesOf(text))) {
      const last = found.at(-1);
      if (last?.line === line) last.count += 1;
      else found.push({ line, count: 1 });
    }
    const lines = found.map(({ line, count }) =>
      read.options.letters.has('c') ? `${String(count).padStart(7)} ${line}` : line,
    );
    return { output: [...errors, ...lines.map(printLine)], status: errors.length > 0 ? 1 : 0 };
  },
};
