// `cat`, and `less` and `more`, which show everything at once here: the screen scrolls.
import type { Command } from '../command.ts';
import { complain, print } from '../outcome.ts';
import { linesOf, readInput } from './input.ts';
import { readOptions } from './options.ts';

function catAs(name: string, summary: string): Command {
  return {
    name,
    synopsis: `${name} [-n] [FILE…]`,
    summary,
    run: (call) => {
      const read = readOptions(call.args, 'nRSXFeiA');
      if (!read.ok)
        return { output: [complain(`${name}: unrecognized option '${read.unknown}'`)], status: 1 };
      const { letters, words } = read.options;
      const { texts, errors } = readInput(call, words, name);
      const whole = texts.map(({ text }) => text).join('');
      const numbered = () =>
        linesOf(whole)
          .map((line, at) => `${String(at + 1).padStart(6)}\t${line}\n`)
          .join('');
      const text = name === 'cat' && letters.has('n') ? numbered() : whole;
      return {
        output: [...errors, ...(text === '' ? [] : [print(text)])],
        status: errors.length > 0 ? 1 : 0,
      };
    },
  };
}

export const cat = catAs('cat', 'print files');
export const less = catAs('less', 'print what a pipe brings; scroll to read it');
export const more = catAs('more', 'the same as less');
