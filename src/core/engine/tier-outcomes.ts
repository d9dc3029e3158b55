// What the tiers around the NetworkPolicies make of the ports of a flow on one side, and how the three
// come to one answer (SEMANTICS 0.3).
import { ALL, NONE, type PortSetId, type PortSets } from './port-sets.ts';

/**
 * Each set holds the ports that may end so; where nothing is in doubt, they do not overlap. Every
 * port is in one of the first three, and in one of the last two.
 */
export interface TierOutcome {
  /** The admin tier lets them through. */
  readonly allow: PortSetId;
  /** The admin tier stops them. */
  readonly deny: PortSetId;
  /** The admin tier passes them, or has no rule for them: the NetworkPolicies are asked. */
  readonly onward: PortSetId;
  /** Where no NetworkPolicy isolates the subject, they go through: no rule of the baseline tier stops them. */
  readonly baseAllow: PortSetId;
  /** Likewise, and the baseline tier stops them. */
  readonly baseDeny: PortSetId;
}

/** The tiers say nothing. */
export const UNTOUCHED: TierOutcome = {
  allow: NONE,
  deny: NONE,
  onward: ALL,
  baseAllow: ALL,
  baseDeny: NONE,
};

/** Whether NetworkPolicies isolate a class of subjects. */
export type Isolation = typeof OPEN | typeof ISOLATED | typeof PERHAPS;
export const OPEN = 0;
export const ISOLATED = 1;
export const PERHAPS = 2;

/** What the NetworkPolicies let through where they isolate the subject. */
export interface Middle {
  readonly isolation: Isolation;
  /** Surely, whichever of them isolate it. */
  readonly allowed: PortSetId;
  /** Perhaps. */
  readonly possible: PortSetId;
}

export type Answer = readonly [allowed: PortSetId, possible: PortSetId];

/** Every doubt may turn out either way, whatever becomes of the others. */
export function compose(portSets: PortSets, outcome: TierOutcome, middle: Middle): Answer {
  const { union, intersection, difference } = portSets;
  const { isolation, allowed, possible } = middle;
  const past = (decided: PortSetId, base: PortSetId) => {
    if (isolation === OPEN) return base;
    return isolation === ISOLATED ? decided : union(decided, base);
  };
  const lets = past(possible, outcome.baseAllow);
  const stops = past(difference(ALL, allowed), outcome.baseDeny);
  const mayAllow = union(outcome.allow, intersection(outcome.onward, lets));
  const mayDeny = union(outcome.deny, intersection(outcome.onward, stops));
  return [difference(ALL, mayDeny), mayAllow];
}

export interface Outcomes {
  /** By id; 0 is `UNTOUCHED`. */
  readonly all: readonly TierOutcome[];
  intern(outcome: TierOutcome): number;
}

export function createOutcomes(): Outcomes {
  const all: TierOutcome[] = [];
  const ids = new Map<string, number>();
  // Neighbours are mostly alike, so the last one is asked first.
  let last: TierOutcome = UNTOUCHED;
  let lastId = 0;
  const intern = (outcome: TierOutcome): number => {
    const { allow, deny, onward, baseAllow, baseDeny } = outcome;
    const isLast =
      last.allow === allow &&
      last.deny === deny &&
      last.onward === onward &&
      last.baseAllow === baseAllow &&
      last.baseDeny === baseDeny;
    if (isLast && all.length > 0) return lastId;
    const key = `${allow} ${deny} ${onward} ${baseAllow} ${baseDeny}`;
    let id = ids.get(key);
    if (id === undefined) {
      id = all.push(outcome) - 1;
      ids.set(key, id);
    }
    last = outcome;
    lastId = id;
    return id;
  };
  intern(UNTOUCHED);
  return { all, intern };
}
