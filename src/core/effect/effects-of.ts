// What every rule opens, together with others and by itself. It works on the classes of both sides'
// tables, so that a thousand workloads cost no more than the kinds of them that policies can tell apart.
import { termsOf } from '../engine/admin-programs.ts';
import type { SideTable } from '../engine/analysis.ts';
import { createPortSets, NONE, type PortSetId, type PortSets } from '../engine/port-sets.ts';
import type { Row } from '../engine/rows.ts';
import { type CompiledSide, compileSide, tabulate } from '../engine/side.ts';
import { createTerms, type Term, type Terms } from '../engine/terms.ts';
import { gatherUnits, type Unit, type Units } from '../engine/units.ts';
import type { AdminPolicy } from '../model/admin-policy.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Direction, PodsPeer, Policy, Rule } from '../model/policy.ts';
import { spanAt } from '../model/span.ts';
import type { AdminPolicyEffects, Effects, RuleEffects, Selected } from './effects.ts';
import { type Loss, lossesOf } from './losses.ts';
import { createPairs, type Pairs } from './pairs.ts';
import { type CountOf, createCount } from './selected.ts';
import { newTally, type Tally } from './tally.ts';
import { tallyTiered } from './tiered-tally.ts';

export function effectsOf(cluster: Cluster): Effects {
  const units = gatherUnits(cluster);
  const terms = createTerms(cluster, units);
  const portSets = createPortSets();
  const compiled = {
    egress: compileSide(cluster, units, terms, portSets, 'egress'),
    ingress: compileSide(cluster, units, terms, portSets, 'ingress'),
  };
  const tables = {
    egress: tabulate(units, compiled.egress),
    ingress: tabulate(units, compiled.ingress),
  };
  const tallies = {
    egress: tallySide(units, portSets, compiled.egress, tables.egress, tables.ingress),
    ingress: tallySide(units, portSets, compiled.ingress, tables.ingress, tables.egress),
  };
  const count = createCount(units);
  return {
    policies: cluster.policies.map((policy, at) => ({
      namespace: policy.namespace,
      name: policy.name,
      subject: {
        span: spanAt(policy.origin, policy.subjectRange),
        ...countSubject(
          count,
          terms.subject(policy.namespace, policy.subject),
          terms.peer(policy.namespace, podsOf(policy)),
        ),
      },
      rules: (['egress', 'ingress'] as const).flatMap((direction) =>
        (policy[direction]?.rules ?? []).map((rule, ruleAt) =>
          ruleEffects(policy, direction, rule, tallies[direction][at]?.[ruleAt], terms, count),
        ),
      ),
    })),
    adminPolicies: cluster.adminPolicies.map((policy) => adminEffects(policy, terms, count)),
  };
}

/** What a subject's selectors would mean as a peer's: also the pods that no policy binds. */
export function podsOf({ subject, subjectRange }: Policy): PodsPeer {
  return { kind: 'pods', range: subjectRange, namespaces: null, pods: subject };
}

function countSubject(count: CountOf, bound: Term, meant: Term): Omit<Selected, 'span'> {
  const counted = count([bound]);
  const all = count([bound, meant]);
  const unbound = all.workloads + all.maybe - counted.workloads - counted.maybe;
  return unbound === 0 ? counted : { ...counted, unbound };
}

function adminEffects(policy: AdminPolicy, terms: Terms, count: CountOf): AdminPolicyEffects {
  const { kind, name, origin, subject } = policy;
  return {
    kind,
    name,
    subject: {
      span: spanAt(origin, subject.range),
      ...countSubject(count, terms.everySubject(subject), terms.everywhere(subject)),
    },
    rules: (['egress', 'ingress'] as const).flatMap((direction) =>
      policy[direction].map(({ index, peers }) => ({
        direction,
        index,
        peers: peers.flatMap((peer, at) =>
          peer.kind === 'unknown' || peer.kind === 'domain-names'
            ? []
            : [{ at, span: spanAt(origin, peer.range), ...count(termsOf(peer, terms)) }],
        ),
      })),
    ),
  };
}

