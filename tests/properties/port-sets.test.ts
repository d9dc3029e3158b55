// The algebra of port sets against plain sets of numbers, near both ends of the range.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL, createPortSets, NONE, type PortSets } from '../../src/core/engine/port-sets.ts';
import {
  ALL_PORTS,
  FIRST_PORT,
  hasPort,
  LAST_PORT,
  NO_PORTS,
  type PortRange,
  type PortSet,
  PROTOCOLS,
  type Protocol,
} from '../../src/core/model/port.ts';
import { runs } from './runs.ts';

/** The ports that ranges begin and end at: touching, equal and nested ranges are then common. */
const LOW = 12;
const HIGH = LAST_PORT - 6;
const EDGE: readonly number[] = [
  ...Array.from({ length: LOW }, (_, at) => at + FIRST_PORT),
  ...Array.from({ length: LAST_PORT - HIGH + 1 }, (_, at) => at + HIGH),
];
/** Between these two nothing begins or ends, so one port speaks for all there. */
const PROBES: readonly number[] = [...EDGE, 30_000];

const edge = fc.constantFrom(...EDGE);
const range: fc.Arbitrary<PortRange> = fc
  .tuple(edge, edge)
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const ranges = fc.array(range, { maxLength: 5 });
const portSet: fc.Arbitrary<PortSet> = fc.record({ TCP: ranges, UDP: ranges, SCTP: ranges });

/** What the ranges mean, one by one. */
function portsOf(set: PortSet, protocol: Protocol): ReadonlySet<number> {
  return new Set(
    PROBES.filter((port) => set[protocol].some(({ from, to }) => from <= port && port <= to)),
  );
}

function expectMeaning(set: PortSet, isIn: (protocol: Protocol, port: number) => boolean): void {
  for (const protocol of PROTOCOLS) {
    const wanted = PROBES.filter((port) => isIn(protocol, port));
    expect(PROBES.filter((port) => hasPort(set, protocol, port))).toEqual(wanted);
  }
}

function expectNormal(set: PortSet): void {
  for (const protocol of PROTOCOLS) {
    set[protocol].forEach(({ from, to }, at) => {
      expect(from).toBeGreaterThanOrEqual(FIRST_PORT);
      expect(to).toBeLessThanOrEqual(LAST_PORT);
      expect(from).toBeLessThanOrEqual(to);
      const before = set[protocol][at - 1];
      // A gap of at least one port, or the two would be one range.
      if (before !== undefined) expect(from).toBeGreaterThan(before.to + 1);
    });
  }
}

function setOf(portSets: PortSets, id: number): PortSet {
  const set = portSets.sets[id];
  if (set === undefined) throw new Error(`no set has the id ${id}`);
  return set;
}

describe('one set', () => {
  test('interned it means the same, in normal form', () => {
    fc.assert(
      fc.property(portSet, (set) => {
        const portSets = createPortSets();
        const normal = setOf(portSets, portSets.intern(set));
        expectNormal(normal);
        expectMeaning(normal, (protocol, port) => portsOf(set, protocol).has(port));
      }),
      { numRuns: runs(100) },
    );
  });

  test('interned again it has the same id, in any order of its ranges', () => {
    fc.assert(
      fc.property(portSet, (set) => {
        const portSets = createPortSets();
        const id = portSets.intern(set);
        expect(portSets.intern(setOf(portSets, id))).toBe(id);
        const turned = {
          TCP: set.TCP.toReversed(),
          UDP: set.UDP.toReversed(),
          SCTP: set.SCTP.toReversed(),
        };
        expect(portSets.intern(turned)).toBe(id);
      }),
      { numRuns: runs(100) },
    );
  });

  test('nothing and everything have the ids that are kept for them', () => {
    const portSets = createPortSets();
    expect(portSets.intern(NO_PORTS)).toBe(NONE);
    expect(portSets.intern(ALL_PORTS)).toBe(ALL);
    const halves = [
      { from: 1, to: 30_000 },
      { from: 30_001, to: 65_535 },
    ];
    expect(portSets.intern({ TCP: halves, UDP: halves, SCTP: halves })).toBe(ALL);
    expect(portSets.intern({ TCP: halves, UDP: halves, SCTP: [] })).not.toBe(ALL);
  });
});

