// Drawing and layout → what Cytoscape is to hold, changed in place so that nothing flickers.
import type { Core, ElementDefinition } from 'cytoscape';
import {
  AROUND,
  bendOf,
  type Drawing,
  type EndId,
  EVERYTHING,
  type Layout,
  type Link,
  linkId,
  NAME_LETTERS,
  type Obstacles,
  OUTSIDE,
  type Rect,
  type Shape,
  shapeSize,
} from '../../core/index.ts';
import type { Colour } from '../styles/tokens.ts';
import { placeLabels } from './line-labels.ts';
import { noteImage } from './note-image.ts';
import { badgeText, edgeLabel } from './words.ts';

/** Ids in Cytoscape, apart from each other whatever peers are called. */
export const shapeId = (end: EndId) => `shape ${end}`;
const boxId = (end: EndId) => `box ${end}`;
const titleId = (end: EndId) => `title ${end}`;
const linkElementId = (link: string) => `link ${link}`;

export interface Element {
  readonly id: string;
  readonly group: 'nodes' | 'edges';
  readonly data: Readonly<Record<string, string | number>>;
  readonly classes: string;
  readonly position: { readonly x: number; readonly y: number } | null;
}

export interface Look {
  readonly colours: Readonly<Record<Colour, string>>;
  /** The id of the selected peer, or of the selected link. */
  readonly selected: string | null;
  /** What the cursor in the manifests points at; its flows are in the drawing's focus. */
  readonly pointed?: PointedEnds | null;
}

export interface PointedEnds {
  /** Shapes and boxes. */
  readonly selected: ReadonlySet<EndId>;
  /** Shapes whose flows a rule is about. */
  readonly subjects: ReadonlySet<EndId>;
}

/** Beyond this, finding a way around everything takes long and makes nothing clearer. */
const MOST_BENT = 150;

/** Restyling more edges than this at each move of the cursor would be felt. */
const MOST_CALMED = 400;

export function elementsOf(drawing: Drawing, layout: Layout, look: Look): Element[] {
  const elements: Element[] = [];
  const pointed = look.pointed ?? null;
  // Beside what is pointed at all else stays to be read, only calmer.
  const focus = pointed === null ? drawing.focusPeers : null;
  const beside = pointed === null ? 'faded' : drawing.links.length > MOST_CALMED ? '' : 'calm';
  const ring = (end: EndId) => ringOf(pointed, end);
  const faded = (end: EndId) => (focus !== null && !focus.has(end) ? 'faded' : '');
  for (const box of drawing.boxes) {
    const rect = layout.get(box.id);
    if (rect === undefined) continue;
    const quiet = focus !== null && !box.members.some((id) => focus.has(id)) ? 'faded' : '';
    const outside = box.id === OUTSIDE || box.id === AROUND ? 'outside' : '';
    const chosen = look.selected === box.id ? 'pointed' : '';
    elements.push(boxElement(box.id, rect, words('box', outside, quiet, ring(box.id) || chosen)));
    elements.push(titleElement(box.id, box.title, rect, words('title', outside, quiet)));
  }
  for (const shape of drawing.shapes) {
    const rect = layout.get(shape.id);
    if (rect === undefined) continue;
    const selected = look.selected === shape.id ? 'selected' : '';
    elements.push(
      shapeElement(shape, rect, look, words(faded(shape.id), selected, ring(shape.id))),
    );
  }
  const isTangled = drawing.links.length > MOST_BENT;
  const obstacles = {
    shapes: isTangled ? [] : drawing.shapes.flatMap((shape) => layout.get(shape.id) ?? []),
    boxes: isTangled ? [] : drawing.boxes.flatMap((box) => layout.get(box.id) ?? []),
  };
  const boxOf = new Map(drawing.shapes.map((shape) => [shape.id, shape.box]));
  const isPaired = pairing(drawing.links, boxOf);
  const names = new Map(drawing.shapes.map((shape) => [shape.id, shape.name]));
  const nameOf = (end: EndId) => names.get(end) ?? end;
  /** How many badges a shape has already. */
  const badges = new Map<EndId, number>();
  for (const link of drawing.links) {
    const focused = drawing.focus?.has(link.id);
    const state = words(
      focused === true ? 'focus' : focused === false ? beside : '',
      look.selected === link.id ? 'selected' : '',
    );
    const bearer = boxOf.has(link.source) ? link.source : link.destination;
    const above = badges.get(bearer) ?? 0;
    const isOnBadge = isBadge(link, boxOf);
    if (isOnBadge) badges.set(bearer, above + 1);
    const element = isOnBadge
      ? badgeElement(
          link,
          layout,
          layout.get(boxOf.get(bearer) ?? ''),
          state,
          badgeText(link, nameOf),
          above,
        )
      : edgeElement(link, layout, obstacles, isPaired(link), boxOf, state, nameOf);
    if (element !== null) elements.push(element);
  }
  for (const way of drawing.ways ?? []) {
    const element = wayElement(way, layout, obstacles, boxOf, way.isBeside ? 'faded' : '');
    if (element !== null) elements.push(element);
  }
  return placeLabels(elements);
}

