// Decides one direction: for each class of subjects, the ports that its policies let through
// towards each class of peers (SEMANTICS 0.3, 1.4–1.23).
import type { Cluster } from '../model/cluster.ts';
import type { Direction, Policy, Rule, RulePort } from '../model/policy.ts';
import {
  ALL_PORTS,
  type ContainerPort,
  NO_PORTS,
  type PortRange,
  type PortSet,
} from '../model/port.ts';
import type { SideTable } from './analysis.ts';
import { createRefiner, type Partition } from './classes.ts';
import { ALL, NONE, type PortSetId, type PortSets } from './port-sets.ts';
import type { Term, Terms } from './terms.ts';
import type { Unit, UnitKind, Units } from './units.ts';

/** A policy's say in one direction, its peers as terms. */
interface Program {
  readonly subject: Term;
  readonly rules: readonly RuleProgram[];
}

interface RuleProgram {
  /** null: any peer. */
  readonly terms: readonly Term[] | null;
  /** Ports by number, and whole protocols. */
  readonly numbered: PortSetId;
  /** Ports by name, which the destination resolves. */
  readonly names: readonly RulePort[];
}

export function decideSide(
  cluster: Cluster,
  units: Units,
  terms: Terms,
  portSets: PortSets,
  direction: Direction,
): SideTable {
  const programs = cluster.policies.flatMap((policy) => {
    const program = compilePolicy(policy, direction, terms, portSets);
    return program === null ? [] : [program];
  });
  const subjects = partitionSubjects(programs, units, direction);
  const peers = partitionPeers(programs, units, direction);
  const rows = createRows(units, peers, portSets, direction);
  const allowed: Int32Array[] = [];
  const possible: Int32Array[] = [];
  subjects.samples.forEach((sample, subjectClass) => {
    const selecting = subjects.policiesOf[subjectClass] as Selecting;
    const row = rows.row(selecting, units.units[sample] as Unit);
    allowed.push(row.allowed);
    possible.push(row.possible);
  });
  return {
    subjectClass: byPeer(units, subjects.classOf),
    peerClass: byPeer(units, peers.classOf),
    allowed,
    possible,
  };
}

function byPeer(units: Units, classOf: Int32Array): Int32Array {
  return units.unitOf.map((unit) => classOf[unit] as number);
}

function compilePolicy(
  policy: Policy,
  direction: Direction,
  terms: Terms,
  portSets: PortSets,
): Program | null {
  const side = policy[direction];
  if (side === null) return null;
  return {
    subject: terms.subject(policy.namespace, policy.subject),
    rules: side.rules.map((rule) => compileRule(policy, rule, terms, portSets)),
  };
}

function compileRule(policy: Policy, rule: Rule, terms: Terms, portSets: PortSets): RuleProgram {
  const ports = rule.ports;
  return {
    terms:
      rule.peers === null ? null : rule.peers.map((peer) => terms.peer(policy.namespace, peer)),
    numbered: ports === null ? ALL : portSets.intern(numberedPorts(ports)),
    names: ports?.filter(({ port }) => port !== null && 'name' in port) ?? [],
  };
}

/** SEMANTICS 1.14, 1.18 */
function numberedPorts(ports: readonly RulePort[]): PortSet {
  const ranges: Record<'TCP' | 'UDP' | 'SCTP', PortRange[]> = { TCP: [], UDP: [], SCTP: [] };
  for (const { protocol, port } of ports) {
    if (port === null) ranges[protocol].push(...ALL_PORTS[protocol]);
    else if ('from' in port) ranges[protocol].push(port);
  }
  return ranges;
}

/** The policies that isolate a subject in this direction, and those that may. */
interface Selecting {
  readonly sure: readonly Program[];
  readonly maybe: readonly Program[];
}

interface Subjects extends Partition {
  readonly policiesOf: readonly Selecting[];
}

function partitionSubjects(
  programs: readonly Program[],
  units: Units,
  direction: Direction,
): Subjects {
  // Towards a subject of ingress, names resolve on the subject itself.
  const refiner = createRefiner(
    units.units.map((unit) => (direction === 'ingress' ? unit.portsKey : '')),
  );
  for (const { subject } of programs) {
    refiner.refine(subject.sure);
    refiner.refine(subject.maybe);
  }
  const { classOf, samples } = refiner.done();
  const policiesOf = samples.map(() => ({ sure: [] as Program[], maybe: [] as Program[] }));
  // One unit of a class speaks for all.
  const classOfSample = new Map(samples.map((unit, subjectClass) => [unit, subjectClass]));
  for (const program of programs) {
    for (const certainty of ['sure', 'maybe'] as const) {
      for (const unit of program.subject[certainty]) {
        const subjectClass = classOfSample.get(unit);
        if (subjectClass !== undefined) policiesOf[subjectClass]?.[certainty].push(program);
      }
    }
  }
  return { classOf, samples, policiesOf };
}

function partitionPeers(
  programs: readonly Program[],
  units: Units,
  direction: Direction,
): Partition {
  // Towards a peer of egress, names resolve on the peer.
  const refiner = createRefiner(
    units.units.map((unit) => {
      const names = direction === 'egress' ? unit.portsKey : '';
      return unit.kind === 'known'
        ? `known ${unit.blocks.join()} ${names}`
        : `${unit.kind} ${names}`;
    }),
  );
  const seen = new Set<Term>();
  for (const { rules } of programs) {
    for (const { terms } of rules) {
      for (const term of terms ?? []) {
        if (seen.has(term)) continue;
        seen.add(term);
        refiner.refine(term.sure);
        refiner.refine(term.maybe);
      }
    }
  }
  return refiner.done();
}

interface Row {
  readonly allowed: Int32Array;
  readonly possible: Int32Array;
}

function createRows(units: Units, peers: Partition, portSets: PortSets, direction: Direction) {
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
        // An address outside has no port names (SEMANTICS 1.16); a pod reached by its address or on
        // its host's network may or may not have them (SEMANTICS 10.4, 1.23).
        if (unit.kind === 'external') continue;
        if (isSure && (isBlock || unit.kind === 'host')) continue;
        add(row, [at], resolveNames(rule.names, unit));
      }
    }
  };

  const fill = (programs: readonly Program[], subject: Unit): Int32Array => {
    const row = new Int32Array(width);
    for (const { rules } of programs) for (const rule of rules) addRule(row, rule, subject, true);
    // Each address may be let through by another rule; what all of them have is sure (SEMANTICS 1.12).
    for (const { peerClass, blocks } of severalAddresses) {
      const common = blocks
        .map((block) => row[classOfBlock(block)] as PortSetId)
        .reduce((a, b) => portSets.intersection(a, b));
      row[peerClass] = portSets.union(row[peerClass] as PortSetId, common);
    }
    return row;
  };

  const isUncertain = ({ rules }: Program) =>
    rules.some(
      ({ terms, names }) =>
        names.length > 0 || terms?.some((term) => classesOf(term).maybe.length > 0),
    );

  return {
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
