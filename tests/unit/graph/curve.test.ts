// The lines of the still picture.
import { describe, expect, test } from 'vitest';
import { curveBetween, halvesOf, loopAt } from '../../../src/app/graph/curve.ts';

const left = { x: 0, y: 0, width: 100, height: 50 };
const right = { x: 400, y: 0, width: 100, height: 50 };
const below = { x: 0, y: 300, width: 100, height: 50 };

describe('a line of the still picture', () => {
  test('runs straight from border to border, its middle halfway', () => {
    const curve = curveBetween(left, right, 0);
    expect(curve.from).toEqual({ x: 50, y: 0 });
    expect(curve.to).toEqual({ x: 350, y: 0 });
    expect(curve.middle).toEqual({ x: 200, y: 0 });
    expect(curve.end).toBe(0);
    // It comes to its source from the right.
    expect(Math.abs(curve.start)).toBe(180);
  });

  test('bends to its right, leaving each shape towards its control point', () => {
    const curve = curveBetween(left, right, 40);
    expect(curve.control).toEqual({ x: 200, y: 40 });
    // A quarter of the way to the control point, which is where the border lies.
    expect(curve.from).toEqual({ x: 50, y: 10 });
    expect(curve.to).toEqual({ x: 350, y: 10 });
    expect(curve.middle).toEqual({ x: 200, y: 25 });
    expect(curveBetween(right, left, 40).middle).toEqual({ x: 200, y: -25 });
  });

  test('leaves a shape through the side that it goes to', () => {
    const curve = curveBetween(left, below, 0);
    expect(curve.from).toEqual({ x: 0, y: 25 });
    expect(curve.to).toEqual({ x: 0, y: 275 });
  });

  test('keeps the words on it upright whichever way it runs', () => {
    for (const [from, to] of [
      [left, right],
      [right, left],
      [left, below],
      [below, left],
    ] as const) {
      expect(Math.abs(curveBetween(from, to, 30).slope)).toBeLessThanOrEqual(90);
    }
  });

  test('has halves that meet in its middle', () => {
    const curve = curveBetween(left, below, 60);
    const [first, second] = halvesOf(curve);
    expect(first.from).toEqual(curve.from);
    expect(first.to).toEqual(curve.middle);
    expect(second.from).toEqual(curve.middle);
    expect(second.to).toEqual(curve.to);
  });

  test('comes back to the upper edge of its own shape', () => {
    const curve = loopAt(left);
    expect(curve.from.y).toBe(-25);
    expect(curve.to.y).toBe(-25);
    expect(curve.middle.y).toBeLessThan(-25);
  });
});
