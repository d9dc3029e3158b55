// Collects what is wrong with one document while it is read.
import type { Level } from '../model/finding.ts';
import type { Range } from '../model/span.ts';

/** A finding whose place is relative to its document. */
export interface Note {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly range: Range;
  /** The policy that it makes the API server refuse. */
  readonly refuses?: Range;
}

export interface Notes {
  readonly all: readonly Note[];
  error(rule: string, range: Range, message: string): void;
  warning(rule: string, range: Range, message: string): void;
  info(rule: string, range: Range, message: string): void;
  hasError(): boolean;
}

/** One object with a thousand mistakes is said to have many, not a thousand. */
const MOST = 200;

export function createNotes(): Notes {
  const all: Note[] = [];
  let errors = 0;
  const add = (level: Level, rule: string, range: Range, message: string) => {
    if (level === 'error') errors += 1;
    if (all.length < MOST) all.push({ rule, level, message, range });
  };
  return {
    all,
    error: (rule, range, message) => add('error', rule, range, message),
    warning: (rule, range, message) => add('warning', rule, range, message),
    info: (rule, range, message) => add('info', rule, range, message),
    hasError: () => errors > 0,
  };
}
