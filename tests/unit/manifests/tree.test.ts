// Every key and value of a document has its value and its place.
import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { parseDocument, type Tree } from '../../../src/core/manifests/tree.ts';

function rootOf(text: string): Tree {
  const parsed = parseDocument(text);
  if (!parsed.ok) throw new Error(`${parsed.message} at ${parsed.offset}`);
  return parsed.root;
}

/** Each key as `path!` and each value as `path`, with the text at its place. */
function places(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  const walk = (tree: Tree, path: string) => {
    found[path] = cut(tree.range);
    if (tree.type === 'list') {
      tree.items.forEach((item, index) => {
        walk(item, `${path}[${index}]`);
      });
    }
    if (tree.type === 'map') {
      for (const { key, keyRange, value } of tree.entries) {
        const inner = path === '' ? key : `${path}.${key}`;
        found[`${inner}!`] = cut(keyRange);
        walk(value, inner);
      }
    }
  };
  walk(rootOf(text), '');
  return found;
}

/** The plain value; of keys that stand twice the last. */
function plain(tree: Tree): unknown {
  if (tree.type === 'scalar') return tree.value;
  if (tree.type === 'list') return tree.items.map(plain);
  return new Map(tree.entries.map(({ key, value }) => [key, plain(value)]));
}

/** Objects as Maps, so that no key is special. */
function asMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asMaps);
  if (value === null || typeof value !== 'object') return value;
  return new Map(Object.entries(value).map(([key, inner]) => [key, asMaps(inner)]));
}

describe('places', () => {
  test('of block collections and plain scalars', () => {
    const text = 'a: 1\nlist:\n  - x\n  - k: v\n    m: n\n  - - p\n    - q\nz: end # c\n';
    expect(places(text)).toMatchObject({
      '': text.slice(0, text.indexOf(' # c')),
      'a!': 'a',
      a: '1',
      list: '- x\n  - k: v\n    m: n\n  - - p\n    - q',
      'list[0]': 'x',
      'list[1]': 'k: v\n    m: n',
      'list[1].m!': 'm',
      'list[1].m': 'n',
      'list[2]': '- p\n    - q',
      'list[2][1]': 'q',
      z: 'end',
    });
  });

  test('of a list that stands as far left as its key', () => {
    expect(places('a:\n- b\n- c\nd: e\n')).toMatchObject({ a: '- b\n- c', 'a[1]': 'c', d: 'e' });
  });

  test('of flow collections, with brackets in quotes and comments', () => {
    const text = 'a: {x: "]", y: [1, \'}\', 2 ], # ]\n  z: {}} # }\nb: [ ]\n';
    expect(places(text)).toMatchObject({
      a: '{x: "]", y: [1, \'}\', 2 ], # ]\n  z: {}}',
      'a.x': '"]"',
      'a.y': "[1, '}', 2 ]",
      'a.y[1]': "'}'",
      'a.z': '{}',
      'b!': 'b',
      b: '[ ]',
    });
  });

  test('of pairs without brackets in a flow list, and of what follows them', () => {
    expect(places('[a: 1, {b: 2}, c]')).toEqual({
      '': '[a: 1, {b: 2}, c]',
      '[0]': 'a: 1',
      '[0].a!': 'a',
      '[0].a': '1',
      '[1]': '{b: 2}',
      '[1].b!': 'b',
      '[1].b': '2',
      '[2]': 'c',
    });
    expect(places('[{a: 1}: b, c]')).toMatchObject({ '[0]': '{a: 1}: b', '[1]': 'c' });
  });

  test('of quoted and multi-line scalars', () => {
    const text = `a: 'it''s'\nb: "x\\ny"\n"c d": plain\n  goes on\ne: "two\n  lines"\n`;
    expect(places(text)).toMatchObject({
      a: "'it''s'",
      b: '"x\\ny"',
      'c d!': '"c d"',
      'c d': 'plain\n  goes on',
      e: '"two\n  lines"',
    });
  });

  test('of block scalars', () => {
    expect(places('a: |\n  one\n  two\nb: >-\n  three\nc: d\n')).toMatchObject({
      a: '  one\n  two\n',
      b: '  three\n',
      c: 'd',
    });
  });

  test('with Windows line ends', () => {
    expect(places('a:\r\n  - b: 1\r\n    c: 2\r\n')).toMatchObject({
      'a[0]': 'b: 1\r\n    c: 2',
      'a[0].c': '2',
    });
  });

  test('of tabbed JSON with escapes', () => {
    const text = '{\n\t"a": [\n\t\t1,\n\t\t"\\u0041\\/\\ud83d\\ude00"\n\t]\n}';
    expect(places(text)).toMatchObject({ 'a!': '"a"', 'a[0]': '1', 'a[1]': text.slice(17, -5) });
    expect(plain(rootOf(text))).toEqual(new Map([['a', [1, 'A/😀']]]));
  });

  test('of empty values: at their keys', () => {
    expect(places('a:\nb: # c\nc: {d, e: }\n')).toMatchObject({
      a: 'a',
      b: 'b',
      'c.d': 'd',
      'c.e': 'e',
    });
  });

  test('of empty items: at their dashes', () => {
    const text = '- a\n# - no\n-\n- # c\n- &x\n- !!str\n- b\n';
    const root = rootOf(text);
    if (root.type !== 'list') throw new Error('no list');
    const dashes = [...text.matchAll(/^-/gm)].map(({ index }) => index);
    expect(root.items.slice(1, 5).map(({ range }) => range.start)).toEqual(dashes.slice(1, 5));
    expect(text.slice(root.items[5]?.range.start)).toBe('b\n');
    expect(text.slice(root.range.start, root.range.end)).toBe(text.trimEnd());
  });

  test('of empty keys: inside the text', () => {
    for (const text of [': v', 'a: 1\n: v\n', '{: v}', '? \n: v']) {
      const root = rootOf(text);
      if (root.type !== 'map') throw new Error('no map');
      const { keyRange } = root.entries.at(-1) ?? { keyRange: { start: -1, end: -1 } };
      expect(keyRange.start).toBeGreaterThanOrEqual(0);
      expect(keyRange.end).toBeLessThanOrEqual(text.length);
    }
  });

  test('of what an alias stands for: where it is written', () => {
    expect(places('a: &x {k: v}\nb: *x\nc: d\n')).toMatchObject({
      a: '{k: v}',
      b: '{k: v}',
      'b.k': 'v',
      c: 'd',
    });
  });
});

