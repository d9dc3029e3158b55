// One subject class's row of tier outcomes: rules in their order, first match decides (SEMANTICS 3.2–3.5).
import type { AdminPort } from '../model/admin-policy.ts';
import type { Direction } from '../model/policy.ts';
import type { ContainerPort, PortRange, PortSet } from '../model/port.ts';
import type { AdminProgram, AdminRuleProgram } from './admin-programs.ts';
import type { Partition } from './classes.ts';
import { ALL, NONE, type PortSetId, type PortSets } from './port-sets.ts';
import type { Term } from './terms.ts';
import type { Outcomes } from './tier-outcomes.ts';
import type { Unit, Units } from './units.ts';

/** A policy that selects a subject, or may. */
export interface AdminSelecting {
  readonly program: AdminProgram;
  readonly isSure: boolean;
}

/** Outcome ids, class of peers by class of peers. */
export type TierRow = Int32Array;

/** For each class of peers, the ports that may end so, and those that no rule has surely decided yet. */
interface Walk {
  readonly open: Ids;
  readonly allow: Ids;
  readonly deny: Ids;
  readonly pass: Ids;
}

/** By class of peers. Classes are few and walks many: plain arrays are made faster. */
type Ids = PortSetId[];

/** @param selecting the policies that select the class, in the cluster's order */
export type WriteRow = (selecting: readonly AdminSelecting[], subject: Unit) => TierRow;

export function createTierRows(
  units: Units,
  peers: Partition,
  portSets: PortSets,
  outcomes: Outcomes,
  direction: Direction,
): WriteRow {
  const { union, intersection, difference } = portSets;
  const width = peers.samples.length;
  const samples = peers.samples.map((unit) => units.units[unit] as Unit);
  const classesOf = createClassesOf(peers, samples);
  const resolve = createResolve(portSets);

  const start = (): Walk => ({
    open: new Array<PortSetId>(width).fill(ALL),
    allow: new Array<PortSetId>(width).fill(NONE),
    deny: new Array<PortSetId>(width).fill(NONE),
    pass: new Array<PortSetId>(width).fill(NONE),
  });

  /** Ports of one class that a rule matches, surely or perhaps. */
  const meet = (walk: Walk, ending: Ids, at: number, ports: PortSetId, isSure: boolean) => {
    const open = walk.open[at] as PortSetId;
    const met = intersection(open, ports);
    if (met === NONE) return;
    ending[at] = union(ending[at] as PortSetId, met);
    if (isSure) walk.open[at] = difference(open, met);
  };

  const follow = (walk: Walk, rule: AdminRuleProgram, subject: Unit, isSure: boolean) => {
    const { action, terms, numbered, names } = rule;
    const ending = walk[action];
    const own =
      direction === 'ingress' && names.length > 0
        ? union(numbered, resolve(names, subject))
        : numbered;
    const meetAll = (classes: readonly number[], areSure: boolean, resolves: boolean) => {
      for (const at of classes) {
        const unit = samples[at] as Unit;
        const ports =
          resolves && direction === 'egress' && names.length > 0 && unit.kind !== 'external'
            ? union(own, resolve(names, unit))
            : own;
        if (ports !== NONE) meet(walk, ending, at, ports, areSure);
      }
    };
    for (const term of terms ?? [null]) {
      const { sure, maybe } = classesOf(term);
      // A name means nothing where the peer is an address (SEMANTICS 4.5).
      const resolves = term === null || !term.isBlock;
      meetAll(sure, isSure, resolves);
      meetAll(maybe, false, resolves);
    }
  };

  const walkOne = (walk: Walk, { program, isSure }: AdminSelecting, subject: Unit): Walk => {
    for (const rule of program.rules) follow(walk, rule, subject, isSure);
    return walk;
  };

  /** Whichever of them is asked first decides, and any of them may be (SEMANTICS 3.2, D7). */
  const tie = (walks: readonly Walk[]): Walk => {
    const [first, ...others] = walks as [Walk, ...Walk[]];
    for (const other of others) {
      for (let at = 0; at < width; at++) {
        for (const ending of ENDINGS) {
          first[ending][at] = union(first[ending][at] as PortSetId, other[ending][at] as PortSetId);
        }
        first.open[at] = intersection(first.open[at] as PortSetId, other.open[at] as PortSetId);
      }
    }
    return first;
  };

  /** What is open behind the one goes through the other. */
  const chain = (walk: Walk, next: Walk): Walk => {
    for (let at = 0; at < width; at++) {
      const open = walk.open[at] as PortSetId;
      for (const ending of ENDINGS) {
        const more = intersection(open, next[ending][at] as PortSetId);
        walk[ending][at] = union(walk[ending][at] as PortSetId, more);
      }
      walk.open[at] = intersection(open, next.open[at] as PortSetId);
    }
    return walk;
  };

  const walkTier = (selecting: readonly AdminSelecting[], subject: Unit): Walk => {
    const ranked = selecting.filter(({ program }) => program.policy.priority !== null);
    const unranked = selecting.filter(({ program }) => program.policy.priority === null);
    let walk = start();
    for (const round of roundsOf(ranked)) {
      const [only, ...others] = round;
      if (only === undefined) continue;
      if (others.length === 0) walkOne(walk, only, subject);
      else walk = chain(walk, tie(round.map((one) => walkOne(start(), one, subject))));
    }
    // The one without a priority has no place among those that have one.
    return unranked.length === 0
      ? walk
      : tie([walk, ...unranked.map((one) => walkOne(start(), one, subject))]);
  };

  return (selecting, subject) => {
    const row = new Int32Array(width);
    if (selecting.length === 0) return row;
    const inTier = (tier: AdminProgram['policy']['tier']) =>
      walkTier(
        selecting.filter(({ program }) => program.policy.tier === tier),
        subject,
      );
    const admin = inTier('admin');
    const base = inTier('baseline');
    for (let at = 0; at < width; at++) {
      row[at] = outcomes.intern({
        allow: admin.allow[at] as PortSetId,
        deny: admin.deny[at] as PortSetId,
        onward: union(admin.pass[at] as PortSetId, admin.open[at] as PortSetId),
        // Behind the baseline tier everything is open, and passing it leads there (SEMANTICS 4.3).
        baseAllow: union(
          base.allow[at] as PortSetId,
          union(base.pass[at] as PortSetId, base.open[at] as PortSetId),
        ),
        baseDeny: base.deny[at] as PortSetId,
      });
    }
    return row;
  };
}

