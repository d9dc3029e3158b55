// Decides where everything stands, so that the picture stays still while its text is edited.
import { arrange, findRoom, type Growing, stack } from './arrange.ts';
import { AROUND, type Box, type Drawing, type EndId, OUTSIDE, type Shape } from './drawing.ts';
import {
  boundsOf,
  contains,
  overlaps,
  type Place,
  type Rect,
  rectOf,
  type Size,
  shift,
} from './geometry.ts';
import { boxWidth, PADDING, shapeSize } from './measure.ts';
import { BOX_GAP, LEAST_GAP, nearestFree, pack } from './pack.ts';

/** Shapes and boxes by id; the centre and the size of each. */
export type Layout = ReadonlyMap<EndId, Rect>;

/** A box keeps the room it had until it holds less than this part of it. */
const LEAST_FILLED = 0.4;

/** In a picture at least so wide the outside stands at the left, else at the top. */
const LANDSCAPE = 1.25;

/** So few boxes are tried in every order. */
const FEW_TOGETHER = 4;

/** A column of address blocks higher than this is broken. */
const MOST_OUTSIDE = 7;

/**
 * Places for all shapes and boxes of a drawing. What had a place in `previous` keeps it, only a box
 * that grew into another is moved, with all in it. Those around the pods are switched on one by one
 * and are no text: with each new one they find their places again, all together. `moved` are places
 * that a person chose, and there others make way. Boxes never overlap. `aspect` is the wished width by height.
 */
export function layout(
  drawing: Drawing,
  previous: Layout,
  moved: Readonly<Record<string, Place>>,
  aspect = 1.5,
): Layout {
  const shapes = new Map(drawing.shapes.map((shape) => [shape.id, shape]));
  const boxes = drawing.boxes.map((box) => fill(box, shapes, previous, { aspect, drawing, moved }));
  settle(boxes, drawing, aspect);
  applyMoves(boxes, moved);
  const result = new Map<EndId, Rect>();
  for (const { box, rect, members } of boxes) {
    result.set(box.id, rect);
    for (const [id, place] of members) result.set(id, place);
  }
  return result;
}

/** A box on its way to its place. */
interface Filled {
  readonly box: Box;
  /** Whether it stood somewhere before; else it is around the origin until it is packed. */
  readonly known: boolean;
  /** Whether it is exactly where it was. */
  readonly unchanged: boolean;
  rect: Rect;
  members: Map<EndId, Rect>;
}

function fill(box: Box, shapes: ReadonlyMap<EndId, Shape>, previous: Layout, room: Room): Filled {
  const sized = box.members.flatMap((id) => {
    const shape = shapes.get(id);
    return shape === undefined ? [] : [{ id, size: shapeSize(shape) }];
  });
  const members = new Map<EndId, Rect>();
  const isMoved = (id: EndId) => Object.hasOwn(room.moved, id);
  for (const { id, size } of [...sized].sort(
    (one, other) => Number(isMoved(one.id)) - Number(isMoved(other.id)),
  )) {
    const before = previous.get(id);
    if (before === undefined) continue;
    const rect = { ...size, x: before.x, y: before.y };
    // Only a hand may put one shape on another.
    if (isMoved(id) || ![...members.values()].some((other) => overlaps(rect, other))) {
      members.set(id, rect);
    }
  }
  const isAnew = box.id === AROUND && members.size < sized.length && !box.members.some(isMoved);
  const before = isAnew ? undefined : previous.get(box.id);
  if (members.size === 0 || isAnew) {
    const sizes = sized.map(({ size }) => size);
    const places = placesFor(box, sizes, room);
    sized.forEach(({ id, size }, index) => {
      members.set(id, places[index] ?? { ...size, x: 0, y: 0 });
    });
    const rect = around(box, members.values());
    if (before === undefined) return { box, known: false, unchanged: false, rect, members };
    // All its members are new, as when a block of addresses is edited: the box itself stays.
    const filled = { box, known: true, unchanged: false, rect, members };
    move(filled, { x: before.x - rect.x, y: before.y - rect.y });
    return filled;
  }
  const growth = growthOf(
    box,
    sized.map(({ size }) => size),
    room,
  );
  for (const { id, size } of sized) {
    if (!members.has(id)) {
      members.set(id, findRoom(size, [...members.values()], before ?? { x: 0, y: 0 }, growth));
    }
  }
  const tight = around(box, members.values());
  const kept = before !== undefined && contains(before, tight) && fills(tight, before);
  const rect = kept ? before : tight;
  return { box, known: true, unchanged: kept, rect, members };
}

