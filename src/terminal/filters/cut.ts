// `cut`: fields or letters of each line.
import type { Call, Command, Result } from '../command.ts';
import { complain, printLine } from '../outcome.ts';
import { linesOf, readInput } from './input.ts';
import { readOptions } from './options.ts';

export const cut: Command = {
  name: 'cut',
  synopsis: 'cut -d SIGN -f N[,M…] [FILE…]',
  summary: 'keep fields of lines',
  run: runCut,
};

function runCut(call: Call): Result {
  const read = readOptions(
    call.args,
    's',
    'dfc',
    new Map([
      ['delimiter', 'd'],
      ['fields', 'f'],
    ]),
  );
  if (!read.ok) return bad(`cut: unrecognized option '${read.unknown}'`);
  const { values, words } = read.options;
  const list = values.get('f')?.at(-1) ?? values.get('c')?.at(-1);
  const ranges = list === undefined ? null : rangesIn(list);
  if (ranges === null) return bad('cut: a list of fields is needed, as in -f1 or -f2,4-5');
  const sign = values.has('f') ? (values.get('d')?.at(-1) ?? '\t') : '';
  const { texts, errors } = readInput(call, words, 'cut');
  const lines = texts
    .flatMap(({ text }) => linesOf(text))
    .map((line) => {
      if (sign !== '' && !line.includes(sign)) return line;
      const parts = sign === '' ? Array.from(line) : line.split(sign);
      return parts
        .filter((_, at) => ranges.some(([from, to]) => at + 1 >= from && at + 1 <= to))
        .join(sign);
    });
  return { output: [...errors, ...lines.map(printLine)], status: errors.length > 0 ? 1 : 0 };
}

/** `1,3-5,7-`; null for anything else. */
function rangesIn(list: string): readonly (readonly [from: number, to: number])[] | null {
  const ranges: [number, number][] = [];
  for (const part of list.split(',')) {
    const [, from = '', dash, to = ''] = /^(\d{0,5})(-?)(\d{0,5})$/.exec(part) ?? [];
    if (dash === undefined || (from === '' && to === '')) return null;
    const first = from === '' ? 1 : Number(from);
    ranges.push([first, dash === '' ? first : to === '' ? Number.POSITIVE_INFINITY : Number(to)]);
  }
  return ranges;
}

function bad(message: string): Result {
  return { output: [complain(message)], status: 1 };
}
