// How long a link gets: manifests as people write them, 20 KB of them, travel in 8,000 characters.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NO_ASSUMPTIONS } from '../../../src/core/index.ts';
import { encodeDocument } from '../../../src/share/codec.ts';
import { NO_FILTERS } from '../../../src/share/document.ts';

const CASES = new URL('../../cases/', import.meta.url);

function filesOf(name: string): readonly { name: string; text: string }[] {
  const folder = new URL(`${name}/input/`, CASES);
  return readdirSync(folder).map((file) => ({
    name: `${name}/${file}`,
    text: readFileSync(new URL(file, folder), 'utf8'),
  }));
}

/** The longest that every chat and mail program hands on whole. */
const LONGEST = 8_000;

describe('a link that holds 20 KB of manifests', () => {
  test.each([
    ['an online shop beside an installer', ['online-shop', 'cert-manager']],
    ['what a monitoring stack brings', ['monitoring', 'ingress-nginx']],
    ['what a server has printed', ['live-cluster']],
    ['many small applications', ['argo-cd', 'flux', 'guestbook', 'kafka', 'logging', 'wordpress']],
  ])('is short: %s', (_, names) => {
    const files = names.flatMap(filesOf);
    const size = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    expect(size).toBeGreaterThanOrEqual(20_000);
    const link = encodeDocument({
      files,
      activeFile: files[0]?.name ?? '',
      filters: NO_FILTERS,
      selection: null,
      moved: {},
      assumptions: NO_ASSUMPTIONS,
    });
    expect(`https://netpolis.example.com/workshop/#${link}`.length).toBeLessThan(LONGEST);
  });
});
