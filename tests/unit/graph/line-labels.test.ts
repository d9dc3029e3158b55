// Words on lines stand on their line, and where they can, on nothing else.
import { expect, test } from 'vitest';
import { curveBetween, pointAt } from '../../../src/app/graph/curve.ts';
import type { Element } from '../../../src/app/graph/elements.ts';
import { placeLabels } from '../../../src/app/graph/line-labels.ts';

const SIZE = { width: 112, height: 52 };

const shape = (id: string, x: number, y: number): Element => ({
  id,
  group: 'nodes',
  data: { ...SIZE },
  classes: 'workload',
  position: { x, y },
});

const line = (source: string, target: string, label = 'TCP 8080', classes = 'allow'): Element => ({
  id: `${source} ${target}`,
  group: 'edges',
  data: { source, target, label, bend: 0 },
  classes,
  position: null,
});

const CORNERS = [
  shape('a', 0, 0),
  shape('b', 600, 600),
  shape('c', 600, 0),
  shape('d', 0, 600),
] as const;

/** Where the words of a line stand. */
function placeOn(placed: readonly Element[], id: string) {
  const data = placed.find((element) => element.id === id)?.data;
  const rect = (end: unknown) => {
    const at = placed.find((element) => element.id === end)?.position ?? { x: 0, y: 0 };
    return { ...SIZE, ...at };
  };
  const curve = curveBetween(rect(data?.source), rect(data?.target), Number(data?.bend));
  const at = {
    x: curve.middle.x + Number(data?.slipX),
    y: curve.middle.y + Number(data?.slipY),
  };
  const off = Math.min(
    ...Array.from({ length: 1001 }, (_, index) => {
      const on = pointAt(curve, index / 1000);
      return Math.hypot(on.x - at.x, on.y - at.y);
    }),
  );
  return { at, off, turn: data?.turn };
}

test('words alone on their line stand in its middle', () => {
  const placed = placeLabels([...CORNERS, line('a', 'b')]);
  expect(placeOn(placed, 'a b')).toMatchObject({ at: { x: 300, y: 300 }, turn: 'autorotate' });
});

test('where two lines cross, their words keep off each other and on their lines', () => {
  const placed = placeLabels([...CORNERS, line('a', 'b'), line('c', 'd')]);
  const [one, other] = [placeOn(placed, 'a b'), placeOn(placed, 'c d')];
  expect(Math.hypot(one.at.x - other.at.x, one.at.y - other.at.y)).toBeGreaterThan(40);
  expect(Math.max(one.off, other.off)).toBeLessThan(2);
});

test('words keep off a shape that their line passes behind', () => {
  const placed = placeLabels([...CORNERS, shape('e', 300, 300), line('a', 'b')]);
  const { at, off, turn } = placeOn(placed, 'a b');
  expect(Math.abs(at.x - 300) > 56 || Math.abs(at.y - 300) > 26).toBe(true);
  expect(off).toBeLessThan(2);
  expect(turn).toBeCloseTo(Math.PI / 4);
});

test('who is left out is told level, and the words on a loop stand above it', () => {
  const placed = placeLabels([
    ...CORNERS,
    line('a', 'b', 'all but prometheus', 'allow but'),
    line('c', 'c', 'TCP 80', 'allow loop'),
  ]);
  expect(placeOn(placed, 'a b').turn).toBe('none');
  const loop = placed.find(({ id }) => id === 'c c');
  expect(loop?.data).toMatchObject({ slipX: 0, slipY: -9, turn: 'autorotate' });
});
