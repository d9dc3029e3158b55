// Analysis and filters → what the picture holds.
import { type Analysis, endAt } from '../engine/analysis.ts';
import type { Flows } from '../engine/flows.ts';
import type { PeerIndex } from '../model/peer.ts';
import { type Answer, answering } from './answers.ts';
import { drawnEnds } from './around.ts';
import { type Bundling, bundle, linkOf, single } from './bundle.ts';
import { type Drawing, type EndId, EVERYTHING, type Link, type Shape } from './drawing.ts';
import { type Filters, inDirection, namedBy, namesPeers } from './filters.ts';
import { type Focus, focusOn } from './focus.ts';
import { type BoxParty, type Group, gatherBoxes } from './groups.ts';
import { shapeOf } from './shapes.ts';
import { type Cell, countPairs } from './table.ts';

/**
 * Four workloads and the outside, each with a link to every other and a few loops: as much as an eye
 * follows in ten seconds. Tried on a projector's size: five workloads singly drawn are a tangle in
 * which the few allowed flows drown, bundled they stand out.
 */
const READABLE_FLOWS = 24;

/** Links that each say more than one flow may be more before the common denials go. */
const READABLE_BUNDLES = 40;

/** Among so few boxes links show more than a sentence about everything. */
const FEW_BOXES = 4;

/** So many links can be made at once to be counted; more would take longer than drawing the rest. */
const MOST_MADE = 60_000;

/** Beyond this the picture is a blot and slow to drag, whatever is bundled. */
const MOST_LINKS = 1500;

/** So many shapes are no picture any more, and drawing them would hold up the page for seconds. */
const MOST_SHAPES = 2500;

/** All of the picture but what is in focus, which may change alone. */
export interface Prepared {
  readonly draw: (focus: Focus | null) => Drawing;
}

/**
 * The picture of an analysis. Up to a readable number every flow is a link of its own; beyond it,
 * links between groups tell the same flows exactly (see `Link`). With a focus, its links are there
 * in full whatever else is bundled or left out.
 */
export function draw(
  analysis: Analysis,
  flows: Flows,
  filters: Filters,
  focus: Focus | null = null,
): Drawing {
  return prepare(analysis, flows, filters).draw(focus);
}

/** The same in two steps: this one is most of the work, and does not know the focus. */
export function prepare(analysis: Analysis, flows: Flows, filters: Filters): Prepared {
  const isNamed = namedBy(filters);
  const ends = drawnEnds(analysis, filters.around ?? {}).flatMap(
    (index) => endAt(analysis, index) ?? [],
  );
  const crowd = ends.filter(isNamed).length;
  if (crowd > MOST_SHAPES) return { draw: () => ({ ...NOTHING, crowd }) };
  // Without a workload there is nothing that the world outside could be shown beside.
  const isEmpty = !analysis.peers.some((peer) => peer.type === 'workload');
  const boxes = isEmpty ? [] : gatherBoxes(analysis, flows, filters);
  const cellAt = cellsOf(flows, filters);
  const idOf = (peer: PeerIndex): EndId => endAt(analysis, peer)?.id ?? '';
  const bundling: Bundling = { cellAt, idOf, strict: false };
  const survey = surveyOf(boxes, cellAt);

  const bundled = survey.flows > READABLE_FLOWS;
  const { links, tooMany, only } = bundled
    ? bundledLinks(boxes, bundling, survey)
    : all(plainLinks(boxes, bundling));
  const shapes = boxes.map(({ box, groups }) => ({
    box,
    shapes: groups
      .filter((group) => group.named || !namesPeers(filters) || survey.linked.has(group))
      .flatMap((group) => group.members)
      .sort((one, other) => one - other)
      .flatMap((peer): Shape[] => shapeOf(analysis, peer, box)),
  }));
  const drawn = shapes.flatMap((inBox) => inBox.shapes);
  // The few that are named may have flows with all the rest.
  if (drawn.length > MOST_SHAPES) return { draw: () => ({ ...NOTHING, crowd: drawn.length }) };
  const plain: Drawing = {
    shapes: drawn,
    boxes: boxes.flatMap(({ box, title }, index) => {
      const members = (shapes[index]?.shapes ?? []).map((shape) => shape.id);
      return members.length > 0 ? [{ id: box, title, members }] : [];
    }),
    links,
    focus: null,
    focusPeers: null,
    bundled,
    tooMany,
    only,
    flows: survey.flows,
    crowd: 0,
  };
  return {
    draw: (focus) => {
      const focused = focusOn(focus, boxes, { links, bundled }, bundling, {
        analysis,
        around: filters.around ?? {},
      });
      if (focused === null) return plain;
      const { links: all, ids, peers } = focused;
      return { ...plain, links: all, focus: ids, focusPeers: peers };
    },
  };
}

const NOTHING: Drawing = {
  shapes: [],
  boxes: [],
  links: [],
  focus: null,
  focusPeers: null,
  bundled: false,
  tooMany: 0,
  only: null,
  flows: 0,
  crowd: 0,
};

/** Answers by the kinds of both groups, each worked out once. */
function cellsOf(flows: Flows, filters: Filters): (source: Group, destination: Group) => Cell {
  const answerAt = answering(flows, filters);
  const rows: Cell[][] = [];
  const decide = (source: Group, destination: Group): Cell => {
    const from = source.members[0] as PeerIndex;
    const own = source === destination && !source.self ? 1 : 0;
    const to = destination.members[own] as PeerIndex;
    if (!flows.exists(from, to)) return undefined;
    if (!inDirection(filters, source.named, destination.named)) return null;
    const answer = answerAt(from, to);
    return isShown(answer, filters) ? answer : null;
  };
  return (source, destination) => {
    const row = rows[source.kind] ?? [];
    rows[source.kind] = row;
    if (!(destination.kind in row)) row[destination.kind] = decide(source, destination);
    return row[destination.kind];
  };
}

