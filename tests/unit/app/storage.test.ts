// What is kept between visits, and what is made of broken values.
import { describe, expect, test } from 'vitest';
import { readSizes } from '../../../src/app/layout/sizes.ts';
import { chooseOpening, sampleDocument } from '../../../src/app/link/opening.ts';
import { openOwnDocument } from '../../../src/app/storage/own-document.ts';
import { PLAIN_LENGTH, packDocument, unpackDocument } from '../../../src/app/storage/packing.ts';
import { createSnapshots, entryKey } from '../../../src/app/storage/snapshots.ts';
import { openTextStore } from '../../../src/app/storage/text-store.ts';
import { readTheme } from '../../../src/app/storage/theme.ts';
import { NO_ASSUMPTIONS } from '../../../src/core/index.ts';
import { encodeDocument } from '../../../src/share/codec.ts';
import type { Document } from '../../../src/share/document.ts';
import { documentWith, memoryStore } from './builders.ts';

describe('a packed document', () => {
  test('comes back as it was', () => {
    const document = documentWith(['a', 'kind: Pod\n'], ['b', '{}']);
    expect(unpackDocument(packDocument(document))).toEqual(document);
  });

  test('comes back with its selection, places and assumptions', () => {
    const document: Document = {
      ...documentWith(['a', 'kind: Pod\n']),
      selection: { kind: 'peer', id: 'x/a[Pod]' },
      moved: { 'x/a[Pod]': { x: 1, y: 2 } },
      assumptions: {
        ...NO_ASSUMPTIONS,
        podRanges: ['10.244.0.0/16'],
        hostNetwork: 'node',
        namespaces: [{ name: 'ops', labels: [['team', 'ops']], isComplete: false }],
      },
    };
    expect(unpackDocument(packDocument(document))).toEqual(document);
  });

  test('is deflated when it is long, beyond what a link may hold', () => {
    const text = 'kind: Pod # of many\n'.repeat((9 * PLAIN_LENGTH) / 40);
    const document = documentWith(['a', text]);
    const packed = packDocument(document);
    expect(packed.length).toBeLessThan(PLAIN_LENGTH / 4);
    expect(unpackDocument(packed)).toEqual(document);
  });

  test.each([
    null,
    '',
    'null',
    '[]',
    '{',
    '{"files": 7}',
    'v1.',
    'v1.AAAAAAAA',
    'v2.AAAA',
    '\u0000',
  ])('is not to be had from %j', (packed) => {
    expect(unpackDocument(packed)).toBeNull();
  });
});

describe('storage that browsers refuse', () => {
  const refused = openTextStore(() => {
    throw new DOMException('no', 'SecurityError');
  });

  test('reads as empty and says that it does not write', () => {
    expect(refused.read('a')).toBeNull();
    expect(refused.write('a', 'b')).toBe(false);
    expect(refused.keys()).toEqual([]);
    expect(readTheme(refused)).toBe('system');
    expect(openOwnDocument(refused).read()).toBeNull();
  });
});

describe('the own document', () => {
  test('is told from what another tab wrote since', () => {
    const storage = memoryStore();
    const here = openOwnDocument(storage);
    const there = openOwnDocument(storage);
    expect(here.write(documentWith(['a', 'here']))).toBe(true);
    expect(here.foreign()).toBeNull();
    there.write(documentWith(['a', 'there']));
    expect(here.foreign()).toEqual(documentWith(['a', 'there']));
    here.write(documentWith(['a', 'here again']));
    expect(here.foreign()).toBeNull();
  });

  test('says when there is no room', () => {
    const own = openOwnDocument(memoryStore(100));
    expect(own.write(documentWith(['a', 'x'.repeat(200)]))).toBe(false);
  });
});

