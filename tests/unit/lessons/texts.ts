// Holds the texts of a lesson against the lesson, and against the habits of their language.
import type { Language } from '../../../src/lessons/languages.ts';
import type { Lesson, LessonTexts } from '../../../src/lessons/lesson.ts';

/** The names of all that must have words, one a line. */
export function shapeOfTexts(told: Lesson | LessonTexts): readonly string[] {
  return Object.entries(told.steps).flatMap(([name, step]) => {
    const { predict, goals, hints } = step;
    const choices = predict === undefined ? [] : [predict.choices].flat();
    const choiceNames = choices.flatMap((one) =>
      typeof one === 'string' ? one : Object.keys(one),
    );
    const count = typeof hints === 'number' ? hints : (hints?.length ?? 0);
    return [
      name,
      ...choiceNames.toSorted().map((one) => `${name}: choice ${one}`),
      ...Object.keys(goals ?? {})
        .toSorted()
        .map((goal) => `${name}: goal ${goal}`),
      `${name}: ${count} hints`,
    ];
  });
}

/** Strings that are empty, or written as no one should write in that language. */
export function textFaults(texts: unknown, language: Language): readonly string[] {
  return stringsOf(texts).filter((text) => {
    const words = text.replace(/```[\s\S]*?```|`[^`]*`|https:\S+/g, 'code');
    if (text.trim() === '') return true;
    // Straight quotes and apostrophes; in French also marks without the space before them.
    if (/["']|\.\.\./.test(words)) return true;
    return (
      language === 'fr' && /[^\s][;!?»]|[^\s0-9]:(?=\s|$)|«[^\s]/.test(words.replace(/\*\*/g, ''))
    );
  });
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}
