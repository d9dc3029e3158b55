// Types and names, as the words behind most commands of kubectl.
import { findKind, KINDS } from '../cluster/kinds.ts';
import { listed } from '../cluster/listing.ts';
import type { Completions } from '../command.ts';
import { within } from '../selecting/select.ts';
import type { Asked } from './command.ts';

/** `TYPE NAME…`, `TYPE/NAME`, or types behind commas. */
export function completeObjects(words: readonly string[], asked: Asked): Completions {
  const [type, ...names] = words;
  const last = words.at(-1) ?? '';
  const slash = last.indexOf('/');
  if (slash !== -1)
    return namesOf(last.slice(0, slash), asked).map((name) => `${last.slice(0, slash)}/${name}`);
  if (type === undefined || names.length === 0) return typesBehind(type ?? '', asked);
  return namesOf(type, asked);
}

function typesBehind(word: string, { world }: Asked): Completions {
  const comma = word.lastIndexOf(',');
  const lead = word.slice(0, comma + 1);
  return [...KINDS, ...world.otherKinds].map(({ plural }) => lead + plural);
}

export function namesOf(type: string, { world, namespace }: Asked): Completions {
  const kind = findKind(type, world.otherKinds);
  return kind === null ? [] : within(listed(kind, world), namespace).map(({ name }) => name);
}
