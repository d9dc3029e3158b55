// Decides what the policies of administrators say in one direction, in classes of their own: joined
// with those of the NetworkPolicies only flow by flow, the tables stay small.
import type { Cluster } from '../model/cluster.ts';
import type { Direction } from '../model/policy.ts';
import { type AdminProgram, compileAdminPolicy } from './admin-programs.ts';
import type { Place, TierTables } from './analysis.ts';
import { createRefiner, type Partition } from './classes.ts';
import type { PortSets } from './port-sets.ts';
import type { Term, Terms } from './terms.ts';
import { createOutcomes } from './tier-outcomes.ts';
import { type AdminSelecting, createTierRows } from './tier-rows.ts';
import type { Unit, Units } from './units.ts';

/** The part of the tables that the NetworkPolicies have no say in. */
export type Tiers = Omit<TierTables, 'isolation' | 'whenIsolated'>;

/** Null where no policy of an administrator has rules for the direction. */
export function decideTiers(
  cluster: Cluster,
  units: Units,
  terms: Terms,
  portSets: PortSets,
  direction: Direction,
  /** The classes of peers of the NetworkPolicies. */
  middle: Partition,
): Tiers | null {
  const programs = cluster.adminPolicies.flatMap(
    (policy) => compileAdminPolicy(policy, direction, terms, portSets) ?? [],
  );
  if (programs.length === 0) return null;
  const usesNames = programs.some(({ rules }) => rules.some(({ names }) => names.length > 0));
  const subjects = partitionSubjects(programs, units, usesNames && direction === 'ingress');
  const peers = partitionPeers(programs, units, usesNames && direction === 'egress');
  const outcomes = createOutcomes();
  const write = createTierRows(units, peers, portSets, outcomes, direction);
  const rows = subjects.samples.map((sample, subjectClass) =>
    write(subjects.policiesOf[subjectClass] ?? [], units.units[sample] as Unit),
  );
  return {
    subjectClass: units.unitOf.map((unit) => subjects.classOf[unit] as number),
    rows,
    outcomes: outcomes.all,
    ...gatherPlaces(units, middle, peers),
  };
}

interface Subjects extends Partition {
  readonly policiesOf: readonly (readonly AdminSelecting[])[];
}

function partitionSubjects(
  programs: readonly AdminProgram[],
  units: Units,
  namesTellApart: boolean,
): Subjects {
  const refiner = createRefiner(units.units.map((unit) => (namesTellApart ? unit.portsKey : '')));
  for (const { subject } of distinctSubjects(programs)) {
    refiner.refine(subject.sure);
    refiner.refine(subject.maybe);
  }
  const { classOf, samples } = refiner.done();
  const policiesOf = samples.map((): AdminSelecting[] => []);
  // One unit of a class speaks for all.
  const classOfSample = new Int32Array(units.units.length).fill(-1);
  samples.forEach((unit, subjectClass) => {
    classOfSample[unit] = subjectClass;
  });
  for (const program of programs) {
    for (const certainty of ['sure', 'maybe'] as const) {
      for (const unit of program.subject[certainty]) {
        const subjectClass = classOfSample[unit] as number;
        if (subjectClass === -1) continue;
        policiesOf[subjectClass]?.push({ program, isSure: certainty === 'sure' });
      }
    }
  }
  return { classOf, samples, policiesOf };
}

function distinctSubjects(programs: readonly AdminProgram[]): readonly AdminProgram[] {
  return [...new Map(programs.map((program) => [program.subject, program])).values()];
}

function partitionPeers(
  programs: readonly AdminProgram[],
  units: Units,
  namesTellApart: boolean,
): Partition {
  // What says something of every pod with unknown addresses at once says it of a kind.
  const refiner = createRefiner(
    units.units.map(({ kind, blocks, portsKey }) => {
      if (kind === 'known') return `known ${blocks.join()} ${namesTellApart ? portsKey : ''}`;
      return namesTellApart ? `${kind} ${portsKey}` : kind;
    }),
  );
  const seen = new Set<Term>();
  for (const { rules } of programs) {
    for (const term of rules.flatMap(({ terms }) => terms ?? [])) {
      if (seen.has(term)) continue;
      seen.add(term);
      refiner.refine(term.sure);
      refiner.refine(term.maybe);
    }
  }
  return refiner.done();
}

/** Both tables' classes of each peer, and of each of its ways. */
function gatherPlaces(
  units: Units,
  middle: Partition,
  tiers: Partition,
): Pick<TierTables, 'places' | 'placeOf'> {
  const places: Place[] = [];
  const ids = new Map<string, number>();
  const classesOf = (unit: number) => ({
    peerClass: middle.classOf[unit] as number,
    tierClass: tiers.classOf[unit] as number,
  });
  const placeOfUnit = new Map<number, number>();
  const placeOf = units.unitOf.map((unit) => {
    const before = placeOfUnit.get(unit);
    if (before !== undefined) return before;
    const own = classesOf(unit);
    const ways = (units.ways.get(unit) ?? []).map(classesOf);
    const key = [own, ...ways].map((one) => `${one.peerClass} ${one.tierClass}`).join();
    let place = ids.get(key);
    if (place === undefined) {
      place = places.push({ ...own, ways }) - 1;
      ids.set(key, place);
    }
    placeOfUnit.set(unit, place);
    return place;
  });
  return { places, placeOf };
}