describe('snapshots of a tab', () => {
  const snapshot = (text: string) =>
    ({
      ownership: 'link',
      fragment: '#v1.x',
      document: documentWith(['a', text]),
      readOnly: false,
    }) as const;

  test('come back after a reload, the newest at the cost of others', () => {
    const storage = memoryStore(1_000);
    const before = createSnapshots(storage);
    before.write('one', snapshot('x'.repeat(500)));
    before.write('two', snapshot('y'.repeat(500)));
    const after = createSnapshots(storage);
    expect(after.read('two')).toEqual(snapshot('y'.repeat(500)));
    expect(after.read('one')).toBeNull();
    expect(before.read('one')).toEqual(snapshot('x'.repeat(500)));
  });

  test('are not read out of broken values', () => {
    const storage = memoryStore();
    storage.write('netpolis.entry.k', '{"packed": "{}", "fragment": ""}');
    expect(createSnapshots(storage).read('k')).toBeNull();
    expect(entryKey(null)).toBeNull();
    expect(entryKey({ netpolis: 7 })).toBeNull();
    expect(entryKey({ netpolis: 'k' })).toBe('k');
  });
});

describe('what the page opens on', () => {
  const mine = documentWith(['a', 'mine']);
  const theirs = documentWith(['a', 'theirs']);
  const fallback = { document: mine, ownership: 'own' } as const;
  const link = `#${encodeDocument(theirs)}`;

  test('is the person’s own without a link', () => {
    expect(chooseOpening('', fallback, null)).toMatchObject({ ...fallback, refusal: null });
    expect(chooseOpening('#elsewhere', fallback, null)).toMatchObject(fallback);
  });

  test('is a link where there is one', () => {
    expect(chooseOpening(link, fallback, null)).toMatchObject({
      document: theirs,
      ownership: 'link',
    });
  });

  test('stays the person’s own when the link holds just that', () => {
    const own = `#${encodeDocument(mine)}`;
    expect(chooseOpening(own, fallback, null).ownership).toBe('own');
  });

  test('is only to be read when the link asks for it, unless it holds the person’s own', () => {
    const asked = (document: typeof mine) => `#${encodeDocument(document, 'read-only')}`;
    expect(chooseOpening(asked(theirs), fallback, null).readOnly).toBe(true);
    expect(chooseOpening(link, fallback, null).readOnly).toBe(false);
    expect(chooseOpening(asked(mine), fallback, null).readOnly).toBe(false);
  });

  test('is what this tab showed last at this address', () => {
    const snapshot = {
      ownership: 'link',
      fragment: link,
      document: mine,
      readOnly: true,
    } as const;
    expect(chooseOpening(link, fallback, snapshot)).toMatchObject({
      document: mine,
      ownership: 'link',
      readOnly: true,
      fresh: false,
    });
    expect(chooseOpening(link, fallback, { ...snapshot, fragment: '' }).document).toEqual(theirs);
  });

  test('is the person’s own, with a word, when the link is no good', () => {
    expect(chooseOpening('#v1.AAAA', fallback, null)).toMatchObject({
      document: mine,
      refusal: 'damaged',
    });
    expect(chooseOpening('#v3.AAAA', fallback, null).refusal).toBe('newer-version');
  });

  test('is the opening sample for a stranger', () => {
    expect(sampleDocument().files.length).toBeGreaterThan(0);
  });
});

describe('the division of the page', () => {
  test.each(['', '{', 'null', '[]', '{"editor": "wide", "details": null}'])(
    'has its defaults for %j',
    (stored) => {
      const storage = memoryStore();
      storage.write('netpolis.layout', stored);
      expect(readSizes(storage)).toEqual(readSizes(memoryStore()));
    },
  );

  test('keeps panes within sight', () => {
    const storage = memoryStore();
    storage.write('netpolis.layout', '{"editor": 7, "details": -3, "problemsOpen": false}');
    const sizes = readSizes(storage);
    expect(sizes.editor).toBeLessThan(0.7);
    expect(sizes.details).toBeGreaterThan(0.1);
    expect(sizes.problemsOpen).toBe(false);
  });
});