describe('values', () => {
  test('of tagged and quoted scalars', () => {
    const text =
      'a: !!str 80\nb: !!int "80"\nc: "80"\nd: \'no\'\ne: ! 80\nf: !!str\ng: !mine 80\nh: |\n  80\n';
    expect(plain(rootOf(text))).toEqual(
      new Map<string, unknown>([
        ['a', '80'],
        ['b', 80],
        ['c', '80'],
        ['d', 'no'],
        ['e', '80'],
        ['f', ''],
        ['g', '80'],
        ['h', '80\n'],
      ]),
    );
  });

  test('of merged maps: what the map has itself wins, then the first merged', () => {
    const text =
      'a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  x: 3\nd: {"<<": 1}\ne: {<<: *b}\n';
    const [, , ...merged] = [...(plain(rootOf(text)) as Map<string, unknown>)];
    expect(new Map(merged)).toEqual(
      new Map<string, unknown>([
        [
          'c',
          new Map([
            ['x', 3],
            ['y', 1],
            ['z', 2],
          ]),
        ],
        ['d', new Map([['<<', 1]])],
        [
          'e',
          new Map([
            ['y', 2],
            ['z', 2],
          ]),
        ],
      ]),
    );
  });

  test('keys are strings, as JSON makes them', () => {
    const root = rootOf('on: 1\n80: 2\n"off": 3\nnull: 4\n? [a]\n: 5\n');
    if (root.type !== 'map') throw new Error('no map');
    expect(root.entries.map(({ key }) => key)).toEqual(['true', '80', 'off', 'null', '?']);
  });

  test('nothing is null', () => {
    expect(plain(rootOf(''))).toBe(null);
    expect(plain(rootOf('# only this'))).toBe(null);
  });
});

describe('keys that stand twice', () => {
  test('are told in the order of the text, at the later place', () => {
    const text = 'a: 1\nb: {c: 1, c: 2, c: 3}\na: 2\n';
    const parsed = parseDocument(text);
    if (!parsed.ok) throw new Error(parsed.message);
    expect(parsed.duplicates.map(({ key, range }) => [key, range.start])).toEqual([
      ['c', text.indexOf('c: 2')],
      ['c', text.indexOf('c: 3')],
      ['a', text.indexOf('a: 2')],
    ]);
    expect(plain(parsed.root)).toEqual(
      new Map<string, unknown>([
        ['a', 2],
        ['b', new Map([['c', 3]])],
      ]),
    );
  });

  test('are none where a merge brings the same key', () => {
    const parsed = parseDocument('a: &a {x: 1}\nb: {<<: *a, x: 2}\n');
    expect(parsed).toMatchObject({ ok: true, duplicates: [] });
  });
});

