// One packet through one tier of the administrators' policies: the first rule that matches ends it.
import type { AdminAction, AdminPolicy } from '../model/admin-policy.ts';
import type { Tri } from '../model/labels.ts';
import type { Direction } from '../model/policy.ts';
import { spanAt } from '../model/span.ts';
import type { Fact } from '../model/verdict.ts';
import { judgeAdminPort } from './admin-ports.ts';
import type {
  AdminMatch,
  AdminReference,
  AdminSelecting,
  TierDecision,
  TierEnding,
} from './decision.ts';
import { any, both, type Judgement, YES } from './judgement.ts';
import type { Packet } from './ports.ts';
import type { AdminIsolation, MeantAdminRule } from './tier-side.ts';

/** `none`: no rule matches, and the packet goes on like a passed one. */
export type Ending = AdminAction | 'none';

/** One policy's rules held against the packet. */
export interface Stage {
  readonly isolation: AdminIsolation;
  /** Those that match, or may, in their order. */
  readonly rules: readonly {
    readonly action: AdminAction;
    readonly judgement: Judgement;
    readonly match: AdminMatch;
  }[];
}

/** What to take for true where manifests leave something open. */
export interface Assumption {
  /** A rule's match, and how it turns out. */
  readonly judgement?: Judgement;
  readonly match?: Tri;
  /** The policy that is asked before the others of its standing. */
  readonly first?: AdminPolicy;
}

export function stagesOf(
  direction: Direction,
  isolations: readonly AdminIsolation[],
  packet: Packet,
): readonly Stage[] {
  return isolations.map((isolation) => ({
    isolation,
    rules: isolation.rules.flatMap((meant) => {
      const pairs = pairsOf(direction, meant, packet);
      const judgement = both(isolation.selected, any(pairs.map(({ judgement: one }) => one)));
      const best =
        pairs.find(({ judgement: one }) => one.match === 'yes') ??
        pairs.find(({ judgement: one }) => one.match === 'maybe');
      if (judgement.match === 'no' || best === undefined) return [];
      const match = matchOf(isolation.policy, meant, best, judgement);
      return [{ action: meant.action, judgement, match }];
    }),
  }));
}

/** Every way the tier may end. */
export function endingsOf(stages: readonly Stage[], assumed: Assumption = {}): ReadonlySet<Ending> {
  const ranked = stages.filter(({ isolation }) => isolation.policy.priority !== null);
  const unranked = stages.filter(({ isolation }) => isolation.policy.priority === null);
  const inOrder = roundsOf(ranked).reduce<ReadonlySet<Ending>>(
    (so, round) => then(so, endingsOfRound(round, assumed)),
    NOTHING_YET,
  );
  if (unranked.length === 0) return inOrder;
  // Nothing says where it stands among those that have a priority.
  const apart = endingsOfRound(unranked, assumed);
  const { first } = assumed;
  if (first === undefined) return eitherFirst([inOrder, apart]);
  return first.priority === null ? then(apart, inOrder) : then(inOrder, apart);
}

const NOTHING_YET: ReadonlySet<Ending> = new Set(['none']);

function then(first: ReadonlySet<Ending>, next: ReadonlySet<Ending>): ReadonlySet<Ending> {
  if (!first.has('none')) return first;
  return new Set([...[...first].filter((ending) => ending !== 'none'), ...next]);
}

/** Whichever of several is asked first: it goes on past all of them only where none of them ends it. */
function eitherFirst(all: readonly ReadonlySet<Ending>[]): ReadonlySet<Ending> {
  const ends = all.flatMap((endings) => [...endings].filter((ending) => ending !== 'none'));
  return new Set([...ends, ...(all.every((endings) => endings.has('none')) ? NOTHING_YET : [])]);
}

function endingsOfRound(round: readonly Stage[], assumed: Assumption): ReadonlySet<Ending> {
  const first = round.find(({ isolation }) => isolation.policy === assumed.first);
  if (first === undefined) {
    return eitherFirst(round.map((stage) => endingsOfPolicy(stage, assumed)));
  }
  const others = round.filter((stage) => stage !== first);
  const rest = others.length === 0 ? NOTHING_YET : endingsOfRound(others, assumed);
  return then(endingsOfPolicy(first, assumed), rest);
}

function endingsOfPolicy({ rules }: Stage, assumed: Assumption): ReadonlySet<Ending> {
  const endings = new Set<Ending>();
  for (const { action, judgement } of rules) {
    const match = judgement === assumed.judgement ? assumed.match : judgement.match;
    if (match === 'no') continue;
    endings.add(action);
    if (match === 'yes') return endings;
  }
  return endings.add('none');
}

