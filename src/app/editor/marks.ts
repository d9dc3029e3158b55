// Findings as the editor marks them: by file, the gravest first where there are too many.
import type { Finding, Level } from '../../core/index.ts';

/** Whose marks they are: either lot is replaced without touching the other. */
export type MarkSource = 'read' | 'lint';

export interface Mark {
  readonly level: Level;
  readonly rule: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly fix: NonNullable<Finding['fix']> | null;
}

/** More marks than this in one file tell a person nothing and cost time at every keystroke. */
const MOST_MARKS = 400;

const GRAVITY: Readonly<Record<Level, number>> = { error: 0, warning: 1, info: 2 };

export function marksByFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Mark[]> {
  const all = new Map<string, Mark[]>();
  for (const { level, rule, message, span, fix = null } of findings) {
    const marks = all.get(span.file) ?? [];
    if (marks.length === 0) all.set(span.file, marks);
    marks.push({ level, rule, message, start: span.start, end: span.end, fix });
  }
  return new Map([...all].map(([file, marks]) => [file, gravest(marks)]));
}

/** How many errors each file has; files without any are left out. */
export function errorsByFile(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const errors = new Map<string, number>();
  for (const { level, span } of findings) {
    if (level === 'error') errors.set(span.file, (errors.get(span.file) ?? 0) + 1);
  }
  return errors;
}

function gravest(marks: readonly Mark[]): readonly Mark[] {
  if (marks.length <= MOST_MARKS) return marks;
  return marks
    .toSorted((one, other) => GRAVITY[one.level] - GRAVITY[other.level])
    .slice(0, MOST_MARKS);
}
