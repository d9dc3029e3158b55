// What is pasted onto the page is manifests, or is said not to be.
import { expect, test } from 'vitest';
import { pastedText } from '../../../src/app/intake/pasted.ts';

test.each([
  ['apiVersion: v1\nkind: Pod\n', 'pasted.yaml'],
  ['\n {"kind": "Pod"}', 'pasted.json'],
  ['[{"kind": "Pod"}]', 'pasted.json'],
])('%j is a file', (text, name) => {
  expect(pastedText(text)).toEqual({ file: { name, text } });
});

test.each(['', 'https://example.org/netpol', 'How kind of you'])(
  '%j is none, and says so',
  (text) => {
    expect(pastedText(text)).toEqual({ refusal: expect.stringContaining('No manifests') });
  },
);

test('too much is refused in words', () => {
  expect(pastedText(`kind: Pod\n${' '.repeat(33 * 1024 * 1024)}`)).toEqual({
    refusal: expect.stringContaining('32 MB'),
  });
});
