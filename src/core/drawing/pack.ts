// Puts boxes beside each other, never on top of each other.
import { boundsOf, overlaps, type Place, type Rect, type Size } from './geometry.ts';

/** Room that boxes are given when they are first put down: for links, and to grow into. */
export const BOX_GAP = 140;
/** Room that is left when one has grown. */
export const LEAST_GAP = 24;

/** Above this many, trying every corner takes too long to be done while someone types. */
const FEW_BOXES = 40;

/** How strongly two boxes are drawn to each other: the number of links between them. */
export type Pull = (one: number, other: number) => number;

/**
 * Places for boxes that have none yet, beside those that have; `null` asks for a place. The result
 * keeps every rectangle that was there.
 */
export function pack(
  sizes: readonly Size[],
  fixed: readonly (Rect | null)[],
  pull: Pull,
  aspect: number,
): Rect[] {
  const placed = [...fixed];
  const open = sizes
    .map((size, index) => ({ size, index }))
    .filter(({ index }) => placed[index] === null || placed[index] === undefined)
    .sort((one, other) => area(other.size) - area(one.size) || one.index - other.index);
  for (const { size, index } of open) {
    const others = placed.filter((rect) => rect !== null && rect !== undefined);
    const cost = (rect: Rect) => {
      const bounds = boundsOf([...others, rect]) ?? rect;
      const spread = Math.max(bounds.width, bounds.height * aspect);
      let drawn = 0;
      placed.forEach((other, at) => {
        if (other) drawn += pull(index, at) * distance(rect, other);
      });
      return spread * 3 + bounds.width + bounds.height * aspect + drawn;
    };
    const spots = others.length === 0 ? [{ x: 0, y: 0 }] : besides(size, others, BOX_GAP);
    placed[index] = cheapestFree(size, spots, others, BOX_GAP, cost);
  }
  return placed.map((rect, index) => rect ?? { ...(sizes[index] as Size), x: 0, y: 0 });
}

/** The free place nearest to where a box would like to be. */
export function nearestFree(rect: Rect, others: readonly Rect[]): Rect {
  // A pixel less, as places are rounded.
  if (!others.some((other) => overlaps(rect, other, LEAST_GAP - 1))) return rect;
  const spots = besides(rect, others, LEAST_GAP, rect);
  return cheapestFree(rect, spots, others, LEAST_GAP, (spot) => distance(spot, rect));
}

function cheapestFree(
  size: Size,
  spots: readonly Place[],
  others: readonly Rect[],
  gap: number,
  cost: (rect: Rect) => number,
): Rect {
  let best: Rect | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { x, y } of spots) {
    const rect = { x, y, width: size.width, height: size.height };
    const price = cost(rect);
    if (price >= least || others.some((other) => overlaps(rect, other, gap))) continue;
    best = rect;
    least = price;
  }
  if (best !== null) return best;
  // Beyond everything there is always room.
  const bounds = boundsOf(others);
  const right = bounds === null ? 0 : bounds.x + bounds.width / 2 + gap + size.width / 2;
  return { x: right, y: bounds?.y ?? 0, width: size.width, height: size.height };
}

/** Places that touch another box at the given distance, flush with some edge or middle. */
function besides(size: Size, others: readonly Rect[], gap: number, own?: Place): Place[] {
  const near = others.length <= FEW_BOXES ? others : null;
  const spots: Place[] = [];
  const halfWidth = size.width / 2;
  const halfHeight = size.height / 2;
  for (const other of others) {
    const right = other.x + other.width / 2;
    const left = other.x - other.width / 2;
    const top = other.y - other.height / 2;
    const bottom = other.y + other.height / 2;
    const xs = [right + gap + halfWidth, left - gap - halfWidth];
    const ys = [bottom + gap + halfHeight, top - gap - halfHeight];
    const flushY = [top + halfHeight, other.y, bottom - halfHeight, ...(own ? [own.y] : [])];
    const flushX = [left + halfWidth, other.x, right - halfWidth, ...(own ? [own.x] : [])];
    for (const third of near ?? []) {
      flushY.push(third.y - third.height / 2 + halfHeight, third.y);
      flushY.push(third.y + third.height / 2 + gap + halfHeight);
      flushX.push(third.x - third.width / 2 + halfWidth, third.x);
      flushX.push(third.x + third.width / 2 + gap + halfWidth);
    }
    for (const x of xs) for (const y of flushY) spots.push({ x, y });
    for (const y of ys) for (const x of flushX) spots.push({ x, y });
  }
  return spots;
}

function distance(one: Rect, other: Rect): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function area(size: Size): number {
  return size.width * size.height;
}
