// The language that lessons are read in: the browser's, until a person chooses another.
import { LANGUAGES, type Language, languageFor } from '../../lessons/languages.ts';
import type { TextStore } from '../storage/text-store.ts';

const KEY = 'netpolis.language';

export function readLanguage(storage: TextStore, wanted: readonly string[]): Language {
  const stored = storage.read(KEY);
  return LANGUAGES.find((language) => language === stored) ?? languageFor(wanted);
}

export function keepLanguage(storage: TextStore, language: Language): void {
  storage.write(KEY, language);
}
