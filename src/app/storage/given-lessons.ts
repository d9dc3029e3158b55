// Lessons that came by a link: kept in the browser, so that a reload or another day finds them again.
import type { TextStore } from './text-store.ts';

export interface GivenLessons {
  /**
   * Until the page is closed.
   * @returns the id under which it is found again; the same lesson has the same.
   */
  add(packed: string): string;
  /** From now on for other days, too: call it for what is known to be a lesson. */
  keep(id: string): void;
  /** As the link held it; null for none of that id. */
  read(id: string): string | null;
  /** In the order of their ids. */
  ids(): readonly string[];
  remove(id: string): void;
}

/** Characters. Browsers keep about five million. */
const LONGEST = 1_000_000;
const PREFIX = 'netpolis.given.';

export function openGivenLessons(storage: TextStore): GivenLessons {
  /** Whatever was asked for, and all there is in browsers that keep nothing. */
  const here = new Map<string, string>();
  return {
    add(packed) {
      const id = `given-${fingerprint(packed)}`;
      here.set(id, packed);
      return id;
    },
    keep(id) {
      const packed = here.get(id);
      // What the person types needs the room more.
      if (packed !== undefined && packed.length <= LONGEST) storage.write(PREFIX + id, packed);
    },
    read: (id) => here.get(id) ?? storage.read(PREFIX + id),
    ids() {
      const kept = storage.keys().filter((key) => key.startsWith(PREFIX));
      return [...new Set([...here.keys(), ...kept.map((key) => key.slice(PREFIX.length))])].sort();
    },
    remove(id) {
      here.delete(id);
      storage.remove(PREFIX + id);
    },
  };
}

/** FNV-1a, twice over from different ends: what one person is given hardly meets there. */
function fingerprint(text: string): string {
  const hash = (seed: number) => {
    let sum = seed;
    for (let at = 0; at < text.length; at += 1) {
      sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    }
    return (sum >>> 0).toString(36);
  };
  return `${hash(0x811c9dc5)}-${hash(0x01234567)}`;
}