describe('what can not be read', () => {
  test.each([
    { name: 'an unclosed quote', text: 'a: "b\n' },
    { name: 'an unclosed bracket', text: 'a: [b\n' },
    { name: 'a tab for indentation', text: 'a:\n\tb: 1\n' },
    { name: 'two values on a line', text: 'a: b: c\n' },
    { name: 'an unknown alias', text: 'a: *b\n' },
    { name: 'an alias inside itself', text: 'a: &a [*a]\n' },
    { name: 'deep nesting', text: '['.repeat(5000) },
    { name: 'a control character', text: 'a: \u0000\n' },
  ])('$name is an answer with a place', ({ text }) => {
    const parsed = parseDocument(text);
    if (parsed.ok) throw new Error('it was read');
    expect(parsed.message).not.toBe('');
    expect(parsed.offset).toBeGreaterThanOrEqual(0);
    expect(parsed.offset).toBeLessThanOrEqual(text.length);
  });
});

/** Names that objects of JavaScript have of their own, and others that need quotes. */
const key = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '',
    '<<',
    '*',
    '&a',
    '- a',
    'a: b',
    '#',
    '?',
  ),
);
const leaf = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'yes',
    'no',
    'null',
    '~',
    '080',
    '1e3',
    '- x',
    'a\nb\n',
    ' x ',
    '{',
    '*a',
    '%',
    '...',
    '---',
  ),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const { document } = fc.letrec((tie) => ({
  document: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('list'), tie('map')),
  list: fc.array(tie('document'), { maxLength: 4 }),
  map: fc
    .array(fc.tuple(key, tie('document')), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries)),
}));

/** Every range lies inside its parent's, and its text alone reads as the same value. */
function expectPlaces(text: string, tree: Tree, isFlow: boolean): void {
  const { start, end } = tree.range;
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeLessThanOrEqual(text.length);
  if (isFlow) {
    expect(asMaps(JSON.parse(text.slice(start, end)))).toEqual(plain(tree));
  }
  const within = (range: { start: number; end: number }) => {
    expect(range.start).toBeGreaterThanOrEqual(start);
    expect(range.end).toBeLessThanOrEqual(end);
  };
  if (tree.type === 'list') {
    for (const item of tree.items) {
      within(item.range);
      expectPlaces(text, item, isFlow);
    }
  }
  if (tree.type === 'map') {
    for (const { key: name, keyRange, value } of tree.entries) {
      within(keyRange);
      within(value.range);
      if (isFlow) expect(JSON.parse(text.slice(keyRange.start, keyRange.end))).toBe(name);
      expectPlaces(text, value, isFlow);
    }
  }
}

describe('any document', () => {
  test('written as JSON is read as itself, each range alone too', () => {
    fc.assert(
      fc.property(document, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const root = rootOf(text);
        expect(plain(root)).toEqual(asMaps(JSON.parse(text)));
        expectPlaces(text, root, true);
      }),
    );
  });

  test('written as YAML is read as itself, each range inside its parent', () => {
    fc.assert(
      fc.property(
        document,
        fc.record({ flowLevel: fc.constantFrom(-1, 1, 2), noRefs: fc.constant(true) }),
        (value, options) => {
          const text = dump(value, options);
          const root = rootOf(text);
          expect(plain(root)).toEqual(asMaps(load(text)));
          expectPlaces(text, root, false);
        },
      ),
    );
  });

  test('never throws, whatever the text', () => {
    const scrap = fc.constantFrom(
      ...[
        'a',
        ': ',
        '- ',
        '\n',
        '  ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '"',
        "'",
        '#',
        '&x ',
        '*x',
        '!!str ',
        '|',
        '>',
        '? ',
        '<<: ',
        '\t',
        '0',
        '%',
        '\uFEFF',
        '\ud800',
        '\u0000',
        '__proto__',
      ],
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 30 }), (scraps) => {
        const text = scraps.join('');
        const parsed = parseDocument(text);
        if (parsed.ok) {
          const walk = (tree: Tree) => {
            expect(tree.range.start).toBeGreaterThanOrEqual(0);
            expect(tree.range.end).toBeGreaterThanOrEqual(tree.range.start);
            expect(tree.range.end).toBeLessThanOrEqual(text.length);
            if (tree.type === 'list') tree.items.forEach(walk);
            if (tree.type === 'map') tree.entries.map(({ value }) => value).forEach(walk);
          };
          walk(parsed.root);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
