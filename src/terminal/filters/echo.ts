// `echo`: its words.
import type { Command } from '../command.ts';
import { print } from '../outcome.ts';

export const echo: Command = {
  name: 'echo',
  synopsis: 'echo [-n] [-e] [TEXT…]',
  summary: 'print words',
  run: ({ args }) => {
    const first = args.findIndex((word) => !/^-[neE]+$/.test(word));
    const words = first === -1 ? [] : args.slice(first);
    const flags = (first === -1 ? args : args.slice(0, first)).join('');
    const text = words.join(' ');
    const shown = flags.includes('e') ? withEscapes(text) : text;
    return { output: [print(shown + (flags.includes('n') ? '' : '\n'))] };
  },
};

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['\\', '\\'],
  ['"', '"'],
]);

/** `\n` as a line end; colours and their like go. */
export function withEscapes(text: string): string {
  return text
    .replaceAll(/\\(?:e|033|x1b)\[[\d;]*m/g, '')
    .replaceAll(/\\(.)/g, (whole, letter: string) => ESCAPES.get(letter) ?? whole);
}
