// Rectangles, by their centre, in the picture's own pixels.

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Place, Size {}

/** Whether two rectangles come closer than `gap` to each other in both axes. */
export function overlaps(one: Rect, other: Rect, gap = 0): boolean {
  return (
    Math.abs(one.x - other.x) * 2 < one.width + other.width + 2 * gap &&
    Math.abs(one.y - other.y) * 2 < one.height + other.height + 2 * gap
  );
}

export function contains(outer: Rect, inner: Rect): boolean {
  return (
    Math.abs(outer.x - inner.x) * 2 <= outer.width - inner.width &&
    Math.abs(outer.y - inner.y) * 2 <= outer.height - inner.height
  );
}

/** The smallest rectangle around all; null around none. */
export function boundsOf(rects: Iterable<Rect>): Rect | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y, width, height } of rects) {
    left = Math.min(left, x - width / 2);
    top = Math.min(top, y - height / 2);
    right = Math.max(right, x + width / 2);
    bottom = Math.max(bottom, y + height / 2);
  }
  if (left > right) return null;
  return rectOf(left, top, right, bottom);
}

export function rectOf(left: number, top: number, right: number, bottom: number): Rect {
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    width: right - left,
    height: bottom - top,
  };
}

export function shift(rect: Rect, by: Place): Rect {
  return { ...rect, x: rect.x + by.x, y: rect.y + by.y };
}

/** Whether the straight line between two places runs through a rectangle. */
export function crosses(from: Place, to: Place, rect: Rect): boolean {
  let enter = 0;
  let leave = 1;
  for (const [start, delta, middle, half] of [
    [from.x, to.x - from.x, rect.x, rect.width / 2],
    [from.y, to.y - from.y, rect.y, rect.height / 2],
  ] as const) {
    if (delta === 0) {
      if (Math.abs(start - middle) > half) return false;
      continue;
    }
    const one = (middle - half - start) / delta;
    const other = (middle + half - start) / delta;
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  return enter < leave;
}
