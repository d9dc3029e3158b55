// What the words after a command mean.
import { parseArgs } from 'node:util';

/** A command line that can't be understood; the message says what to write. */
export class UsageError extends Error {}

export interface Arguments {
  readonly paths: readonly string[];
  readonly output: string;
  readonly all: boolean;
}

export function parseArguments(argv: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o', default: 'txt' },
        all: { type: 'boolean', default: false },
      },
    });
    if (positionals.length === 0)
      throw new UsageError('name a file, a folder, or - for standard input');
    return { paths: positionals, output: values.output, all: values.all };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}