describe('two sets', () => {
  test('union, intersection and difference mean what they mean for numbers', () => {
    fc.assert(
      fc.property(portSet, portSet, (left, right) => {
        const portSets = createPortSets();
        const a = portSets.intern(left);
        const b = portSets.intern(right);
        const inLeft = (protocol: Protocol, port: number) => portsOf(left, protocol).has(port);
        const inRight = (protocol: Protocol, port: number) => portsOf(right, protocol).has(port);
        const results = [
          [portSets.union(a, b), (p: Protocol, n: number) => inLeft(p, n) || inRight(p, n)],
          [portSets.intersection(a, b), (p: Protocol, n: number) => inLeft(p, n) && inRight(p, n)],
          [portSets.difference(a, b), (p: Protocol, n: number) => inLeft(p, n) && !inRight(p, n)],
        ] as const;
        for (const [id, isIn] of results) {
          expectNormal(setOf(portSets, id));
          expectMeaning(setOf(portSets, id), isIn);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test('equal sets have equal ids, and only they', () => {
    fc.assert(
      fc.property(portSet, portSet, (left, right) => {
        const portSets = createPortSets();
        const isEqual = PROTOCOLS.every((protocol) =>
          PROBES.every(
            (port) => portsOf(left, protocol).has(port) === portsOf(right, protocol).has(port),
          ),
        );
        expect(portSets.intern(left) === portSets.intern(right)).toBe(isEqual);
      }),
      { numRuns: runs(100) },
    );
  });

  test('a result has the id of the same set built another way', () => {
    fc.assert(
      fc.property(portSet, portSet, (left, right) => {
        const portSets = createPortSets();
        const both = portSets.union(portSets.intern(left), portSets.intern(right));
        const joined = portSets.intern({
          TCP: [...right.TCP, ...left.TCP],
          UDP: [...right.UDP, ...left.UDP],
          SCTP: [...right.SCTP, ...left.SCTP],
        });
        expect(both).toBe(joined);
      }),
      { numRuns: runs(100) },
    );
  });
});

test('the laws of sets hold for ids', () => {
  fc.assert(
    fc.property(portSet, portSet, portSet, (left, middle, right) => {
      const portSets = createPortSets();
      const [a, b, c] = [left, middle, right].map((set) => portSets.intern(set)) as [
        number,
        number,
        number,
      ];
      const { union, intersection, difference } = portSets;
      const not = (id: number) => difference(ALL, id);
      expect(union(a, b)).toBe(union(b, a));
      expect(intersection(a, b)).toBe(intersection(b, a));
      expect(union(union(a, b), c)).toBe(union(a, union(b, c)));
      expect(intersection(intersection(a, b), c)).toBe(intersection(a, intersection(b, c)));
      expect(intersection(a, union(b, c))).toBe(union(intersection(a, b), intersection(a, c)));
      expect(union(a, a)).toBe(a);
      expect(intersection(a, a)).toBe(a);
      expect(difference(a, a)).toBe(NONE);
      expect(union(a, intersection(a, b))).toBe(a);
      expect(intersection(a, union(a, b))).toBe(a);
      expect(not(union(a, b))).toBe(intersection(not(a), not(b)));
      expect(not(intersection(a, b))).toBe(union(not(a), not(b)));
      expect(not(not(a))).toBe(a);
      expect(difference(a, b)).toBe(intersection(a, not(b)));
      expect(difference(a, union(b, c))).toBe(difference(difference(a, b), c));
      expect(union(difference(a, b), intersection(a, b))).toBe(a);
      expect(union(a, NONE)).toBe(a);
      expect(union(a, ALL)).toBe(ALL);
      expect(intersection(a, ALL)).toBe(a);
      expect(intersection(a, NONE)).toBe(NONE);
      expect(difference(a, NONE)).toBe(a);
      expect(difference(NONE, a)).toBe(NONE);
      expect(difference(a, ALL)).toBe(NONE);
    }),
    { numRuns: runs(100) },
  );
});

test('sets carried elsewhere keep their ids, and the algebra goes on with them', () => {
  fc.assert(
    fc.property(fc.array(portSet, { maxLength: 6 }), portSet, (sets, later) => {
      const before = createPortSets();
      const ids = sets.map((set) => before.intern(set));
      const after = createPortSets(structuredClone(before.sets));
      expect(after.sets).toEqual(before.sets);
      expect(sets.map((set) => after.intern(set))).toEqual(ids);
      for (const a of ids) {
        for (const b of ids) {
          expect(after.sets[after.union(a, b)]).toEqual(before.sets[before.union(a, b)]);
          expect(after.sets[after.difference(a, b)]).toEqual(before.sets[before.difference(a, b)]);
        }
      }
      expect(after.sets[after.intern(later)]).toEqual(before.sets[before.intern(later)]);
    }),
    { numRuns: runs(100) },
  );
});
