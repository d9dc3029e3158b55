// `time`: how long a command would have taken.
import type { Call, Command, Result } from '../../command.ts';
import { complain } from '../../outcome.ts';

export const time: Command = {
  name: 'time',
  synopsis: 'time COMMAND [WORD…]',
  summary: 'run a command, and say how long it would have taken',
  run: runTime,
  complete: () => [],
};

function runTime(call: Call): Result {
  if (call.args.length === 0) return {};
  const result = call.run([call.args], call.input);
  const output = result.output ?? [];
  const seconds = output.reduce((sum, { wait }) => sum + (wait?.toldSeconds ?? 0), 0.01);
  const minutes = Math.floor(seconds / 60);
  const real = complain(`\nreal\t${minutes}m ${(seconds - minutes * 60).toFixed(2)}s`);
  return { ...result, output: [...output, real] };
}
