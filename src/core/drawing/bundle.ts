// Finds few links that tell every flow between two parties, and nothing else.
import type { PeerIndex } from '../model/peer.ts';
import type { Answer } from './answers.ts';
import { type EndId, type Except, type Link, linkId } from './drawing.ts';
import type { Group, Party } from './groups.ts';
import {
  type CellAt,
  type Entry,
  type Line,
  linesOf,
  pairsIn,
  type Table,
  tableOf,
} from './table.ts';

export interface Bundle {
  /** How many links it takes. */
  readonly cost: number;
  /** Makes them. */
  links(): Link[];
}

export interface Bundling {
  readonly cellAt: CellAt;
  readonly idOf: (peer: PeerIndex) => EndId;
  /** Denied flows are told apart by the side that stops them, even where that takes more links. */
  readonly strict: boolean;
}

type By = 'source' | 'destination';
type IsCovered = (entry: Entry) => boolean;

/** A wide link with exceptions must spare this many links, so that it replaces none that read well alone. */
const SPARES = 2;

/** A link for all but more than a third would say more about the exceptions than about itself. */
const MOST_EXCEPTED = 1 / 3;

/** Every flow by itself. */
export function single(sources: Party, destinations: Party, bundling: Bundling): Bundle {
  const { entries } = tableOf(sources, destinations, bundling.cellAt);
  return bundleOf(linesOf(entries, 'source').map((line) => singles(line.entries, bundling)));
}

/**
 * The cheapest of these, the earlier one where two are equal:
 * - one link for all;
 * - a link for each source (or each destination) whose flows are all alike, or alike but for a few
 *   that are named on it, single ones for others;
 * - the same on top of a link "all else is denied". Only *denied* may be such a rest: what is
 *   allowed is always told outright;
 * - a link for all but a few named sources (or destinations), and lines as above for these.
 */
export function bundle(sources: Party, destinations: Party, bundling: Bundling): Bundle {
  const table = tableOf(sources, destinations, bundling.cellAt);
  const whole = oneLink(table, bundling);
  if (whole !== null) return whole;
  const plain = cheaper(
    byLines(table, 'source', none, bundling),
    byLines(table, 'destination', none, bundling),
  );
  let best = plain;
  for (const other of [
    onRest(table, bundling),
    allBut(table, 'source', bundling),
    allBut(table, 'destination', bundling),
  ]) {
    if (other !== null && other.cost + SPARES <= plain.cost) best = cheaper(best, other);
  }
  return best;
}

const none: IsCovered = () => false;

function cheaper(one: Bundle, other: Bundle): Bundle {
  return other.cost < one.cost ? other : one;
}

function bundleOf(parts: readonly Bundle[]): Bundle {
  return {
    cost: parts.reduce((total, part) => total + part.cost, 0),
    links: () => parts.flatMap((part) => part.links()),
  };
}

function singles(entries: readonly Entry[], { idOf }: Bundling): Bundle {
  const open = entries.filter((entry) => entry.answer !== null);
  return {
    cost: pairsIn(open),
    links: () =>
      open.flatMap(({ source, destination, answer }) =>
        source.members.flatMap((from) =>
          destination.members
            .filter((to) => from !== to || source.self)
            .map((to) => linkOf(idOf(from), idOf(to), answer as Answer)),
        ),
      ),
  };
}

function oneLink(table: Table, bundling: Bundling): Bundle | null {
  const { answers, shown, sources, destinations } = table;
  if (shown === 0) return { cost: 0, links: () => [] };
  const [answer, ...others] = answers;
  if (answers.has(null) || answer === undefined || answer === null) return null;
  if (others.length > 0 && (bundling.strict || denials(table).length < answers.size)) return null;
  if (shown === 1) return singles(table.entries, bundling);
  const sides = others.length > 0 ? null : answer.sides;
  const link = linkOf(sources.end, destinations.end, { ...answer, sides });
  return { cost: 1, links: () => [link] };
}

/** Lines of the table that are alike, but for a few, as one link each; single links for what is left. */
function byLines(
  table: Table,
  by: By,
  isCovered: IsCovered,
  bundling: Bundling,
  canRest = true,
): Bundle {
  return bundleOf(
    linesOf(table.entries, by).map((line) => {
      const open = line.entries.filter((entry) => entry.answer !== null && !isCovered(entry));
      const alone = singles(open, bundling);
      const wide = wideLine(table, by, line, open, bundling, canRest);
      return wide !== null && wide.cost < alone.cost ? wide : alone;
    }),
  );
}

