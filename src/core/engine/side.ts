// Decides one direction: for each class of subjects, the ports that its policies let through
// towards each class of peers (SEMANTICS 0.3, 1.4–1.23).
import type { Cluster } from '../model/cluster.ts';
import type { Direction } from '../model/policy.ts';
import type { SideTable, TierTables } from './analysis.ts';
import { createRefiner, type Partition } from './classes.ts';
import type { PortSets } from './port-sets.ts';
import { compilePolicy, type Program } from './programs.ts';
import { createRows, type Rows, type Selecting } from './rows.ts';
import type { Term, Terms } from './terms.ts';
import { ISOLATED, type Isolation, OPEN, PERHAPS } from './tier-outcomes.ts';
import { decideTiers, type Tiers } from './tiers.ts';
import type { Unit, Units } from './units.ts';

/** A direction made ready: who selects whom, and how to write the row of a class. */
export interface CompiledSide {
  /** In the order of the cluster's policies; null for one that does not isolate this direction. */
  readonly programs: readonly (Program | null)[];
  readonly subjects: Subjects;
  readonly peers: Partition;
  readonly rows: Rows;
  /** What the policies of administrators say; null where they say nothing of this direction. */
  readonly tiers: Tiers | null;
}

export function decideSide(
  cluster: Cluster,
  units: Units,
  terms: Terms,
  portSets: PortSets,
  direction: Direction,
): SideTable {
  return tabulate(units, compileSide(cluster, units, terms, portSets, direction));
}

export function compileSide(
  cluster: Cluster,
  units: Units,
  terms: Terms,
  portSets: PortSets,
  direction: Direction,
): CompiledSide {
  const programs = cluster.policies.map((policy) =>
    compilePolicy(policy, direction, terms, portSets),
  );
  const isolating = programs.filter((program) => program !== null);
  const subjects = partitionSubjects(isolating, units, direction);
  const peers = partitionPeers(isolating, units, direction);
  const rows = createRows(units, peers, portSets, direction);
  const tiers = decideTiers(cluster, units, terms, portSets, direction, peers);
  return { programs, subjects, peers, rows, tiers };
}

export function tabulate(units: Units, compiled: CompiledSide): SideTable {
  const { subjects, peers, rows } = compiled;
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
    tiers: tierTables(units, compiled, possible),
  };
}

function tierTables(
  units: Units,
  { subjects, rows, tiers }: CompiledSide,
  possible: readonly Int32Array[],
): TierTables | null {
  if (tiers === null) return null;
  const isolation = subjects.policiesOf.map(isolationOf);
  const whenIsolated = subjects.samples.map((sample, at) =>
    isolation[at] === PERHAPS
      ? rows.whenIsolated(subjects.policiesOf[at] as Selecting, units.units[sample] as Unit)
      : (possible[at] as Int32Array),
  );
  return { ...tiers, isolation, whenIsolated };
}

function isolationOf({ sure, maybe }: Selecting): Isolation {
  if (sure.length > 0) return ISOLATED;
  return maybe.length > 0 ? PERHAPS : OPEN;
}

function byPeer(units: Units, classOf: Int32Array): Int32Array {
  return units.unitOf.map((unit) => classOf[unit] as number);
}

export interface Subjects extends Partition {
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
      const seen = `${unit.kind} ${unit.asPod} ${names}`;
      return unit.kind === 'known' ? `${seen} ${unit.blocks.join()}` : seen;
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
