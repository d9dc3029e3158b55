// An explanation as plain data: the walk through both sides, every step at its file, line and column.
import type { Assumed } from '../assumptions/resting.ts';
import type {
  AdminMatch,
  AdminReference,
  AdminSelecting,
  Match,
  Selecting,
  SideDecision,
  TierDecision,
} from '../explain/decision.ts';
import type { ExplainedSegment } from '../explain/near-miss/explain-fully.ts';
import type { NearMiss } from '../explain/near-miss/near-miss.ts';
import { rangeText } from '../model/port.ts';
import type { Span } from '../model/span.ts';
import { factSentence, type Verdict } from '../model/verdict.ts';
import type { ListedPorts } from './listing.ts';
import type { Place, PlaceOf } from './places.ts';

export interface ListedSegment {
  readonly ports: ListedPorts;
  readonly verdict: Verdict;
  /** What it takes for granted, behind "assuming that"; only where there is something. */
  readonly assuming?: readonly string[];
  readonly egress: ListedSide;
  readonly ingress: ListedSide;
  /** Only where there are any. */
  readonly nearMisses?: readonly ListedNearMiss[];
}

export interface ListedSide {
  readonly verdict: Verdict;
  readonly reason: SideDecision['reason'];
  /** What the administrators' policies before the NetworkPolicies say; only where one selects this end. */
  readonly admin?: ListedTier;
  readonly selectedBy: readonly ListedSelecting[];
  readonly matches: readonly ListedMatch[];
  /** What those behind the NetworkPolicies say; only where one selects this end and is asked. */
  readonly baseline?: ListedTier;
  /** The missing facts in sentences; only where the verdict is depends. */
  readonly because?: readonly string[];
}

export interface ListedSelecting extends Place {
  /** `namespace/name` */
  readonly policy: string;
  readonly certain: boolean;
}

export interface ListedMatch extends Place {
  readonly policy: string;
  /** Position in the manifest's list, from 0. */
  readonly rule: number;
  readonly certain: boolean;
  /** null: the rule is open to any. */
  readonly peer: Place | null;
  readonly port: Place | null;
}

export interface ListedTier {
  /** `allow`, `deny`, `pass`, `none` where no rule matches, or `depends`. */
  readonly ending: TierDecision['ending'];
  readonly selectedBy: readonly ListedAdminSelecting[];
  readonly matches: readonly ListedAdminMatch[];
}

export interface ListedAdminPolicy {
  readonly kind: AdminReference['kind'];
  readonly policy: string;
  /** Left out for a BaselineAdminNetworkPolicy, which has none. */
  readonly priority?: number;
}

export interface ListedAdminSelecting extends ListedAdminPolicy, Place {
  readonly certain: boolean;
}

export interface ListedAdminMatch extends ListedAdminPolicy, Place {
  /** Position in the manifest's list, from 0. */
  readonly rule: number;
  /** Only where it has one. */
  readonly name?: string;
  readonly action: AdminMatch['action'];
  readonly certain: boolean;
  readonly peer: Place;
  /** null: the rule is open to any. */
  readonly port: Place | null;
}

export interface ListedNearMiss extends Place {
  readonly kind: string;
  readonly side: 'egress' | 'ingress';
  readonly policy: string;
  readonly message: string;
  /** Where one edit is surely what was meant: what to write instead. */
  readonly write?: string;
}

export function listSegment(
  segment: ExplainedSegment & { readonly assuming?: Assumed },
  placeOf: PlaceOf,
): ListedSegment {
  const { protocols, ranges, decision, nearMisses, assuming } = segment;
  const texts = ranges.map(rangeText);
  const listed = {
    ports: Object.fromEntries(protocols.map((protocol) => [protocol, texts])),
    verdict: decision.verdict,
    ...(assuming === undefined || assuming.verdict.length === 0
      ? {}
      : { assuming: assuming.verdict }),
    egress: listSide(decision.egress, placeOf),
    ingress: listSide(decision.ingress, placeOf),
  };
  if (nearMisses.length === 0) return listed;
  return { ...listed, nearMisses: nearMisses.map((miss) => listNearMiss(miss, placeOf)) };
}

function listSide(side: SideDecision, placeOf: PlaceOf): ListedSide {
  const { admin, baseline } = side;
  const listed = {
    verdict: side.verdict,
    reason: side.reason,
    ...(admin === null ? {} : { admin: listTier(admin, placeOf) }),
    selectedBy: side.selectedBy.map((one) => listSelecting(one, placeOf)),
    matches: side.matches.map((one) => listMatch(one, placeOf)),
    ...(baseline === null ? {} : { baseline: listTier(baseline, placeOf) }),
  };
  return side.facts.length === 0 ? listed : { ...listed, because: side.facts.map(factSentence) };
}

function listTier({ ending, selectedBy, matches }: TierDecision, placeOf: PlaceOf): ListedTier {
  return {
    ending,
    selectedBy: selectedBy.map((one) => listAdminSelecting(one, placeOf)),
    matches: matches.map((one) => listAdminMatch(one, placeOf)),
  };
}

function listAdminSelecting(
  { policy, certain, span }: AdminSelecting,
  placeOf: PlaceOf,
): ListedAdminSelecting {
  return { ...listReference(policy), certain, ...placeOf(span) };
}

function listAdminMatch(match: AdminMatch, placeOf: PlaceOf): ListedAdminMatch {
  const { policy, rule, name, action, certain, span, peer, port } = match;
  return {
    ...listReference(policy),
    rule,
    ...(name === null ? {} : { name }),
    action,
    certain,
    ...placeOf(span),
    peer: placeOf(peer),
    port: port === null ? null : placeOf(port),
  };
}

function listReference({ kind, name, priority }: AdminReference): ListedAdminPolicy {
  return { kind, policy: name, ...(priority === null ? {} : { priority }) };
}

function listSelecting({ policy, certain, span }: Selecting, placeOf: PlaceOf): ListedSelecting {
  return { policy: nameOf(policy), certain, ...placeOf(span) };
}

function listMatch(match: Match, placeOf: PlaceOf): ListedMatch {
  const { policy, rule, certain, span, peer, port } = match;
  const place = (one: Span | null) => (one === null ? null : placeOf(one));
  return {
    policy: nameOf(policy),
    rule,
    certain,
    ...placeOf(span),
    peer: place(peer),
    port: place(port),
  };
}

function listNearMiss(
  { kind, side, policy, message, fix, span }: NearMiss,
  placeOf: PlaceOf,
): ListedNearMiss {
  const listed = { kind, side, policy: nameOf(policy), message, ...placeOf(span) };
  const [edit] = fix?.edits ?? [];
  return edit === undefined ? listed : { ...listed, write: edit.text };
}

function nameOf({ namespace, name }: Match['policy']): string {
  return `${namespace}/${name}`;
}