const ENDINGS = ['allow', 'deny', 'pass'] as const;

/** Neighbours of one priority together. */
function roundsOf(selecting: readonly AdminSelecting[]): readonly (readonly AdminSelecting[])[] {
  const rounds: AdminSelecting[][] = [];
  for (const one of selecting) {
    const last = rounds.at(-1);
    const isTie = last?.[0]?.program.policy.priority === one.program.policy.priority;
    if (last !== undefined && isTie) last.push(one);
    else rounds.push([one]);
  }
  return rounds;
}

interface Classes {
  readonly sure: readonly number[];
  readonly maybe: readonly number[];
}

/** The classes that a term picks, once each. */
function createClassesOf(
  peers: Partition,
  samples: readonly Unit[],
): (term: Term | null) => Classes {
  const ofKind = (kind: Unit['kind']) =>
    samples.flatMap((unit, at) => (unit.kind === kind ? [at] : []));
  const unknown = ofKind('unknown');
  const host = ofKind('host');
  const everything: Classes = { sure: samples.map((_, at) => at), maybe: [] };
  const distinct = (list: readonly number[]) => [
    ...new Set(list.map((unit) => peers.classOf[unit] as number)),
  ];
  const known = new Map<Term, Classes>();
  return (term) => {
    if (term === null) return everything;
    const before = known.get(term);
    if (before !== undefined) return before;
    const sure = distinct(term.sure);
    const maybe = distinct(term.maybe);
    if (term.unknown === 'sure') sure.push(...unknown);
    if (term.unknown === 'maybe') maybe.push(...unknown);
    if (term.host === 'maybe') maybe.push(...host);
    const classes = { sure, maybe };
    known.set(term, classes);
    return classes;
  };
}

/** By name, and by protocol where one is given, every port that has them (SEMANTICS 1.17, 3.10). */
function createResolve(
  portSets: PortSets,
): (names: readonly AdminPort[], unit: Pick<Unit, 'portsKey' | 'ports'>) => PortSetId {
  const known = new Map<string, PortSetId>();
  return (names, { portsKey, ports }) => {
    if (ports.length === 0) return NONE;
    const key = `${portsKey} ${names.map(({ protocol, port }) => `${protocol}/${nameOf(port)}`).join()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const id = portSets.intern(namedPorts(names, ports));
    known.set(key, id);
    return id;
  };
}

function nameOf(port: AdminPort['port']): string {
  return port !== null && 'name' in port ? port.name : '';
}

function namedPorts(names: readonly AdminPort[], ports: readonly ContainerPort[]): PortSet {
  const ranges: Record<'TCP' | 'UDP' | 'SCTP', PortRange[]> = { TCP: [], UDP: [], SCTP: [] };
  for (const { protocol, port } of names) {
    for (const own of ports) {
      if (own.name !== nameOf(port) || (protocol !== null && own.protocol !== protocol)) continue;
      ranges[own.protocol].push({ from: own.number, to: own.number });
    }
  }
  return ranges;
}