/** Policies of one priority, which may be asked in any order (SEMANTICS 3.2). */
function roundsOf(stages: readonly Stage[]): readonly (readonly Stage[])[] {
  const byPriority = new Map<number | null, Stage[]>();
  for (const stage of stages) {
    const { priority } = stage.isolation.policy;
    const round = byPriority.get(priority);
    if (round === undefined) byPriority.set(priority, [stage]);
    else round.push(stage);
  }
  return [...byPriority.values()];
}

/** Everything in the tier that manifests leave open: what could be assumed of it, and the facts that would tell. */
export function doubtsOf(
  stages: readonly Stage[],
): readonly { readonly assumptions: readonly Assumption[]; readonly facts: readonly Fact[] }[] {
  const matches = stages
    .flatMap(({ rules }) => rules)
    .filter(({ judgement }) => judgement.match === 'maybe')
    .map(({ judgement }) => ({
      assumptions: [
        { judgement, match: 'yes' as const },
        { judgement, match: 'no' as const },
      ],
      facts: judgement.facts,
    }));
  const unranked = stages.filter(({ isolation }) => isolation.policy.priority === null);
  // One without a priority is of no known standing towards all the others.
  const rounds = unranked.length > 0 ? [stages] : roundsOf(stages);
  const orders = rounds
    .map((round) => round.filter(({ rules }) => rules.length > 0))
    .filter((round) => round.length > 1)
    .map((round) => ({
      assumptions: round.map(({ isolation }) => ({ first: isolation.policy })),
      facts: [
        {
          kind: 'policy-order' as const,
          policies: round.map(({ isolation: { policy } }) => `${policy.kind} ${policy.name}`),
        },
      ],
    }));
  return [...matches, ...orders];
}

/** What was asked, up to the round in which it surely ends; null where no policy of the tier selects the end. */
export function tierDecision(
  stages: readonly Stage[],
  endings: ReadonlySet<Ending>,
): TierDecision | null {
  if (stages.length === 0) return null;
  const asked: Stage[] = [];
  const isRanked = stages.every(({ isolation }) => isolation.policy.priority !== null);
  for (const round of isRanked ? roundsOf(stages) : [stages]) {
    asked.push(...round);
    if (!endingsOf(asked).has('none')) break;
  }
  return {
    ending: onlyOf(endings, stages[0]?.isolation.policy.tier === 'baseline'),
    selectedBy: asked.map(({ isolation }) => selectingOf(isolation)),
    matches: asked.flatMap(({ rules }) => upToSure(rules)).map(({ match }) => match),
  };
}

/** Passing on and having no rule lead to the same; behind the baseline tier letting through does, too. */
function onlyOf(endings: ReadonlySet<Ending>, isLast: boolean): TierEnding {
  const [ending, ...others] = endings;
  if (ending === undefined) return 'none';
  if (others.length === 0) return ending;
  if (endings.has('deny')) return 'depends';
  if (!endings.has('allow')) return 'pass';
  return isLast ? 'allow' : 'depends';
}

/** Behind a rule that surely matches none is asked. */
function upToSure(rules: Stage['rules']): Stage['rules'] {
  const sure = rules.findIndex(({ judgement }) => judgement.match === 'yes');
  return sure === -1 ? rules : rules.slice(0, sure + 1);
}

interface Pair {
  readonly peer: MeantAdminRule['peers'][number]['entry'];
  readonly port: NonNullable<MeantAdminRule['rule']['ports']>[number] | null;
  readonly judgement: Judgement;
}

function pairsOf(
  direction: Direction,
  { rule, peers }: MeantAdminRule,
  packet: Packet,
): readonly Pair[] {
  return peers.flatMap(({ entry: peer, judgement }) =>
    (rule.ports ?? [null]).map((port) => ({
      peer,
      port,
      judgement: both(
        judgement,
        port === null ? YES : judgeAdminPort(direction, port, peer, packet),
      ),
    })),
  );
}

function matchOf(
  policy: AdminPolicy,
  { rule, action }: MeantAdminRule,
  { peer, port }: Pair,
  judgement: Judgement,
): AdminMatch {
  return {
    policy: referenceTo(policy),
    rule: rule.index,
    name: rule.name,
    action,
    certain: judgement.match === 'yes',
    span: spanAt(policy.origin, rule.range),
    peer: spanAt(policy.origin, peer.range),
    port: port === null ? null : spanAt(policy.origin, port.range),
  };
}

function selectingOf({ policy, selected }: AdminIsolation): AdminSelecting {
  return {
    policy: referenceTo(policy),
    certain: selected.match === 'yes',
    span: spanAt(policy.origin, policy.subject.range),
  };
}

function referenceTo({ kind, name, priority, origin, nameRange }: AdminPolicy): AdminReference {
  return { kind, name, priority, span: spanAt(origin, nameRange) };
}
