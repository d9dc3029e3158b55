// `printf`: words in a form.
import type { Command } from '../command.ts';
import { complain, print } from '../outcome.ts';
import { withEscapes } from './echo.ts';

const MOST_ROUNDS = 1000;

export const printf: Command = {
  name: 'printf',
  synopsis: 'printf FORM [TEXT…]',
  summary: 'print words in a form, with %s and \\n',
  run: ({ args }) => {
    const [form, ...words] = args;
    if (form === undefined) return { output: [complain('printf: a form is needed')], status: 2 };
    const plain = withEscapes(form);
    const takes = (plain.match(/%[sd]/g) ?? []).length;
    let text = '';
    // The form is used again while there are words left.
    for (let at = 0, round = 0; round < MOST_ROUNDS; at += takes, round += 1) {
      let next = at;
      text += plain.replaceAll(/%(.)/g, (_, letter: string) => {
        if (letter === '%') return '%';
        const word = words[next] ?? (letter === 'd' ? '0' : '');
        next += 1;
        return word;
      });
      if (takes === 0 || at + takes >= words.length) break;
    }
    return { output: [print(text)] };
  },
  complete: () => [],
};
