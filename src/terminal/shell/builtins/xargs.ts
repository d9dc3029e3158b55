// `xargs`: the words of a pipe put behind a command.
import type { Call, Command, Result } from '../../command.ts';
import { complain } from '../../outcome.ts';

export const xargs: Command = {
  name: 'xargs',
  synopsis: 'xargs [-r] [-n 1] [-I {}] COMMAND [WORD…]',
  summary: 'put what a pipe brings behind a command',
  run: runXargs,
  complete: () => [],
};

function runXargs(call: Call): Result {
  if (call.input === null) {
    return {
      output: [complain('not simulated here: xargs reading the keyboard; give it a pipe')],
      status: 1,
    };
  }
  const rest = [...call.args];
  let place: string | null = null;
  let isOneEach = false;
  while (rest[0]?.startsWith('-')) {
    const flag = rest.shift() ?? '';
    if (flag === '-I') place = rest.shift() ?? '{}';
    else if (/^-I./.test(flag)) place = flag.slice(2);
    else if (flag === '-n' || flag === '-L' || flag === '-P') {
      isOneEach = rest.shift() === '1' && flag !== '-P' ? true : isOneEach;
    } else if (flag === '-n1' || flag === '-L1') isOneEach = true;
    else if (!/^-[rt]$/.test(flag)) {
      return { output: [complain(`not simulated here: xargs ${flag}`)], status: 1 };
    }
  }
  const command = rest.length === 0 ? ['echo'] : rest;
  const sign = place;
  const lines = call.input.split('\n').filter((line) => line.trim() !== '');
  const words = call.input.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return {};
  const runs =
    sign !== null
      ? lines.map((line) => command.map((word) => word.replaceAll(sign, line.trim())))
      : isOneEach
        ? words.map((word) => [...command, word])
        : [[...command, ...words]];
  if (runs.length > MOST) {
    return { output: [complain('netpolis: these are too many commands for one line')], status: 1 };
  }
  return call.run(runs, null);
}

const MOST = 100;