/** One link for each member of the line, with the few that differ left out of it and drawn alone. */
function wideLine(
  table: Table,
  by: By,
  line: Line,
  open: readonly Entry[],
  bundling: Bundling,
  canRest: boolean,
): Bundle | null {
  const { idOf } = bundling;
  const { members } = line.group;
  const uniform = uniformAnswer(line);
  const answer = uniform ?? commonAnswer(open);
  if (answer === null || open.length === 0) return null;
  if (uniform === null && canRest && isBestAsRest(table, answer)) return null;
  const other = by === 'source' ? 'destination' : 'source';
  const left = line.entries.filter((entry) => entry.answer !== answer);
  const ids = left.flatMap((entry) => entry[other].members.map(idOf));
  const kept = pairsIn(open.filter((entry) => entry.answer === answer)) / members.length;
  const drawn = singles(
    open.filter((entry) => entry.answer !== answer),
    bundling,
  );
  if (ids.length > 0 && (kept <= SPARES || ids.length > (kept + ids.length) * MOST_EXCEPTED)) {
    return null;
  }
  const except: Except | null = ids.length > 0 ? { end: other, ids } : null;
  const wide = members.map((member): Link => {
    const source = by === 'source' ? idOf(member) : table.sources.end;
    const destination = by === 'source' ? table.destinations.end : idOf(member);
    return { ...linkOf(source, destination, answer), except };
  });
  return { cost: wide.length + drawn.cost, links: () => [...wide, ...drawn.links()] };
}

/** "All else is denied" is shorter than naming the exceptions, which are drawn anyway. */
function isBestAsRest(table: Table, answer: Answer): boolean {
  return answer.verdict === 'deny' && !table.answers.has(null);
}

/** The answer of most flows. */
function commonAnswer(entries: readonly Entry[]): Answer | null {
  const counts = new Map<Answer | null, number>();
  for (const { answer, pairs } of entries) counts.set(answer, (counts.get(answer) ?? 0) + pairs);
  const [first] = [...counts].sort((one, other) => other[1] - one[1]);
  return first?.[0] ?? null;
}

function uniformAnswer({ entries }: Line): Answer | null {
  const answer = entries[0]?.answer ?? null;
  return entries.every((entry) => entry.answer === answer) ? answer : null;
}

function denials(table: Table): Answer[] {
  return [...table.answers].filter((answer): answer is Answer => answer?.verdict === 'deny');
}

function onRest(table: Table, bundling: Bundling): Bundle | null {
  const denied = denials(table);
  if (table.answers.has(null) || denied.length === 0) return null;
  const weight = (answer: Answer) =>
    pairsIn(table.entries.filter((entry) => entry.answer === answer));
  const common = denied.reduce((best, next) => (weight(next) > weight(best) ? next : best));
  const isCovered: IsCovered = ({ answer }) =>
    bundling.strict ? answer === common : answer?.verdict === 'deny';
  const sides = bundling.strict || denied.length === 1 ? common.sides : null;
  const exceptions = cheaper(
    byLines(table, 'source', isCovered, bundling),
    byLines(table, 'destination', isCovered, bundling),
  );
  const rest: Link = {
    ...linkOf(table.sources.end, table.destinations.end, { ...common, sides }),
    rest: true,
  };
  return { cost: exceptions.cost + 1, links: () => [rest, ...exceptions.links()] };
}

/** One link for the answer that most lines give throughout, with the other lines named on it. */
function allBut(table: Table, by: By, bundling: Bundling): Bundle | null {
  const lines = linesOf(table.entries, by);
  const counts = new Map<Answer, number>();
  for (const line of lines) {
    const answer = uniformAnswer(line);
    if (answer === null) continue;
    counts.set(answer, (counts.get(answer) ?? 0) + line.group.members.length);
  }
  const [first] = [...counts].sort((one, other) => other[1] - one[1]);
  if (first === undefined) return null;
  const [answer, count] = first;
  if (isBestAsRest(table, answer)) return null;
  const follows = new Set<Group>(
    lines.filter((line) => uniformAnswer(line) === answer).map((line) => line.group),
  );
  const ids = lines
    .filter((line) => !follows.has(line.group))
    .flatMap((line) => line.group.members.map(bundling.idOf));
  if (ids.length === 0 || ids.length > (count + ids.length) * MOST_EXCEPTED) return null;
  const wide: Link = {
    ...linkOf(table.sources.end, table.destinations.end, answer),
    except: { end: by, ids },
  };
  // Beside a link that is no rest there can be none: what is denied to most has its own wide link.
  const others = byLines(table, by, (entry) => follows.has(entry[by]), bundling, false);
  return { cost: others.cost + 1, links: () => [wide, ...others.links()] };
}

/** A link between two ends that one answer says all about. */
export function linkOf(source: EndId, destination: EndId, answer: Answer): Link {
  const { verdict, label, ports, moreDepends, sides } = answer;
  const id = linkId(source, destination);
  const except: Except | null = null;
  return {
    id,
    source,
    destination,
    verdict,
    rest: false,
    except,
    label,
    ports,
    moreDepends,
    sides,
  };
}
