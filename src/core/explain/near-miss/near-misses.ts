// Finds what nearly let a denied packet through. Nothing is said that was not tried: each change is
// made on a copy and decided anew.
import type { Cluster } from '../../model/cluster.ts';
import type { End } from '../../model/peer.ts';
import type { Direction, Policy } from '../../model/policy.ts';
import type { Protocol } from '../../model/port.ts';
import { spanAt } from '../../model/span.ts';
import { decide } from '../decide.ts';
import type { Decision } from '../decision.ts';
import { sideOf } from '../side.ts';
import { type Blocked, type Candidate, homesOf } from './blocked.ts';
import { candidates } from './candidates.ts';
import type { NearMiss } from './near-miss.ts';
import { oneSide } from './one-side.ts';

/** More would be a list of everything that is wrong. */
const MOST = 5;
/** Of a hostile number of policies only the likeliest changes are tried. */
const MOST_TRIED = 200;
/** Found before the closest are chosen: whether a selector is in use is asked of these alone. */
const MOST_FOUND = 2 * MOST;
/** From here on it is a guess, and two guesses are enough. */
const FAR = 6;
const MOST_FAR = 2;
/** How much farther off a selector is that means somebody as it is. */
const USED = 3;

/** A near miss with the change that would let the packet through on its side. */
export interface Found {
  readonly miss: NearMiss;
  readonly distance: number;
  /** The cluster with that one thing changed. */
  readonly repaired: Cluster;
  /** The port to ask for; another than before where the question was off. */
  readonly port: number;
}

/**
 * What nearly let a packet through, the closest first, at most five; nothing where it is not denied.
 * @param port of the destination, 1 to 65535
 */
export function nearMisses(
  cluster: Cluster,
  source: End,
  destination: End,
  protocol: Protocol,
  port: number,
): readonly NearMiss[] {
  const decision = decide(cluster, source, destination, protocol, port);
  const found = findNearMisses(
    { cluster, homes: homesOf(cluster) },
    source,
    destination,
    protocol,
    port,
    decision,
  );
  return withOneSide(
    found.map(({ miss }) => miss),
    oneSide(source, destination, decision),
  );
}

/** That one side alone stops it is always said, and last: it is no change to make. */
export function withOneSide(
  misses: readonly NearMiss[],
  one: NearMiss | null,
): readonly NearMiss[] {
  return one === null ? misses.slice(0, MOST) : [...misses.slice(0, MOST - 1), one];
}

type Place = Pick<Blocked, 'cluster' | 'homes'>;

/** The changes by themselves, the closest first, at most five. */
export function findNearMisses(
  place: Place,
  source: End,
  destination: End,
  protocol: Protocol,
  port: number,
  decision: Decision,
): readonly Found[] {
  const packet = { destination, protocol, port };
  const found = (['egress', 'ingress'] as const).flatMap((direction) => {
    const { verdict, reason } = decision[direction];
    // Where the admin tier stops it, no change of a NetworkPolicy would help.
    if (verdict !== 'deny' || reason === 'admin') return [];
    const [subject, other] = direction === 'egress' ? [source, destination] : [destination, source];
    if (subject.type !== 'workload') return [];
    const blocked = blockedAt(place, direction, { source, packet, subject, other });
    return findAt(blocked);
  });
  found.sort((one, another) => one.distance - another.distance);
  const far = found.filter(({ distance }) => distance >= FAR).slice(MOST_FAR);
  return found.filter((one) => !far.includes(one)).slice(0, MOST);
}

function blockedAt(
  { cluster, homes }: Place,
  direction: Direction,
  ends: Pick<Blocked, 'source' | 'packet' | 'subject' | 'other'>,
): Blocked {
  const { isolations } = sideOf(cluster, direction, ends.subject, ends.other);
  const isolating = isolations.map(({ policy }) => policy);
  const { namespace } = ends.subject.workload;
  const neighbours = cluster.policies.filter(
    (policy) => policy.namespace === namespace && !isolating.includes(policy),
  );
  return { cluster, homes, direction, ...ends, isolating, neighbours };
}

function findAt(blocked: Blocked): readonly Found[] {
  const found: Found[] = [];
  const said = new Set<string>();
  let tried = 0;
  for (const candidate of byDistance([...candidates(blocked)])) {
    if (found.length === MOST_FOUND || tried === MOST_TRIED) break;
    const { kind, policy, range } = candidate;
    const key = `${kind} ${policy.namespace}/${policy.name} ${range.start}`;
    if (said.has(key)) continue;
    tried += 1;
    if (!letsThrough(blocked, candidate)) continue;
    said.add(key);
    found.push(foundOf(blocked, candidate));
  }
  return found;
}

function byDistance(all: Candidate[]): readonly Candidate[] {
  return all.sort(
    (one, another) => one.distance - another.distance || one.range.start - another.range.start,
  );
}

/** Whether the side surely lets the packet through with that one thing changed. */
function letsThrough(blocked: Blocked, { policy, repaired, port }: Candidate): boolean {
  const { cluster, direction, source, packet, isolating } = blocked;
  const { destination, protocol } = packet;
  // No other policy has a say in it.
  const policies = [...isolating.filter((one) => one !== policy), repaired];
  const changed = { ...cluster, policies };
  const decision = decide(changed, source, destination, protocol, port ?? packet.port);
  return decision[direction].verdict === 'allow';
}

function foundOf(blocked: Blocked, candidate: Candidate): Found {
  const { kind, distance, policy, range, message, fix, repaired, isUsed } = candidate;
  const isInUse = isUsed?.() === true;
  const { cluster, direction, packet } = blocked;
  return {
    miss: {
      kind,
      side: direction,
      policy: referenceTo(policy),
      span: spanAt(policy.origin, range),
      message,
      fix: isInUse ? null : fix,
    },
    distance: isInUse ? distance + USED : distance,
    repaired: {
      ...cluster,
      policies: cluster.policies.map((one) => (one === policy ? repaired : one)),
    },
    port: candidate.port ?? packet.port,
  };
}

function referenceTo({ namespace, name, origin, nameRange }: Policy): NearMiss['policy'] {
  return { namespace, name, span: spanAt(origin, nameRange) };
}
