// What the author's desk says, in each language.
import type { Language } from '../../../../lessons/languages.ts';
import type { Complaint } from '../../../../lessons/proof.ts';
import type { QrWords } from '../../../qr/words.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

export interface AuthorWords {
  readonly heading: string;
  readonly about: string;
  readonly title: string;
  readonly minutes: string;
  readonly language: string;
  readonly start: string;
  readonly aboutStart: string;
  readonly takeStart: string;
  readonly put: string;
  readonly holds: (files: number) => string;
  readonly steps: string;
  readonly step: (number: number) => string;
  readonly addStep: string;
  readonly removeStep: string;
  readonly earlier: string;
  readonly later: string;
  readonly stepTitle: string;
  readonly text: string;
  readonly aboutText: string;
  readonly goals: string;
  readonly pickFlow: string;
  readonly picked: string;
  readonly allow: string;
  readonly deny: string;
  readonly ports: string;
  readonly aboutPorts: string;
  readonly goalWords: string;
  readonly addGoal: string;
  readonly remove: (what: string) => string;
  /** What a goal says unless its author says it otherwise. */
  readonly goalSays: (from: string, to: string, ports: string, expect: 'allow' | 'deny') => string;
  readonly hints: string;
  readonly hint: (number: number) => string;
  readonly addHint: string;
  readonly question: string;
  readonly addQuestion: string;
  readonly removeQuestion: string;
  readonly asks: string;
  readonly choice: (number: number) => string;
  readonly isRight: string;
  readonly addChoice: string;
  readonly because: string;
  readonly showsFlow: (from: string, to: string) => string;
  readonly showSelected: string;
  readonly solution: string;
  readonly aboutSolution: string;
  readonly takeSolution: string;
  readonly removeSolution: string;
  readonly proof: string;
  readonly proven: string;
  readonly checking: string;
  readonly complaint: (complaint: Complaint) => string;
  readonly handOut: string;
  readonly noSolutions: string;
  readonly inOrder: string;
  readonly readOnly: string;
  readonly isEmpty: string;
  readonly copyLink: string;
  readonly copied: (characters: string) => string;
  readonly copyThis: string;
  /** Of the same lesson as a frame for slides. */
  readonly frame: string;
  readonly qr: QrWords;
  /** Where the page itself is a file. */
  readonly onlyHere: string;
  readonly tooLong: string;
  readonly saveFile: string;
  readonly openFile: string;
  readonly notALesson: string;
  readonly newerFile: string;
  /** Of a file; what was written before is still to be had. */
  readonly opened: (title: string) => string;
  readonly takeBack: string;
  readonly tryIt: string;
  readonly begin: string;
  readonly askBegin: string;
  readonly notKept: string;
  /** Of the lesson's manifests when they take the place of what the editor held. */
  readonly replacedBy: string;
}

export const AUTHOR_WORDS: Readonly<Record<Language, AuthorWords>> = { en, fr };