/** Shapes that come later stand by their edges, and not by the middles of columns. */
const LOOSE = 1.2;

/** No line joins two blocks of addresses; and where they stand above the rest, they stay as narrow as they began. */
function growthOf({ id }: Box, sizes: readonly Size[], { aspect }: Room): Growing {
  if (id !== OUTSIDE) return { isLined: true };
  const stacked = boundsOf(outsideOf(sizes, aspect));
  if (aspect >= LANDSCAPE || stacked === null) return { isLined: false };
  return { isLined: false, widest: stacked.width * LOOSE };
}

function outsideOf(sizes: readonly Size[], aspect: number): Rect[] {
  if (aspect < LANDSCAPE) return stack(sizes, Math.ceil(sizes.length / 2));
  return stack(sizes, Math.min(MOST_OUTSIDE, sizes.length));
}

interface Room {
  readonly aspect: number;
  readonly drawing: Drawing;
  readonly moved: Readonly<Record<string, Place>>;
}

function placesFor(box: Box, sizes: readonly Size[], { aspect, drawing }: Room): Rect[] {
  if (box.id !== OUTSIDE && box.id !== AROUND) {
    const at = new Map(box.members.map((id, index) => [id, index]));
    const links = drawing.links.flatMap(({ source, destination }) => {
      const from = at.get(source);
      const to = at.get(destination);
      return from === undefined || to === undefined || from === to ? [] : [[from, to] as const];
    });
    const part = sizes.length / Math.max(1, drawing.shapes.length);
    return arrange(sizes, { aspect, isRoomy: !drawing.bundled, part, links });
  }
  return outsideOf(sizes, aspect);
}

function fills(tight: Rect, before: Rect): boolean {
  return tight.width * tight.height >= before.width * before.height * LEAST_FILLED;
}

function around(box: Box, members: Iterable<Rect>): Rect {
  const inner = boundsOf(members) ?? { x: 0, y: 0, width: 0, height: 0 };
  const spare = Math.max(0, boxWidth(box) - inner.width - PADDING.left - PADDING.right) / 2;
  return rectOf(
    Math.floor(inner.x - inner.width / 2 - PADDING.left - spare),
    Math.floor(inner.y - inner.height / 2 - PADDING.top),
    Math.ceil(inner.x + inner.width / 2 + PADDING.right + spare),
    Math.ceil(inner.y + inner.height / 2 + PADDING.bottom),
  );
}

/** By whole pixels: what is laid out again then comes out the same. */
function move(filled: Filled, { x, y }: Place): void {
  const by = { x: Math.round(x), y: Math.round(y) };
  if (by.x === 0 && by.y === 0) return;
  filled.rect = shift(filled.rect, by);
  filled.members = new Map([...filled.members].map(([id, rect]) => [id, shift(rect, by)]));
}

function moveTo(filled: Filled, place: Place): void {
  move(filled, { x: place.x - filled.rect.x, y: place.y - filled.rect.y });
}

