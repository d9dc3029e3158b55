// What the words after a command mean.
import { parseArgs } from 'node:util';

/** A command line that can't be understood; the message says what to write. */
export class UsageError extends Error {}

export interface Arguments {
  readonly paths: readonly string[];
  readonly output: string;
  /** Those of the command's own flags that are given. */
  readonly flags: ReadonlySet<string>;
  /** The values of those of the command's own options that are given. */
  readonly options: ReadonlyMap<string, string>;
}

/**
 * @param known the flags that the command has, written `--flag`
 * @param valued the options with a value, written `--option VALUE`
 */
export function parseArguments(
  argv: readonly string[],
  known: readonly string[],
  valued: readonly string[] = [],
): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o', default: 'txt' },
        ...Object.fromEntries(known.map((flag) => [flag, { type: 'boolean' } as const])),
        ...Object.fromEntries(valued.map((option) => [option, { type: 'string' } as const])),
      },
    });
    const flags = new Set(Object.keys(values).filter((key) => known.includes(key)));
    const options = new Map(
      Object.entries<unknown>(values).flatMap(([key, value]) =>
        valued.includes(key) && typeof value === 'string' ? [[key, value] as const] : [],
      ),
    );
    return { paths: positionals, output: values.output, flags, options };
  } catch (error) {
    throw new UsageError(complaintOf(error));
  }
}

function complaintOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // What follows tells how to name a file that is called so.
  const unknown = /^Unknown option '([^']*)'/.exec(message)?.[1];
  return unknown === undefined ? message : `there is no option ${unknown}`;
}

export function requirePaths(paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return paths;
  throw new UsageError('name a file, a folder, or - for standard input');
}

/** One of the forms that a command can print. */
export function formatOf<F extends string>(
  command: string,
  output: string,
  formats: readonly F[],
): F {
  const format = formats.find((known) => known === output);
  if (format !== undefined) return format;
  const last = formats.at(-1);
  throw new UsageError(
    `-o ${output}: the formats of ${command} are ${formats.slice(0, -1).join(', ')} and ${last}`,
  );
}
