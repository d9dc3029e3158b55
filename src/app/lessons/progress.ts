// How far a person has come in each lesson, and the manifests they left there: kept in the browser.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Document } from '../../share/document.ts';
import { packDocument, unpackDocument } from '../storage/packing.ts';
import type { TextStore } from '../storage/text-store.ts';

export interface Progress {
  /** The step that is open, from 0. */
  readonly step: number;
  /** Goals as `step/goal`; those of a step together, once all of them have held at the same time. */
  readonly reached: readonly string[];
  /** What was chosen, by step; only where the answer has been revealed. */
  readonly chosen: Readonly<Record<string, string>>;
  /** How many hints were asked for, by step. */
  readonly hints: Readonly<Record<string, number>>;
  /** The lesson was gone through to its end. */
  readonly isFinished: boolean;
  /** The editor as it was left, while another lesson is on. */
  readonly desk: Document | null;
}

export const NOTHING_DONE: Progress = {
  step: 0,
  reached: [],
  chosen: {},
  hints: {},
  isFinished: false,
  desk: null,
};

/** By the id of the lesson; null for one that was never opened. */
type Pages = Readonly<Record<string, Progress | null>>;

export interface ProgressBook {
  readonly pages: StoreApi<Pages>;
  read(lesson: string): Progress;
  change(lesson: string, change: Partial<Progress>): void;
}

const PREFIX = 'netpolis.lesson.';

export function openProgressBook(storage: TextStore, lessons: readonly string[]): ProgressBook {
  const pages = createStore<Pages>()(() =>
    Object.fromEntries(lessons.map((lesson) => [lesson, readPage(storage.read(PREFIX + lesson))])),
  );
  const read = (lesson: string) => pages.getState()[lesson] ?? NOTHING_DONE;
  return {
    pages,
    read,
    change(lesson, change) {
      const page = { ...read(lesson), ...change };
      pages.setState({ [lesson]: page });
      const { desk, ...about } = page;
      const packed = desk === null ? null : packDocument(desk);
      storage.write(PREFIX + lesson, JSON.stringify({ ...about, packed }));
    },
  };
}

/** Storage may hold anything: what fits is taken. */
function readPage(text: string | null): Progress | null {
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return null;
    const { step, reached, chosen, hints, isFinished, packed } = kept as Record<string, unknown>;
    return {
      step: typeof step === 'number' && Number.isInteger(step) && step >= 0 ? step : 0,
      reached: Array.isArray(reached) ? reached.filter((name) => typeof name === 'string') : [],
      chosen: entriesWith(chosen, (value): value is string => typeof value === 'string'),
      hints: entriesWith(hints, (value): value is number => typeof value === 'number'),
      isFinished: isFinished === true,
      desk: typeof packed === 'string' ? unpackDocument(packed) : null,
    };
  } catch {
    return null;
  }
}

function entriesWith<T>(
  value: unknown,
  fits: (entry: unknown) => entry is T,
): Readonly<Record<string, T>> {
  if (typeof value !== 'object' || value === null) return {};
  const entries: [string, T][] = [];
  for (const [key, entry] of Object.entries(value)) if (fits(entry)) entries.push([key, entry]);
  return Object.fromEntries(entries);
}
