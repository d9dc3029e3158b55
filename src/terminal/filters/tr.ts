// `tr`: letters in the place of others, or away.
import type { Call, Command, Result } from '../command.ts';
import { complain, print } from '../outcome.ts';
import { readInput } from './input.ts';

export const tr: Command = {
  name: 'tr',
  synopsis: 'tr [-d] [-s] LETTERS [LETTERS]',
  summary: 'put letters in the place of others',
  run: runTr,
};

function runTr(call: Call): Result {
  const flags = call.args.filter((word) => /^-[ds]+$/.test(word)).join('');
  const [from, to, ...more] = call.args.filter((word) => !/^-[ds]+$/.test(word));
  const deletes = flags.includes('d');
  const squeezes = flags.includes('s');
  if (from === undefined || more.length > 0 || (to === undefined && !deletes && !squeezes)) {
    return { output: [complain('tr: two sets of letters are needed, or -d and one')], status: 1 };
  }
  const { texts, errors } = readInput(call, [], 'tr');
  const wanted = lettersIn(from);
  const others = to === undefined ? [] : lettersIn(to);
  let text = '';
  let last = '';
  for (const letter of texts.map((one) => one.text).join('')) {
    const at = wanted.indexOf(letter);
    if (at !== -1 && deletes) continue;
    const next = at === -1 || others.length === 0 ? letter : (others[at] ?? others.at(-1) ?? '');
    if (squeezes && at !== -1 && next === last) continue;
    text += next;
    last = next;
  }
  return { output: [...errors, print(text)], status: errors.length > 0 ? 1 : 0 };
}

const CLASSES: ReadonlyMap<string, string> = new Map([
  ['[:upper:]', 'A-Z'],
  ['[:lower:]', 'a-z'],
  ['[:digit:]', '0-9'],
  ['[:space:]', ' \t\n'],
]);

/** `a-z`, `\n`, `[:upper:]` */
function lettersIn(text: string): readonly string[] {
  const plain = text
    .replaceAll(/\[:\w+:\]/g, (name) => CLASSES.get(name) ?? name)
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t');
  const letters: string[] = [];
  const all = Array.from(plain);
  for (let at = 0; at < all.length; at++) {
    const [first = '', dash, last] = all.slice(at, at + 3);
    const [from, to] = [first.codePointAt(0) ?? 0, last?.codePointAt(0) ?? 0];
    if (dash !== '-' || last === undefined || to < from || to - from > 200) {
      letters.push(first);
      continue;
    }
    for (let code = from; code <= to; code++) letters.push(String.fromCodePoint(code));
    at += 2;
  }
  return letters;
}
