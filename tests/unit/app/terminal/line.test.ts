// What keys do to the line that is typed.
import { describe, expect, test } from 'vitest';
import { keysIn } from '../../../../src/app/terminal/keys.ts';
import {
  cutNextWord,
  cutToEnd,
  cutToStart,
  cutWord,
  eraseAfter,
  eraseBefore,
  insert,
  type Line,
  toLeft,
  toRight,
  toWordLeft,
  toWordRight,
} from '../../../../src/app/terminal/line.ts';

/** `|` stands for the cursor. */
function line(drawn: string): Line {
  const cursor = drawn.indexOf('|');
  return { text: drawn.replace('|', ''), cursor };
}

function drawn({ text, cursor }: Line): string {
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

describe('a line', () => {
  test.each([
    ['inserts', insert(line('get |pods'), 'my'), 'get my|pods'],
    ['erases before', eraseBefore(line('get| pods')), 'ge| pods'],
    ['erases nothing at the start', eraseBefore(line('|pods')), '|pods'],
    ['erases after', eraseAfter(line('ge|t')), 'ge|'],
    ['erases a letter made of several', eraseBefore(line('a👩‍👧|')), 'a|'],
    ['goes over an accent with its letter', toLeft(line('cafe\u0301|')), 'caf|e\u0301'],
    ['goes over a wide letter', toRight(line('|尺寸')), '尺|寸'],
    ['goes back a word', toWordLeft(line('run --image=ngi|nx')), 'run --image=|nginx'],
    ['goes on a word', toWordRight(line('get| svc,pod')), 'get svc|,pod'],
  ])('%s', (_what, is, becomes) => {
    expect(drawn(is)).toBe(becomes);
  });

  test.each([
    ['to the end', cutToEnd(line('get |pods -A')), 'get |', 'pods -A'],
    ['to the start', cutToStart(line('get |pods')), '|pods', 'get '],
    [
      'the word before, as a shell counts',
      cutWord(line('run --image=nginx |x')),
      'run |x',
      '--image=nginx ',
    ],
    ['the next word', cutNextWord(line('run| nginx x')), 'run| x', ' nginx'],
  ])('cuts %s', (_what, is, becomes, cut) => {
    expect([drawn(is.line), is.cut]).toEqual([becomes, cut]);
  });
});

describe('keys', () => {
  test.each([
    ['ls\r', ['text ls', 'enter']],
    ['\x1b[A\x1bOB', ['older', 'newer']],
    ['\x1b[1;5D\x1bf', ['word-left', 'word-right']],
    [
      '\x01\x05\x15\x0b\x17\x0c\x03\x04',
      [
        'home',
        'end',
        'cut-to-start',
        'cut-to-end',
        'cut-word',
        'clear',
        'interrupt',
        'end-of-input',
      ],
    ],
    ['Größe 尺', ['text Größe 尺']],
    ['\x1b', ['escape']],
    ['\x1b[200~a\r\nb\rc\x1b[201~x', ['paste a\nb\nc', 'text x']],
    ['\x1b[200~a\x1b[31mb\u0007\tc\u202e\x1b[201~', ['paste a[31mb\tc']],
    ['\x1b[99;7Qx\x1b[?1;2c', ['text x']],
    ['a\u009b31mb', ['text a', 'text 31mb']],
  ])('%j', (data, expected) => {
    const keys = keysIn(data).map((key) =>
      key.kind === 'press' ? key.press : `${key.kind} ${key.text}`,
    );
    expect(keys).toEqual(expected);
  });
});
