// What the last word of a kubectl line may become: a command, a flag, a flag's value, a type, a name.
import type { World } from '../cluster/world.ts';
import type { Completions } from '../command.ts';
import { POD_NAMES } from '../pod/shell.ts';
import type { Session } from '../session.ts';
import type { Asked } from './command.ts';
import { commandPlace, findKubectlCommand } from './find.ts';
import { type Flag, GLOBAL_FLAGS } from './flags.ts';
import { KUBECTL_COMMANDS } from './table.ts';

/** @param words behind `kubectl`; the last one is being written */
export function completeKubectl(
  words: readonly string[],
  world: World,
  session: Session,
): Completions {
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const place = commandPlace(before);
  const name = before[place];
  const command = name === undefined ? null : findKubectlCommand(name);
  const flags = [...(command?.flags ?? []), ...GLOBAL_FLAGS].filter((flag) => !flag.isNotSimulated);
  const divider = before.indexOf('--');
  if (divider !== -1) return before.length === divider + 1 ? POD_NAMES : [];
  const asked: Asked = { world, session, namespace: namespaceIn(before, session) };
  const valued = flagBefore(before.at(-1), flags);
  if (valued !== null) return valuesOf(valued, asked);
  const equals = /^--([a-z-]+)=/.exec(last);
  if (equals !== null) {
    const flag = flags.find((one) => one.name === equals[1]);
    return flag === undefined ? [] : valuesOf(flag, asked).map((value) => equals[0] + value);
  }
  if (last.startsWith('-'))
    return flags.map((flag) => `--${flag.name}${flag.takes === 'value' ? '=' : ''}`);
  if (name === undefined) return [...KUBECTL_COMMANDS.map((one) => one.name), 'help'];
  if (name === 'help') return KUBECTL_COMMANDS.map((one) => one.name);
  return command?.complete?.([...plainWords(before.slice(place + 1), flags), last], asked) ?? [];
}

/** The flag that the next word is the value of. */
function flagBefore(word: string | undefined, flags: readonly Flag[]): Flag | null {
  if (word === undefined || !word.startsWith('-')) return null;
  const isShort = /^-[a-zA-Z]+$/.test(word);
  const found = flags.find((flag) =>
    isShort ? flag.short === word.at(-1) : word === `--${flag.name}`,
  );
  return found?.takes === 'value' ? found : null;
}

function plainWords(words: readonly string[], flags: readonly Flag[]): readonly string[] {
  return words.filter(
    (word, at) => !word.startsWith('-') && flagBefore(words[at - 1], flags) === null,
  );
}

function valuesOf({ name, values }: Flag, { world }: Asked): Completions {
  if (name === 'namespace') return world.namespaces.map((one) => one.name);
  if (name === 'filename') return world.files.map((file) => file.name);
  return values ?? [];
}

function namespaceIn(words: readonly string[], session: Session): string {
  for (const [at, word] of words.entries()) {
    if (word === '-n' || word === '--namespace') return words[at + 1] ?? session.namespace;
    const glued = /^(?:--namespace=|-n=?)(.+)$/.exec(word);
    if (glued !== null) return glued[1] ?? session.namespace;
  }
  return session.namespace;
}
