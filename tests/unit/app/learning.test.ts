// Which addresses open the course, and what is remembered of lessons that came by one.
import { describe, expect, it } from 'vitest';
import { openGivenLessons } from '../../../src/app/storage/given-lessons.ts';
import { lessonInFragment } from '../../../src/app/storage/learning.ts';
import { openForgetfulStore, openTextStore } from '../../../src/app/storage/text-store.ts';

describe('lessonInFragment', () => {
  it('leaves the course shut where an address says nothing of it', () => {
    for (const fragment of ['', '#', '#v1.abc', '#/learnt', '#/lesson/nginx']) {
      expect(lessonInFragment(fragment)).toBeNull();
    }
  });

  it('opens a lesson, or the list where none is named or the name is none', () => {
    expect(lessonInFragment('#/learn/nginx')).toEqual({ lesson: 'nginx' });
    expect(lessonInFragment('#/learn')).toEqual({ lesson: null });
    expect(lessonInFragment('#/learn/')).toEqual({ lesson: null });
    expect(lessonInFragment('#/learn/%3Cb%3E')).toEqual({ lesson: null });
  });
});

describe('lessons that came by a link', () => {
  const refused = openTextStore(() => {
    throw new Error('no storage');
  });

  it('are found again under an id of their own, the same for the same lesson', () => {
    const given = openGivenLessons(refused);
    const [one, other] = [given.add('v1.abc'), given.add('v1.abd')];
    expect(one).not.toBe(other);
    expect(given.add('v1.abc')).toBe(one);
    expect(given.read(one)).toBe('v1.abc');
    expect(lessonInFragment(`#/learn/${one}`)).toEqual({ lesson: one });
    given.remove(one);
    expect(given.read(one)).toBeNull();
    expect(given.ids()).toEqual([other]);
  });

  it('take no room from the person’s own text before they are known to be lessons', () => {
    const storage = openForgetfulStore();
    const given = openGivenLessons(storage);
    const [lesson, huge] = [given.add('v1.abc'), given.add(`v1.${'a'.repeat(1_500_000)}`)];
    expect(storage.keys()).toEqual([]);
    given.keep(lesson);
    given.keep(huge);
    given.keep('given-nobody');
    expect(openGivenLessons(storage).ids()).toEqual([lesson]);
    expect(given.read(huge)).not.toBeNull();
  });
});