/** Unchanged boxes stay, changed ones make way, new ones are packed beside them. */
function settle(boxes: readonly Filled[], drawing: Drawing, aspect: number): void {
  const settled: Filled[] = [];
  for (const filled of boxes.filter(({ unchanged }) => unchanged)) settleOne(filled, settled);
  for (const filled of boxes.filter((each) => each.known && !each.unchanged)) {
    settleOne(filled, settled);
  }
  const few = boxes.filter(({ known }) => !known).length <= FEW_TOGETHER;
  const outside = boxes.findIndex(({ box }) => box.id === OUTSIDE);
  // Among many the outside is put down last, at the middle of its side.
  const apart = few || boxes[outside]?.known === true ? null : (boxes[outside] ?? null);
  const packed = boxes.filter((filled) => filled !== apart);
  const isLandscape = aspect >= LANDSCAPE;
  const places = pack(
    packed.map(({ rect }) => rect),
    packed.map((filled) => (filled.known ? filled.rect : null)),
    {
      pull: pullsOf(packed, drawing),
      aspect: apart === null ? aspect : aspect * (isLandscape ? 0.85 : 1.35),
      outside: packed.findIndex(({ box }) => box.id === OUTSIDE),
      isLandscape,
    },
  );
  packed.forEach((filled, index) => {
    const place = places[index];
    if (filled.known || place === undefined) return;
    moveTo(filled, place);
    settleOne(filled, settled);
  });
  if (apart !== null) putOutside(apart, packed, isLandscape);
}

function settleOne(filled: Filled, settled: Filled[]): void {
  moveTo(
    filled,
    nearestFree(
      filled.rect,
      settled.map(({ rect }) => rect),
    ),
  );
  settled.push(filled);
}

/** Left of all in a wide picture, above all in a high one. */
function putOutside(outside: Filled, inside: readonly Filled[], isLandscape: boolean): void {
  const bounds = boundsOf(inside.map(({ rect }) => rect));
  if (bounds === null) return;
  const { width, height } = outside.rect;
  if (isLandscape) {
    moveTo(outside, { x: bounds.x - bounds.width / 2 - BOX_GAP - width / 2, y: bounds.y });
  } else {
    moveTo(outside, { x: bounds.x, y: bounds.y - bounds.height / 2 - BOX_GAP - height / 2 });
  }
}

/** Links draw boxes together, a little, and never more than a few of them count. */
function pullsOf(
  boxes: readonly Filled[],
  drawing: Drawing,
): (one: number, other: number) => number {
  const at = new Map<EndId, number>();
  boxes.forEach(({ box, members }, index) => {
    at.set(box.id, index);
    for (const id of members.keys()) at.set(id, index);
  });
  const counts = boxes.map(() => new Int32Array(boxes.length));
  for (const { source, destination } of drawing.links) {
    const from = at.get(source) ?? -1;
    const to = at.get(destination) ?? -1;
    const there = counts[from];
    const back = counts[to];
    if (there === undefined || back === undefined) continue;
    there[to] = (there[to] ?? 0) + 1;
    back[from] = (back[from] ?? 0) + 1;
  }
  return (one, other) => Math.min(counts[one]?.[other] ?? 0, 4) * 0.1;
}

/** Links carry places, and can be written by anyone. */
const FARTHEST = 100_000;

function isPlace(place: Place | undefined): place is Place {
  return [place?.x, place?.y].every((at) => Number.isFinite(at) && Math.abs(at ?? 0) < FARTHEST);
}

/** Puts shapes where a person wants them; their box stretches, and other boxes make way. */
function applyMoves(boxes: readonly Filled[], moved: Readonly<Record<string, Place>>): void {
  const stretched: Filled[] = [];
  for (const filled of boxes) {
    const ids = [...filled.members.keys()].filter((id) => Object.hasOwn(moved, id));
    if (ids.length === 0) continue;
    const members = new Map(filled.members);
    for (const id of ids) {
      const place = moved[id];
      const size = members.get(id);
      if (size !== undefined && isPlace(place))
        members.set(id, { ...size, x: place.x, y: place.y });
    }
    const tight = around(filled.box, members.values());
    const rect = contains(filled.rect, tight) && fills(tight, filled.rect) ? filled.rect : tight;
    // Two boxes can't have the same place: the first one has it, the other stays as it was.
    if (stretched.some((other) => overlaps(rect, other.rect, LEAST_GAP))) continue;
    filled.rect = rect;
    filled.members = members;
    stretched.push(filled);
  }
  const settled = [...stretched];
  for (const filled of boxes) if (!stretched.includes(filled)) settleOne(filled, settled);
}
