// What the word before the cursor may become, as a shell's Tab key has it.
import { type SimulatedCluster, worldOf } from '../cluster/world.ts';
import { insideOf } from '../pod/shell.ts';
import type { Session } from '../session.ts';
import { outsideShell } from './commands.ts';

export interface LineCompletions {
  /** Where the word begins that is completed. */
  readonly from: number;
  /** What may stand in its place, sorted, each once. */
  readonly items: readonly string[];
  /** Whether a space is to follow when there is only one: not behind what goes on, as `--image=`. */
  readonly isWhole: boolean;
}

const MOST = 500;

/** @param at where the cursor stands; what is behind it plays no part */
export function completeLine(
  line: string,
  at: number,
  session: Session,
  cluster: SimulatedCluster,
): LineCompletions {
  const { words: written, from } = wordsBefore(line.slice(0, at));
  const words = withoutAlias(written, session);
  const world = worldOf(cluster);
  const shell = session.inside === null ? outsideShell : insideOf(session.inside, world);
  const aliases = session.inside === null ? session.aliases : [];
  const last = words.at(-1) ?? '';
  const all = isRedirect(line.slice(0, from))
    ? world.files.map((file) => file.name)
    : words.length <= 1
      ? [...shell.names, ...aliases.map(([name]) => name)]
      : shell.complete(words, world, session);
  const items = [...new Set(all.filter((one) => one.startsWith(last)))].sort().slice(0, MOST);
  const [only = ''] = items;
  return { from, items, isWhole: items.length === 1 && !/[=/,.]$/.test(only) };
}

/** With what an alias stands for in its place. */
function withoutAlias(words: readonly string[], { aliases, inside }: Session): readonly string[] {
  const [first, ...rest] = words;
  const alias = aliases.find(([name]) => name === first);
  if (alias === undefined || inside !== null || rest.length === 0) return words;
  return [...alias[1].split(/\s+/).filter((word) => word !== ''), ...rest];
}

/** The words of the command that the cursor is in; the last one may be empty. */
function wordsBefore(text: string): { readonly words: readonly string[]; readonly from: number } {
  let words: string[] = [];
  let word = '';
  let from = 0;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (quote !== '') {
      if (letter === quote) quote = '';
      else word += letter;
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '\\') {
      word += text[at + 1] ?? '';
      at += 1;
    } else if (/[\s|;&<>()`]/.test(letter)) {
      if (word !== '') words.push(word);
      if (/[|;&\n()`]/.test(letter)) words = [];
      word = '';
      from = at + 1;
    } else word += letter;
  }
  return { words: [...words, word], from };
}

function isRedirect(before: string): boolean {
  return /[<>][ \t]*$/.test(before);
}
