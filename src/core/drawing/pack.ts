// Puts boxes beside each other, never on top of each other.
import { boundsOf, crosses, overlaps, type Place, type Rect, type Size } from './geometry.ts';

/** Room that boxes are given when they are first put down: for links, and to grow into. */
export const BOX_GAP = 84;
/** Room that is left when one has grown. */
export const LEAST_GAP = 24;

/** Above this many, trying every corner takes too long to be done while someone types. */
const FEW_BOXES = 40;

/** Up to this many boxes all orders are tried, and the best picture of all is taken. */
const ALL_ORDERS = 4;

export interface Wish {
  /** How strongly two boxes are drawn to each other; 0 where no link joins them. */
  pull(one: number, other: number): number;
  /** The wished width by height. */
  readonly aspect: number;
  /** The one that should stand at the outer side; -1 for none. */
  readonly outside: number;
  /** The outer side is the left one, else the top. */
  readonly isLandscape: boolean;
}

/**
 * Places for boxes that have none yet, beside those that have; `null` asks for a place. The result
 * keeps every rectangle that was there.
 */
export function pack(sizes: readonly Size[], fixed: readonly (Rect | null)[], wish: Wish): Rect[] {
  const open = sizes.map((_, index) => index).filter((index) => !fixed[index]);
  const bySize = [...open].sort(
    (one, other) =>
      Number(one === wish.outside) - Number(other === wish.outside) ||
      area(sizes[other] as Size) - area(sizes[one] as Size) ||
      one - other,
  );
  let best: (Rect | null)[] = [...fixed];
  let least = Number.POSITIVE_INFINITY;
  for (const order of open.length <= ALL_ORDERS ? permutations(bySize) : [bySize]) {
    const placed = inOrder(order, sizes, fixed, wish);
    const cost = costOf(placed, wish);
    if (cost >= least) continue;
    least = cost;
    best = placed;
  }
  return best.map((rect, index) => rect ?? { ...(sizes[index] as Size), x: 0, y: 0 });
}

function permutations(items: readonly number[]): number[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

function inOrder(
  order: readonly number[],
  sizes: readonly Size[],
  fixed: readonly (Rect | null)[],
  wish: Wish,
): (Rect | null)[] {
  const placed = [...fixed];
  for (const index of order) {
    const size = sizes[index] as Size;
    const others = placed.filter((rect) => rect !== null);
    const spots = others.length === 0 ? [{ x: 0, y: 0 }] : besides(size, others, BOX_GAP);
    const around = boundsOf(others);
    const spotCost = (rect: Rect) =>
      spreadOf(boundsOf(around === null ? [rect] : [around, rect]) ?? rect, wish) +
      costOfLinks(index, rect, placed, wish) +
      (index === wish.outside ? inwardness(rect, around ?? rect, wish) : 0);
    placed[index] = cheapestFree(size, spots, others, BOX_GAP, spotCost);
  }
  return placed;
}

/** Pixels of spread that a link through a foreign box is worth. */
const CROSSING = 260;

/** Among more boxes than this, links through others can't be helped. */
const MOST_CROSSED = 8;

/** How far a picture is from a good one: compact, linked boxes close and in sight of each other. */
function costOf(placed: readonly (Rect | null)[], wish: Wish): number {
  const bounds = boundsOf(placed.filter((rect) => rect !== null));
  if (bounds === null) return 0;
  let cost = spreadOf(bounds, wish);
  placed.forEach((rect, index) => {
    if (rect !== null) cost += costOfLinks(index, rect, placed.slice(0, index), wish, placed);
  });
  const outside = placed[wish.outside];
  return outside ? cost + inwardness(outside, bounds, wish) : cost;
}

function spreadOf(bounds: Rect, wish: Wish): number {
  const high = bounds.height * wish.aspect;
  return Math.max(bounds.width, high) * 3 + bounds.width + high;
}

/** Of the links between one box and others that are placed. */
function costOfLinks(
  index: number,
  rect: Rect,
  others: readonly (Rect | null)[],
  wish: Wish,
  obstacles: readonly (Rect | null)[] = others,
): number {
  const countsCrossings = obstacles.length <= MOST_CROSSED;
  let cost = 0;
  others.forEach((other, at) => {
    const pull = other === null ? 0 : wish.pull(index, at);
    if (other === null || pull === 0) return;
    cost += pull * distance(rect, other);
    if (!countsCrossings) return;
    for (const third of obstacles) {
      if (third !== null && third !== other && third !== rect && crosses(rect, other, third)) {
        cost += CROSSING;
      }
    }
  });
  return cost;
}

/** How far the outside stands from the edge it belongs to. */
function inwardness(outside: Rect, bounds: Rect, { isLandscape }: Wish): number {
  const inward = isLandscape
    ? outside.x - outside.width / 2 - (bounds.x - bounds.width / 2)
    : outside.y - outside.height / 2 - (bounds.y - bounds.height / 2);
  return Math.max(0, inward) * 2;
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
    // Most spots are taken, which is soon told; what one costs is not.
    if (others.some((other) => overlaps(rect, other, gap))) continue;
    const price = cost(rect);
    if (price >= least) continue;
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
