// `grep`: the lines that match.
import type { Call, Command, Result } from '../command.ts';
import { complain, printLine } from '../outcome.ts';
import { linesOf, readInput } from './input.ts';
import { readOptions } from './options.ts';
import { type Dialect, readPattern } from './pattern.ts';

const LONG: ReadonlyMap<string, string> = new Map([
  ['ignore-case', 'i'],
  ['invert-match', 'v'],
  ['count', 'c'],
  ['line-number', 'n'],
  ['quiet', 'q'],
  ['extended-regexp', 'E'],
  ['fixed-strings', 'F'],
  ['after-context', 'A'],
  ['before-context', 'B'],
  ['context', 'C'],
  ['color', ''],
]);

const MOST_PATTERNS = 20;

function grepAs(name: string, summary: string, usual: Dialect): Command {
  return {
    name,
    synopsis: `${name} [-i] [-v] [-c] [-n] [-q] [-E] [-F] [-A N] [-B N] PATTERN [FILE…]`,
    summary,
    run: (call) => runGrep(call, name, usual),
  };
}

export const grep = grepAs('grep', 'keep the lines that match', 'basic');
export const egrep = grepAs('egrep', 'grep with extended patterns', 'extended');

function runGrep(call: Call, name: string, usual: Dialect): Result {
  const read = readOptions(call.args, 'ivcnqEFhwso', 'eABC', LONG);
  if (!read.ok) return bad(`${name}: unrecognized option '${read.unknown}'`);
  const { letters, values, words } = read.options;
  const given = values.get('e') ?? [];
  const patterns = given.length > 0 ? given : words.slice(0, 1);
  if (patterns.length === 0) return bad(`usage: ${name} [-i] [-v] [-E] PATTERN [FILE…]`);
  const dialect: Dialect = letters.has('F') ? 'fixed' : letters.has('E') ? 'extended' : usual;
  const tests = patterns.slice(0, MOST_PATTERNS).map((one) => {
    const pattern = letters.has('w') && dialect !== 'fixed' ? `\\b${one}\\b` : one;
    return readPattern(pattern, dialect, letters.has('i'));
  });
  for (const test of tests) if (!test.ok) return bad(`${name}: ${test.message}`);
  const matches = (line: string) => tests.some((test) => test.ok && test.matches(line));
  const { texts, errors } = readInput(call, given.length > 0 ? words : words.slice(1), name);
  const around = Number(values.get('C')?.at(-1) ?? 0);
  const before = Number(values.get('B')?.at(-1) ?? around);
  const after = Number(values.get('A')?.at(-1) ?? around);
  let count = 0;
  const printed: string[] = [];
  for (const { name: file, text } of texts) {
    const lines = linesOf(text);
    const shown = new Set<number>();
    let own = 0;
    for (const [at, line] of lines.entries()) {
      if (matches(line) === letters.has('v')) continue;
      own += 1;
      for (
        let near = Math.max(0, at - before);
        near <= Math.min(lines.length - 1, at + after);
        near++
      )
        shown.add(near);
    }
    count += own;
    const lead = texts.length > 1 && !letters.has('h') ? `${file}:` : '';
    if (letters.has('c')) printed.push(`${lead}${own}`);
    else
      printed.push(
        ...[...shown].map((at) => `${lead}${letters.has('n') ? `${at + 1}:` : ''}${lines[at]}`),
      );
  }
  const output = letters.has('q') ? [] : printed.map(printLine);
  return { output: [...errors, ...output], status: errors.length > 0 ? 2 : count > 0 ? 0 : 1 };
}

function bad(message: string): Result {
  return { output: [complain(message)], status: 2 };
}
