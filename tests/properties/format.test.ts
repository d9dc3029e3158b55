// Formatting never changes what a text means, and done twice it is done once.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from '../../src/core/help/format.ts';
import { parseDocument, type Tree } from '../../src/core/manifests/tree.ts';
import { runs } from './runs.ts';

function formatted(text: string): string {
  let result = text;
  for (const { start, end, text: words } of format(text).toReversed()) {
    result = result.slice(0, start) + words + result.slice(end);
  }
  return result;
}

/** What a document says, without its places. */
function meaning(tree: Tree): unknown {
  if (tree.type === 'scalar') return [tree.text, tree.value];
  if (tree.type === 'list') return tree.items.map(meaning);
  return tree.entries.map(({ key, value }) => [key, meaning(value)]);
}

function meaningOf(text: string): unknown {
  return text.split(/^---$/m).map((piece) => {
    const parsed = parseDocument(piece);
    return parsed.ok ? meaning(parsed.root) : piece;
  });
}

const comments = (text: string) => text.split('\n').filter((line) => line.trim().startsWith('#'));

type Value = string | readonly Value[] | { readonly [key: string]: Value };

const SCALARS = [
  '1',
  '"a: b"',
  "'c'",
  'd e',
  '~',
  '|\nTEXT',
  '>-\nTEXT',
  '[a, b]',
  '{a: 1}',
  '"x # y"',
];

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(...SCALARS),
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'kind', '"q"', 'x-y'), tie('value'), {
      minKeys: 1,
      maxKeys: 3,
    }) as fc.Arbitrary<Value>,
  ),
})).value;

/** Writes a value as people do: any indentation, comments and blank lines between. */
function write(one: Value, indent: string, pick: () => number): string {
  const deeper = ' '.repeat(1 + (pick() % 5));
  const noise = () => ['', '', '', '\n', `${indent}# note\n`, '   # far\n'][pick() % 6] as string;
  if (typeof one === 'string') {
    return ` ${one.replace('TEXT', `${indent}${deeper}x\n\n${indent}${deeper}  y`)}\n`;
  }
  const isList = Array.isArray(one);
  const parts = isList
    ? one.map((item) => ['-', item] as const)
    : Object.entries(one).map(([key, item]) => [`${key}:`, item] as const);
  const lines = parts.map(([head, item]) => {
    const inner = write(item, indent + (isList ? ` ${deeper}` : deeper), pick);
    return `${noise()}${indent}${head}${inner}`;
  });
  return `\n${lines.join('')}`;
}

describe('formatting', () => {
  it('keeps the meaning and the comments of whatever is written, and rests', () => {
    fc.assert(
      fc.property(value, fc.array(fc.nat(29), { minLength: 40, maxLength: 40 }), (one, picks) => {
        let at = 0;
        const pick = () => picks[at++ % picks.length] as number;
        const text = `# top\n${write(one, '', pick)}---\n${write(one, '', pick)}`;
        const after = formatted(text);
        expect(meaningOf(after)).toEqual(meaningOf(text));
        expect(comments(after).map((line) => line.trim())).toEqual(
          comments(text).map((line) => line.trim()),
        );
        expect(formatted(after)).toBe(after);
      }),
      { numRuns: runs(400) },
    );
  });

  it('keeps the meaning of any text, broken or not', () => {
    const letters = fc.constantFrom(...'ab:- #\n\n  "\'|[]{},&*'.split(''));
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const after = formatted(text);
        expect(meaningOf(after)).toEqual(meaningOf(text));
        expect(after.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
      }),
      { numRuns: runs(2_000) },
    );
  });

  it('keeps the meaning of the golden cases', () => {
    const cases = new URL('../cases/', import.meta.url);
    const files = readdirSync(cases, { recursive: true, encoding: 'utf8' });
    const inputs = files.filter((name) => /\.(?:ya?ml|json)$/.test(name));
    expect(inputs.length).toBeGreaterThan(20);
    for (const name of inputs) {
      const text = readFileSync(new URL(name, cases), 'utf8');
      const after = formatted(text);
      expect(meaningOf(after), name).toEqual(meaningOf(text));
      expect(formatted(after), name).toBe(after);
    }
  });
});
