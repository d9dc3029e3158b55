// What is typed is passed on at a steady beat, and at once where it might be lost.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTyping } from '../../../src/app/editor/typing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('createTyping', () => {
  it('passes on the text as it is at the beat, once, even for who never pauses', () => {
    const sent: string[] = [];
    const typing = createTyping((file, text) => sent.push(`${file}: ${text}`), 50);
    let text = '';
    for (const letter of 'abcdefghij') {
      text += letter;
      typing.edited('x.yaml', () => text);
      vi.advanceTimersByTime(10);
    }
    expect(sent).toEqual(['x.yaml: abcde', 'x.yaml: abcdefghij']);
  });

  it('flushes what waits, and does not send it again', () => {
    const sent: string[] = [];
    const typing = createTyping((_, text) => sent.push(text), 50);
    typing.edited('a', () => 'one');
    expect(typing.isWaiting()).toBe(true);
    typing.flush();
    vi.advanceTimersByTime(200);
    expect(sent).toEqual(['one']);
    expect(typing.isWaiting()).toBe(false);
  });

  it('forgets what a change from outside has made void', () => {
    const sent: string[] = [];
    const typing = createTyping((_, text) => sent.push(text), 50);
    typing.edited('a', () => 'old');
    typing.edited('b', () => 'kept');
    typing.forget('a');
    vi.advanceTimersByTime(50);
    expect(sent).toEqual(['kept']);
  });
});
