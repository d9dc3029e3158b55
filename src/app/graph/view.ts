// Which part of the canvas is free for the picture, and how the picture is put into it.
import type { Rect } from '../../core/index.ts';

/** Pixels along the edges of the canvas that something else covers. */
export interface Covered {
  readonly above: number;
  readonly below: number;
}

export interface Viewport {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
}

export const FIT_PADDING = 24;
export const LEAST_ZOOM = 0.05;
/** Few shapes are not blown up to fill a projector. */
const LARGEST_FIT = 1.6;

/** By its upper left corner, in pixels. */
export function freeRoom(width: number, height: number, { above, below }: Covered): Rect {
  const top = Math.max(FIT_PADDING, above);
  return {
    x: FIT_PADDING,
    y: top,
    width: width - 2 * FIT_PADDING,
    height: height - top - Math.max(FIT_PADDING, below),
  };
}

/** Wide or high, as the room for the picture is. */
export function aspectOf({ width, height }: Rect): number {
  if (width <= 0 || height <= 0) return 1.5;
  return Math.min(1.8, Math.max(0.55, width / height));
}

/** All of `bounds` in the middle of the room. */
export function fitInto({ x, y, width, height }: Rect, bounds: Rect): Viewport {
  const fitting = Math.min(width / bounds.width, height / bounds.height);
  const zoom = Math.min(LARGEST_FIT, Math.max(LEAST_ZOOM, fitting));
  return {
    zoom,
    pan: {
      x: x + width / 2 - bounds.x * zoom,
      y: y + height / 2 - bounds.y * zoom,
    },
  };
}

/** The zoom buttons in the lower right corner, with the space around them (graph.css). */
const CONTROLS = { width: 58, height: 130 };

/**
 * The same, and none of the shapes under the zoom buttons.
 * @param canvas the size of the whole of it
 */
export function fitClear(
  room: Rect,
  bounds: Rect,
  shapes: readonly Rect[],
  canvas: Pick<Rect, 'width' | 'height'>,
): Viewport {
  const whole = fitInto(room, bounds);
  if (!shapes.some((shape) => isUnderControls(shape, whole, canvas))) return whole;
  const x = room.x / 2;
  const beside = fitInto({ ...room, x, width: canvas.width - CONTROLS.width - x }, bounds);
  const above = fitInto({ ...room, height: canvas.height - CONTROLS.height - room.y }, bounds);
  return above.zoom > beside.zoom ? above : beside;
}

function isUnderControls(
  { x, y, width, height }: Rect,
  { zoom, pan }: Viewport,
  canvas: Pick<Rect, 'width' | 'height'>,
): boolean {
  const right = (x + width / 2) * zoom + pan.x;
  const bottom = (y + height / 2) * zoom + pan.y;
  return right > canvas.width - CONTROLS.width && bottom > canvas.height - CONTROLS.height;
}
