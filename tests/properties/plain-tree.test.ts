// The quick reader of plain YAML gives the tree that js-yaml's events give, or leaves the text to them.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnyTree } from '../../src/core/manifests/event-tree.ts';
import { readPlainTree } from '../../src/core/manifests/plain-tree.ts';
import { splitDocuments } from '../../src/core/manifests/split.ts';
import { runs } from './runs.ts';

const RUNS = runs(300);

/** All documents of the golden applications, as people write them. */
const DOCUMENTS: readonly string[] = readdirSync('tests/cases', {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => /\.ya?ml$/.test(name))
  .flatMap((name) => splitDocuments(readFileSync(`tests/cases/${name}`, 'utf8')))
  .map(({ text }) => text);

/** True where the quick one read it. */
function isSame(text: string): boolean {
  const quick = readPlainTree(text);
  if (quick === null) return false;
  expect(quick, text).toEqual(readAnyTree(text));
  return true;
}

const KEYS = [
  'a',
  'kind',
  'x-y',
  'app.kubernetes.io/name',
  'on',
  '1',
  '"q"',
  "'s'",
  'two words',
  '-',
];
const SCALARS = [
  ...['', '1', '-1', '0x1f', '1.5', '~', 'null', 'no', 'text', 'two words', 'a:b', 'a#b', '--flag'],
  ...['"a: b"', "'c # d'", '"a\\n"', "'it''s'", '10.0.0.0/8', '*', '&x y', '*x', '!!str 1', '$(X)'],
  ...[
    '{}',
    '[]',
    '{a: 1}',
    '[a, b]',
    '[{a: b}, [c]]',
    '{a: [b], "c": d}',
    '[a, ]',
    '{a}',
    '[a: b]',
  ],
  ...['|\n  text', '>-\n  text', 'a: b', '- a', 'a # comment', '{a: b} # c', '[a', 'a]', 'é', '@a'],
  ...['a\n  b', 'a\n b', '{a: b,\n c: d}', '#', ' a', 'a ', '<<', '?', '-', ':', '::', '%a', '`a`'],
];
const NOISE = ['', '', '', '', '\n', '# note\n', '      # far\n', '   \n'];

type Part = { readonly line: string; readonly indent: number; readonly noise: string };

/** Lines of any indentation: some are manifests, some mistakes, some YAML that only js-yaml knows. */
const lines: fc.Arbitrary<readonly Part[]> = fc.array(
  fc.record({
    line: fc.oneof(
      fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...SCALARS)).map(([k, v]) => `${k}: ${v}`),
      fc.constantFrom(...KEYS).map((key) => `${key}:`),
      fc
        .tuple(fc.constantFrom(...KEYS), fc.constantFrom(...SCALARS))
        .map(([k, v]) => `- ${k}: ${v}`),
      fc.constantFrom(...SCALARS).map((scalar) => `- ${scalar}`),
      fc.constantFrom(...SCALARS),
    ),
    indent: fc.integer({ min: -2, max: 2 }),
    noise: fc.constantFrom(...NOISE),
  }),
  { minLength: 1, maxLength: 8 },
);

function written(parts: readonly Part[]): string {
  let indent = 0;
  return parts
    .map(({ line, indent: by, noise }, at) => {
      indent = at === 0 ? 0 : Math.max(0, indent + by);
      return `${noise}${' '.repeat(indent)}${line}\n`;
    })
    .join('');
}

/** What a slip of the finger may leave in a text. */
const SLIPS = [
  ...'\n \t\r\0:#-?{}[],"\'&*!|>%@`~<=.\\aé\uFEFF\u2028',
  '  ',
  ': ',
  '- ',
  ' #',
  '\n\n',
];

describe('plain YAML', () => {
  it('is read in one pass where people write manifests', () => {
    const read = DOCUMENTS.filter(isSame).length;
    expect(DOCUMENTS.length).toBeGreaterThan(100);
    expect(read / DOCUMENTS.length).toBeGreaterThan(0.9);
  });

  it('is the same tree whatever lines stand below each other', () => {
    let read = 0;
    fc.assert(
      fc.property(lines, (parts) => {
        if (isSame(written(parts))) read += 1;
      }),
      { numRuns: RUNS * 10 },
    );
    expect(read).toBeGreaterThan(RUNS / 2);
  });

  it('is the same tree after any slip', () => {
    let read = 0;
    const slip = fc.record({
      at: fc.nat(),
      cut: fc.integer({ min: 0, max: 3 }),
      put: fc.constantFrom('', ...SLIPS),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...DOCUMENTS),
        fc.array(slip, { minLength: 1, maxLength: 3 }),
        (document, slips) => {
          let text = document;
          for (const { at, cut, put } of slips) {
            const place = at % (text.length + 1);
            text = text.slice(0, place) + put + text.slice(place + cut);
          }
          if (isSame(text)) read += 1;
        },
      ),
      { numRuns: RUNS * 3 },
    );
    expect(read).toBeGreaterThan(RUNS / 2);
  });
});
