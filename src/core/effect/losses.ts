// What a class of subjects loses when one rule is taken away and its policy stays.
import type { PortSetId, PortSets } from '../engine/port-sets.ts';
import type { Program } from '../engine/programs.ts';
import type { Row } from '../engine/rows.ts';
import type { CompiledSide } from '../engine/side.ts';
import type { Unit } from '../engine/units.ts';

export interface Loss {
  readonly program: Program;
  /** Position in the program's rules. */
  readonly rule: number;
  /** What the rule lets through by itself. */
  readonly own: Row;
  /** The subjects' row without it. */
  readonly after: Row;
}

/**
 * One for each rule of each policy that selects the class, or may.
 * @param before the class's row with all of them
 * @param isTiered `possible` is to mean what holds if the class is isolated, where that is in doubt
 */
export function lossesOf(
  { rows, subjects }: CompiledSide,
  portSets: PortSets,
  subjectClass: number,
  subject: Unit,
  before: Row,
  isTiered = false,
): readonly Loss[] {
  const selecting = subjects.policiesOf[subjectClass];
  if (selecting === undefined) return [];
  const owned = (programs: readonly Program[]) =>
    programs.flatMap((program) =>
      program.rules.map((rule, at) => ({
        program,
        rule: at,
        own: rows.contribution(rule, subject),
      })),
    );
  const settled = (row: Int32Array): Int32Array => {
    rows.settle(row);
    return row;
  };
  const width = before.allowed.length;
  const sure = owned(selecting.sure);
  const maybe = owned(selecting.maybe);

  if (selecting.sure.length === 0) {
    // Only what each of the doubtful policies lets through is sure, and a rule more or less leaves
    // open whether any of them selects the class.
    const possibleRests = isTiered
      ? unionsWithoutEach(
          maybe.map(({ own }) => own.possible),
          width,
          portSets,
        )
      : [];
    return selecting.maybe.flatMap((program) => {
      const others = selecting.maybe
        .filter((other) => other !== program)
        .map((other) =>
          settled(
            uniteAll(
              ownOf(maybe, other).map(({ own }) => own.allowed),
              width,
              portSets,
            ),
          ),
        );
      const rules = ownOf(maybe, program);
      const rests = unionsWithoutEach(
        rules.map(({ own }) => own.allowed),
        width,
        portSets,
      );
      return rules.map((rule, at) => ({
        ...rule,
        after: {
          allowed: others.reduce(
            (common, row) => combine(common, row, portSets.intersection),
            settled(rests[at] as Int32Array),
          ),
          possible: possibleRests[maybe.indexOf(rule)] ?? before.possible,
        },
      }));
    });
  }

  const sureRests = unionsWithoutEach(
    sure.map(({ own }) => own.allowed),
    width,
    portSets,
  );
  const isCertain = before.possible === before.allowed;
  const possibleRests = isCertain
    ? []
    : unionsWithoutEach(
        [...sure, ...maybe].map(({ own }) => own.possible),
        width,
        portSets,
      );
  const possibleWith = (allowed: Int32Array, at: number): Int32Array => {
    const rest = possibleRests[at];
    return rest === undefined ? allowed : combine(allowed, rest, portSets.union);
  };
  return [
    ...sure.map((rule, at): Loss => {
      const allowed = settled(sureRests[at] as Int32Array);
      return { ...rule, after: { allowed, possible: possibleWith(allowed, at) } };
    }),
    ...maybe.map((rule, at): Loss => {
      const { allowed } = before;
      return { ...rule, after: { allowed, possible: possibleWith(allowed, sure.length + at) } };
    }),
  ];
}

function ownOf<Owned extends { readonly program: Program }>(
  all: readonly Owned[],
  program: Program,
): readonly Owned[] {
  return all.filter((one) => one.program === program);
}

/** For each row, the union of all the others. */
function unionsWithoutEach(
  rows: readonly Int32Array[],
  width: number,
  portSets: PortSets,
): readonly Int32Array[] {
  const after: Int32Array[] = [new Int32Array(width)];
  for (let at = rows.length - 1; at > 0; at--) {
    after.unshift(combine(after[0] as Int32Array, rows[at] as Int32Array, portSets.union));
  }
  let before = new Int32Array(width);
  return rows.map((row, at) => {
    const without = combine(before, after[at] as Int32Array, portSets.union);
    before = combine(before, row, portSets.union);
    return without;
  });
}

function uniteAll(rows: readonly Int32Array[], width: number, portSets: PortSets): Int32Array {
  return rows.reduce<Int32Array>(
    (all, row) => combine(all, row, portSets.union),
    new Int32Array(width),
  );
}

function combine(
  one: Int32Array,
  other: Int32Array,
  operation: (a: PortSetId, b: PortSetId) => PortSetId,
): Int32Array<ArrayBuffer> {
  // A plain loop: this is where the time goes.
  const row = new Int32Array(one.length);
  for (let at = 0; at < row.length; at++) {
    row[at] = operation(one[at] as PortSetId, other[at] as PortSetId);
  }
  return row;
}
