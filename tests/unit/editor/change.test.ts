// The smallest change between two texts.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { changeBetween } from '../../../src/app/editor/change.ts';

describe('changeBetween', () => {
  it('leaves out what is the same before and after', () => {
    expect(changeBetween('app: A # x', 'app: a # x')).toEqual({ start: 5, end: 6, text: 'a' });
    expect(changeBetween('ab', 'aXb')).toEqual({ start: 1, end: 1, text: 'X' });
    expect(changeBetween('aa', 'a')).toEqual({ start: 1, end: 2, text: '' });
  });

  it('cuts no character and no line end in two', () => {
    // The two faces differ only in their second half.
    expect(changeBetween('x😀y', 'x😁y')).toEqual({ start: 1, end: 3, text: '😁' });
    expect(changeBetween('a\r\nb', 'a\nb')).toEqual({ start: 1, end: 3, text: '\n' });
  });

  test('whatever the texts, it turns the one into the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '😀', '😁', '𐀀') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { start, end, text } = changeBetween(before, after);
        expect(before.slice(0, start) + text + before.slice(end)).toBe(after);
      }),
    );
  });
});
