// Decides one packet straight from the reference, and records each step.
import type { Cluster } from '../model/cluster.ts';
import type { Peer } from '../model/peer.ts';
import type { Direction, Policy, Rule, RulePeer, RulePort } from '../model/policy.ts';
import type { Protocol } from '../model/port.ts';
import { spanAt } from '../model/span.ts';
import type { Fact, Verdict } from '../model/verdict.ts';
import type { Decision, Match, PolicyReference, Selecting, SideDecision } from './decision.ts';
import { any, both, distinctFacts, type Judgement, YES } from './judgement.ts';
import { judgePort, type Packet } from './ports.ts';
import { type Isolation, type MeantRule, type Side, sideOf } from './side.ts';

/** @param port of the destination, 1 to 65535 */
export function decide(
  cluster: Cluster,
  source: Peer,
  destination: Peer,
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

function decideSide(side: Side, packet: Packet): SideDecision {
  const { direction, reason, isolations } = side;
  if (reason !== 'isolated') {
    return { verdict: 'allow', reason, selectedBy: [], matches: [], facts: [] };
  }
  const tried = isolations.map((isolation) => tryRules(direction, isolation, packet));
  const verdict =
    weigh(tried) === 'depends' && isLetThroughAnyway(side, packet) ? 'allow' : weigh(tried);
  return {
    verdict,
    reason,
    selectedBy: isolations.map(selectingOf),
    matches: tried.flatMap(({ matches }) => matches),
    facts: verdict === 'depends' ? openFacts(tried) : [],
  };
}

/** Whichever of its addresses the other end is reached by (SEMANTICS 1.12). */
function isLetThroughAnyway({ byAddress }: Side, packet: Packet): boolean {
  return (
    byAddress.length > 0 && byAddress.every((side) => decideSide(side, packet).verdict === 'allow')
  );
}

/** What one policy says of the packet. */
interface Tried {
  /** Whether it selects the subject. */
  readonly selected: Judgement;
  /** Whether any of its rules lets the packet through. */
  readonly matched: Judgement;
  readonly matches: readonly Match[];
}

/** Looks at every way the doubtful selections can turn out: policies only ever add (SEMANTICS 1.8). */
function weigh(tried: readonly Tried[]): Verdict {
  const certain = tried.filter(({ selected }) => selected.match === 'yes');
  const surely =
    certain.length > 0
      ? certain.some(({ matched }) => matched.match === 'yes')
      : // Any one of the doubtful may turn out to be the only one that selects.
        tried.every(({ matched }) => matched.match === 'yes');
  if (surely) return 'allow';
  const possibly = certain.length === 0 || tried.some(({ matched }) => matched.match !== 'no');
  return possibly ? 'depends' : 'deny';
}

/** The doubts that leave a side open. */
function openFacts(tried: readonly Tried[]): readonly Fact[] {
  const isolated = tried.some(({ selected }) => selected.match === 'yes');
  return distinctFacts(
    tried
      // Where the subject is isolated anyway, a policy that lets nothing through changes nothing.
      .filter(({ matched }) => !isolated || matched.match !== 'no')
      .flatMap(({ selected, matched }) => [...selected.facts, ...matched.facts]),
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