function isShown(answer: Answer, filters: Filters): boolean {
  if (filters.show === 'allowed') return answer.verdict !== 'deny';
  if (filters.show === 'denied') return answer.verdict !== 'allow' || answer.moreDepends;
  return true;
}

interface Survey {
  /** How many flows are shown. */
  readonly flows: number;
  /** Every answer there is; null when the filters hide a flow. */
  readonly answers: ReadonlySet<Answer | null>;
  /** The groups at an end of a flow that is shown. */
  readonly linked: ReadonlySet<Group>;
}

function surveyOf(boxes: readonly BoxParty[], cellAt: Bundling['cellAt']): Survey {
  const groups = boxes.flatMap((box) => box.groups);
  const answers = new Set<Answer | null>();
  const linked = new Set<Group>();
  let flows = 0;
  for (const source of groups) {
    for (const destination of groups) {
      const pairs = countPairs(source, destination);
      const cell = pairs === 0 ? undefined : cellAt(source, destination);
      if (cell === undefined) continue;
      answers.add(cell);
      if (cell === null) continue;
      flows += pairs;
      linked.add(source).add(destination);
    }
  }
  return { flows, answers, linked };
}

function plainLinks(boxes: readonly BoxParty[], bundling: Bundling): Link[] {
  return boxes.flatMap((from) => boxes.flatMap((to) => single(from, to, bundling).links()));
}

type Drawn = Pick<Drawing, 'links' | 'tooMany' | 'only'>;

function all(links: readonly Link[]): Drawn {
  return { links, tooMany: 0, only: null };
}

function bundledLinks(boxes: readonly BoxParty[], bundling: Bundling, survey: Survey): Drawn {
  const everything = boxes.length > FEW_BOXES ? oneForAll(survey.answers) : null;
  if (everything !== null) return all([everything]);
  const { inside, between, cost } = bundlesOf(boxes, bundling);
  if (cost > MOST_MADE) return fewerKind(boxes, bundling, cost);
  const links = withoutCommon(
    inside.flatMap((part) => part.links()),
    between.map((part) => part.links()),
    survey,
  );
  return links.length > MOST_LINKS ? fewerKind(boxes, bundling, links.length) : all(links);
}

function bundlesOf(boxes: readonly BoxParty[], bundling: Bundling) {
  const inside = boxes.map((box) => bundle(box, box, bundling));
  const between = boxes.flatMap((from) =>
    boxes.filter((to) => to !== from).map((to) => bundle(from, to, bundling)),
  );
  const cost = [...inside, ...between].reduce((total, part) => total + part.cost, 0);
  return { inside, between, cost };
}

/** Where there are too many links, those of the rarer kind as if the filters hid the other, if they are few. */
function fewerKind(boxes: readonly BoxParty[], bundling: Bundling, tooMany: number): Drawn {
  const kinds = (['denied', 'allowed'] as const).map((only) => {
    const cellAt: Bundling['cellAt'] = (source, destination) => {
      const cell = bundling.cellAt(source, destination);
      return cell && (cell.verdict === 'deny') !== (only === 'denied') ? null : cell;
    };
    return { only, ...bundlesOf(boxes, { ...bundling, cellAt }) };
  });
  const [best] = kinds
    .filter(({ cost }) => cost > 0 && cost <= MOST_LINKS)
    .sort((one, other) => one.cost - other.cost);
  if (best === undefined) return { links: [], tooMany, only: null };
  const links = [...best.inside, ...best.between].flatMap((part) => part.links());
  return { links, tooMany, only: best.only };
}

/** One link where all flows are alike; denied ones may be stopped by different sides. */
function oneForAll(answers: Survey['answers']): Link | null {
  const [answer, ...others] = answers;
  if (answer === null || answer === undefined) return null;
  if (others.length === 0) return linkOf(EVERYTHING, EVERYTHING, answer);
  if (![...answers].every((each) => each?.verdict === 'deny')) return null;
  return linkOf(EVERYTHING, EVERYTHING, { ...answer, sides: null });
}

/** Where there are still too many links to read, one says what most of those between boxes would say. */
function withoutCommon(inside: Link[], between: readonly Link[][], survey: Survey): Link[] {
  const links = between.flat();
  const readable = inside.length + links.length <= READABLE_BUNDLES;
  if (readable || survey.answers.has(null)) return [...inside, ...links];
  const denied = links.filter((link) => link.verdict === 'deny');
  const open = new Set(between.flatMap(openLinks));
  const common = open.size > links.length / 2 ? open : new Set(denied);
  const rare = links.filter((link) => !common.has(link));
  const [example] = common;
  if (common.size < 3 || example === undefined) return [...inside, ...links];
  const rest = { ...linkOf(EVERYTHING, EVERYTHING, { ...example, sides: null }), rest: true };
  return [rest, ...inside, ...rare];
}

/**
 * Of the links between two boxes those that allow all that was asked for. None where a denied rest
 * lies under them, which would speak of their flows if they were gone.
 */
function openLinks(links: readonly Link[]): Link[] {
  if (links.some((link) => link.rest)) return [];
  return links.filter(
    ({ verdict, label, moreDepends }) => verdict === 'allow' && label === '' && !moreDepends,
  );
}
