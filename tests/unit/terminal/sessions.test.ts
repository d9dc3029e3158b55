// The golden sessions: what is typed prints what a person has read and found right.
// `BLESS=1` writes what is printed now; the difference is to be read line by line.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { play, readGolden } from './golden.ts';

const FOLDER = new URL('../../sessions/', import.meta.url);

describe('golden sessions', () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.txt'))) {
    it(name, () => {
      const path = new URL(name, FOLDER);
      const text = readFileSync(path, 'utf8');
      const now = play(readGolden(text));
      if (process.env.BLESS === '1') writeFileSync(path, now);
      else expect(now).toBe(text);
    });
  }
});
