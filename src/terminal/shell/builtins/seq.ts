// `seq`: numbers, one a line.
import type { Command } from '../../command.ts';
import { complain, print } from '../../outcome.ts';

const MOST = 1000;

export const seq: Command = {
  name: 'seq',
  synopsis: 'seq [FIRST [STEP]] LAST',
  summary: 'print numbers, for loops',
  run: ({ args }) => {
    const numbers = args.map(Number);
    const [one = Number.NaN, other, last] = numbers;
    if (numbers.length > 3 || numbers.length === 0 || !numbers.every(Number.isInteger)) {
      return { output: [complain('seq: one to three whole numbers are needed')], status: 1 };
    }
    const from = other === undefined ? 1 : one;
    const step = last === undefined ? 1 : (other ?? 1);
    const to = last ?? other ?? one;
    if (step === 0) return { output: [complain('seq: the step is 0')], status: 1 };
    const count = Math.min(MOST, Math.max(0, Math.floor((to - from) / step) + 1));
    return {
      output: [print(Array.from({ length: count }, (_, at) => `${from + at * step}\n`).join(''))],
    };
  },
  complete: () => [],
};
