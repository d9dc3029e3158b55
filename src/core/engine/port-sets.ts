// The algebra of port sets: equal sets have one id, and every operation on two ids is done once.
import {
  ALL_PORTS,
  FIRST_PORT,
  LAST_PORT,
  NO_PORTS,
  type PortRange,
  type PortSet,
  PROTOCOLS,
} from '../model/port.ts';

/** A small number that stands for a set; equal sets have equal ids. */
export type PortSetId = number;

export const NONE: PortSetId = 0;
export const ALL: PortSetId = 1;

export interface PortSets {
  /** Every set so far, by id. */
  readonly sets: readonly PortSet[];
  /** The id of any ranges, in any order, overlapping or not. */
  intern(set: PortSet): PortSetId;
  union(a: PortSetId, b: PortSetId): PortSetId;
  intersection(a: PortSetId, b: PortSetId): PortSetId;
  /** What is in `a` and not in `b`. */
  difference(a: PortSetId, b: PortSetId): PortSetId;
}

/** @param known sets that keep their places as ids, as an analysis carries them */
export function createPortSets(known: readonly PortSet[] = [NO_PORTS, ALL_PORTS]): PortSets {
  const sets: PortSet[] = [];
  const ids = new Map<string, PortSetId>();
  const addNormal = (set: PortSet): PortSetId => {
    const key = keyOf(set);
    const before = ids.get(key);
    if (before !== undefined) return before;
    ids.set(key, sets.length);
    return sets.push(set) - 1;
  };
  for (const set of known) addNormal(set);

  const memoised = (
    operation: (a: readonly PortRange[], b: readonly PortRange[]) => PortRange[],
  ) => {
    const results = new Map<number, PortSetId>();
    return (a: PortSetId, b: PortSetId): PortSetId => {
      // Ids stay far below 2^26, so a pair fits one exact number.
      const pair = a * 0x4000000 + b;
      const before = results.get(pair);
      if (before !== undefined) return before;
      const [left, right] = [sets[a] as PortSet, sets[b] as PortSet];
      const result = addNormal({
        TCP: operation(left.TCP, right.TCP),
        UDP: operation(left.UDP, right.UDP),
        SCTP: operation(left.SCTP, right.SCTP),
      });
      results.set(pair, result);
      return result;
    };
  };
  const unite = memoised((a, b) => normalRanges([...a, ...b]));
  const intersect = memoised(intersectRanges);
  const subtract = memoised((a, b) => intersectRanges(a, complement(b)));

  return {
    sets,
    intern: (set) =>
      addNormal({
        TCP: normalRanges(set.TCP),
        UDP: normalRanges(set.UDP),
        SCTP: normalRanges(set.SCTP),
      }),
    union: (a, b) => {
      if (a === b || b === NONE || a === ALL) return a;
      if (a === NONE || b === ALL) return b;
      return a < b ? unite(a, b) : unite(b, a);
    },
    intersection: (a, b) => {
      if (a === b || a === NONE || b === ALL) return a;
      if (b === NONE || a === ALL) return b;
      return a < b ? intersect(a, b) : intersect(b, a);
    },
    difference: (a, b) => {
      if (a === b || a === NONE || b === ALL) return NONE;
      return b === NONE ? a : subtract(a, b);
    },
  };
}

function keyOf(set: PortSet): string {
  return PROTOCOLS.map((protocol) =>
    set[protocol].map((range) => `${range.from}-${range.to}`).join(),
  ).join(';');
}

/** Sorted, disjoint, maximal. */
function normalRanges(ranges: readonly PortRange[]): PortRange[] {
  const normal: PortRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = normal.at(-1);
    if (range.from > range.to) continue;
    if (last !== undefined && range.from <= last.to + 1) {
      if (range.to > last.to) normal[normal.length - 1] = { from: last.from, to: range.to };
    } else {
      normal.push(range);
    }
  }
  return normal;
}

/** Of normal ranges, again normal. */
function intersectRanges(a: readonly PortRange[], b: readonly PortRange[]): PortRange[] {
  const common: PortRange[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i] as PortRange, b[j] as PortRange];
    const from = Math.max(left.from, right.from);
    const to = Math.min(left.to, right.to);
    if (from <= to) common.push({ from, to });
    if (left.to < right.to) i += 1;
    else j += 1;
  }
  return common;
}

function complement(ranges: readonly PortRange[]): PortRange[] {
  const rest: PortRange[] = [];
  let from = FIRST_PORT;
  for (const range of ranges) {
    if (range.from > from) rest.push({ from, to: range.from - 1 });
    from = range.to + 1;
  }
  if (from <= LAST_PORT) rest.push({ from, to: LAST_PORT });
  return rest;
}
