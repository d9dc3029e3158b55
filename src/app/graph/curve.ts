// Lines, bent as the canvas bends them: for the still picture, and for what stands on them.
import type { Rect } from '../../core/index.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From the edge of one shape to that of another; angles in degrees, clockwise from the right. */
export interface Curve {
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
  readonly middle: Point;
  /** Of the line's middle, turned so that words on it are upright. */
  readonly slope: number;
  /** The ways in which it comes to its two ends. */
  readonly start: number;
  readonly end: number;
}

/** Paths whose tip is at the origin, pointing right. */
export const ARROW = {
  triangle: 'M0 0-10 5V-5Z',
  hollow: 'M0 0-10 5V-5Z',
  vee: 'M0 0-10 5-5 0-10-5Z',
  tee: 'M0-5V5H-3.3V-5Z',
  'triangle-tee': 'M0 0-10 5V-5ZM-13.3-5V5H-16.6V-5Z',
} as const;

/** `bend`: how far the control point stands off the straight line (see `bendOf`). */
export function curveBetween(source: Rect, target: Rect, bend: number): Curve {
  const near = borderTowards(source, target);
  const far = borderTowards(target, source);
  const length = Math.hypot(target.x - source.x, target.y - source.y) || 1;
  const control = {
    x: (near.x + far.x) / 2 - ((target.y - source.y) / length) * bend,
    y: (near.y + far.y) / 2 + ((target.x - source.x) / length) * bend,
  };
  return curveOf(borderTowards(source, control), control, borderTowards(target, control));
}

/** A place on it; `part` of the way, from 0 to 1. */
export function pointAt({ from, control, to }: Curve, part: number): Point {
  const on = (one: number, two: number, three: number) =>
    (1 - part) ** 2 * one + 2 * part * (1 - part) * two + part ** 2 * three;
  return { x: on(from.x, control.x, to.x), y: on(from.y, control.y, to.y) };
}

/** Its slope there in radians, turned so that words on it are upright. */
export function slopeAt({ from, control, to }: Curve, part: number): number {
  const dx = (1 - part) * (control.x - from.x) + part * (to.x - control.x);
  const dy = (1 - part) * (control.y - from.y) + part * (to.y - control.y);
  return dx === 0 ? Math.PI / 2 : Math.atan(dy / dx);
}

/** From a shape's upper edge back to it. */
export function loopAt({ x, y, height }: Rect): Curve {
  const top = y - height / 2;
  return curveOf({ x: x + 15, y: top }, { x, y: top - 60 }, { x: x - 15, y: top });
}

export function halvesOf({ from, control, to, middle }: Curve): readonly [Curve, Curve] {
  const between = (one: Point, other: Point) => ({
    x: (one.x + other.x) / 2,
    y: (one.y + other.y) / 2,
  });
  return [curveOf(from, between(from, control), middle), curveOf(middle, between(control, to), to)];
}

function curveOf(from: Point, control: Point, to: Point): Curve {
  const middle = {
    x: from.x / 4 + control.x / 2 + to.x / 4,
    y: from.y / 4 + control.y / 2 + to.y / 4,
  };
  const along = angle(from, to);
  const slope = along > 90 ? along - 180 : along < -90 ? along + 180 : along;
  return { from, control, to, middle, slope, start: angle(control, from), end: angle(control, to) };
}

function angle(from: Point, to: Point): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}

/** Where the way from a rectangle's middle to a place leaves it. */
function borderTowards({ x, y, width, height }: Rect, place: Point): Point {
  const dx = place.x - x;
  const dy = place.y - y;
  const part = Math.min(
    dx === 0 ? 1 : width / 2 / Math.abs(dx),
    dy === 0 ? 1 : height / 2 / Math.abs(dy),
    1,
  );
  return { x: x + dx * part, y: y + dy * part };
}
