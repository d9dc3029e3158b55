// `column -t`: columns below each other.
import type { Command } from '../command.ts';
import { print } from '../outcome.ts';
import { linesOf, readInput } from './input.ts';

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
