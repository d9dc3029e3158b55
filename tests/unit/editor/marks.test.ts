// Findings as marks of each file.
import { describe, expect, it } from 'vitest';
import { errorsByFile, marksByFile } from '../../../src/app/editor/marks.ts';
import type { Finding, Level } from '../../../src/core/index.ts';

const finding = (file: string, level: Level, start = 0): Finding => ({
  rule: 'some-rule',
  level,
  message: 'words',
  span: { file, start, end: start + 1 },
});

describe('marksByFile', () => {
  it('sorts findings by their file', () => {
    const marks = marksByFile([
      finding('a', 'error', 3),
      finding('b', 'info'),
      finding('a', 'info'),
    ]);
    expect(marks.get('a')?.map(({ start }) => start)).toEqual([3, 0]);
    expect(marks.get('b')).toHaveLength(1);
  });

  it('keeps the errors where there are too many marks to draw', () => {
    const noise = Array.from({ length: 5_000 }, (_, at) => finding('a', 'warning', at));
    const marks = marksByFile([...noise, finding('a', 'error', 77_777)]).get('a') ?? [];
    expect(marks.length).toBeLessThan(1_000);
    expect(marks.some(({ start }) => start === 77_777)).toBe(true);
  });
});

it('errorsByFile counts errors alone', () => {
  const errors = errorsByFile([
    finding('a', 'error'),
    finding('a', 'error'),
    finding('b', 'warning'),
  ]);
  expect([...errors]).toEqual([['a', 2]]);
});