function ruleEffects(
  policy: Policy,
  direction: Direction,
  rule: Rule,
  tally: Tally = newTally(),
  terms: Terms,
  count: CountOf,
): RuleEffects {
  return {
    direction,
    index: rule.index,
    span: spanAt(policy.origin, rule.range),
    ...tally,
    peers: (rule.peers ?? []).map(
      (peer): Selected => ({
        span: spanAt(policy.origin, peer.range),
        ...count([terms.peer(policy.namespace, peer)]),
      }),
    ),
  };
}

/** For each policy of the cluster, a tally for each of its rules. */
function tallySide(
  units: Units,
  portSets: PortSets,
  compiled: CompiledSide,
  table: SideTable,
  other: SideTable,
): readonly (readonly Tally[])[] {
  const tallies = compiled.programs.map((program) => program?.rules.map(newTally) ?? []);
  const policyOf = new Map(compiled.programs.map((program, at) => [program, at]));
  if (table.tiers !== null || other.tiers !== null) {
    const tallyOf = ({ program, rule }: Loss) => tallies[policyOf.get(program) ?? -1]?.[rule];
    tallyTiered({ peers: units.peers, portSets, compiled, table, other, tallyOf }, units);
    return tallies;
  }
  const pairs = createPairs(units.peers, table, other);
  compiled.subjects.samples.forEach((sample, subjectClass) => {
    const before = {
      allowed: table.allowed[subjectClass] as Int32Array,
      possible: table.possible[subjectClass] as Int32Array,
    };
    const subject = units.units[sample] as Unit;
    for (const loss of lossesOf(compiled, portSets, subjectClass, subject, before)) {
      const tally = tallies[policyOf.get(loss.program) ?? -1]?.[loss.rule];
      if (tally === undefined) continue;
      // Two of its own entries may let through together what neither does alone.
      const allowed = loss.own.allowed.slice();
      compiled.rows.settle(allowed);
      const own = { allowed, possible: loss.own.possible };
      tallyLoss(tally, { portSets, pairs, other, subjectClass, before, after: loss.after, own });
    }
  });
  return tallies;
}

interface Lost {
  readonly portSets: PortSets;
  readonly pairs: Pairs;
  readonly other: SideTable;
  readonly subjectClass: number;
  readonly before: Row;
  readonly own: Row;
  readonly after: Row;
}

function tallyLoss(tally: Tally, lost: Lost): void {
  const { portSets, pairs, other, subjectClass, before, own, after } = lost;
  const { intersection, difference } = portSets;
  const at = (row: Int32Array, peerClass: number) => row[peerClass] as PortSetId;
  for (let peerClass = 0; peerClass < own.possible.length; peerClass++) {
    // What it surely and maybe lets through holds all that it could be missed for.
    const may = at(own.possible, peerClass);
    if (may === NONE) continue;
    const sure = at(own.allowed, peerClass);
    const allowed = at(before.allowed, peerClass);
    const possible = at(before.possible, peerClass);
    const missed = difference(allowed, at(after.allowed, peerClass));
    const left = at(after.possible, peerClass);
    pairs.each(subjectClass, peerClass, (otherSubject, otherPeer, flows) => {
      const otherAllowed = other.allowed[otherSubject]?.[otherPeer] as PortSetId;
      const otherPossible = other.possible[otherSubject]?.[otherPeer] as PortSetId;
      const open = intersection(allowed, otherAllowed);
      const isAlone = intersection(missed, otherAllowed) !== NONE;
      const opens = isAlone || intersection(sure, open) !== NONE;
      if (isAlone) tally.alone += flows;
      if (opens) tally.opens += flows;
      // Nothing is in doubt on either side: the common case.
      if (possible === allowed && otherPossible === otherAllowed) return;
      const inDoubt = difference(intersection(possible, otherPossible), open);
      if (!opens && intersection(may, inDoubt) !== NONE) tally.mayOpen += flows;
      const stays = intersection(left, otherPossible);
      if (!isAlone && difference(inDoubt, stays) !== NONE) tally.mayAlone += flows;
    });
  }
}
