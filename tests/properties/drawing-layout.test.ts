// Boxes never overlap, and what stands stays where it is while the cluster changes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw } from '../../src/core/drawing/draw.ts';
import { AROUND, type Drawing } from '../../src/core/drawing/drawing.ts';
import { contains, overlaps, type Rect } from '../../src/core/drawing/geometry.ts';
import { type Layout, layout } from '../../src/core/drawing/layout.ts';
import { ALLOW, analysisOf, DENY, flowsOf } from '../unit/drawing/fakes.ts';
import { runs } from './runs.ts';

const NO_FILTERS = {
  namespaces: [],
  text: '',
  protocol: null,
  port: null,
  show: 'all',
  direction: 'both',
} as const;

function drawingOf(names: readonly string[]): Drawing {
  const analysis = analysisOf(names);
  const flow = (source: number, destination: number) =>
    (source + destination) % 3 === 0 ? ALLOW : DENY;
  return draw(analysis, flowsOf(analysis, flow), NO_FILTERS);
}

/** Names of peers, each once, some of them long. */
const names = fc
  .uniqueArray(
    fc.oneof(
      { weight: 9, arbitrary: fc.tuple(fc.nat(5), fc.nat(30)) },
      { weight: 1, arbitrary: fc.tuple(fc.constant(-1), fc.nat(5)) },
    ),
    { minLength: 1, maxLength: 45, selector: String },
  )
  .map((peers) =>
    peers.map(([box, index]) =>
      box < 0 ? `10.${index}.0.0/16` : `ns${box}/${'w'.repeat(1 + ((index * 7) % 40))}${index}`,
    ),
  );

const aspect = fc.constantFrom(0.55, 1.5, 1.8);

const moves = fc.dictionary(
  fc.nat(44).map(String),
  fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) }),
  { maxKeys: 3 },
);

function movesOf(drawing: Drawing, byIndex: Readonly<Record<string, { x: number; y: number }>>) {
  return Object.fromEntries(
    Object.entries(byIndex).flatMap(([index, place]) => {
      const shape = drawing.shapes[Number(index)];
      return shape === undefined ? [] : [[shape.id, place]];
    }),
  );
}

function expectTidy(drawing: Drawing, laid: Layout) {
  const rectOf = (id: string) => laid.get(id) as Rect;
  expect(laid.size).toBe(drawing.shapes.length + drawing.boxes.length);
  drawing.boxes.forEach((box, index) => {
    for (const other of drawing.boxes.slice(index + 1)) {
      expect(overlaps(rectOf(box.id), rectOf(other.id))).toBe(false);
    }
    for (const id of box.members) expect(contains(rectOf(box.id), rectOf(id))).toBe(true);
  });
}

function expectNoShapesOverlap(drawing: Drawing, laid: Layout) {
  for (const box of drawing.boxes) {
    box.members.forEach((id, index) => {
      for (const other of box.members.slice(index + 1)) {
        expect(overlaps(laid.get(id) as Rect, laid.get(other) as Rect)).toBe(false);
      }
    });
  }
}

test('a first picture has nothing on top of anything, and is always the same', () => {
  fc.assert(
    fc.property(names, aspect, (peers, wide) => {
      const drawing = drawingOf(peers);
      const laid = layout(drawing, new Map(), {}, wide);
      expectTidy(drawing, laid);
      expectNoShapesOverlap(drawing, laid);
      expect(layout(drawing, new Map(), {}, wide)).toEqual(laid);
      expect(layout(drawing, laid, {}, wide)).toEqual(laid);
    }),
    { numRuns: runs(60) },
  );
});

test('one more workload moves nobody, except that its box may move as a whole', () => {
  fc.assert(
    fc.property(names, fc.nat(5), aspect, (peers, box, wide) => {
      const before = drawingOf(peers);
      const places = layout(before, new Map(), {}, wide);
      const after = drawingOf([...peers, `ns${box}/newcomer`]);
      const laid = layout(after, places, {}, wide);
      expectTidy(after, laid);
      expectNoShapesOverlap(after, laid);
      const own = after.boxes.find(({ id }) => id === `namespace:ns${box}`);
      const shifts = new Set<string>();
      for (const { id, box: home } of before.shapes) {
        const was = places.get(id) as Rect;
        const is = laid.get(id) as Rect;
        if (home === own?.id) shifts.add(`${is.x - was.x},${is.y - was.y}`);
        else expect(is).toEqual(was);
      }
      expect(shifts.size).toBeLessThanOrEqual(1);
    }),
    { numRuns: runs(60) },
  );
});

test('one workload less moves nobody', () => {
  fc.assert(
    fc.property(names, fc.nat(44), aspect, (peers, pick, wide) => {
      const places = layout(drawingOf(peers), new Map(), {}, wide);
      const after = drawingOf(peers.filter((_, index) => index !== pick % peers.length));
      const laid = layout(after, places, {}, wide);
      expectTidy(after, laid);
      for (const { id } of after.shapes) expect(laid.get(id)).toEqual(places.get(id));
    }),
    { numRuns: runs(60) },
  );
});

test('those around the pods stand alike, in whatever order they are switched on', () => {
  const ids = ['{nodes}', '{api-server}', '{cluster-dns}', '{new-pod}', '{new-pod} a'];
  fc.assert(
    fc.property(names, fc.shuffledSubarray(ids, { minLength: 5 }), aspect, (peers, order, wide) => {
      const plain = drawingOf(peers);
      const first = layout(plain, new Map(), {}, wide);
      const at = layout(withActors(plain, ids), first, {}, wide);
      let laid = first;
      order.forEach((_, last) => {
        const on = ids.filter((id) => order.slice(0, last + 1).includes(id));
        const drawing = withActors(plain, on);
        laid = layout(drawing, laid, {}, wide);
        expectTidy(drawing, laid);
        expectNoShapesOverlap(drawing, laid);
      });
      expect(laid).toEqual(at);
      for (const { id } of plain.shapes) expect(laid.get(id)).toEqual(first.get(id));
    }),
    { numRuns: runs(30) },
  );
});

function withActors(drawing: Drawing, ids: readonly string[]): Drawing {
  const actors = ids.map((id) => ({
    type: 'external' as const,
    id,
    peer: 1000 + ids.indexOf(id),
    box: AROUND,
    name: id,
    blocks: '',
    isActor: true as const,
  }));
  const box = { id: AROUND, title: 'Around the pods', members: ids };
  return { ...drawing, shapes: [...drawing.shapes, ...actors], boxes: [...drawing.boxes, box] };
}

test('boxes make way for a shape moved by hand, and then stay', () => {
  fc.assert(
    fc.property(names, moves, aspect, (peers, byIndex, wide) => {
      const drawing = drawingOf(peers);
      const moved = movesOf(drawing, byIndex);
      const laid = layout(drawing, layout(drawing, new Map(), {}, wide), moved, wide);
      expectTidy(drawing, laid);
      // Where they came to stand is what is kept.
      const kept = Object.fromEntries(
        Object.keys(moved).map((id) => [id, laid.get(id) as { x: number; y: number }]),
      );
      expect(layout(drawing, laid, kept, wide)).toEqual(laid);
    }),
    { numRuns: runs(60) },
  );
});

test('places that no hand can have chosen are passed over', () => {
  const drawing = drawingOf(['a/one', 'a/two']);
  const plain = layout(drawing, new Map(), {});
  const [shape] = drawing.shapes;
  for (const at of [Number.NaN, Number.POSITIVE_INFINITY, 1e12]) {
    expect(layout(drawing, new Map(), { [shape?.id ?? '']: { x: at, y: 0 } })).toEqual(plain);
  }
});
