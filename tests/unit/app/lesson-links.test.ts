// Which addresses open the course, and at which lesson.
import { expect, test } from 'vitest';
import { lessonInFragment } from '../../../src/app/storage/learning.ts';

test('only those that ask for it', () => {
  expect(lessonInFragment('')).toBeNull();
  expect(lessonInFragment('#')).toBeNull();
  expect(lessonInFragment('#v1=abc')).toBeNull();
  expect(lessonInFragment('#/learning')).toBeNull();
  expect(lessonInFragment('#/learn')).toEqual({ lesson: null });
  expect(lessonInFragment('#/learn/')).toEqual({ lesson: null });
});
