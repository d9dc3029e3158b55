// Decides one packet straight from the reference, and records each step.
import type { Cluster } from '../model/cluster.ts';
import type { End } from '../model/peer.ts';
import type { Direction, Policy, Rule, RulePeer, RulePort } from '../model/policy.ts';
import type { Protocol } from '../model/port.ts';
import { spanAt } from '../model/span.ts';
import type { Fact, Verdict } from '../model/verdict.ts';
import type { Decision, Match, PolicyReference, Selecting, SideDecision } from './decision.ts';
import { any, both, distinctFacts, type Judgement, YES } from './judgement.ts';
import { judgePort, type Packet } from './ports.ts';
import { type Isolation, type MeantRule, type Side, sideOf } from './side.ts';
import {
  type Assumption,
  doubtsOf,
  type Ending,
  endingsOf,
  type Stage,
  stagesOf,
  tierDecision,
} from './tier-walk.ts';

/** @param port of the destination, 1 to 65535 */
export function decide(
  cluster: Cluster,
  source: End,
  destination: End,
  protocol: Protocol,
  port: number,
): Decision {
  const egress = sideOf(cluster, 'egress', source, destination);
  const ingress = sideOf(cluster, 'ingress', destination, source);
  return decidePacket(egress, ingress, { destination, protocol, port });
}

/** The same with both sides at hand, for asking about many ports of one flow. */
export function decidePacket(egressSide: Side, ingressSide: Side, packet: Packet): Decision {
  const egress = decideSide(egressSide, packet);
  const ingress = decideSide(ingressSide, packet);
  return { verdict: conclude(egress.verdict, ingress.verdict), egress, ingress };
}

/** Both ends must let it through (SEMANTICS 0.2); one that surely does not settles it. */
function conclude(egress: Verdict, ingress: Verdict): Verdict {
  if (egress === 'deny' || ingress === 'deny') return 'deny';
  return egress === 'allow' && ingress === 'allow' ? 'allow' : 'depends';
}

/** A pod's own node always gets in, and may always be reached: some node's packet is never surely stopped (SEMANTICS 1.21). */
function decideSide(side: Side, packet: Packet): SideDecision {
  const decided = decideByPolicies(side, packet);
  if (!side.mayBeOwnNode || decided.verdict === 'allow') return decided;
  const fact: Fact = { kind: 'own-node', direction: side.direction, others: decided.verdict };
  return { ...decided, verdict: 'depends', facts: [...decided.facts, fact] };
}

function decideByPolicies(side: Side, packet: Packet): SideDecision {
  const { direction, exempt, isolations } = side;
  if (exempt !== null) return { ...NOTHING_SAID, verdict: 'allow', reason: exempt };
  const admin = stagesOf(direction, side.admin, packet);
  const tried = isolations.map((isolation) => tryRules(direction, isolation, packet));
  const baseline = stagesOf(direction, side.baseline, packet);
  const tiers: Tiers = { admin, middle: middleOf(tried), baseline };
  const verdict = sameForEachAddress(side, packet, verdictOf(waysThrough(tiers)));
  const ended = endingsOf(admin);
  const first = { admin: tierDecision(admin, ended), verdict, facts: [] };
  const facts = verdict === 'depends' ? openFacts(tiers, tried) : [];
  if (!goesOn(ended)) return { ...NOTHING_SAID, ...first, reason: 'admin', facts };
  const isLeft = tiers.middle.has('none');
  const last = isLeft ? tierDecision(baseline, endingsOf(baseline)) : null;
  const isBased = last !== null && last.matches.length > 0;
  return {
    ...first,
    reason: isolations.length > 0 ? 'isolated' : isBased ? 'baseline' : 'not-selected',
    selectedBy: isolations.map(selectingOf),
    matches: tried.flatMap(({ matches }) => matches),
    baseline: last,
    facts,
  };
}

const NOTHING_SAID = {
  admin: null,
  selectedBy: [],
  matches: [],
  baseline: null,
  facts: [],
} as const;

/** A packet takes one of the other end's addresses: what holds for each of them holds (SEMANTICS 1.12). */
function sameForEachAddress({ byAddress }: Side, packet: Packet, verdict: Verdict): Verdict {
  if (verdict !== 'depends') return verdict;
  const [first, ...others] = byAddress.map((side) => decideByPolicies(side, packet).verdict);
  return first !== undefined && others.every((other) => other === first) ? first : verdict;
}

/** What one policy says of the packet. */
interface Tried {
  /** Whether it selects the subject. */
  readonly selected: Judgement;
  /** Whether any of its rules lets the packet through. */
  readonly matched: Judgement;
  readonly matches: readonly Match[];
}

/** Everything that has a say on one side, in its order (SEMANTICS 0.3). */
interface Tiers {
  readonly admin: readonly Stage[];
  readonly middle: Middle;
  readonly baseline: readonly Stage[];
}

/** Every way the NetworkPolicies may end; `none`: they do not isolate the subject. */
type Middle = ReadonlySet<'allow' | 'deny' | 'none'>;

