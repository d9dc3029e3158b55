// Aliases: short names that stand for words.
import type { Session } from '../session.ts';
import { parseLine } from './parse.ts';
import { bareText, type Word } from './script.ts';

/** The words with an alias at their head replaced by what it stands for. */
export function aliased(words: readonly Word[], { aliases, inside }: Session): readonly Word[] {
  const [first, ...rest] = words;
  if (first === undefined || inside !== null) return words;
  const name = bareText(first);
  const text = aliases.find(([one]) => one === name)?.[1];
  if (text === undefined) return words;
  const parsed = parseLine(text);
  const command = parsed.ok ? parsed.script.steps[0]?.stages[0]?.command : undefined;
  if (command?.kind !== 'simple') return words;
  return [...command.words, ...rest];
}
