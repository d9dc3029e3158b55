// `timeout`: a command that is stopped after so many seconds.
import type { Call, Command, Result } from '../../command.ts';
import { complain, type Piece, pause } from '../../outcome.ts';

export const timeout: Command = {
  name: 'timeout',
  synopsis: 'timeout SECONDS COMMAND [WORD…]',
  summary: 'stop a command that takes longer',
  run: runTimeout,
  complete: () => [],
};

/** What it ends with when it had to stop the command. */
const STOPPED = 124;

function runTimeout(call: Call): Result {
  const rest = [...call.args];
  while (rest[0]?.startsWith('-')) {
    const flag = rest.shift() ?? '';
    // As an older BusyBox has it: -t SECONDS.
    if (flag === '-t') break;
    if (/^-[ks]$/.test(flag)) rest.shift();
  }
  const [time = '', ...command] = rest;
  const [, number, unit] = /^(\d{1,6}(?:\.\d{1,3})?)([sm]?)$/.exec(time) ?? [];
  if (number === undefined) {
    return { output: [complain(`timeout: invalid time interval '${time}'`)], status: 125 };
  }
  if (command.length === 0) return { output: [complain('timeout: missing command')], status: 125 };
  let left = Number(number) * (unit === 'm' ? 60 : 1);
  const result = call.run([command], call.input);
  const kept: Piece[] = [];
  for (const piece of result.output ?? []) {
    const { wait } = piece;
    if (piece.stream === 'remark' || wait === null) {
      kept.push(piece);
      continue;
    }
    if (wait.toldSeconds >= left) {
      // The first says why; a loop would say it again and again.
      const remark = (result.output ?? []).find(({ stream }) => stream === 'remark');
      const stopped = pause(Math.min(wait.shownSeconds, left), left);
      return {
        ...result,
        output: [...kept, stopped, ...(remark === undefined ? [] : [remark])],
        status: STOPPED,
      };
    }
    left -= wait.toldSeconds;
    kept.push(piece);
  }
  return result;
}
