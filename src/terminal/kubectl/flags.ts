// Flags as kubectl takes them: long and short, with values behind `=` or in the next word, in any place.

export interface Flag {
  /** Long, without dashes. */
  readonly name: string;
  readonly short?: string;
  /** `switch` may have `=false`; `optional` takes a value only behind `=`. */
  readonly takes: 'value' | 'switch' | 'optional';
  readonly summary: string;
  /** What a value may be, for completion. */
  readonly values?: readonly string[];
  /** It exists in reality, and is refused here in words. */
  readonly isNotSimulated?: true;
}

export interface Flags {
  /** What stands behind the flags and between them. */
  readonly words: readonly string[];
  /** What stands behind `--`; null where there is none. */
  readonly rest: readonly string[] | null;
  readonly has: (name: string) => boolean;
  /** The last value; null where it is not given. */
  readonly value: (name: string) => string | null;
  readonly values: (name: string) => readonly string[];
  /** A switch: given, and not as `=false`. */
  readonly isOn: (name: string) => boolean;
}

export type ReadFlags =
  | { readonly ok: true; readonly flags: Flags }
  | { readonly ok: false; readonly message: string };

/** Those that every command of kubectl takes. */
export const GLOBAL_FLAGS: readonly Flag[] = [
  { name: 'namespace', short: 'n', takes: 'value', summary: 'the namespace that is meant' },
  {
    name: 'help',
    short: 'h',
    takes: 'switch',
    summary: 'what the command does, and how it is written',
  },
  { name: 'context', takes: 'value', summary: 'the context that is meant; there is only one here' },
  { name: 'kubeconfig', takes: 'value', summary: '', isNotSimulated: true },
  { name: 'server', short: 's', takes: 'value', summary: '', isNotSimulated: true },
  { name: 'token', takes: 'value', summary: '', isNotSimulated: true },
  { name: 'user', takes: 'value', summary: '', isNotSimulated: true },
  { name: 'cluster', takes: 'value', summary: '', isNotSimulated: true },
  { name: 'as', takes: 'value', summary: '', isNotSimulated: true },
  { name: 'as-group', takes: 'value', summary: '', isNotSimulated: true },
  { name: 'request-timeout', takes: 'value', summary: '', isNotSimulated: true },
  { name: 'v', short: 'v', takes: 'value', summary: '', isNotSimulated: true },
];

/** @param stopsAtWord the first plain word and all behind it are the words, as with `run` in a pod */
export function readFlags(words: readonly string[], known: readonly Flag[]): ReadFlags {
  const found = new Map<string, string[]>();
  const plain: string[] = [];
  let rest: readonly string[] | null = null;
  const add = (flag: Flag, value: string) => {
    const values = found.get(flag.name) ?? [];
    values.push(value);
    found.set(flag.name, values);
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word === '--') {
      rest = words.slice(at + 1);
      break;
    }
    if (word === '-' || !word.startsWith('-')) {
      plain.push(word);
      continue;
    }
    const isLong = word.startsWith('--');
    if (isLong) {
      const equals = word.indexOf('=');
      const name = equals === -1 ? word.slice(2) : word.slice(2, equals);
      const flag = known.find((one) => one.name === name);
      if (flag === undefined || name === '') return fail(`error: unknown flag: --${name}`);
      if (flag.isNotSimulated) return fail(`not simulated here: --${name}`);
      if (equals !== -1) {
        const value = word.slice(equals + 1);
        if (flag.takes === 'switch' && !/^(?:true|false|1|0|t|f)$/i.test(value)) {
          return fail(
            `error: invalid argument "${value}" for "--${name}" flag: strconv.ParseBool: parsing "${value}": invalid syntax`,
          );
        }
        add(flag, value);
      } else if (flag.takes !== 'value') add(flag, flag.takes === 'switch' ? 'true' : '');
      else {
        const value = words[at + 1];
        if (value === undefined) return fail(`error: flag needs an argument: --${name}`);
        add(flag, value);
        at += 1;
      }
      continue;
    }
    for (let letterAt = 1; letterAt < word.length; letterAt++) {
      const letter = word[letterAt] as string;
      const flag = known.find((one) => one.short === letter);
      if (flag === undefined) return fail(`error: unknown shorthand flag: '${letter}' in ${word}`);
      if (flag.isNotSimulated) return fail(`not simulated here: -${letter}`);
      if (flag.takes !== 'value') {
        add(flag, flag.takes === 'switch' ? 'true' : '');
        continue;
      }
      const glued = word.slice(letterAt + 1).replace(/^=/, '');
      const value = word.length > letterAt + 1 ? glued : words[at + 1];
      if (value === undefined) return fail(`error: flag needs an argument: '${letter}' in ${word}`);
      if (word.length === letterAt + 1) at += 1;
      add(flag, value);
      break;
    }
  }
  return { ok: true, flags: flagsOf(plain, rest, found) };
}

function fail(message: string): ReadFlags {
  return { ok: false, message };
}

function flagsOf(
  words: readonly string[],
  rest: readonly string[] | null,
  found: ReadonlyMap<string, readonly string[]>,
): Flags {
  const values = (name: string) => found.get(name) ?? [];
  return {
    words,
    rest,
    values,
    has: (name) => found.has(name),
    value: (name) => values(name).at(-1) ?? null,
    isOn: (name) => /^(?:true|1|t)$/i.test(values(name).at(-1) ?? ''),
  };
}
