// Links keep apart from each other and from shapes that are not theirs.
import { expect, test } from 'vitest';
import { bendOf } from '../../../src/core/drawing/bend.ts';

const shape = (x: number, y: number) => ({ x, y, width: 120, height: 52 });
const free = { shapes: [], boxes: [] };

test('a lone link with nothing in its way is straight', () => {
  expect(bendOf(shape(0, 0), shape(400, 0), free, false)).toBe(0);
});

test('two opposite links bend to their own right, so apart', () => {
  expect(bendOf(shape(0, 0), shape(400, 0), free, true)).toBeGreaterThan(20);
  expect(bendOf(shape(400, 0), shape(0, 0), free, true)).toBeGreaterThan(20);
});

test('a link goes around a shape between its ends', () => {
  const between = { shapes: [shape(0, 0), shape(300, 0), shape(600, 0)], boxes: [] };
  const bend = bendOf(shape(0, 0), shape(600, 0), between, false);
  // The curve comes half as far as its control point: it must clear half the shape's height.
  expect(Math.abs(bend) / 2).toBeGreaterThan(26);
});

test('a box that holds an end is no obstacle', () => {
  const around = { shapes: [], boxes: [{ x: 0, y: 0, width: 300, height: 200 }] };
  expect(bendOf(shape(0, 0), shape(600, 0), around, false)).toBe(0);
});

test('of two opposite links one takes the other side when a shape blocks all of its own', () => {
  const wall = { x: 300, y: 150, width: 120, height: 290 };
  const obstacles = { shapes: [shape(0, 0), wall, shape(600, 0)], boxes: [] };
  const there = bendOf(shape(0, 0), shape(600, 0), obstacles, true);
  const back = bendOf(shape(600, 0), shape(0, 0), obstacles, true);
  expect(there).toBeLessThan(0);
  expect(back).toBeGreaterThan(0);
  expect(-there).not.toBe(back);
});
