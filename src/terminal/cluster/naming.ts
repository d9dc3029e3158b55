// Names and addresses that a cluster would make up: the same for the same objects, every time.

/** As Kubernetes writes its random endings: no vowels and nothing that looks like one. */
const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** A number from 0 to 2^32 - 1 that depends on every letter (FNV-1a, then mixed). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** An ending of so many letters. */
export function ending(text: string, letters: number): string {
  let word = '';
  for (let round = 0; word.length < letters; round++) {
    let rest = hashOf(`${round} ${text}`);
    for (let count = 0; count < 5 && word.length < letters; count++) {
      word += LETTERS[rest % LETTERS.length];
      rest = Math.floor(rest / LETTERS.length);
    }
  }
  return word;
}

/** What a Deployment puts between its own name and a pod's ending. */
export function templateHash(text: string): string {
  return ending(text, 10);
}
