// `uniq` and `column -t`: lines that say the same once, and columns below each other.
import type { Command } from '../command.ts';
import { complain, print, printLine } from '../outcome.ts';
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

export const column: Command = {
  name: 'column',
  synopsis: 'column -t [FILE]',
  summary: 'set columns below each other',
  run: (call) => {
    const words = call.args.filter((word) => word !== '-t');
    const { texts, errors } = readInput(call, words, 'column');
    const rows = texts
      .flatMap(({ text }) => linesOf(text))
      .map((line) => line.split(/\s+/).filter((cell) => cell !== ''));
    const count = Math.max(0, ...rows.map(({ length }) => length));
    const widths = Array.from({ length: count }, (_, at) =>
      Math.max(...rows.map((row) => (row[at] ?? '').length)),
    );
    const lines = rows.map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd((widths[at] ?? 0) + 2)))
        .join(''),
    );
    return {
      output: [...errors, print(lines.map((line) => `${line}\n`).join(''))],
      status: errors.length > 0 ? 1 : 0,
    };
  },
};
