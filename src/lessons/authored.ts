// A lesson that somebody writes in the page: all of it in one piece, in one language, so that a link or a file can hold it.
import type { IntendedFlow } from '../core/index.ts';
import type { Language } from './languages.ts';
import type { Desk, Goal, Lesson, LessonTexts, Step, StepTexts } from './lesson.ts';

export interface AuthoredLesson {
  readonly language: Language;
  readonly title: string;
  readonly minutes: number;
  /** A step opens when the goals of those before it are reached. */
  readonly inOrder: boolean;
  /** The manifests are looked at and not edited. */
  readonly isReadOnly: boolean;
  readonly start: Desk;
  readonly steps: readonly AuthoredStep[];
}

export interface AuthoredStep {
  readonly title: string;
  /** In the notation of `markdown.ts`. */
  readonly text: string;
  readonly predict: AuthoredPredict | null;
  readonly goals: readonly AuthoredGoal[];
  /** At most four, the smallest help first. */
  readonly hints: readonly string[];
  /** The whole desk as it should be then; null where there is nothing to do, or where it is not told. */
  readonly solution: Desk | null;
}

export interface AuthoredGoal {
  readonly words: string;
  readonly flow: IntendedFlow;
}

export interface AuthoredPredict {
  readonly question: string;
  readonly choices: readonly string[];
  /** Which of the choices is right, from 0. */
  readonly answer: number;
  readonly because: string;
  readonly shows: { readonly source: string; readonly destination: string } | null;
}

export const MOST_STEPS = 30;
export const MOST_HINTS = 4;
export const MOST_CHOICES = 6;

export function emptyStep(): AuthoredStep {
  return { title: '', text: '', predict: null, goals: [], hints: [], solution: null };
}

export function emptyLesson(language: Language, start: Desk): AuthoredLesson {
  return {
    language,
    title: '',
    minutes: 10,
    inOrder: false,
    isReadOnly: false,
    start,
    steps: [emptyStep()],
  };
}

/** As it is handed to those who are to find the solutions themselves. */
export function withoutSolutions(lesson: AuthoredLesson): AuthoredLesson {
  return { ...lesson, steps: lesson.steps.map((step) => ({ ...step, solution: null })) };
}

/** As the lessons of the course are: what is to be done, and what is read, apart. */
export function asLesson(authored: AuthoredLesson): {
  readonly lesson: Lesson;
  readonly texts: LessonTexts;
} {
  const steps: [string, Step][] = [];
  const texts: [string, StepTexts][] = [];
  let desk = authored.start;
  authored.steps.forEach((step, at) => {
    const name = `step-${at + 1}`;
    steps.push([name, stepOf(step, desk)]);
    texts.push([name, textsOf(step)]);
    desk = step.solution ?? desk;
  });
  const { start, title } = authored;
  return {
    lesson: { start, steps: Object.fromEntries(steps) },
    texts: { title, steps: Object.fromEntries(texts) },
  };
}

function stepOf({ predict, goals, hints, solution }: AuthoredStep, before: Desk): Step {
  return {
    ...(predict === null ? {} : { predict: predictOf(predict) }),
    ...(goals.length === 0 ? {} : { goals: goalsOf(goals, ({ flow }): Goal => flow) }),
    ...(hints.length === 0 ? {} : { hints: Math.min(hints.length, MOST_HINTS) as 1 | 2 | 3 | 4 }),
    ...(solution === null ? {} : { solution: changeTo(solution, before) }),
  };
}

function textsOf({ title, text, predict, goals, hints }: AuthoredStep): StepTexts {
  return {
    title,
    text,
    ...(predict === null
      ? {}
      : {
          predict: {
            question: predict.question,
            choices: Object.fromEntries(
              predict.choices.map((words, at) => [choiceName(at), words]),
            ),
            because: predict.because,
          },
        }),
    ...(goals.length === 0 ? {} : { goals: goalsOf(goals, ({ words }) => words) }),
    ...(hints.length === 0 ? {} : { hints: hints.slice(0, MOST_HINTS) }),
  };
}

function predictOf({ choices, answer, shows }: AuthoredPredict): NonNullable<Step['predict']> {
  return {
    choices: choices.map((_, at) => choiceName(at)),
    answer: choiceName(answer),
    ...(shows === null ? {} : { shows }),
  };
}

function choiceName(at: number): string {
  return `choice-${at + 1}`;
}

function goalsOf<T>(
  goals: readonly AuthoredGoal[],
  take: (goal: AuthoredGoal) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(goals.map((goal, at) => [`goal-${at + 1}`, take(goal)]));
}

/** A lesson's solution is laid over what stands there, in which an empty text takes a file away. */
function changeTo(desk: Desk, before: Desk): Desk {
  const kept = new Set(desk.files.map(({ name }) => name));
  const gone = before.files.filter(({ name }) => !kept.has(name));
  return { ...desk, files: [...desk.files, ...gone.map(({ name }) => ({ name, text: '' }))] };
}
