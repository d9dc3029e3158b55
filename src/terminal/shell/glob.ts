// File names that a pattern with `*` and `?` stands for.

/** A letter as it stands, or what stands for any one or any number of them. */
export type GlobPart = { readonly letter: string } | 'one' | 'any';

export function globOf(text: string, isPattern: boolean): readonly GlobPart[] {
  return Array.from(text, (letter): GlobPart => {
    if (isPattern && letter === '*') return 'any';
    return isPattern && letter === '?' ? 'one' : { letter };
  });
}

/** Longer than any file's name, and no pattern of one. */
const LONGEST = 200;

export function isGlob(parts: readonly GlobPart[]): boolean {
  return parts.length <= LONGEST && parts.some((part) => typeof part === 'string');
}

/** Sorted; empty where nothing matches. */
export function matching(parts: readonly GlobPart[], names: readonly string[]): readonly string[] {
  return names.filter((name) => matches(parts, name)).sort();
}

/** In as many steps as letters times parts at most. */
function matches(parts: readonly GlobPart[], name: string): boolean {
  let at = 0;
  let place = 0;
  /** Where the last `*` stands, and how much of the name it has taken. */
  let star = -1;
  let taken = 0;
  while (place < name.length) {
    const part = parts[at];
    if (part === 'any') {
      star = at;
      taken = place;
      at += 1;
    } else if (part === 'one' || (part !== undefined && part.letter === name[place])) {
      at += 1;
      place += 1;
    } else if (star !== -1) {
      at = star + 1;
      taken += 1;
      place = taken;
    } else return false;
  }
  return parts.slice(at).every((part) => part === 'any');
}
