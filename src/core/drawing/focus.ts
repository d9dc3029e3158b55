// The links of what a person has selected, in full even where the picture bundles them.
import type { Analysis } from '../engine/analysis.ts';
import type { PeerIndex } from '../model/peer.ts';
import type { Around } from './around.ts';
import { type Bundling, bundle, single } from './bundle.ts';
import type { EndId, Link } from './drawing.ts';
import { type BoxParty, type Group, type Party, peersAt } from './groups.ts';

/** A peer, or the flow between two ends, by id, as a selection outlives an edit; or certain flows. */
export type Focus =
  | { readonly kind: 'peer'; readonly id: EndId }
  | { readonly kind: 'flow'; readonly source: EndId; readonly destination: EndId }
  | { readonly kind: 'flows'; readonly has: HasFlow };

/** Alike for peers that both tables treat alike. */
export type HasFlow = (source: PeerIndex, destination: PeerIndex) => boolean;

export interface Focused {
  /** All links to draw, those of the focus among them. */
  readonly links: readonly Link[];
  readonly ids: ReadonlySet<string>;
  readonly peers: ReadonlySet<EndId>;
}

/** What the picture holds before anything is selected. */
export interface Unfocused {
  readonly links: readonly Link[];
  /** Whether some of them stand for groups; else each flow has its own. */
  readonly bundled: boolean;
}

interface Drawn {
  readonly analysis: Analysis;
  readonly around: Around;
}

/** Null without a focus, or when it is not in the picture any more. */
export function focusOn(
  focus: Focus | null,
  boxes: readonly BoxParty[],
  { links, bundled }: Unfocused,
  bundling: Bundling,
  drawn: Drawn,
): Focused | null {
  if (focus === null) return null;
  const own = linksOf(focus, boxes, { links, bundled }, bundling, drawn.analysis);
  if (own === null) return null;
  const byId = new Map(links.map((link) => [link.id, link]));
  for (const link of own) byId.set(link.id, link);
  const peers = new Set<EndId>(focus.kind === 'peer' ? [focus.id] : []);
  for (const link of own) {
    for (const end of ['source', 'destination'] as const) {
      const left = link.except?.end === end ? link.except.ids : [];
      for (const peer of peersAt(drawn.analysis, link[end], drawn.around)) {
        const id = bundling.idOf(peer);
        if (!left.includes(id)) peers.add(id);
      }
    }
  }
  return { links: [...byId.values()], ids: new Set(own.map((link) => link.id)), peers };
}

function linksOf(
  focus: Focus,
  boxes: readonly BoxParty[],
  { links, bundled }: Unfocused,
  bundling: Bundling,
  analysis: Analysis,
): readonly Link[] | null {
  if (focus.kind === 'peer') return linksOfPeer(focus.id, boxes, bundled ? null : links, bundling);
  if (focus.kind === 'flows') {
    return bundled
      ? linksOfFlows(focus.has, boxes, links, bundling)
      : plainLinksOf(focus.has, links, analysis);
  }
  return linksOfFlow(focus.source, focus.destination, boxes, links, bundling);
}

function plainLinksOf(has: HasFlow, links: readonly Link[], analysis: Analysis): Link[] | null {
  const ends = [...analysis.peers, ...analysis.actors];
  const at = new Map(ends.map(({ id }, index) => [id, index]));
  const own = links.filter(({ source, destination }) =>
    has(at.get(source) ?? -1, at.get(destination) ?? -1),
  );
  return own.length > 0 ? own : null;
}

/** Beyond this they would hide the picture they are laid on. */
const MOST_LAID_ON = 300;

