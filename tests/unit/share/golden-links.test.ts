// Links made by earlier releases open in this one: each was shared once, and its text never changes.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeFragment } from '../../../src/share/codec.ts';
import { decodeLesson } from '../../../src/share/lesson-codec.ts';

const FOLDER = new URL('../../links/', import.meta.url);
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length));

const read = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8').trim();

describe('links of earlier releases', () => {
  test('are all here', () => {
    expect(names.length).toBeGreaterThanOrEqual(8);
  });

  test.each(names)('%s opens as it did', (name) => {
    const link = read(`${name}.txt`);
    // Later releases may know more of a document than was asked for then: that is at its default.
    const expected = JSON.parse(read(`${name}.json`));
    const opened = link.startsWith('#/learn/')
      ? decodeLesson(link.slice('#/learn/'.length))
      : decodeFragment(link);
    expect(opened).toMatchObject({ ok: true, ...expected });
  });
});
