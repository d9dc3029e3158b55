// One subject class's row: the ports that its policies let through towards each class of peers
// (SEMANTICS 1.8–1.23).
import type { Direction, RulePort } from '../model/policy.ts';
import { type ContainerPort, NO_PORTS, type PortRange, type PortSet } from '../model/port.ts';
import type { Partition } from './classes.ts';
import { ALL, NONE, type PortSetId, type PortSets } from './port-sets.ts';
import type { Program, RuleProgram } from './programs.ts';
import type { Term } from './terms.ts';
import type { Unit, UnitKind, Units } from './units.ts';

/** The policies that isolate a subject in this direction, and those that may. */
export interface Selecting {
  readonly sure: readonly Program[];
  readonly maybe: readonly Program[];
}

export interface Row {
  readonly allowed: Int32Array;
  readonly possible: Int32Array;
}

export interface Rows {
  /** What a subject's policies let through, class of peers by class of peers. */
  row(selecting: Selecting, subject: Unit): Row;
  /** What is not surely stopped if one or more of the policies isolate the subject. */
  whenIsolated(selecting: Selecting, subject: Unit): Int32Array;
  /**
   * What one rule lets through by itself: `allowed` surely, `possible` surely or maybe; the same
   * array where nothing is in doubt.
   */
  contribution(rule: RuleProgram, subject: Unit): Row;
  /** Adds to a row of sure contributions what only several rules together let through. */
  settle(row: Int32Array): void;
}

