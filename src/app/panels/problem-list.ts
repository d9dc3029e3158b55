// Findings in the order and with the places that people look for.
import {
  type Finding,
  type Level,
  lineCounter,
  type Position,
  type SourceFile,
} from '../../core/index.ts';

export interface Problem {
  readonly finding: Finding;
  readonly position: Position;
}

const ORDER: Readonly<Record<Level, number>> = { error: 0, warning: 1, info: 2 };

const counters = new WeakMap<SourceFile, ReturnType<typeof lineCounter>>();

/** By level, then file, then place. */
export function listProblems(
  findings: readonly Finding[],
  files: readonly SourceFile[],
): readonly Problem[] {
  const byName = new Map(files.map((file, order) => [file.name, { file, order }]));
  const orderOf = (finding: Finding) => byName.get(finding.span.file)?.order ?? files.length;
  return findings
    .toSorted(
      (one, other) =>
        ORDER[one.level] - ORDER[other.level] ||
        orderOf(one) - orderOf(other) ||
        one.span.start - other.span.start,
    )
    .map((finding) => {
      const file = byName.get(finding.span.file)?.file;
      const position =
        file === undefined ? { line: 1, column: 1 } : counterOf(file)(finding.span.start);
      return { finding, position };
    });
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

export function countLevels(findings: readonly Finding[]): Readonly<Record<Level, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { level } of findings) counts[level] += 1;
  return counts;
}
