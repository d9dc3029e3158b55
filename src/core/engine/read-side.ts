// Reads one side's answer for a pair of peers: the NetworkPolicies' tables by themselves, or joined
// with the tiers around them.
import type { PeerIndex } from '../model/peer.ts';
import type { Place, SideTable, TierTables, Way } from './analysis.ts';
import { ALL, NONE, type PortSetId, type PortSets } from './port-sets.ts';
import {
  type Answer,
  compose,
  ISOLATED,
  type Isolation,
  OPEN,
  type TierOutcome,
  UNTOUCHED,
} from './tier-outcomes.ts';

export type ReadSide = (subject: PeerIndex, peer: PeerIndex) => Answer;

export function readSide(side: SideTable, portSets: PortSets): ReadSide {
  const { subjectClass, peerClass, allowed, possible, tiers } = side;
  if (tiers === null) {
    return (subject, peer) => {
      const row = subjectClass[subject] as number;
      const column = peerClass[peer] as number;
      return [
        (allowed[row] as Int32Array)[column] as PortSetId,
        (possible[row] as Int32Array)[column] as PortSetId,
      ];
    };
  }
  return readTiered(side, tiers, portSets);
}

/** Asked for every pair of peers, so all that rows of classes can tell beforehand is by number. */
function readTiered(side: SideTable, tiers: TierTables, portSets: PortSets): ReadSide {
  const { subjectClass, peerClass, allowed } = side;
  const { isolation, whenIsolated, rows, outcomes, places } = tiers;
  const join = createJoin(tiers, portSets);
  const tierClass = tiers.placeOf.map((place) => (places[place] as Place).tierClass);
  const hasWays = Uint8Array.from(tiers.placeOf, (place) => (places[place]?.ways.length ? 1 : 0));
  const middles = new Map<string, number>();
  const middleRow = (row: number): Int32Array => {
    const possible = whenIsolated[row] as Int32Array;
    return (allowed[row] as Int32Array).map((lets, at) => {
      const key = `${isolation[row]} ${lets} ${possible[at]}`;
      const id = middles.get(key) ?? middles.size;
      middles.set(key, id);
      return id;
    });
  };
  const middleRows: Int32Array[] = [];
  const answers: Answer[] = [];
  return (subject, peer) => {
    const row = subjectClass[subject] as number;
    const tierSubject = tiers.subjectClass[subject] as number;
    const ask = () =>
      join(
        tierSubject,
        tiers.placeOf[peer] as number,
        isolation[row] as Isolation,
        allowed[row] as Int32Array,
        whenIsolated[row] as Int32Array,
      );
    if (hasWays[peer] === 1) return ask();
    middleRows[row] ??= middleRow(row);
    const middle = (middleRows[row] as Int32Array)[peerClass[peer] as number] as number;
    const outcome = (rows[tierSubject] as Int32Array)[tierClass[peer] as number] as number;
    const key = middle * outcomes.length + outcome;
    const before = answers[key];
    if (before !== undefined) return before;
    const answer = ask();
    answers[key] = answer;
    return answer;
  };
}

/**
 * The answer of all tiers.
 * @param isolation whether NetworkPolicies isolate the subject, and then
 * @param allowed what they surely let through, class of peers by class of peers, and
 * @param possible what they perhaps let through
 */
export type Join = (
  tierSubject: number,
  place: number,
  isolation: Isolation,
  allowed: Int32Array,
  possible: Int32Array,
) => Answer;

export function createJoin({ rows, outcomes, places }: TierTables, portSets: PortSets): Join {
  const pairs = new Map<number, number>();
  const answers = new Map<number, Answer>();
  const kinds = outcomes.length * 3;
  const known = (
    outcome: number,
    isolation: Isolation,
    allowed: PortSetId,
    possible: PortSetId,
  ): Answer => {
    // What an open subject's NetworkPolicies let through plays no part.
    const pair = isolation === OPEN ? 0 : allowed * 0x4000000 + possible;
    const pairId = pairs.get(pair) ?? pairs.size;
    pairs.set(pair, pairId);
    const key = pairId * kinds + outcome * 3 + isolation;
    const before = answers.get(key);
    if (before !== undefined) return before;
    const answer = compose(portSets, outcomes[outcome] as TierOutcome, {
      isolation,
      allowed,
      possible,
    });
    answers.set(key, answer);
    return answer;
  };
  return (tierSubject, place, isolation, allowed, possible) => {
    const row = rows[tierSubject] as Int32Array;
    const along = ({ peerClass, tierClass }: Way): Answer => {
      const outcome = row[tierClass] as number;
      const lets = allowed[peerClass] as PortSetId;
      const may = possible[peerClass] as PortSetId;
      // The tiers have nothing to say of most pairs.
      return outcome === 0 && isolation === ISOLATED
        ? [lets, may]
        : known(outcome, isolation, lets, may);
    };
    const own = places[place] as Place;
    if (own.ways.length === 0) return along(own);
    // Which address a packet is sent to is not known: all of them must let it through, any may.
    return own.ways
      .map(along)
      .reduce((one, other) => [
        portSets.intersection(one[0], other[0]),
        portSets.union(one[1], other[1]),
      ]);
  };
}

/** Equal for peers that the side treats alike, as subjects and as peers. */
export function classesOn({ subjectClass, peerClass, tiers }: SideTable, peer: PeerIndex): string {
  const own = `${subjectClass[peer]} ${peerClass[peer]}`;
  return tiers === null ? own : `${own} ${tiers.subjectClass[peer]} ${tiers.placeOf[peer]}`;
}

/** Whether some policy of the side holds a subject back from some peer. */
export function isHeldBack(side: SideTable, subject: PeerIndex): boolean {
  const { subjectClass, allowed } = side;
  if (allowed[subjectClass[subject] ?? -1]?.some((set) => set !== ALL)) return true;
  return isHeldByTiers(side, subject);
}

/** Whether some policy of an administrator does, or may. */
export function isHeldByTiers({ tiers }: SideTable, subject: PeerIndex): boolean {
  const row = tiers?.rows[tiers.subjectClass[subject] ?? -1];
  return (
    row?.some((id) => {
      const { deny, baseDeny } = tiers?.outcomes[id] ?? UNTOUCHED;
      return deny !== NONE || baseDeny !== NONE;
    }) ?? false
  );
}