/** Beside the link between the same ends, so that both can be seen. */
const WAY_BEND = 38;

function wayElement(
  { source, destination, verdict, label }: NonNullable<Drawing['ways']>[number],
  layout: Layout,
  obstacles: Obstacles,
  boxOf: ReadonlyMap<EndId, EndId>,
  state: string,
): Element | null {
  const from = layout.get(source);
  const to = layout.get(destination);
  if (from === undefined || to === undefined) return null;
  return {
    id: `way ${linkId(source, destination)}`,
    group: 'edges',
    data: {
      source: boxOf.has(source) ? shapeId(source) : boxId(source),
      target: shapeId(destination),
      label,
      end: destination,
      bend: bendOf(from, to, obstacles, true) + WAY_BEND,
    },
    classes: words('way', verdict, state),
    position: null,
  };
}

/** Whether a link has an opposite one beside it: between the same ends, or about all of their boxes. */
function pairing(
  links: readonly Link[],
  boxOf: ReadonlyMap<EndId, EndId>,
): (link: Link) => boolean {
  const home = (end: EndId) => boxOf.get(end) ?? end;
  const isWide = (link: Link) => !boxOf.has(link.source) || !boxOf.has(link.destination);
  const ids = new Set(links.map((link) => link.id));
  const all = new Set(links.map((link) => linkId(home(link.source), home(link.destination))));
  const wide = new Set(
    links.filter(isWide).map((link) => linkId(home(link.source), home(link.destination))),
  );
  return (link) => {
    const opposite = linkId(home(link.destination), home(link.source));
    if (ids.has(linkId(link.destination, link.source))) return true;
    if (home(link.source) === home(link.destination)) return false;
    return (isWide(link) ? all : wide).has(opposite);
  };
}

/** Links of a box with itself or with one of its own shapes read better as a badge than as a line. */
function isBadge(link: Link, boxOf: ReadonlyMap<EndId, EndId>): boolean {
  if (boxOf.has(link.source) && boxOf.has(link.destination)) return false;
  const from = boxOf.get(link.source) ?? link.source;
  const to = boxOf.get(link.destination) ?? link.destination;
  return from === to;
}

function boxElement(id: EndId, rect: Rect, classes: string): Element {
  const { x, y, width, height } = rect;
  return {
    id: boxId(id),
    group: 'nodes',
    data: { end: id, width, height },
    classes,
    position: { x, y },
  };
}

function titleElement(id: EndId, title: string, rect: Rect, classes: string): Element {
  const label = shorten(title);
  const width = Math.max(40, label.length * 9.6);
  return {
    id: titleId(id),
    group: 'nodes',
    data: { end: id, label, width, height: 26 },
    classes,
    position: {
      x: Math.round(rect.x - rect.width / 2 + 16 + width / 2),
      y: Math.round(rect.y - rect.height / 2 + 22),
    },
  };
}

function shapeElement(shape: Shape, rect: Rect, look: Look, state: string): Element {
  const { width, height } = shapeSize(shape);
  const image = noteImage(shape, look.colours);
  const plain = shape.type === 'external' && shape.blocks === '';
  return {
    id: shapeId(shape.id),
    group: 'nodes',
    data: { end: shape.id, label: shorten(shape.name), width, height, image },
    classes: words(shape.type, plain ? 'plain' : '', marksOf(shape), state),
    position: { x: rect.x, y: rect.y },
  };
}

function marksOf(shape: Shape): string {
  if (shape.type === 'external') return shape.isActor === true ? 'actor' : '';
  const { isolated, replicas, hostNetwork } = shape;
  return words(
    isolated.egress || isolated.ingress ? 'guarded' : '',
    replicas === 0 ? 'empty' : '',
    hostNetwork ? 'host' : '',
  );
}

function badgeElement(
  link: Link,
  layout: Layout,
  box: Rect | undefined,
  state: string,
  label: string,
  above: number,
): Element | null {
  const width = Math.round(label.length * 6.4 + 18);
  const ends = [layout.get(link.source), layout.get(link.destination)];
  const [from, to] = ends;
  if (from === undefined || to === undefined) return null;
  const ofBox = link.source === link.destination;
  const rect = from.width * from.height <= to.width * to.height ? from : to;
  const position = ofBox
    ? { x: rect.x + rect.width / 2 - width / 2 - 14, y: rect.y - rect.height / 2 + 22 }
    : { x: within(box, rect.x, width), y: rect.y + rect.height / 2 + 15 + 23 * above };
  return {
    id: linkElementId(link.id),
    group: 'nodes',
    data: { link: link.id, label, width, height: 21 },
    classes: words('badge', link.verdict, state),
    position: { x: Math.round(position.x), y: Math.round(position.y) },
  };
}

/** The nearest place for the middle of something so wide that it does not stick out of the box. */
function within(box: Rect | undefined, x: number, width: number): number {
  if (box === undefined) return x;
  const room = Math.max(0, box.width / 2 - width / 2 - BADGE_MARGIN);
  return Math.min(box.x + room, Math.max(box.x - room, x));
}

