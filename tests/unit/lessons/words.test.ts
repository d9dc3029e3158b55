// The panel's own words, and which language is chosen.
import { describe, expect, it } from 'vitest';
import { WORDS } from '../../../src/app/lessons/words/words.ts';
import { LANGUAGES, languageFor } from '../../../src/lessons/languages.ts';
import { textFaults } from './texts.ts';

describe('the words of the lesson panel', () => {
  it.each(LANGUAGES)('are all there in %s', (language) => {
    expect(Object.keys(WORDS[language]).toSorted()).toEqual(Object.keys(WORDS.en).toSorted());
    const said = Object.values(WORDS[language]).map((word) =>
      typeof word === 'string' ? word : (word as (...them: unknown[]) => string)(1, 2),
    );
    expect(textFaults(said, language)).toEqual([]);
    expect(said).not.toContain('');
  });

  it('differ from one language to the other, but for what is the same in both', () => {
    const same = Object.entries(WORDS.en).filter(
      ([name, word]) =>
        typeof word === 'string' && WORDS.fr[name as keyof typeof WORDS.fr] === word,
    );
    expect(same.map(([name]) => name)).toEqual([]);
  });
});

describe('the language', () => {
  it.each([
    [['fr-CA', 'en'], 'fr'],
    [['de', 'FR', 'en'], 'fr'],
    [['en-GB', 'fr'], 'en'],
    [['de', 'it'], 'en'],
    [[], 'en'],
    [['french'], 'en'],
  ] as const)('of %j is %s', (wanted, language) => {
    expect(languageFor(wanted)).toBe(language);
  });
});
