// Adds the ways in to a drawing: lines of their own kind, and a shape for a controller that is in no manifest.
import { INGRESS_CONTROLLER } from '../model/peer.ts';
import type { Verdict } from '../model/verdict.ts';
import { AROUND, type Box, type Drawing, type EndId, OUTSIDE, type Shape } from './drawing.ts';

/** A way in as it is asked of the core: see `DrawnWay` of `core/service`. */
interface Way {
  /** null: from outside. */
  readonly source: string | null;
  readonly destination: string;
  readonly verdict: Verdict;
  readonly by: readonly string[];
}

/** Beside the links, which say what policies let through; a way says what is meant to come through. */
export interface WayLine {
  readonly source: EndId;
  readonly destination: EndId;
  readonly verdict: Verdict;
  /** What leads there, in short. */
  readonly label: string;
  /** The focus is on something else. */
  readonly isBeside: boolean;
}

/**
 * Only those whose ends are drawn.
 * @param selected the id of the peer that the focus is on; null for none
 */
export function withWays(
  drawing: Drawing,
  ways: readonly Way[],
  hasActor: boolean,
  selected: EndId | null = null,
): Drawing {
  const outside = drawing.boxes.find(({ id }) => id === OUTSIDE);
  const isThere = drawing.shapes.some(({ id }) => id === INGRESS_CONTROLLER);
  const actor: Shape | null =
    hasActor && !isThere
      ? {
          type: 'external',
          id: INGRESS_CONTROLLER,
          peer: -1,
          box: AROUND,
          name: 'Ingress controller',
          blocks: 'not in the manifests',
          isActor: true,
        }
      : null;
  const [only, ...others] = outside?.members ?? [];
  // As for every link: what speaks of the only member of a box ends at the member.
  const world = only !== undefined && others.length === 0 ? only : OUTSIDE;
  const shapes = actor === null ? drawing.shapes : [...drawing.shapes, actor];
  const drawn = new Set<EndId>([...shapes.map(({ id }) => id), ...(outside ? [world] : [])]);
  const lines = ways.flatMap(({ source, destination, verdict, by }): readonly WayLine[] => {
    const from = source ?? world;
    if (!drawn.has(from) || !drawn.has(destination) || from === destination) return [];
    const [first = '', ...rest] = by;
    const label = rest.length === 0 ? first : `${first} +${rest.length}`;
    const isBeside = drawing.focus !== null && from !== selected && destination !== selected;
    return [{ source: from, destination, verdict, label, isBeside }];
  });
  if (lines.length === 0) return drawing;
  const focused = lines.filter(({ isBeside }) => !isBeside);
  return {
    ...drawing,
    focusPeers:
      drawing.focusPeers &&
      new Set([
        ...drawing.focusPeers,
        ...focused.flatMap(({ source, destination }) => [source, destination]),
      ]),
    shapes,
    boxes: actor === null ? drawing.boxes : withMember(drawing.boxes, actor.id),
    ways: lines,
  };
}

/** Into the box around the pods, which is there or is made behind that of the outside. */
function withMember(boxes: readonly Box[], id: EndId): readonly Box[] {
  if (boxes.some((box) => box.id === AROUND)) {
    return boxes.map((box) =>
      box.id === AROUND ? { ...box, members: [...box.members, id] } : box,
    );
  }
  const made: Box = { id: AROUND, title: 'Around the pods', members: [id] };
  const [first, ...rest] = boxes;
  return first?.id === OUTSIDE ? [first, made, ...rest] : [made, ...boxes];
}