const BADGE_MARGIN = 6;

function edgeElement(
  link: Link,
  layout: Layout,
  obstacles: Obstacles,
  paired: boolean,
  boxOf: ReadonlyMap<EndId, EndId>,
  state: string,
  nameOf: (end: EndId) => string,
): Element | null {
  const from = layout.get(link.source);
  const to = layout.get(link.destination);
  if (from === undefined || to === undefined || link.source === EVERYTHING) return null;
  const idOf = (end: EndId) => (boxOf.has(end) ? shapeId(end) : boxId(end));
  const self = link.source === link.destination;
  return {
    id: linkElementId(link.id),
    group: 'edges',
    data: {
      link: link.id,
      source: idOf(link.source),
      target: idOf(link.destination),
      label: edgeLabel(link, nameOf),
      bend: self ? 0 : bendOf(from, to, obstacles, paired),
    },
    classes: words(
      link.verdict,
      self ? 'loop' : '',
      link.except ? 'but' : '',
      sidesOf(link),
      state,
    ),
    position: null,
  };
}

/** Only for denied links: where they are stopped, and what the other side would say. */
function sidesOf({ verdict, sides }: Link): string {
  if (verdict !== 'deny') return '';
  if (sides === null) return 'stop-somewhere';
  const { egress, ingress } = sides;
  // Both let something through, but no port in common: both stop what the other lets through.
  if (egress !== 'deny' && ingress !== 'deny') return 'egress-deny ingress-deny';
  return `egress-${egress} ingress-${ingress}`;
}

/** Long names lose their middle. */
function shorten(name: string): string {
  if (name.length <= NAME_LETTERS) return name;
  const tail = Math.floor((NAME_LETTERS - 1) / 2);
  return `${name.slice(0, NAME_LETTERS - 1 - tail)}…${name.slice(-tail)}`;
}

function words(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function ringOf(pointed: PointedEnds | null, end: EndId): string {
  if (pointed?.selected.has(end)) return 'pointed';
  return pointed?.subjects.has(end) ? 'subject' : '';
}

/** Rings other shapes and boxes, where nothing else has changed: much cheaper among a thousand shapes. */
export function ringOnly(cy: Core, pointed: PointedEnds | null): void {
  const ends = [...(pointed?.selected ?? []), ...(pointed?.subjects ?? [])];
  cy.batch(() => {
    const ringed = cy.nodes('.pointed, .subject').toArray();
    const wanted = ends.flatMap((end) =>
      [shapeId(end), boxId(end)].flatMap((id) => cy.getElementById(id).toArray()),
    );
    for (const node of [...ringed, ...wanted]) {
      const kept = String(node.scratch('_classes'))
        .split(' ')
        .filter((name) => name !== 'pointed' && name !== 'subject');
      const classes = words(...kept, ringOf(pointed, String(node.data('end'))));
      if (node.scratch('_classes') === classes) continue;
      node.classes(classes);
      node.scratch('_classes', classes);
    }
  });
}

/** Makes the graph hold exactly these elements, touching only what differs. */
export function apply(cy: Core, elements: readonly Element[]): void {
  cy.batch(() => {
    const wanted = new Map(elements.map((element) => [element.id, element]));
    cy.elements()
      .filter(
        (held) =>
          !isStill(held.id(), wanted, held.isNode(), held.data('source'), held.data('target')),
      )
      .remove();
    const added: ElementDefinition[] = [];
    for (const element of elements) {
      const held = cy.getElementById(element.id);
      if (held.empty()) {
        added.push(definitionOf(element));
        continue;
      }
      for (const [key, value] of Object.entries(element.data)) {
        if (held.data(key) !== value) held.data(key, value);
      }
      if (held.scratch('_classes') !== element.classes) {
        held.classes(element.classes);
        held.scratch('_classes', element.classes);
      }
      if (element.position !== null && held.isNode()) {
        const { x, y } = held.position();
        if (x !== element.position.x || y !== element.position.y)
          held.position({ ...element.position });
      }
    }
    for (const one of cy.add(added)) one.scratch('_classes', wanted.get(one.id())?.classes ?? '');
  });
}

/** An edge can't change its ends, nor a badge become an edge. */
function isStill(
  id: string,
  wanted: ReadonlyMap<string, Element>,
  isNode: boolean,
  source: unknown,
  target: unknown,
): boolean {
  const element = wanted.get(id);
  if (element === undefined || (element.group === 'nodes') !== isNode) return false;
  return isNode || (element.data.source === source && element.data.target === target);
}

function definitionOf({ id, group, data, classes, position }: Element): ElementDefinition {
  const movable =
    classes.startsWith('workload') || classes.startsWith('external') || classes.startsWith('title');
  return {
    group,
    data: { id, ...data },
    classes,
    ...(position === null ? {} : { position: { ...position } }),
    ...(group === 'nodes' && !movable ? { grabbable: false, pannable: true } : {}),
  };
}
