// What the rules of NetworkPolicies open where administrators' policies stand around them: a rule opens
// nothing that these settle first. Counted by kinds of peers that both sides' tables treat alike.
import type { Place, SideTable, TierTables, Way } from '../engine/analysis.ts';
import { NONE, type PortSetId, type PortSets } from '../engine/port-sets.ts';
import { createJoin, readSide } from '../engine/read-side.ts';
import type { CompiledSide } from '../engine/side.ts';
import type { Answer, Isolation, TierOutcome } from '../engine/tier-outcomes.ts';
import type { Unit, Units } from '../engine/units.ts';
import type { Peer, PeerIndex } from '../model/peer.ts';
import { existenceOf, type Kinds, kindsOf } from './kinds.ts';
import { type Loss, lossesOf } from './losses.ts';
import type { Tally } from './tally.ts';

interface Around {
  readonly peers: readonly Peer[];
  readonly portSets: PortSets;
  readonly compiled: CompiledSide;
  readonly table: SideTable;
  /** The other side's table. */
  readonly other: SideTable;
  readonly tallyOf: (loss: Loss) => Tally | undefined;
}

export function tallyTiered(around: Around, units: Units): void {
  const { peers, portSets, compiled, table, other, tallyOf } = around;
  const kinds = kindsOf(peers, [table, other]);
  const sizes = sizesOf(kinds);
  const own = table.tiers === null ? plainSide(around) : tieredSide(around, table.tiers);
  const otherSide = readSide(other, portSets);
  const all = kinds.samples.map((peer, kind) => ({ peer, kind }));
  const present = all.filter(({ peer }) => existenceOf(peers[peer] as Peer) !== 'none');
  compiled.subjects.samples.forEach((sample, subjectClass) => {
    const subjects = present.filter(
      ({ peer }) => peers[peer]?.type === 'workload' && table.subjectClass[peer] === subjectClass,
    );
    if (subjects.length === 0) return;
    const before = own.middle(subjectClass);
    const unit = units.units[sample] as Unit;
    for (const loss of lossesOf(compiled, portSets, subjectClass, unit, before, own.isTiered)) {
      const tally = tallyOf(loss);
      if (tally === undefined) continue;
      const partOf = own.part(loss);
      for (const subject of subjects) {
        for (const peer of present) {
          const part = partOf(subject.peer, peer.peer);
          if (part.may === NONE) continue;
          const flows = flowsBetween(peers, sizes, subject, peer);
          if (flows === 0) continue;
          const was = own.answer(before, subject.peer, peer.peer);
          const left = own.answer(loss.after, subject.peer, peer.peer);
          const others = otherSide(peer.peer, subject.peer);
          count(tally, portSets, { part, was, left, others, flows });
        }
      }
    }
  });
}

interface Kind {
  readonly peer: PeerIndex;
  readonly kind: number;
}

function sizesOf({ kindOf, samples }: Kinds): Int32Array {
  const sizes = new Int32Array(samples.length);
  for (const kind of kindOf) sizes[kind] = (sizes[kind] as number) + 1;
  return sizes;
}

/** The only pod of a workload has no flow to itself (SEMANTICS 1.20). */
function flowsBetween(
  peers: readonly Peer[],
  sizes: Int32Array,
  subject: Kind,
  peer: Kind,
): number {
  const pairs = (sizes[subject.kind] as number) * (sizes[peer.kind] as number);
  const isLonely = subject.kind === peer.kind && existenceOf(peers[subject.peer] as Peer) === 'one';
  return isLonely ? pairs - (sizes[subject.kind] as number) : pairs;
}

/** What a rule itself lets through of what reaches it: surely, and surely or perhaps. */
interface Part {
  readonly sure: PortSetId;
  readonly may: PortSetId;
}

interface Rows {
  readonly allowed: Int32Array;
  readonly possible: Int32Array;
}

interface OwnSide {
  /** Whether rows mean what is let through if NetworkPolicies isolate the subject, where that is in doubt. */
  readonly isTiered: boolean;
  /** The rows of a class of subjects. */
  middle(subjectClass: number): Rows;
  part(loss: Loss): (subject: PeerIndex, peer: PeerIndex) => Part;
  /** All tiers' answer with these rows of NetworkPolicies. */
  answer(rows: Rows, subject: PeerIndex, peer: PeerIndex): Answer;
}

function plainSide({ table, compiled }: Around): OwnSide {
  const { allowed, possible, peerClass } = table;
  return {
    isTiered: false,
    middle: (at) => ({
      allowed: allowed[at] as Int32Array,
      possible: possible[at] as Int32Array,
    }),
    part({ own }) {
      // Two of its own entries may let through together what neither does alone.
      const sure = own.allowed.slice();
      compiled.rows.settle(sure);
      return (_, peer) => {
        const at = peerClass[peer] as number;
        return { sure: sure[at] as PortSetId, may: own.possible[at] as PortSetId };
      };
    },
    answer(rows, _, peer) {
      const at = peerClass[peer] as number;
      return [rows.allowed[at] as PortSetId, rows.possible[at] as PortSetId];
    },
  };
}

function tieredSide({ table, portSets }: Around, tiers: TierTables): OwnSide {
  const join = createJoin(tiers, portSets);
  const { intersection, union, difference } = portSets;
  return {
    isTiered: true,
    middle: (at) => ({
      allowed: table.allowed[at] as Int32Array,
      possible: tiers.whenIsolated[at] as Int32Array,
    }),
    part:
      ({ own }) =>
      (subject, peer) => {
        const row = tiers.rows[tiers.subjectClass[subject] as number] as Int32Array;
        const along = ({ peerClass, tierClass }: Way): Part => {
          const { onward, allow, deny } = tiers.outcomes[row[tierClass] as number] as TierOutcome;
          const reaching = difference(onward, union(allow, deny));
          return {
            sure: intersection(own.allowed[peerClass] as PortSetId, reaching),
            may: intersection(own.possible[peerClass] as PortSetId, onward),
          };
        };
        const place = tiers.places[tiers.placeOf[peer] as number] as Place;
        if (place.ways.length === 0) return along(place);
        return place.ways.map(along).reduce((one, next) => ({
          sure: intersection(one.sure, next.sure),
          may: union(one.may, next.may),
        }));
      },
    answer(rows, subject, peer) {
      const isolation = tiers.isolation[table.subjectClass[subject] as number] as Isolation;
      const tierSubject = tiers.subjectClass[subject] as number;
      const place = tiers.placeOf[peer] as number;
      return join(tierSubject, place, isolation, rows.allowed, rows.possible);
    },
  };
}

interface Found {
  readonly part: Part;
  readonly was: Answer;
  readonly left: Answer;
  readonly others: Answer;
  readonly flows: number;
}

function count(
  tally: Tally,
  { intersection, difference }: PortSets,
  { part, was, left, others, flows }: Found,
): void {
  const [allowed, possible] = was;
  const [allowedLeft, possibleLeft] = left;
  const [otherAllowed, otherPossible] = others;
  const open = intersection(allowed, otherAllowed);
  const isAlone = intersection(difference(allowed, allowedLeft), otherAllowed) !== NONE;
  const opens = isAlone || intersection(part.sure, open) !== NONE;
  if (isAlone) tally.alone += flows;
  if (opens) tally.opens += flows;
  const inDoubt = difference(intersection(possible, otherPossible), open);
  if (!opens && intersection(part.may, inDoubt) !== NONE) tally.mayOpen += flows;
  const stays = intersection(possibleLeft, otherPossible);
  if (!isAlone && difference(inDoubt, stays) !== NONE) tally.mayAlone += flows;
}
