// Bends links so that opposite ones stay apart and none hides behind a shape it does not belong to.
import { contains, type Place, type Rect } from './geometry.ts';

/**
 * How far a link's control point stands off the straight line between its ends, in pixels, to the
 * left of one who goes from the source to the destination. Opposite links so bend apart.
 */
export function bendOf(source: Rect, destination: Rect, obstacles: readonly Rect[]): number {
  const length = Math.hypot(destination.x - source.x, destination.y - source.y);
  const least = Math.round(Math.min(44, Math.max(22, length * 0.13)));
  const inTheWay = obstacles.filter(
    (rect) => !contains(source, rect) && !contains(destination, rect),
  );
  let best = least;
  let fewest = Number.POSITIVE_INFINITY;
  for (const bend of [least, 70, 105, 150, 210]) {
    if (bend < least || bend > Math.max(least, length * 0.75)) continue;
    const hits = countHits(source, destination, bend, inTheWay);
    if (hits >= fewest) continue;
    best = bend;
    fewest = hits;
    if (hits === 0) break;
  }
  return best;
}

const SAMPLES = 24;

/** A link that only just passes a shape still looks as if it ended there. */
const CLEARANCE = 7;

function countHits(from: Place, to: Place, bend: number, obstacles: readonly Rect[]): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const control = {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * bend,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * bend,
  };
  const hit = new Set<Rect>();
  for (let step = 1; step < SAMPLES; step++) {
    const t = step / SAMPLES;
    const x = (1 - t) ** 2 * from.x + 2 * t * (1 - t) * control.x + t ** 2 * to.x;
    const y = (1 - t) ** 2 * from.y + 2 * t * (1 - t) * control.y + t ** 2 * to.y;
    for (const rect of obstacles) {
      if (Math.abs(x - rect.x) * 2 > rect.width + 2 * CLEARANCE) continue;
      if (Math.abs(y - rect.y) * 2 > rect.height + 2 * CLEARANCE) continue;
      hit.add(rect);
    }
  }
  return hit.size;
}
