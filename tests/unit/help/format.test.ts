// What formatting makes of a text, and what it leaves alone.
import { describe, expect, it } from 'vitest';
import { format } from '../../../src/core/help/format.ts';

function formatted(text: string): string {
  let result = text;
  for (const { start, end, text: words } of format(text).toReversed()) {
    result = result.slice(0, start) + words + result.slice(end);
  }
  return result;
}

const CASES: readonly (readonly [what: string, before: string, after: string])[] = [
  ['four spaces', 'a:\n    b:\n        c: 1\n', 'a:\n  b:\n    c: 1\n'],
  ['one space', 'a:\n b:\n  c: 1\n', 'a:\n  b:\n    c: 1\n'],
  ['wide dashes', 'a:\n  -   b: 1\n      c: 2\n  -   b: 3\n', 'a:\n  - b: 1\n    c: 2\n  - b: 3\n'],
  ['dashes in dashes', 'a:\n  -   -   b\n      -   c\n', 'a:\n  - - b\n    - c\n'],
  ['lists below their keys stay so', 'a:\n- b:\n    c: 1\n', 'a:\n- b:\n    c: 1\n'],
  [
    'lists as most of them are',
    'a:\n- x\nb:\n  - y\nc:\n  - z\n',
    'a:\n  - x\nb:\n  - y\nc:\n  - z\n',
  ],
  [
    'comments with what follows',
    'a:\n    # of b\n    b: 1\n# at the end\n',
    'a:\n  # of b\n  b: 1\n# at the end\n',
  ],
  [
    'comments of what went before',
    'a:\n    b: 1\n    # still in a\nc: 2\n',
    'a:\n  b: 1\n  # still in a\nc: 2\n',
  ],
  ['blank lines', 'a:\n    b: 1\n    \n\n    c: 2   \n', 'a:\n  b: 1\n\n\n  c: 2\n'],
  [
    'block texts',
    'a:\n    b: |\n        x\n          y\n\n        z\n    c: 1\n',
    'a:\n  b: |\n    x\n      y\n\n    z\n  c: 1\n',
  ],
  ['block texts in lists', 'a:\n    -   |\n        x\n         y\n', 'a:\n  - |\n    x\n     y\n'],
  ['quoting', 'a:\n    b: "x"  # why\n    c: \'y\'\n', 'a:\n  b: "x"  # why\n  c: \'y\'\n'],
  [
    'texts over lines',
    'a:\n    b: some\n        words\n    c: 1\n',
    'a:\n  b: some\n      words\n  c: 1\n',
  ],
  [
    'brackets over lines',
    'a:\n    b: [\n        x,\n        y\n      ]\n',
    'a:\n  b: [\n      x,\n      y\n    ]\n',
  ],
  ['values below their keys', 'a:\n        value\n', 'a:\n  value\n'],
  [
    'each document by itself',
    'a:\n    b: 1\n---\nc: [\n---\nd:\n    e: 1\n',
    'a:\n  b: 1\n---\nc: [\n---\nd:\n  e: 1\n',
  ],
  [
    'markers with comments',
    '--- # one\na:\n    b: 1\n...\n--- # two\nc: 1\n',
    '--- # one\na:\n  b: 1\n...\n--- # two\nc: 1\n',
  ],
  ['not what begins behind a marker', '--- {a: 1}\n', '--- {a: 1}\n'],
  [
    'the other line end',
    'a:\r\n    b: 1\r\n\r\n    # c\r\n    d: 2\r\n',
    'a:\r\n  b: 1\r\n\r\n  # c\r\n  d: 2\r\n',
  ],
  ['anchors', 'a: &x\n    b: 1\nc: *x\n', 'a: &x\n  b: 1\nc: *x\n'],
  [
    'JSON',
    '{"a":{"b":[1,2.0,{}],"c":[]}}\n',
    '{\n  "a": {\n    "b": [\n      1,\n      2.0,\n      {}\n    ],\n    "c": []\n  }\n}\n',
  ],
  ['not what is broken', 'a:\n    b: "x\n    c: 1\n', 'a:\n    b: "x\n    c: 1\n'],
  ['dashes alone', 'a:\n    -\n      b: 1\n', 'a:\n  -\n    b: 1\n'],
  [
    'spaces at the end of a block text',
    'a:\n    b: |\n        x  \n        \n    c: 1\n',
    'a:\n  b: |\n    x  \n\n  c: 1\n',
  ],
];

describe('formatting', () => {
  it.each(CASES)('indents %s', (_, before, after) => {
    expect(formatted(before)).toBe(after);
    expect(formatted(after)).toBe(after);
  });

  it('changes lines one by one, so that the cursor stays', () => {
    expect(format('a:\n    b: 1\nc: 2\n')).toEqual([{ start: 3, end: 5, text: '' }]);
  });
});