export function createRows(
  units: Units,
  peers: Partition,
  portSets: PortSets,
  direction: Direction,
): Rows {
  const width = peers.samples.length;
  const samples = peers.samples.map((unit) => units.units[unit] as Unit);
  const classesOfKind = (kind: UnitKind) =>
    samples.flatMap((unit, peerClass) => (unit.kind === kind ? [peerClass] : []));
  const unknown = classesOfKind('unknown');
  const host = classesOfKind('host');
  /** Pods that are reached by one of several addresses. */
  const severalAddresses = samples.flatMap((unit, peerClass) =>
    unit.kind === 'known' && unit.blocks.length > 1 ? [{ peerClass, blocks: unit.blocks }] : [],
  );
  const classOfBlock = (block: number) => peers.classOf[units.pods + block] as number;
  const everyClass = samples.map((_, peerClass) => peerClass);
  const open = new Int32Array(width).fill(ALL);
  const classesOfTerm = new Map<Term, { sure: readonly number[]; maybe: readonly number[] }>();

  /** The classes that a term picks, once each. */
  const classesOf = (term: Term) => {
    const before = classesOfTerm.get(term);
    if (before !== undefined) return before;
    const distinct = (list: readonly number[]) => [
      ...new Set(list.map((unit) => peers.classOf[unit] as number)),
    ];
    const sure = distinct(term.sure);
    const maybe = distinct(term.maybe);
    if (term.unknown === 'sure') sure.push(...unknown);
    if (term.unknown === 'maybe') maybe.push(...unknown);
    if (term.host === 'maybe') maybe.push(...host);
    const classes = { sure, maybe };
    classesOfTerm.set(term, classes);
    return classes;
  };

  const resolved = new Map<string, PortSetId>();
  const resolveNames = (names: readonly RulePort[], unit: Unit): PortSetId => {
    const key = `${unit.portsKey} ${names.map(({ protocol, port }) => `${protocol}/${nameOf(port)}`).join()}`;
    let id = resolved.get(key);
    if (id === undefined) {
      id = portSets.intern(namedPorts(names, unit.ports));
      resolved.set(key, id);
    }
    return id;
  };

  const add = (row: Int32Array, classes: readonly number[], ports: PortSetId) => {
    if (ports === NONE) return;
    // Neighbouring classes mostly hold the same set, so the last union is likely the next one too.
    let last: PortSetId = NONE;
    let united = ports;
    for (const at of classes) {
      const before = row[at] as PortSetId;
      if (before !== last) {
        last = before;
        united = portSets.union(before, ports);
      }
      row[at] = united;
    }
  };

  /** What a rule surely lets through, or, of what it may let through besides, the rest. */
  const addRule = (row: Int32Array, rule: RuleProgram, subject: Unit, isSure: boolean) => {
    const picked =
      rule.terms === null
        ? [{ sure: everyClass, maybe: [], isBlock: false }]
        : rule.terms.map((term) => ({ ...classesOf(term), isBlock: term.isBlock }));
    for (const { sure, maybe, isBlock } of picked) {
      const classes = isSure ? sure : maybe;
      if (rule.names.length === 0 || direction === 'ingress') {
        const names = rule.names.length === 0 ? NONE : resolveNames(rule.names, subject);
        add(row, classes, portSets.union(rule.numbered, names));
        continue;
      }
      add(row, classes, rule.numbered);
      for (const at of isSure ? sure : [...sure, ...maybe]) {
        const unit = samples[at] as Unit;
        // An address outside has no port names (SEMANTICS 1.16), nor has a pod that is seen as its
        // node; one reached by its address or on its host's network may have them (SEMANTICS 10.4, 1.23).
        if (unit.asPod === 'no') continue;
        if (isSure && (isBlock || unit.asPod === 'maybe')) continue;
        add(row, [at], resolveNames(rule.names, unit));
      }
    }
  };

  /** Each address may be let through by another rule; what all of them have is sure (SEMANTICS 1.12). */
  const settle = (row: Int32Array): void => {
    for (const { peerClass, blocks } of severalAddresses) {
      const common = blocks
        .map((block) => row[classOfBlock(block)] as PortSetId)
        .reduce((a, b) => portSets.intersection(a, b));
      row[peerClass] = portSets.union(row[peerClass] as PortSetId, common);
    }
  };

  const fill = (programs: readonly Program[], subject: Unit): Int32Array => {
    const row = new Int32Array(width);
    for (const { rules } of programs) for (const rule of rules) addRule(row, rule, subject, true);
    settle(row);
    return row;
  };

  const isInDoubt = ({ terms, names }: RuleProgram) =>
    names.length > 0 || terms?.some((term) => classesOf(term).maybe.length > 0) === true;
  const isUncertain = ({ rules }: Program) => rules.some(isInDoubt);

  return {
    settle,
    contribution(rule, subject) {
      const allowed = new Int32Array(width);
      addRule(allowed, rule, subject, true);
      if (!isInDoubt(rule)) return { allowed, possible: allowed };
      const possible = allowed.slice();
      addRule(possible, rule, subject, false);
      return { allowed, possible };
    },
    whenIsolated({ sure, maybe }, subject) {
      const possible = new Int32Array(width);
      for (const { rules } of [...sure, ...maybe]) {
        for (const rule of rules) {
          addRule(possible, rule, subject, true);
          addRule(possible, rule, subject, false);
        }
      }
      return possible;
    },
    row({ sure, maybe }: Selecting, subject: Unit): Row {
      if (sure.length === 0 && maybe.length === 0) return { allowed: open, possible: open };
      if (sure.length === 0) {
        // Either no policy selects it, and all is open, or one or more do: only what each of them
        // lets through is let through in every case.
        const [first, ...others] = maybe.map((program) => fill([program], subject)) as [Int32Array];
        const allowed = others.reduce<Int32Array>(
          (common, row) => common.map((id, at) => portSets.intersection(id, row[at] as PortSetId)),
          first,
        );
        return { allowed, possible: open };
      }
      const allowed = fill(sure, subject);
      if (maybe.length === 0 && !sure.some(isUncertain)) return { allowed, possible: allowed };
      const possible = allowed.slice();
      for (const { rules } of maybe) {
        for (const rule of rules) addRule(possible, rule, subject, true);
      }
      for (const { rules } of [...sure, ...maybe]) {
        for (const rule of rules) addRule(possible, rule, subject, false);
      }
      return { allowed, possible };
    },
  };
}

function nameOf(port: RulePort['port']): string {
  return port !== null && 'name' in port ? port.name : '';
}

/** By name and protocol, every port that has them (SEMANTICS 1.16, 1.17). */
function namedPorts(names: readonly RulePort[], ports: readonly ContainerPort[]): PortSet {
  const ranges = { ...NO_PORTS, TCP: [], UDP: [], SCTP: [] } as Record<
    'TCP' | 'UDP' | 'SCTP',
    PortRange[]
  >;
  for (const { protocol, port } of names) {
    for (const own of ports) {
      if (own.name === nameOf(port) && own.protocol === protocol) {
        ranges[protocol].push({ from: own.number, to: own.number });
      }
    }
  }
  return ranges;
}
