// Bends links so that opposite ones stay apart and none hides behind a shape it does not belong to.
import { boundsOf, contains, overlaps, type Place, type Rect } from './geometry.ts';

export interface Obstacles {
  /** What a link must not seem to end at. */
  readonly shapes: readonly Rect[];
  /** What it had better go around. */
  readonly boxes: readonly Rect[];
}

/** Pixels off the straight line; the first that is clear is taken. */
const BENDS = [70, 110, 160, 230, 320];

/** On the side of the opposite link, where the own one is blocked; between its bends. */
const OTHER_SIDE = [-90, -135, -195, -275];

/**
 * How far a link's control point stands off the straight line between its ends, in pixels, seen
 * from the source to the right of it. Of two opposite links (`paired`) each keeps to its right where
 * it can; a lone one is straight where it can be.
 */
export function bendOf(
  source: Rect,
  destination: Rect,
  obstacles: Obstacles,
  paired: boolean,
): number {
  const length = Math.hypot(destination.x - source.x, destination.y - source.y);
  const least = Math.round(Math.min(44, Math.max(22, length * 0.13)));
  const wider = BENDS.filter((bend) => bend > least && bend < length * 0.7);
  const other = OTHER_SIDE.filter((bend) => -bend > 2 * least && -bend < length * 0.7);
  const bends = paired
    ? [least, ...wider, ...other]
    : [0, ...[least, ...wider].flatMap((by) => [by, -by])];
  const widest = Math.max(...bends.map(Math.abs)) / 2;
  const reach = boundsOf([source, destination]) ?? source;
  const isForeign = (rect: Rect) =>
    overlaps(reach, rect, widest) && !contains(source, rect) && !contains(destination, rect);
  const shapes = obstacles.shapes.filter(isForeign);
  const boxes = obstacles.boxes.filter(
    (rect) => isForeign(rect) && !contains(rect, source) && !contains(rect, destination),
  );
  let best = bends[0] ?? 0;
  let lowest = Number.POSITIVE_INFINITY;
  for (const bend of bends) {
    const path = pathOf(source, destination, bend);
    const cost = countHits(path, shapes, CLEARANCE) * 4 + countHits(path, boxes, 0);
    if (cost >= lowest) continue;
    best = bend;
    lowest = cost;
    if (cost === 0) break;
  }
  return best;
}

const SAMPLES = 28;

/** A link, or the ports on it, so close to a shape would look as if it ended there. */
const CLEARANCE = 14;

function pathOf(from: Place, to: Place, bend: number): Place[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const control = {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * bend,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * bend,
  };
  return Array.from({ length: SAMPLES - 1 }, (_, index) => {
    const t = (index + 1) / SAMPLES;
    return {
      x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * control.x + t ** 2 * to.x,
      y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * control.y + t ** 2 * to.y,
    };
  });
}

function countHits(path: readonly Place[], rects: readonly Rect[], clearance: number): number {
  return rects.filter((rect) =>
    path.some(
      ({ x, y }) =>
        Math.abs(x - rect.x) * 2 < rect.width + 2 * clearance &&
        Math.abs(y - rect.y) * 2 < rect.height + 2 * clearance,
    ),
  ).length;
}
