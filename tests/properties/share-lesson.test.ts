// A lesson comes out of its link and its file as it went in; anything else gives a refusal or what fits of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLessonText } from '../../src/app/link/lesson-file.ts';
import { NO_ASSUMPTIONS } from '../../src/core/index.ts';
import type { AuthoredLesson, AuthoredPredict } from '../../src/lessons/authored.ts';
import type { Desk } from '../../src/lessons/lesson.ts';
import {
  decodeLesson,
  encodeLesson,
  lessonFile,
  readLessonFile,
} from '../../src/share/lesson-codec.ts';
import { readAuthored } from '../../src/share/lesson-reading.ts';
import { runs } from './runs.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const desk: fc.Arbitrary<Desk> = fc.record(
  {
    files: fc.uniqueArray(
      fc.record({ name: fc.string({ minLength: 1, maxLength: 20 }), text: words }),
      { selector: ({ name }) => name, minLength: 1, maxLength: 3 },
    ),
    assumptions: fc.constantFrom(NO_ASSUMPTIONS, { ...NO_ASSUMPTIONS, cni: 'none' as const }),
  },
  { requiredKeys: ['files'] },
);
const predict: fc.Arbitrary<AuthoredPredict> = fc
  .array(words, { minLength: 1, maxLength: 6 })
  .chain((choices) =>
    fc.record({
      question: words,
      choices: fc.constant(choices),
      answer: fc.nat({ max: choices.length - 1 }),
      because: words,
      shows: fc.option(fc.record({ source: words, destination: words })),
    }),
  );
const flow = fc.record(
  {
    from: fc.oneof(words, fc.array(words, { minLength: 1, maxLength: 3 })),
    to: words,
    expect: fc.constantFrom('allow' as const, 'deny' as const),
    ports: fc.array(fc.oneof(fc.nat(), words), { maxLength: 3 }),
  },
  { requiredKeys: ['from', 'to', 'expect'] },
);
const lessons: fc.Arbitrary<AuthoredLesson> = fc.record({
  language: fc.constantFrom('en' as const, 'fr' as const),
  title: words,
  minutes: fc.integer({ min: 1, max: 600 }),
  inOrder: fc.boolean(),
  isReadOnly: fc.boolean(),
  start: desk,
  steps: fc.array(
    fc.record({
      title: words,
      text: words,
      predict: fc.option(predict),
      goals: fc.array(fc.record({ words, flow }), { maxLength: 3 }),
      hints: fc.array(words, { maxLength: 4 }),
      solution: fc.option(desk),
    }),
    { maxLength: 4 },
  ),
});

describe('a lesson that somebody wrote', () => {
  test('comes out of a link as it went in', () => {
    fc.assert(
      fc.property(lessons, (lesson) => {
        expect(decodeLesson(encodeLesson(lesson))).toEqual({ ok: true, lesson });
      }),
      { numRuns: runs(100) },
    );
  });

  test('comes out of a file as it went in', () => {
    fc.assert(
      fc.property(lessons, (lesson) => {
        expect(readLessonFile(lessonFile(lesson))).toEqual({ ok: true, lesson });
        expect(isLessonText(lessonFile(lesson))).toBe(true);
      }),
      { numRuns: runs(100) },
    );
  });

  test('is refused, or read as far as it fits, whatever stands there', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, text) => {
        const read = readAuthored(JSON.parse(json));
        // What was read once is whole: it is read again as it is.
        if (read !== null)
          expect(decodeLesson(encodeLesson(read))).toEqual({ ok: true, lesson: read });
        expect(decodeLesson(text).ok).toBe(false);
        expect(readLessonFile(`${text}{`).ok).toBe(false);
      }),
      { numRuns: runs(100) },
    );
  });

  test('is told from what a later release made, and from manifests', () => {
    const start = { files: [{ name: 'a.yaml', text: '' }] };
    const file = JSON.stringify({ netpolis: 'lesson', version: 2, start, steps: [] });
    expect(readLessonFile(file)).toEqual({ ok: false, reason: 'newer-version' });
    expect(decodeLesson('v2.abc')).toEqual({ ok: false, reason: 'newer-version' });
    expect(isLessonText(file)).toBe(true);
    expect(isLessonText('{"apiVersion": "v1", "kind": "List", "netpolis": "lesson"}')).toBe(false);
    // As some editors save it.
    const marked = `\ufeff${file.replace('2', '1')}`;
    expect(isLessonText(marked)).toBe(true);
    expect(readLessonFile(marked).ok).toBe(true);
  });

  test('is cut to what a page can show', () => {
    const start = { files: [{ name: 'a.yaml', text: '' }] };
    const steps = Array.from({ length: 5_000 }, () => ({ hints: Array(50).fill('h') }));
    const read = readAuthored({ start, steps });
    expect(read?.steps).toHaveLength(30);
    expect(read?.steps[0]?.hints).toHaveLength(4);
  });

  test('reads nothing off a prototype', () => {
    const hostile: unknown = JSON.parse(
      '{"start":{"files":[{"name":"__proto__","text":"x"}]},"steps":[{"__proto__":{"title":"no"}}]}',
    );
    expect(readAuthored(hostile)?.steps[0]?.title).toBe('');
    expect({}).not.toHaveProperty('title');
  });
});
