// `awk '{print $1}'`: columns, as far as people take them out of tables.
import type { Call, Command, Result } from '../command.ts';
import { complain, printLine } from '../outcome.ts';
import { linesOf, readInput } from './input.ts';
import { readPattern } from './pattern.ts';

export const awk: Command = {
  name: 'awk',
  synopsis: "awk [-F SIGN] '[/PATTERN/ | NR>N] {print $N, …}' [FILE…]",
  summary: 'keep columns of lines',
  run: runAwk,
};

type Piece = { readonly field: number } | { readonly text: string } | 'last';

function runAwk(call: Call): Result {
  const rest = [...call.args];
  let separator: string | null = null;
  while (rest[0]?.startsWith('-F')) {
    const flag = rest.shift() ?? '';
    separator = flag === '-F' ? (rest.shift() ?? ' ') : flag.slice(2).replace(/^=/, '');
  }
  const [program = '', ...paths] = rest;
  const [, test = '', body] =
    /^\s*(.*?)\s*(?:\{\s*print\s*([^{}]*?);?\s*\})?\s*$/s.exec(program) ?? [];
  const holds = readTest(test);
  const pieces = body === undefined ? [] : readPrint(body);
  if (program === '' || holds === null || pieces === null || (test === '' && body === undefined)) {
    return {
      output: [complain(`not simulated here: awk ${program}; "{print $1}" and its like are`)],
      status: 2,
    };
  }
  const { texts, errors } = readInput(call, paths, 'awk');
  const lines = texts.flatMap(({ text }) => linesOf(text));
  const output = lines
    .filter((line, at) => holds(line, at + 1))
    .map((line) => printLine(printed(line, pieces, separator)));
  return { output: [...errors, ...output], status: errors.length > 0 ? 2 : 0 };
}

/** null for what is no test here. */
function readTest(text: string): ((line: string, number: number) => boolean) | null {
  if (text === '') return () => true;
  const [, sign, count] = /^NR\s*(>=|>|==|!=|<=|<)\s*(\d{1,6})$/.exec(text) ?? [];
  if (sign !== undefined) {
    const wanted = Number(count);
    return (_, number) => {
      if (sign === '==') return number === wanted;
      if (sign === '!=') return number !== wanted;
      if (sign === '>') return number > wanted;
      if (sign === '>=') return number >= wanted;
      return sign === '<' ? number < wanted : number <= wanted;
    };
  }
  const [, not, pattern] = /^(!?)\/((?:\\.|[^/\\])+)\/$/.exec(text) ?? [];
  if (pattern === undefined) return null;
  const read = readPattern(pattern.replaceAll('\\/', '/'), 'extended', false);
  return read.ok ? (line) => read.matches(line) === (not === '') : null;
}

/** null for what cannot be printed here; a comma is a space. */
function readPrint(text: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const found = /^(?:\$(\d{1,3})|(\$NF)|"((?:\\.|[^"\\])*)"|(,))\s*/.exec(rest);
    if (found === null) return null;
    const [whole, field, last, quoted, comma] = found;
    if (field !== undefined) pieces.push({ field: Number(field) });
    else if (last !== undefined) pieces.push('last');
    else if (comma !== undefined) pieces.push({ text: ' ' });
    else pieces.push({ text: (quoted ?? '').replaceAll('\\t', '\t').replaceAll('\\n', '\n') });
    rest = rest.slice(whole.length);
  }
  return pieces;
}

function printed(line: string, pieces: readonly Piece[], separator: string | null): string {
  if (pieces.length === 0) return line;
  const fields =
    separator === null || separator === ' '
      ? line.split(/\s+/).filter((one) => one !== '')
      : line.split(separator);
  return pieces
    .map((piece) => {
      if (piece === 'last') return fields.at(-1) ?? '';
      if ('text' in piece) return piece.text;
      return piece.field === 0 ? line : (fields[piece.field - 1] ?? '');
    })
    .join('');
}
