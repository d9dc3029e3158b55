// Reads a lesson out of anything at all: what fits is taken, what does not is left out.
import { assumptionsFrom, EXPECTATIONS, type IntendedFlow } from '../core/index.ts';
import {
  type AuthoredGoal,
  type AuthoredLesson,
  type AuthoredPredict,
  type AuthoredStep,
  MOST_CHOICES,
  MOST_HINTS,
  MOST_STEPS,
} from '../lessons/authored.ts';
import { LANGUAGES } from '../lessons/languages.ts';
import type { Desk } from '../lessons/lesson.ts';
import { CAPS, oneOf, property, readFiles, readText } from './reading.ts';

/** More than anybody writes, less than would hang a page. */
const LONGEST = { line: 1_000, text: 50_000, goals: 100, ends: 100, ports: 100 } as const;

/** null where there is no list of steps in it. */
export function readAuthored(value: unknown): AuthoredLesson | null {
  const steps = property(value, 'steps');
  const start = readDesk(property(value, 'start'));
  if (!Array.isArray(steps) || start === null) return null;
  const minutes = property(value, 'minutes');
  return {
    language: oneOf(LANGUAGES, property(value, 'language')) ?? 'en',
    title: line(value, 'title'),
    minutes: isCount(minutes) && minutes > 0 && minutes <= 600 ? minutes : 10,
    inOrder: property(value, 'inOrder') === true,
    isReadOnly: property(value, 'isReadOnly') === true,
    start,
    steps: steps.slice(0, MOST_STEPS).map(readStep),
  };
}

function readStep(value: unknown): AuthoredStep {
  return {
    title: line(value, 'title'),
    text: readText(property(value, 'text'), LONGEST.text) ?? '',
    predict: readPredict(property(value, 'predict')),
    goals: listIn(value, 'goals', LONGEST.goals).flatMap(readGoal),
    hints: listIn(value, 'hints', MOST_HINTS).flatMap((hint) => texts(hint, LONGEST.text)),
    solution: readDesk(property(value, 'solution')),
  };
}

function readPredict(value: unknown): AuthoredPredict | null {
  const choices = listIn(value, 'choices', MOST_CHOICES).flatMap((one) => texts(one, LONGEST.line));
  const answer = property(value, 'answer');
  if (choices.length === 0 || !isCount(answer) || answer >= choices.length) return null;
  const shows = property(value, 'shows');
  const source = readText(property(shows, 'source'), CAPS.idLength);
  const destination = readText(property(shows, 'destination'), CAPS.idLength);
  return {
    question: line(value, 'question'),
    choices,
    answer,
    because: readText(property(value, 'because'), LONGEST.text) ?? '',
    shows: source === null || destination === null ? null : { source, destination },
  };
}

function readGoal(value: unknown): readonly AuthoredGoal[] {
  const flow = property(value, 'flow');
  const from = readEnds(property(flow, 'from'));
  const to = readEnds(property(flow, 'to'));
  const expect = oneOf(EXPECTATIONS, property(flow, 'expect'));
  if (from === null || to === null || expect === null) return [];
  const ports = property(flow, 'ports');
  const read: IntendedFlow = {
    from,
    to,
    expect,
    ...(Array.isArray(ports) ? { ports: ports.slice(0, LONGEST.ports).filter(isPortText) } : {}),
  };
  return [{ words: line(value, 'words'), flow: read }];
}

function readEnds(value: unknown): string | readonly string[] | null {
  if (!Array.isArray(value)) return readText(value, CAPS.idLength);
  const ends = value.slice(0, LONGEST.ends).flatMap((end) => texts(end, CAPS.idLength));
  return ends.length === 0 ? null : ends;
}

function readDesk(value: unknown): Desk | null {
  const files = readFiles(property(value, 'files'));
  if (files === null) return null;
  const assumptions = property(value, 'assumptions');
  return assumptions === undefined
    ? { files }
    : { files, assumptions: assumptionsFrom(assumptions) };
}

function line(value: unknown, name: string): string {
  return readText(property(value, name), LONGEST.line) ?? '';
}

function listIn(value: unknown, name: string, most: number): readonly unknown[] {
  const list = property(value, name);
  return Array.isArray(list) ? list.slice(0, most) : [];
}

function texts(value: unknown, longest: number): readonly string[] {
  const text = readText(value, longest);
  return text === null ? [] : [text];
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isPortText(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value.length <= LONGEST.line);
}