/** Looks at every way the doubtful selections can turn out: policies only ever add (SEMANTICS 1.8). */
function middleOf(tried: readonly Tried[]): Middle {
  const certain = tried.filter(({ selected }) => selected.match === 'yes');
  const surely =
    certain.length > 0
      ? certain.some(({ matched }) => matched.match === 'yes')
      : // Any one of the doubtful may turn out to be the only one that selects.
        tried.every(({ matched }) => matched.match === 'yes');
  const possibly = tried.some(({ matched }) => matched.match !== 'no');
  return new Set([
    ...(possibly ? (['allow'] as const) : []),
    ...(surely ? [] : (['deny'] as const)),
    ...(certain.length > 0 ? [] : (['none'] as const)),
  ]);
}

function goesOn(endings: ReadonlySet<Ending>): boolean {
  return endings.has('pass') || endings.has('none');
}

/** Every verdict that the tiers may come to. */
function waysThrough(
  { admin, middle, baseline }: Tiers,
  assumed?: Assumption,
): ReadonlySet<'allow' | 'deny'> {
  const ways = new Set<'allow' | 'deny'>();
  const ended = endingsOf(admin, assumed);
  for (const ending of ended) if (ending === 'allow' || ending === 'deny') ways.add(ending);
  if (!goesOn(ended)) return ways;
  for (const ending of middle) if (ending !== 'none') ways.add(ending);
  if (!middle.has('none')) return ways;
  // Behind the last tier everything is open.
  for (const ending of endingsOf(baseline, assumed)) ways.add(ending === 'deny' ? 'deny' : 'allow');
  return ways;
}

function verdictOf(ways: ReadonlySet<'allow' | 'deny'>): Verdict {
  const [only, ...others] = ways;
  return only === undefined || others.length > 0 ? 'depends' : only;
}

/** Each doubt is a walk of its own; of more than these, all are told. */
const MOST_WEIGHED = 200;

/** The doubts that leave a side open: those that, settled, would leave fewer ways. */
function openFacts(tiers: Tiers, tried: readonly Tried[]): readonly Fact[] {
  const { admin, middle, baseline } = tiers;
  const open = waysThrough(tiers).size;
  const inTiers = [...doubtsOf(admin), ...doubtsOf(baseline)];
  const matters =
    inTiers.length > MOST_WEIGHED
      ? inTiers
      : inTiers.filter(({ assumptions }) =>
          assumptions.some((assumed) => waysThrough(tiers, assumed).size < open),
        );
  const middleMatters =
    middle.size > 1 &&
    [...middle].some((ending) => waysThrough({ ...tiers, middle: new Set([ending]) }).size < open);
  const found = [
    ...matters.flatMap(({ facts }) => facts),
    ...(middleMatters ? middleFacts(tried) : []),
  ];
  // Where no single one would do, it takes several.
  if (found.length > 0) return distinctFacts(found);
  return distinctFacts([...inTiers.flatMap(({ facts }) => facts), ...middleFacts(tried)]);
}

function middleFacts(tried: readonly Tried[]): readonly Fact[] {
  const isolated = tried.some(({ selected }) => selected.match === 'yes');
  return (
    tried
      // Where the subject is isolated anyway, a policy that lets nothing through changes nothing.
      .filter(({ matched }) => !isolated || matched.match !== 'no')
      .flatMap(({ selected, matched }) => [...selected.facts, ...matched.facts])
  );
}

function tryRules(
  direction: Direction,
  { policy, selected, rules }: Isolation,
  packet: Packet,
): Tried {
  const results = rules.map((meant) => {
    const pairs = pairsOf(direction, meant, packet);
    const best =
      pairs.find(({ judgement }) => judgement.match === 'yes') ??
      pairs.find(({ judgement }) => judgement.match === 'maybe');
    return {
      judgement: any(pairs.map(({ judgement }) => judgement)),
      matches: best === undefined ? [] : [matchOf(policy, meant.rule, best)],
    };
  });
  return {
    selected,
    matched: any(results.map(({ judgement }) => judgement)),
    matches: results.flatMap(({ matches }) => matches),
  };
}

/** A peer entry beside a port entry of its rule; null stands for "any". */
interface Pair {
  readonly peer: RulePeer | null;
  readonly port: RulePort | null;
  readonly judgement: Judgement;
}

/** A rule matches when (any peer) and (any port) match (SEMANTICS 1.8): when one of its pairs does. */
function pairsOf(
  direction: Direction,
  { rule, peers }: MeantRule,
  packet: Packet,
): readonly Pair[] {
  return peers.flatMap(({ entry: peer, judgement }) =>
    (rule.ports ?? [null]).map((port) => ({
      peer,
      port,
      judgement: both(judgement, port === null ? YES : judgePort(direction, port, peer, packet)),
    })),
  );
}

function matchOf(policy: Policy, rule: Rule, { peer, port, judgement }: Pair): Match {
  return {
    policy: referenceTo(policy),
    rule: rule.index,
    certain: judgement.match === 'yes',
    span: spanAt(policy.origin, rule.range),
    peer: peer === null ? null : spanAt(policy.origin, peer.range),
    port: port === null ? null : spanAt(policy.origin, port.range),
  };
}

function selectingOf({ policy, selected }: Isolation): Selecting {
  return {
    policy: referenceTo(policy),
    certain: selected.match === 'yes',
    span: spanAt(policy.origin, policy.subjectRange),
  };
}

function referenceTo({ namespace, name, origin, nameRange }: Policy): PolicyReference {
  return { namespace, name, span: spanAt(origin, nameRange) };
}
