// Where shapes stand in a box that is drawn for the first time, and where one more finds room.
import { boundsOf, crosses, overlaps, type Place, type Rect, type Size } from './geometry.ts';
import { GAP, PADDING } from './measure.ts';

/** On a ring no straight line between two shapes passes a third; more than this make it too wide. */
const MOST_ON_RING = 12;

/** Rings so much wider than high are tried; few shapes have one as wide as is wished. */
const RING_ASPECTS = [0.6, 0.8, 1, 1.3, 1.6];

function ringAspect(aspect: number): number {
  return Math.min(1.6, Math.max(1, aspect));
}

/** Many shapes stand closer: between them links are bundled. */
const GRID_GAP: Size = { width: 44, height: 48 };

/** Few shapes stand further apart: every link among them is drawn, with its ports. */
const WIDE_GAP: Size = { width: 130, height: 104 };
const FEW_ON_RING = 4;

export interface Arranging {
  /** The wished width by height. */
  readonly aspect: number;
  /** How much of all that is drawn is in it, from 0 to 1. */
  readonly part: number;
  /** Each link will be drawn, with its ports on it. */
  readonly isRoomy: boolean;
  /** The pairs of members, by index, that a line will join. */
  readonly links: readonly (readonly [number, number])[];
}

/** Rectangles around the origin, in the order of the sizes. */
export function arrange(sizes: readonly Size[], wish: Arranging): Rect[] {
  const { aspect, isRoomy, links } = wish;
  if (sizes.length <= 1) return sizes.map((size) => ({ ...size, x: 0, y: 0 }));
  // Beside each other with room for the ports between them; roomy and in a high picture, a ring has more.
  if (sizes.length === 2 && (aspect >= 1 || !isRoomy)) {
    return grid(sizes, 2, false, isRoomy ? WIDE_GAP : GAP);
  }
  const most = links.length > 0 ? MOST_ON_RING : FEW_ON_RING;
  if (sizes.length > most) return grid(sizes, columnsFor(sizes, aspect));
  if (sizes.length <= FEW_ON_RING && isRoomy) return ring(sizes, wish, ringAspect(aspect));
  const chosen = smallest(
    [
      ...RING_ASPECTS.map((wide) => ring(sizes, wish, wide)),
      ...[2, 3, 4].map((columns) => grid(sizes, columns, true, gapOf(sizes.length))),
      ...(sizes.length <= FEW_ON_RING ? [grid(sizes, 2, false, GAP)] : []),
    ],
    wish,
  );
  return stretched(chosen, wish);
}

/** Titles and gaps around boxes need some height too. */
const OWN_PART = 0.8;

/** The height that the wished form leaves free is room for lines. */
function stretched(rects: readonly Rect[], { aspect, part }: Arranging): Rect[] {
  const bounds = boundsOf(rects);
  if (bounds === null) return [];
  const wide = bounds.width + PADDING.left + PADDING.right;
  const high = bounds.height + PADDING.top + PADDING.bottom;
  const by = Math.min(1.5, Math.max(1, ((wide / aspect) * OWN_PART * part) / high));
  return rects.map((rect) => ({ ...rect, y: Math.round(rect.y * by) }));
}

/** How much larger an arrangement may be for each line that it does not hide behind a shape. */
const HIDING = 0.05;

/** Few shapes have more room: to grow when a policy selects them, and for ports. */
function gapOf(count: number): Size {
  return count > FEW_ON_RING ? GRID_GAP : GAP;
}

/** Height that one box leaves is room for the others: so much of it counts even where it fits. */
const TALL = 0.1;

function smallest(candidates: readonly Rect[][], { aspect, links }: Arranging): Rect[] {
  let best: Rect[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const rects of candidates) {
    const bounds = boundsOf(rects);
    if (bounds === null) continue;
    const wide = bounds.width + PADDING.left + PADDING.right;
    const high = bounds.height + PADDING.top + PADDING.bottom;
    const hidden = links.filter((link) => isHidden(rects, link)).length;
    const fits = Math.max(wide, high * aspect) + TALL * high * aspect;
    const cost = fits * (1 + HIDING * hidden);
    if (cost >= least) continue;
    least = cost;
    best = rects;
  }
  return best;
}

/** One below the other, in as many columns as keep it about as high as asked. */
export function stack(sizes: readonly Size[], rows: number): Rect[] {
  return grid(sizes, Math.ceil(sizes.length / rows), false);
}

/** A ring grows by this much for clear lines; beyond it, lines bend around shapes instead. */
const MOST_STRETCH = 1.2;

function ring(sizes: readonly Size[], { isRoomy, links }: Arranging, wide: number): Rect[] {
  const count = sizes.length;
  const gap = isRoomy && count <= FEW_ON_RING ? WIDE_GAP : gapOf(count);
  // An even ring starts half a step in, so that it has a flat top.
  const first = -Math.PI / 2 - (count % 2 === 0 ? Math.PI / count : 0);
  const at = (radius: number) =>
    sizes.map((size, index) => {
      const angle = first + (2 * Math.PI * index) / count;
      return {
        ...size,
        x: Math.round(Math.cos(angle) * radius * wide),
        y: Math.round(Math.sin(angle) * radius),
      };
    });
  let radius = 60;
  while (!isSpaced(at(radius), gap) && radius < 2000) radius += 10;
  for (let wider = radius; wider <= radius * MOST_STRETCH; wider += 10) {
    if (isClear(at(wider), links)) return at(wider);
  }
  return at(radius);
}

