// The notation of lessons: what becomes of each part, and that nothing written gets lost or runs away.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Inline, readInline, readMarkdown } from '../../../src/lessons/markdown.ts';

const written = (content: readonly Inline[]): string =>
  content
    .map((part) => {
      if (part.kind === 'bold') return `**${part.text}**`;
      if (part.kind === 'code') return `\`${part.text}\``;
      return part.kind === 'link' ? `[${part.text}](${part.address})` : part.text;
    })
    .join('');

describe('a line', () => {
  it('has bold words, code and links in it', () => {
    expect(readInline('a **b** `c` [d](https://e.example/f) g')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'bold', text: 'b' },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: 'c' },
      { kind: 'text', text: ' ' },
      { kind: 'link', text: 'd', address: 'https://e.example/f' },
      { kind: 'text', text: ' g' },
    ]);
  });

  it.each([
    '[d](javascript:alert(1))',
    '[d](http://e.example)',
    '[d](data:text/html,x)',
    '<b>d</b>',
    '**d',
    '`d',
  ])('takes %s as it stands', (text) => {
    expect(readInline(text)).toEqual([{ kind: 'text', text }]);
  });

  it('loses nothing of what is written', () => {
    const piece = fc.constantFrom(
      '**',
      '*',
      '`',
      '[',
      ']',
      '(',
      ')',
      'https://x.y',
      'a',
      ' ',
      '<b>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(written(readInline(text))).toBe(text);
      }),
    );
  });

  it('is read in a moment, however it is written', () => {
    for (const bad of ['[', '**', '`', '[a](', '*']) {
      const before = performance.now();
      readInline(bad.repeat(50_000));
      expect(performance.now() - before).toBeLessThan(3_000);
    }
  });
});

describe('a text', () => {
  it('is cut into paragraphs, lists and blocks', () => {
    const text = 'one\ntwo\n\n- a\n  b\n- c\n\n```yaml\nx:\n  y\n```\n```commands\nls\n```\nlast';
    expect(readMarkdown(text).map((block) => block.kind)).toEqual([
      'paragraph',
      'list',
      'yaml',
      'commands',
      'paragraph',
    ]);
    expect(readMarkdown(text)[1]).toEqual({
      kind: 'list',
      items: [[{ kind: 'text', text: 'a b' }], [{ kind: 'text', text: 'c' }]],
    });
    expect(readMarkdown(text)[2]).toEqual({ kind: 'yaml', text: 'x:\n  y' });
  });

  it('ends a block that is left open at its end', () => {
    expect(readMarkdown('```yaml\nx')).toEqual([{ kind: 'yaml', text: 'x' }]);
    expect(readMarkdown('```')).toEqual([{ kind: 'output', text: '' }]);
  });

  it('never throws and always ends', () => {
    const line = fc.constantFrom('```', '```yaml', '- a', '', ' ', 'a', '  ```', '-', '****', '``');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        readMarkdown(lines.join('\n'));
      }),
    );
  });
});
