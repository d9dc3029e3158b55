// argv and streams in, exit status out: 0 done, 1 an error was found, 2 the command line or an input
// could not be read.
import { version } from '../../package.json' with { type: 'json' };
import { UsageError } from './arguments.ts';
import { check } from './check.ts';
import { evaluateFlow } from './eval.ts';
import { InputError } from './inputs.ts';
import { lint } from './lint.ts';
import { list } from './list.ts';
import type { Streams } from './streams.ts';
import { synopsisOf, USAGE } from './usage.ts';

type Command = (argv: readonly string[], streams: Streams) => Promise<number>;

const COMMANDS = new Map<string, Command>([
  ['list', list],
  ['eval', evaluateFlow],
  ['lint', lint],
  ['check', check],
]);

export async function run(argv: readonly string[], streams: Streams): Promise<number> {
  const [name, ...rest] = argv;
  if (name === 'help' || argv.some((word) => word === '--help' || word === '-h')) {
    streams.writeResult(USAGE);
    return 0;
  }
  if (name === '--version' || name === 'version') {
    streams.writeResult(`${version}\n`);
    return 0;
  }
  const command = name === undefined ? undefined : COMMANDS.get(name);
  if (name === undefined || command === undefined) {
    const message = `netpolis: there is no command "${name}"\n\n${synopsisOf(null)}`;
    streams.writeMessage(name === undefined ? USAGE : message);
    return 2;
  }
  try {
    return await command(rest, streams);
  } catch (error) {
    if (error instanceof UsageError) {
      streams.writeMessage(`netpolis ${name}: ${error.message}\n\n${synopsisOf(name)}`);
      return 2;
    }
    if (error instanceof InputError) {
      streams.writeMessage(`netpolis ${name}: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
}
