// A file is cut into documents at its markers, and each piece knows where it stood.
import { describe, expect, test } from 'vitest';
import { splitDocuments } from '../../../src/core/manifests/split.ts';

function textsOf(text: string): readonly string[] {
  const pieces = splitDocuments(text);
  for (const piece of pieces) {
    expect(text.slice(piece.offset, piece.offset + piece.text.length)).toBe(piece.text);
  }
  return pieces.map((piece) => piece.text.trim());
}

describe('documents', () => {
  test.each([
    { name: 'one', text: 'a: 1\n', pieces: ['a: 1'] },
    { name: 'none in nothing', text: '', pieces: [] },
    { name: 'none in blank lines', text: ' \n\t\n\r\n', pieces: [] },
    { name: 'none in comments', text: '# a\n  # b\n', pieces: [] },
    { name: 'none in a comment without a line end', text: '# a', pieces: [] },
    { name: 'two', text: 'a: 1\n---\nb: 2\n', pieces: ['a: 1', 'b: 2'] },
    {
      name: 'a marker at the beginning and at the end',
      text: '---\na: 1\n---\n',
      pieces: ['a: 1'],
    },
    { name: 'markers one after another', text: '---\n---\n\n---\na: 1\n---', pieces: ['a: 1'] },
    {
      name: 'comments between markers',
      text: 'a: 1\n---\n# no\n---\nb: 2',
      pieces: ['a: 1', 'b: 2'],
    },
    {
      name: 'a comment on the line of the marker',
      text: 'a: 1\n--- # c\nb: 2',
      pieces: ['a: 1', '# c\nb: 2'],
    },
    { name: 'only a comment on the line of the marker', text: 'a: 1\n--- # c\n', pieces: ['a: 1'] },
    { name: 'spaces behind the marker', text: 'a: 1\n---  \t\nb: 2', pieces: ['a: 1', 'b: 2'] },
    {
      name: 'content on the line of the marker',
      text: '--- {a: 1}\n--- b\n',
      pieces: ['{a: 1}', 'b'],
    },
    { name: 'an end of document', text: 'a: 1\n...\nb: 2\n...\n', pieces: ['a: 1', 'b: 2'] },
    { name: 'an end and a beginning', text: 'a: 1\n...\n---\nb: 2', pieces: ['a: 1', 'b: 2'] },
    { name: 'Windows line ends', text: 'a: 1\r\n---\r\nb: 2\r\n', pieces: ['a: 1', 'b: 2'] },
    { name: 'directives', text: '%YAML 1.1\n%TAG ! tag:x,2000:\n---\na: 1', pieces: ['a: 1'] },
    { name: 'four dashes', text: 'a: 1\n----\nb: 2', pieces: ['a: 1\n----\nb: 2'] },
    { name: 'a word behind three dashes', text: 'a: 1\n---b: 2', pieces: ['a: 1\n---b: 2'] },
    {
      name: 'an indented marker',
      text: 'a: |\n  x\n  ---\n  y\n',
      pieces: ['a: |\n  x\n  ---\n  y'],
    },
    { name: 'a marker as text', text: 'a: "---"\nb: --- c', pieces: ['a: "---"\nb: --- c'] },
    { name: 'an unclosed quote', text: 'a: "x\n---\nb: 2', pieces: ['a: "x', 'b: 2'] },
  ])('$name', ({ text, pieces }) => {
    expect(textsOf(text)).toEqual(pieces);
  });

  test('a byte order mark is no part of a document, also where files were joined', () => {
    const pieces = splitDocuments('\uFEFFa: 1\n\uFEFF---\nb: 2\n---\n\uFEFFc: 3\n');
    expect(pieces.map(({ text }) => text.trim())).toEqual(['a: 1', 'b: 2', 'c: 3']);
    expect(pieces[0]?.text.startsWith('a')).toBe(true);
    expect(pieces[2]?.text.startsWith('c')).toBe(true);
    expect(pieces[0]?.offset).toBe(1);
  });
});
