// Finds places for the words on lines: each on its own line, where it hides nothing else to be read.
import type { Rect } from '../../core/index.ts';
import { type Curve, curveBetween, loopAt, type Point, pointAt, slopeAt } from './curve.ts';
import type { Element } from './elements.ts';

/** How far from the line's middle the words stand, in pixels, and how they are turned. */
export interface LabelPlace {
  readonly slipX: number;
  readonly slipY: number;
  /** Radians, or as the canvas turns words by itself. */
  readonly turn: number | 'autorotate' | 'none';
}

/** Parts of the way from source to destination; the earlier one of two that are as good. */
const PARTS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8];

/** What words may cost at a place: on other words, on a shape or a title, and off the middle. */
const ON_WORDS = 3;
const ON_SHAPE = 4;
const OFF_MIDDLE = 1;

/** Beyond this many lines, pictures are read with one part of them in focus. */
const MOST_PLACED = 80;

const LETTER = 6.8;
const LINE_HEIGHT = 18;
/** As in the stylesheet: words that name who is left out are wrapped, and level. */
const WIDEST_WRAPPED = 120;

/** The same elements; lines with words know where these stand. */
export function placeLabels(elements: readonly Element[]): Element[] {
  const rects = new Map<string, Rect>();
  for (const { id, data, position } of elements) {
    if (position === null) continue;
    rects.set(id, { ...position, width: Number(data.width), height: Number(data.height) });
  }
  const solid = elements.filter(({ group, classes }) => group === 'nodes' && !isBox(classes));
  const avoided = solid.flatMap(({ id }) => rects.get(id) ?? []);
  const lines = elements.flatMap((element) => lineOf(element, rects));
  const places = lines.length > MOST_PLACED ? new Map() : placesOf(lines, avoided);
  return elements.map((element) => {
    if (element.group === 'nodes') return element;
    const place = places.get(element.id) ?? atMiddle(element);
    return { ...element, data: { ...element.data, ...place } };
  });
}

function isBox(classes: string): boolean {
  return classes === 'box' || classes.startsWith('box ');
}

/** Words on a loop stand above it. */
function atMiddle({ classes }: Element): LabelPlace {
  const has = new Set(classes.split(' '));
  return {
    slipX: 0,
    slipY: has.has('loop') ? ABOVE_LOOP : 0,
    turn: has.has('but') ? 'none' : 'autorotate',
  };
}

const ABOVE_LOOP = -9;

interface LabelledLine {
  readonly id: string;
  readonly curve: Curve;
  readonly width: number;
  readonly height: number;
  readonly level: boolean;
  /** Its words stand where they stand. */
  readonly fixed: LabelPlace | null;
}

function lineOf(element: Element, rects: ReadonlyMap<string, Rect>): readonly LabelledLine[] {
  const { id, group, classes, data } = element;
  const label = String(data.label ?? '');
  const source = rects.get(String(data.source));
  const target = rects.get(String(data.target));
  if (group === 'nodes' || label === '' || source === undefined || target === undefined) return [];
  const has = new Set(classes.split(' '));
  const level = has.has('but');
  const wide = label.length * LETTER;
  const rows = level ? Math.ceil(wide / WIDEST_WRAPPED) : 1;
  const curve = has.has('loop') ? loopAt(source) : curveBetween(source, target, Number(data.bend));
  return [
    {
      id,
      curve,
      width: (rows > 1 ? WIDEST_WRAPPED : wide) + 6,
      height: LINE_HEIGHT * rows,
      level,
      fixed: has.has('loop') ? atMiddle(element) : null,
    },
  ];
}

/** Short lines choose first: they have the least room. */
function placesOf(
  lines: readonly LabelledLine[],
  avoided: readonly Rect[],
): Map<string, LabelPlace> {
  const taken: Words[] = [];
  const places = new Map<string, LabelPlace>();
  const inOrder = [...lines].sort(
    (one, other) =>
      Number(other.fixed !== null) - Number(one.fixed !== null) ||
      lengthOf(one.curve) - lengthOf(other.curve),
  );
  for (const line of inOrder) {
    const { place, words } = line.fixed === null ? best(line, avoided, taken) : asFixed(line);
    places.set(line.id, place);
    taken.push(words);
  }
  return places;
}

interface Placed {
  readonly place: LabelPlace;
  readonly words: Words;
}

function asFixed(line: LabelledLine): Placed {
  const place = line.fixed ?? { slipX: 0, slipY: 0, turn: 0 };
  const { x, y } = line.curve.middle;
  return { place, words: wordsAt({ x: x + place.slipX, y: y + place.slipY }, 0, line) };
}

function best(line: LabelledLine, avoided: readonly Rect[], taken: readonly Words[]): Placed {
  let found: Placed | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const part of PARTS) {
    const at = pointAt(line.curve, part);
    const turn = line.level ? 0 : slopeAt(line.curve, part);
    const words = wordsAt(at, turn, line);
    const hidden =
      taken.filter((others) => touch(words, others)).length * ON_WORDS +
      avoided.filter((rect) => isOn(words, rect)).length * ON_SHAPE;
    const cost = Math.abs(part - 0.5) * OFF_MIDDLE + hidden;
    if (cost >= least) continue;
    least = cost;
    const isMiddle = part === 0.5;
    const { middle } = line.curve;
    const place = {
      slipX: Math.round(at.x - middle.x),
      slipY: Math.round(at.y - middle.y),
      turn: line.level ? ('none' as const) : isMiddle ? ('autorotate' as const) : turn,
    };
    found = { place, words };
    // All others are farther from the middle.
    if (hidden === 0) break;
  }
  return found ?? asFixed(line);
}

/** Words where they might stand, covered by circles, which are quick to compare however they are turned. */
interface Words extends Point {
  /** From the middle to the farther end. */
  readonly reach: number;
  /** Of each circle. */
  readonly radius: number;
  /** The middles of the circles. */
  readonly dots: readonly Point[];
}

function wordsAt({ x, y }: Point, turn: number, { width, height }: LabelledLine): Words {
  const radius = height / 2;
  const half = Math.max(0, width / 2 - radius);
  const count = Math.max(1, Math.ceil((2 * half) / radius));
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const dots = Array.from({ length: count + 1 }, (_, index) => {
    const along = -half + (2 * half * index) / count;
    return { x: x + cos * along, y: y + sin * along };
  });
  return { x, y, reach: half + radius, radius, dots };
}

function touch(one: Words, other: Words): boolean {
  // Most words are far from each other.
  if (!isWithin(one, other, one.reach + other.reach)) return false;
  const near = one.radius + other.radius;
  return one.dots.some((dot) => other.dots.some((each) => isWithin(dot, each, near)));
}

function isOn(words: Words, rect: Rect): boolean {
  if (!isWithinRect(words, rect, words.reach)) return false;
  return words.dots.some((dot) => isWithinRect(dot, rect, words.radius));
}

function isWithin(one: Point, other: Point, distance: number): boolean {
  return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < distance ** 2;
}

function isWithinRect({ x, y }: Point, rect: Rect, distance: number): boolean {
  const dx = Math.max(0, Math.abs(x - rect.x) - rect.width / 2);
  const dy = Math.max(0, Math.abs(y - rect.y) - rect.height / 2);
  return dx ** 2 + dy ** 2 < distance ** 2;
}

function lengthOf({ from, to }: Curve): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}
