// Findings in the order and with the places that people look for.
import {
  type Finding,
  type Level,
  lineCounter,
  type Position,
  type SourceFile,
} from '../../core/index.ts';
import type { Findings } from '../findings.ts';

export interface Problem {
  readonly finding: Finding;
  readonly position: Position;
  /** Whether the linter says it, whose rules a person may hide. */
  readonly isLint: boolean;
}

/** A row of the list: a problem, or the rest of a rule's notes. */
export type Row =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'more'; readonly rule: string; readonly count: number };

/** Notes of one lint rule beyond these are told as a number. */
const NOTES_AT_FIRST = 3;

const ORDER: Readonly<Record<Level, number>> = { error: 0, warning: 1, info: 2 };

const counters = new WeakMap<SourceFile, ReturnType<typeof lineCounter>>();

/** By level, then file, then place. */
export function listProblems(
  { read, linted }: Findings,
  files: readonly SourceFile[],
): readonly Problem[] {
  const byName = new Map(files.map((file, order) => [file.name, { file, order }]));
  const orderOf = ({ finding }: Said) => byName.get(finding.span.file)?.order ?? files.length;
  const said: readonly Said[] = [
    ...read.map((finding) => ({ finding, isLint: false })),
    ...linted.map((finding) => ({ finding, isLint: true })),
  ];
  return said
    .toSorted(
      (one, other) =>
        ORDER[one.finding.level] - ORDER[other.finding.level] ||
        orderOf(one) - orderOf(other) ||
        one.finding.span.start - other.finding.span.start,
    )
    .map(({ finding, isLint }) => {
      const file = byName.get(finding.span.file)?.file;
      const position =
        file === undefined ? { line: 1, column: 1 } : counterOf(file)(finding.span.start);
      return { finding, position, isLint };
    });
}

type Said = Omit<Problem, 'position'>;

/** The notes of a lint rule stand together where its first stands, the rest folded into a number. */
export function problemRows(
  problems: readonly Problem[],
  unfolded: ReadonlySet<string>,
): readonly Row[] {
  const notes = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (!isNote(problem)) continue;
    const { rule } = problem.finding;
    const group = notes.get(rule);
    if (group === undefined) notes.set(rule, [problem]);
    else group.push(problem);
  }
  return problems.flatMap((problem): readonly Row[] => {
    if (!isNote(problem)) return [{ kind: 'problem', problem }];
    const { rule } = problem.finding;
    const group = notes.get(rule) ?? [];
    if (group[0] !== problem) return [];
    // One more is told as soon as it is counted.
    const isFolded = group.length > NOTES_AT_FIRST + 1 && !unfolded.has(rule);
    const shown = isFolded ? group.slice(0, NOTES_AT_FIRST) : group;
    const rows = shown.map((one): Row => ({ kind: 'problem', problem: one }));
    return isFolded
      ? [...rows, { kind: 'more', rule, count: group.length - NOTES_AT_FIRST }]
      : rows;
  });
}

function isNote({ isLint, finding }: Problem): boolean {
  return isLint && finding.level === 'info';
}

/** A file is scanned once for its lines. */
function counterOf(file: SourceFile): (offset: number) => Position {
  let counter = counters.get(file);
  if (counter === undefined) {
    counter = lineCounter(file.text);
    counters.set(file, counter);
  }
  return counter;
}

export function countLevels(...lists: readonly (readonly Finding[])[]) {
  const counts: Record<Level, number> = { error: 0, warning: 0, info: 0 };
  for (const findings of lists) for (const { level } of findings) counts[level] += 1;
  return counts as Readonly<Record<Level, number>>;
}
