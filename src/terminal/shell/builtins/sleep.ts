// `sleep`: a pause, shortened where it is long.
import type { Command } from '../../command.ts';
import { complain, pause } from '../../outcome.ts';

/** Seconds. */
const LONGEST_SHOWN = 3;
const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86400],
]);

export const sleep: Command = {
  name: 'sleep',
  synopsis: 'sleep SECONDS',
  summary: 'wait',
  run: ({ args }) => {
    if (args.length === 0) return { output: [complain('sleep: missing operand')], status: 1 };
    let seconds = 0;
    for (const word of args) {
      const [, number, unit = ''] = /^(\d{1,7}(?:\.\d{1,3})?)([smhd]?)$/.exec(word) ?? [];
      if (number === undefined) {
        return { output: [complain(`sleep: invalid time interval '${word}'`)], status: 1 };
      }
      seconds += Number(number) * (UNITS.get(unit) ?? 1);
    }
    return seconds === 0 ? {} : { output: [pause(Math.min(seconds, LONGEST_SHOWN), seconds)] };
  },
  complete: () => [],
};
