// Options of small commands: letters behind one dash, some with a value, and few words behind two.

export interface Options {
  readonly letters: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly words: readonly string[];
}

export type ReadOptions =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly unknown: string };

/**
 * @param plain letters that take no value
 * @param valued letters that take one, glued or as the next word
 * @param long what a word behind two dashes stands for
 */
export function readOptions(
  args: readonly string[],
  plain: string,
  valued = '',
  long: ReadonlyMap<string, string> = new Map(),
): ReadOptions {
  const letters = new Set<string>();
  const values = new Map<string, string[]>();
  const words: string[] = [];
  const take = (letter: string, value: string) =>
    values.set(letter, [...(values.get(letter) ?? []), value]);
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as string;
    if (word === '--') {
      words.push(...args.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      words.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = word.startsWith('--') ? word.slice(2, equals === -1 ? undefined : equals) : null;
    const short = name === null ? word.slice(1) : long.get(name);
    if (short === undefined) return { ok: false, unknown: word };
    for (let index = 0; index < short.length; index++) {
      const letter = short[index] as string;
      if (plain.includes(letter)) letters.add(letter);
      else if (valued.includes(letter)) {
        const glued =
          name === null ? short.slice(index + 1) : equals === -1 ? '' : word.slice(equals + 1);
        const value = glued === '' ? args[at + 1] : glued;
        if (value === undefined) return { ok: false, unknown: word };
        if (glued === '') at += 1;
        take(letter, value);
        break;
      } else return { ok: false, unknown: `-${letter}` };
    }
  }
  return { ok: true, options: { letters, values, words } };
}
