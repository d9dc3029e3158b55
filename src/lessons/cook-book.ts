// The cook book: its texts in the language that is read, with the recipes; loaded when it is looked into.
import type { CookBookTexts } from './cook-book/recipes.ts';
import type { Language } from './languages.ts';

export const COOK_BOOK: Readonly<Record<Language, () => Promise<CookBookTexts>>> = {
  en: async () => (await import('./cook-book/en.ts')).texts,
  fr: async () => (await import('./cook-book/fr.ts')).texts,
};