/** Links that tell these flows exactly and no other; null where there are none, or too many. */
function linksOfFlows(
  has: HasFlow,
  boxes: readonly BoxParty[],
  drawn: readonly Link[],
  bundling: Bundling,
): Link[] | null {
  const only: Bundling = {
    ...bundling,
    strict: true,
    cellAt: (source, destination) => {
      const own = source === destination && !source.self ? 1 : 0;
      const [from, to] = [source.members[0], destination.members[own]];
      if (from === undefined || to === undefined) return undefined;
      const cell = bundling.cellAt(source, destination);
      return cell === undefined || has(from, to) ? cell : null;
    },
  };
  const hasAny = (from: BoxParty, to: BoxParty) =>
    from.groups.some((source) =>
      to.groups.some((destination) => only.cellAt(source, destination) ?? false),
    );
  const parts = boxes.flatMap((from) =>
    boxes
      .filter((to) => hasAny(from, to))
      .map((to) => ({ from, to, part: bundle(from, to, only) })),
  );
  const cost = parts.reduce((total, { part }) => total + part.cost, 0);
  if (cost === 0 || cost > MOST_LAID_ON) return null;
  const byId = new Map(drawn.map((link) => [link.id, link]));
  // One that means something else between the same ends would take the place of what is drawn.
  const clashes = (link: Link) => {
    const other = byId.get(link.id);
    return other !== undefined && !isSame(link, other);
  };
  return parts.flatMap(({ from, to, part }) => {
    const links = part.links();
    return links.some(clashes) ? single(from, to, only).links() : links;
  });
}

function isSame(one: Link, other: Link): boolean {
  const { verdict, rest, ports } = one;
  return (
    verdict === other.verdict &&
    rest === other.rest &&
    ports === other.ports &&
    one.except?.end === other.except?.end &&
    one.except?.ids.join() === other.except?.ids.join()
  );
}

/** Where every flow has its `plain` link, these and no other: a selection must not redraw the picture. */
function linksOfPeer(
  id: EndId,
  boxes: readonly BoxParty[],
  plain: readonly Link[] | null,
  bundling: Bundling,
): Link[] | null {
  // A box as a whole is no end of single flows: the picture stays as it is.
  if (boxes.some(({ box }) => box === id)) return null;
  const alone = partyOf(id, boxes, bundling);
  if (alone === null) return null;
  if (plain !== null) return plain.filter((link) => link.source === id || link.destination === id);
  const exact: Bundling = { ...bundling, strict: true };
  const links = boxes.flatMap((box) => {
    const others = without(box, alone);
    return [...bundle(alone, others, exact).links(), ...bundle(others, alone, exact).links()];
  });
  return [...new Map(links.map((link) => [link.id, link])).values()];
}

/** The link itself, or what the picture holds between the two ends, or a link made for it. */
function linksOfFlow(
  source: EndId,
  destination: EndId,
  boxes: readonly BoxParty[],
  links: readonly Link[],
  bundling: Bundling,
): Link[] | null {
  const same = links.find((link) => link.source === source && link.destination === destination);
  if (same !== undefined) return [same];
  const from = partyOf(source, boxes, bundling);
  const to = source === destination ? from : partyOf(destination, boxes, bundling);
  if (from === null || to === null) return null;
  const made = (from.end === source && to.end === destination ? bundle : single)(from, to, {
    ...bundling,
    strict: true,
  }).links();
  return made.length > 0 ? made : null;
}

/** A box by its id, or one peer as a party of its own. */
function partyOf(id: EndId, boxes: readonly BoxParty[], { idOf }: Bundling): Party | null {
  for (const box of boxes) {
    if (box.box === id) return box;
    for (const group of box.groups) {
      const peer = group.members.find((member) => idOf(member) === id);
      if (peer !== undefined) return { end: id, groups: [{ ...group, members: [peer] }] };
    }
  }
  return null;
}

/** The box with the lone peer's group as the lone party has it, so that it is known as itself. */
function without(box: BoxParty, alone: Party): Party {
  const [own] = alone.groups;
  const peer = own?.members[0];
  if (own === undefined || peer === undefined) return box;
  const groups = box.groups.flatMap((group): Group[] => {
    if (!group.members.includes(peer)) return [group];
    const rest = group.members.filter((member) => member !== peer);
    return rest.length > 0 ? [{ ...group, members: rest }, own] : [own];
  });
  return { ...box, groups };
}