function isSpaced(rects: readonly Rect[], gap: Size): boolean {
  return rects.every((one, index) =>
    rects.slice(index + 1).every((other) => {
      const wide = Math.abs(one.x - other.x) - (one.width + other.width) / 2;
      const high = Math.abs(one.y - other.y) - (one.height + other.height) / 2;
      return wide >= gap.width || high >= gap.height;
    }),
  );
}

/** Whether every line passes beside all shapes but its own. */
function isClear(rects: readonly Rect[], links: Arranging['links']): boolean {
  return !links.some((link) => isHidden(rects, link));
}

/** Whether a straight line runs behind a third shape. */
function isHidden(rects: readonly Rect[], [from, to]: Arranging['links'][number]): boolean {
  const one = rects[from];
  const other = rects[to];
  if (one === undefined || other === undefined) return false;
  return rects.some((third) => third !== one && third !== other && crosses(one, other, third));
}

function columnsFor(sizes: readonly Size[], aspect: number): number {
  const cell = cellOf(sizes);
  return Math.max(2, Math.round(Math.sqrt((sizes.length * aspect * cell.height) / cell.width)));
}

function cellOf(sizes: readonly Size[], gap = GRID_GAP): Size {
  return {
    width: Math.max(...sizes.map((size) => size.width)) + gap.width,
    height: Math.max(...sizes.map((size) => size.height)) + gap.height,
  };
}

/** Rows, every other one moved by half a cell: lines from row to row then pass between shapes. */
function grid(
  sizes: readonly Size[],
  columns: number,
  staggered = columns > 2,
  gap = GRID_GAP,
): Rect[] {
  const cell = cellOf(sizes, gap);
  const rows = Math.ceil(sizes.length / columns);
  return sizes.map((size, index) => {
    const row = Math.floor(index / columns);
    const inset = staggered ? ((row % 2) - 0.5) / 2 : 0;
    return {
      ...size,
      x: Math.round(((index % columns) - (columns - 1) / 2 + inset) * cell.width),
      y: Math.round((row - (rows - 1) / 2) * cell.height),
    };
  });
}

export interface Growing {
  /** Lines run among the shapes, which should not be hidden behind one. */
  readonly isLined: boolean;
  /** The shapes may take so much width, and not more if there is another way. */
  readonly widest?: number;
}

/** A free place for one more shape, close to the others, that makes the box grow little. */
export function findRoom(
  size: Size,
  taken: readonly Rect[],
  anchor: Place,
  { isLined, widest = Number.POSITIVE_INFINITY }: Growing = { isLined: true },
): Rect {
  const bounds = boundsOf(taken);
  if (bounds === null) return { ...size, ...anchor };
  const cell = cellOf([size, ...taken]);
  const left = bounds.x - bounds.width / 2 + size.width / 2;
  const top = bounds.y - bounds.height / 2 + size.height / 2;
  const columns = Math.ceil(bounds.width / cell.width) * 2 + 2;
  const rows = Math.ceil(bounds.height / cell.height) * 2 + 2;
  let best: Rect | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let row = -2; row <= rows; row++) {
    for (let column = -2; column <= columns; column++) {
      const rect = {
        ...size,
        x: Math.round(left + (column * cell.width) / 2),
        y: Math.round(top + (row * cell.height) / 2),
      };
      if (taken.some((other) => tooClose(rect, other))) continue;
      const wide = (boundsOf([bounds, rect]) ?? bounds).width;
      if (wide > Math.max(widest, bounds.width)) continue;
      const cost = costOf(rect, taken, bounds, isLined);
      if (cost < least) {
        least = cost;
        best = rect;
      }
    }
  }
  return best ?? { ...size, x: bounds.x, y: top + bounds.height + cell.height };
}

/** Closer than this reads as one heap; the arrangement itself leaves the wider `GAP`. */
const CLOSEST: Size = { width: 40, height: 36 };

function tooClose(one: Rect, other: Rect): boolean {
  return overlaps(
    { ...one, width: one.width + CLOSEST.width, height: one.height + CLOSEST.height },
    { ...other, width: other.width + CLOSEST.width, height: other.height + CLOSEST.height },
    -Math.min(CLOSEST.width, CLOSEST.height) / 2,
  );
}

/** Among this many shapes and fewer, a line hidden behind a shape counts as much as a shape's area. */
const FEW = 14;

function costOf(rect: Rect, taken: readonly Rect[], bounds: Rect, isLined: boolean): number {
  const grown = boundsOf([bounds, rect]) ?? bounds;
  const area = grown.width * grown.height - bounds.width * bounds.height;
  const far = Math.abs(rect.x - bounds.x) + Math.abs(rect.y - bounds.y);
  let hidden = 0;
  if (isLined && taken.length <= FEW) {
    taken.forEach((one, index) => {
      for (const other of taken) if (other !== one && crosses(rect, one, other)) hidden++;
      for (const other of taken.slice(index + 1)) if (crosses(one, other, rect)) hidden++;
    });
  }
  return area + far * 8 + hidden * 9000;
}
