// Variables that every shell has by itself.
import { hashOf } from '../cluster/naming.ts';
import type { Running } from './running.ts';

const MOST_RANDOM = 32768;

/** null where the name is none of these. */
export function specialVariable(name: string, { session, world, left }: Running): string | null {
  switch (name) {
    case '?':
      return String(session.status);
    case 'RANDOM':
      return String(hashOf(`${world.now} ${left} ${world.files.length}`) % MOST_RANDOM);
    case '$':
      return '7';
    case '#':
      return '0';
    case '@':
    case '*':
    case '!':
    case '-':
      return '';
    case '0':
      return 'sh';
    default:
      return null;
  }
}
