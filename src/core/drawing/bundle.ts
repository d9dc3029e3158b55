// Finds few links that tell every flow between two parties, and nothing else.
import type { PeerIndex } from '../model/peer.ts';
import type { Answer } from './answers.ts';
import { type EndId, type Link, linkId } from './drawing.ts';
import type { Group, Party } from './groups.ts';

/** Undefined: no such flow. Null: a flow that the filters hide. */
export type Cell = Answer | null | undefined;

/** Answers for one source of the one group and one destination of the other. */
export type CellAt = (source: Group, destination: Group) => Cell;

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

/** A rest line must spare this many links, so that it does not replace what reads well alone. */
const REST_SPARES = 2;

/** Every flow by itself. */
export function single(sources: Party, destinations: Party, bundling: Bundling): Bundle {
  return tableOf(sources, destinations, bundling).byLines('none', () => false);
}

/**
 * The cheapest of: one link for all; a link for each source (or each destination) whose flows are
 * all alike and single ones for the others; the same on top of a line "the rest is denied". Only
 * *denied* may be such a rest: a wide green line with red exceptions would be misread.
 */
export function bundle(sources: Party, destinations: Party, bundling: Bundling): Bundle {
  const table = tableOf(sources, destinations, bundling);
  const whole = table.whole();
  if (whole !== null) return whole;
  const plain = cheapest(
    table.byLines('sources', () => false),
    table.byLines('destinations', () => false),
  );
  const rest = table.rest();
  if (rest === null) return plain;
  const onRest = cheapest(
    table.byLines('sources', rest.covers),
    table.byLines('destinations', rest.covers),
  );
  if (onRest.cost + 1 + REST_SPARES > plain.cost) return plain;
  return { cost: onRest.cost + 1, links: () => [rest.link(onRest.cost > 0), ...onRest.links()] };
}

function cheapest(one: Bundle, other: Bundle): Bundle {
  return other.cost < one.cost ? other : one;
}

interface Entry {
  readonly source: Group;
  readonly destination: Group;
  readonly answer: Answer | null;
  /** How many pairs of peers it stands for; positive. */
  readonly pairs: number;
}

function tableOf(sources: Party, destinations: Party, { cellAt, idOf, strict }: Bundling) {
  const entries: Entry[] = [];
  for (const source of sources.groups) {
    for (const destination of destinations.groups) {
      const pairs = countPairs(source, destination);
      const answer = pairs === 0 ? undefined : cellAt(source, destination);
      if (answer !== undefined) entries.push({ source, destination, answer, pairs });
    }
  }
  const answers = new Set(entries.map((entry) => entry.answer));
  const shown = sum(entries.filter((entry) => entry.answer !== null).map((entry) => entry.pairs));
  const denials = [...answers].filter((answer) => answer?.verdict === 'deny') as Answer[];

  function singles(entry: Entry): Link[] {
    const { source, destination, answer } = entry;
    if (answer === null) return [];
    const links: Link[] = [];
    for (const from of source.members) {
      for (const to of destination.members) {
        if (from !== to || source.self) links.push(linkOf(idOf(from), idOf(to), answer));
      }
    }
    return links;
  }

  function whole(): Bundle | null {
    const [answer, ...others] = answers;
    if (shown === 0) return { cost: 0, links: () => [] };
    if (answers.has(null) || answer === undefined || answer === null) return null;
    if (others.length > 0 && (strict || denials.length < answers.size)) return null;
    if (shown === 1) return { cost: 1, links: () => entries.flatMap(singles) };
    const sides = others.length > 0 ? null : answer.sides;
    const link = linkOf(sources.end, destinations.end, { ...answer, sides });
    return { cost: 1, links: () => [link] };
  }

  /** Uniform lines of the table as one link each, and single links for what is left. */
  function byLines(
    by: 'sources' | 'destinations' | 'none',
    covered: (answer: Answer | null) => boolean,
  ): Bundle {
    const parts: Bundle[] = [];
    const lines = new Map<Group, Entry[]>();
    for (const entry of entries) {
      const group = by === 'destinations' ? entry.destination : entry.source;
      const line = lines.get(group);
      if (line === undefined) lines.set(group, [entry]);
      else line.push(entry);
    }
    for (const [group, line] of lines) {
      const open = line.filter((entry) => entry.answer !== null && !covered(entry.answer));
      const [first] = open;
      if (first === undefined) continue;
      const answer = first.answer as Answer;
      const pairs = sum(open.map((entry) => entry.pairs));
      const uniform = line.every((entry) => entry.answer === answer);
      if (by !== 'none' && uniform && pairs > group.members.length) {
        parts.push({
          cost: group.members.length,
          links: () =>
            group.members.map((member) =>
              by === 'sources'
                ? linkOf(idOf(member), destinations.end, answer)
                : linkOf(sources.end, idOf(member), answer),
            ),
        });
      } else parts.push({ cost: pairs, links: () => open.flatMap(singles) });
    }
    return {
      cost: sum(parts.map((part) => part.cost)),
      links: () => parts.flatMap((part) => part.links()),
    };
  }

  function rest() {
    if (answers.has(null) || denials.length === 0) return null;
    const weight = (answer: Answer) =>
      sum(entries.filter((entry) => entry.answer === answer).map((entry) => entry.pairs));
    const common = denials.reduce((best, next) => (weight(next) > weight(best) ? next : best));
    const covers = (answer: Answer | null) =>
      strict ? answer === common : answer?.verdict === 'deny';
    const sides = strict || denials.length === 1 ? common.sides : null;
    const link = (isRest: boolean): Link => ({
      ...linkOf(sources.end, destinations.end, { ...common, sides }),
      rest: isRest,
    });
    return { covers, link };
  }

  return { shown, whole, byLines, rest };
}

/** How many flows there are between two groups; a peer reaches itself only where it has replicas. */
export function countPairs(source: Group, destination: Group): number {
  const all = source.members.length * destination.members.length;
  return source === destination && !source.self ? all - source.members.length : all;
}

export function linkOf(source: EndId, destination: EndId, answer: Answer): Link {
  const { verdict, label, ports, moreDepends, sides } = answer;
  const id = linkId(source, destination);
  return { id, source, destination, verdict, rest: false, label, ports, moreDepends, sides };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
