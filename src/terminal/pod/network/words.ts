// The words behind a command's name: switches, values, and the rest, as getopt reads them.

export interface Options {
  /** The names of the switches that are on; of a value, it as text. */
  readonly values: ReadonlyMap<string, string>;
  readonly words: readonly string[];
  /** What is no option of this command; null for none. */
  readonly unknown: string | null;
}

export interface Accepted {
  /** Letters and long names, each with the name it is known by: `['q', 'quiet']`. */
  readonly switches: readonly (readonly [string, ...string[]])[];
  readonly valued: readonly (readonly [string, ...string[]])[];
}

/** The last name of each is the one that it is found under. */
export function readOptions(args: readonly string[], accepted: Accepted): Options {
  const switches = namesIn(accepted.switches);
  const valued = namesIn(accepted.valued);
  const values = new Map<string, string>();
  const words: string[] = [];
  let unknown: string | null = null;
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      words.push(...rest);
      break;
    }
    if (word.startsWith('--')) {
      const [name = '', ...parts] = word.slice(2).split('=');
      const isValued = valued.get(name);
      const isSwitch = switches.get(name);
      if (isValued !== undefined) {
        values.set(isValued, parts.length > 0 ? parts.join('=') : (rest.shift() ?? ''));
      } else if (isSwitch !== undefined) values.set(isSwitch, '');
      else unknown ??= `--${name}`;
    } else if (word.startsWith('-') && word.length > 1) {
      for (let at = 1; at < word.length; at += 1) {
        const letter = word.charAt(at);
        const isValued = valued.get(letter);
        const isSwitch = switches.get(letter);
        if (isValued !== undefined) {
          values.set(isValued, at + 1 < word.length ? word.slice(at + 1) : (rest.shift() ?? ''));
          break;
        }
        if (isSwitch !== undefined) values.set(isSwitch, '');
        else unknown ??= `-${letter}`;
      }
    } else words.push(word);
  }
  return { values, words, unknown };
}

function namesIn(all: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  return new Map(
    all.flatMap((names) => names.map((name) => [name, names.at(-1) ?? name] as const)),
  );
}

/** A whole number of seconds, or with parts of them; null for anything else. */
export function secondsIn(text: string | undefined): number | null {
  if (text === undefined) return null;
  const found = /^(\d{1,6}(?:\.\d{1,3})?)s?$/.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

export function portIn(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : null;
}
