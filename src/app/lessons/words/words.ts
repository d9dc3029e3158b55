// What the lesson panel says by itself, apart from the lessons; each language has all of it.
import type { Language } from '../../../lessons/languages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

export interface Words {
  readonly course: string;
  readonly about: string;
  readonly language: string;
  readonly close: string;
  readonly lessons: string;
  readonly minutes: (count: number) => string;
  /** After the title of a lesson, for those who hear it. */
  readonly isDone: string;
  readonly isBegun: (step: number) => string;
  readonly allLessons: string;
  readonly stepOf: (step: number, steps: number) => string;
  readonly steps: string;
  readonly previous: string;
  readonly next: string;
  readonly nextLesson: string;
  readonly finish: string;
  readonly goals: string;
  readonly holds: string;
  readonly heldBefore: string;
  readonly open: string;
  readonly allReached: string;
  readonly predict: string;
  readonly reveal: string;
  /** In the picture, in place of its links. */
  readonly guessFirst: string;
  readonly showAnyway: string;
  readonly right: string;
  readonly notQuite: (answer: string) => string;
  readonly showFlow: string;
  readonly hint: (shown: number, of: number) => string;
  readonly firstHint: string;
  readonly anotherHint: string;
  readonly stepSolution: string;
  readonly askSolution: string;
  readonly show: string;
  readonly cancel: string;
  readonly startOver: string;
  readonly askStartOver: string;
  readonly copy: string;
  readonly copied: string;
  readonly type: string;
  readonly away: string;
  readonly bringBack: string;
  readonly noSuchLesson: string;
  readonly failed: string;
  /** Of a lesson that came by a link. */
  readonly damaged: string;
  /** Of one that a later release made. */
  readonly newer: string;
  /** Why the next step can't be opened. */
  readonly reachFirst: string;
  readonly given: string;
  readonly openFile: string;
  readonly notALesson: string;
  readonly forget: (title: string) => string;
  readonly own: string;
  readonly aboutOwn: string;
  readonly write: string;
  readonly backToWriting: string;
  readonly undo: string;
  /** Of text that was set aside. */
  readonly replacedBy: (title: string) => string;
  readonly setAside: string;
  readonly cookBook: string;
  readonly aboutCookBook: string;
  readonly recipe: string;
  readonly documentation: string;
}

export const WORDS: Readonly<Record<Language, Words>> = { en, fr };
