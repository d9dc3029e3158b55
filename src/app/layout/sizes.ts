// How a person has divided the page: remembered for the next visit.
import type { TextStore } from '../storage/text-store.ts';

export interface Sizes {
  /** Shares, from 0 to 1, of what the pane is divided from. */
  readonly editor: number;
  readonly details: number;
  readonly problems: number;
  readonly terminal: number;
  readonly problemsOpen: boolean;
}

export type Divided = 'editor' | 'details' | 'problems' | 'terminal';

const KEY = 'netpolis.layout';

const DEFAULTS: Sizes = {
  editor: 0.34,
  details: 0.35,
  problems: 0.22,
  terminal: 0.36,
  problemsOpen: true,
};

export const LIMITS: Readonly<Record<Divided, readonly [number, number]>> = {
  editor: [0.15, 0.6],
  details: [0.2, 0.6],
  problems: [0.1, 0.7],
  terminal: [0.15, 0.75],
};

export function clampSize(name: Divided, share: number): number {
  const [least, most] = LIMITS[name];
  return Math.min(most, Math.max(least, share));
}

export function readSizes(storage: TextStore): Sizes {
  let stored: Record<string, unknown> = {};
  try {
    const value: unknown = JSON.parse(storage.read(KEY) ?? '{}');
    if (typeof value === 'object' && value !== null) stored = { ...value };
  } catch {
    // Whatever was there, the defaults are fine.
  }
  const share = (name: Divided) => {
    const value = stored[name];
    return typeof value === 'number' && Number.isFinite(value)
      ? clampSize(name, value)
      : DEFAULTS[name];
  };
  return {
    editor: share('editor'),
    details: share('details'),
    problems: share('problems'),
    terminal: share('terminal'),
    problemsOpen: stored.problemsOpen !== false,
  };
}

export function writeSizes(storage: TextStore, sizes: Sizes): void {
  storage.write(KEY, JSON.stringify(sizes));
}

/** As layout.css asks for them. */
export function shareProperties(sizes: Sizes): Readonly<Record<`--${Divided}-share`, string>> {
  return {
    '--editor-share': `${sizes.editor * 100}%`,
    '--details-share': `${sizes.details * 100}%`,
    '--problems-share': `${sizes.problems * 100}%`,
    '--terminal-share': `${sizes.terminal * 100}%`,
  };
}
