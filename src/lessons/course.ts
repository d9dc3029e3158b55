// The course: its lessons in order. Each is loaded when it is opened, and its texts in the language that is read.
import type { Language } from './languages.ts';
import type { Lesson, LessonTexts } from './lesson.ts';

interface Entry {
  /** What it takes someone who reads everything. */
  readonly minutes: number;
  readonly load: () => Promise<Lesson>;
  readonly texts: Readonly<Record<Language, () => Promise<LessonTexts>>>;
}

const ENTRIES = {
  namespaces: {
    minutes: 8,
    load: async () => (await import('./course/namespaces/lesson.ts')).lesson,
    texts: {
      en: async () => (await import('./course/namespaces/en.ts')).en,
      fr: async () => (await import('./course/namespaces/fr.ts')).fr,
    },
  },
  policy: {
    minutes: 8,
    load: async () => (await import('./course/policy/lesson.ts')).lesson,
    texts: {
      en: async () => (await import('./course/policy/en.ts')).en,
      fr: async () => (await import('./course/policy/fr.ts')).fr,
    },
  },
  nginx: {
    minutes: 12,
    load: async () => (await import('./course/nginx/lesson.ts')).lesson,
    texts: {
      en: async () => (await import('./course/nginx/en.ts')).en,
      fr: async () => (await import('./course/nginx/fr.ts')).fr,
    },
  },
  directions: {
    minutes: 8,
    load: async () => (await import('./course/directions/lesson.ts')).lesson,
    texts: {
      en: async () => (await import('./course/directions/en.ts')).en,
      fr: async () => (await import('./course/directions/fr.ts')).fr,
    },
  },
  selectors: {
    minutes: 10,
    load: async () => (await import('./course/selectors/lesson.ts')).lesson,
    texts: {
      en: async () => (await import('./course/selectors/en.ts')).en,
      fr: async () => (await import('./course/selectors/fr.ts')).fr,
    },
  },
  ports: {
    minutes: 8,
    load: async () => (await import('./course/ports/lesson.ts')).lesson,
    texts: {
      en: async () => (await import('./course/ports/en.ts')).en,
      fr: async () => (await import('./course/ports/fr.ts')).fr,
    },
  },
  blocks: {
    minutes: 8,
    load: async () => (await import('./course/blocks/lesson.ts')).lesson,
    texts: {
      en: async () => (await import('./course/blocks/en.ts')).en,
      fr: async () => (await import('./course/blocks/fr.ts')).fr,
    },
  },
  'default-deny': {
    minutes: 10,
    load: async () => (await import('./course/default-deny/lesson.ts')).lesson,
    texts: {
      en: async () => (await import('./course/default-deny/en.ts')).en,
      fr: async () => (await import('./course/default-deny/fr.ts')).fr,
    },
  },
  'and-or': {
    minutes: 8,
    load: async () => (await import('./course/and-or/lesson.ts')).lesson,
    texts: {
      en: async () => (await import('./course/and-or/en.ts')).en,
      fr: async () => (await import('./course/and-or/fr.ts')).fr,
    },
  },
  empty: {
    minutes: 8,
    load: async () => (await import('./course/empty/lesson.ts')).lesson,
    texts: {
      en: async () => (await import('./course/empty/en.ts')).en,
      fr: async () => (await import('./course/empty/fr.ts')).fr,
    },
  },
  tiers: {
    minutes: 12,
    load: async () => (await import('./course/tiers/lesson.ts')).lesson,
    texts: {
      en: async () => (await import('./course/tiers/en.ts')).en,
      fr: async () => (await import('./course/tiers/fr.ts')).fr,
    },
  },
  holes: {
    minutes: 15,
    load: async () => (await import('./course/holes/lesson.ts')).lesson,
    texts: {
      en: async () => (await import('./course/holes/en.ts')).en,
      fr: async () => (await import('./course/holes/fr.ts')).fr,
    },
  },
} satisfies Readonly<Record<string, Entry>>;

export type LessonId = keyof typeof ENTRIES;

/** In the order in which they are taken. */
export const LESSON_IDS = Object.keys(ENTRIES) as readonly LessonId[];

export function isLessonId(id: string): id is LessonId {
  return Object.hasOwn(ENTRIES, id);
}

export function entryOf(id: LessonId): Entry {
  return ENTRIES[id];
}

/** What the list says of a lesson before it is loaded. */
export interface Heading {
  readonly title: string;
  readonly about: string;
}

export type Headings = Readonly<Record<LessonId, Heading>>;

export const HEADINGS: Readonly<Record<Language, () => Promise<Headings>>> = {
  en: async () => (await import('./course/headings-en.ts')).headings,
  fr: async () => (await import('./course/headings-fr.ts')).headings,
};
