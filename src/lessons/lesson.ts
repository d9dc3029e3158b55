// What a lesson is: manifests to start from and steps with goals. Its words stand beside it, a file a language.
import type { Assumptions, IntendedFlow, SourceFile } from '../core/index.ts';

/**
 * A flow that is to be possible or not; several count as one goal where all of them are to be as they
 * say; or a workload, `namespace/name`, that is to be there no longer; or the network plugin that is
 * to be assumed.
 */
export type Goal =
  | IntendedFlow
  | readonly IntendedFlow[]
  | { readonly gone: string }
  | { readonly plugin: Assumptions['cni'] };

/** What the editor holds, and what is taken for granted beside it. */
export interface Desk {
  readonly files: readonly SourceFile[];
  readonly assumptions?: Partial<Assumptions>;
}

export interface Predict {
  /** Names of the choices; what they say is in the texts. */
  readonly choices: readonly string[];
  readonly answer: string;
  /** What is selected in the picture once the answer is shown. */
  readonly shows?: { readonly source: string; readonly destination: string };
}

export interface Step {
  readonly predict?: Predict;
  readonly goals?: Readonly<Record<string, Goal>>;
  /** How many there are. */
  readonly hints?: 1 | 2 | 3 | 4 | 5;
  /** Takes the place of files of the same name, and stands beside the others. */
  readonly solution?: Desk;
}

export interface Lesson {
  readonly start: Desk;
  /** In the order in which they are taken. */
  readonly steps: Readonly<Record<string, Step>>;
  /** Ids of findings that the manifests are meant to have, at the start or at the end. */
  readonly findings?: readonly string[];
}

/** Keeps names and numbers as they are written, so that the texts can be held against them. */
export function lessonOf<const L extends Lesson>(lesson: L): L {
  return lesson;
}

/** All that a person reads of a lesson; whatever the lesson has must have its words. */
export interface TextsOf<L extends Lesson> {
  readonly title: string;
  readonly steps: { readonly [S in keyof L['steps']]: StepTextsOf<L['steps'][S]> };
}

type StepTextsOf<S> = {
  readonly title: string;
  /** In the notation of `markdown.ts`. */
  readonly text: string;
} & (S extends { readonly predict: { readonly choices: readonly (infer C extends string)[] } }
  ? { readonly predict: PredictTexts<C> }
  : unknown) &
  (S extends { readonly goals: infer G }
    ? { readonly goals: { readonly [N in keyof G]: string } }
    : unknown) &
  (S extends { readonly hints: infer H extends 1 | 2 | 3 | 4 | 5 }
    ? { readonly hints: Hints[H] }
    : unknown);

interface Hints {
  readonly 1: readonly [string];
  readonly 2: readonly [string, string];
  readonly 3: readonly [string, string, string];
  readonly 4: readonly [string, string, string, string];
  readonly 5: readonly [string, string, string, string, string];
}

interface PredictTexts<C extends string> {
  readonly question: string;
  readonly choices: { readonly [N in C]: string };
  readonly because: string;
}

/** The same without knowing the lesson. */
export interface LessonTexts {
  readonly title: string;
  readonly steps: Readonly<Record<string, StepTexts>>;
}

export interface StepTexts {
  readonly title: string;
  readonly text: string;
  readonly predict?: PredictTexts<string>;
  readonly goals?: Readonly<Record<string, string>>;
  readonly hints?: readonly string[];
}

/** The desk after the solutions of the first `count` steps; all of them where it is left out. */
export function solved(lesson: Lesson, count = Number.POSITIVE_INFINITY): Desk {
  return Object.values(lesson.steps)
    .slice(0, count)
    .reduce((desk: Desk, { solution }) => overlaid(desk, solution), lesson.start);
}

/** What stands on a desk once the files of another are laid over it; those without text are taken away. */
export function overlaid(desk: Desk, change: Desk | undefined): Desk {
  if (change === undefined) return desk;
  const byName = new Map([...desk.files, ...change.files].map((file) => [file.name, file]));
  return {
    files: [...byName.values()].filter(({ text }) => text !== ''),
    assumptions: { ...desk.assumptions, ...change.assumptions },
  };
}
