// The flows between two parties, gathered by groups that are treated alike.
import type { Answer } from './answers.ts';
import type { Group, Party } from './groups.ts';

/** Undefined: no such flow. Null: a flow that the filters hide. */
export type Cell = Answer | null | undefined;

/** The answer for one source of the one group and one destination of the other. */
export type CellAt = (source: Group, destination: Group) => Cell;

export interface Entry {
  readonly source: Group;
  readonly destination: Group;
  readonly answer: Answer | null;
  /** How many pairs of peers it stands for; positive. */
  readonly pairs: number;
}

/** A line of the table: all flows from, or to, the members of one group. */
export interface Line {
  readonly group: Group;
  readonly entries: readonly Entry[];
}

export interface Table {
  readonly sources: Party;
  readonly destinations: Party;
  readonly entries: readonly Entry[];
  /** Every answer in it; null stands for hidden flows. */
  readonly answers: ReadonlySet<Answer | null>;
  /** How many flows are not hidden. */
  readonly shown: number;
}

export function tableOf(sources: Party, destinations: Party, cellAt: CellAt): Table {
  const entries: Entry[] = [];
  for (const source of sources.groups) {
    for (const destination of destinations.groups) {
      const pairs = countPairs(source, destination);
      const answer = pairs === 0 ? undefined : cellAt(source, destination);
      if (answer !== undefined) entries.push({ source, destination, answer, pairs });
    }
  }
  const answers = new Set(entries.map((entry) => entry.answer));
  const shown = pairsIn(entries.filter((entry) => entry.answer !== null));
  return { sources, destinations, entries, answers, shown };
}

export function linesOf(entries: readonly Entry[], by: 'source' | 'destination'): Line[] {
  const lines = new Map<Group, Entry[]>();
  for (const entry of entries) {
    const line = lines.get(entry[by]);
    if (line === undefined) lines.set(entry[by], [entry]);
    else line.push(entry);
  }
  return [...lines].map(([group, line]) => ({ group, entries: line }));
}

/** How many flows there are between two groups; a peer reaches itself only where it has replicas. */
export function countPairs(source: Group, destination: Group): number {
  const all = source.members.length * destination.members.length;
  return source === destination && !source.self ? all - source.members.length : all;
}

export function pairsIn(entries: readonly Entry[]): number {
  return entries.reduce((total, entry) => total + entry.pairs, 0);
}
