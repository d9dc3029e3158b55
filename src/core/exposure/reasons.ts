// Why a line is as it is: the rules that open it and the facts it waits for, told by the slow evaluator.
import { decide } from '../explain/decide.ts';
import type { Segment, SideDecision, TierDecision } from '../explain/decision.ts';
import { explainFlow } from '../explain/explain-flow.ts';
import type { Cluster } from '../model/cluster.ts';
import type { WorkloadPeer } from '../model/peer.ts';
import type { Direction } from '../model/policy.ts';
import type { ContainerPort, PortSet } from '../model/port.ts';
import { type Fact, factSentence } from '../model/verdict.ts';
import { oppositeOf } from './asked.ts';
import type { Reason, ReasonEnd } from './new-pods.ts';

export interface Reasoned {
  readonly reasons: readonly Reason[];
  readonly because: readonly string[];
}

/** The pod that a line speaks of. */
export interface Told {
  readonly pod: WorkloadPeer;
  /** The same with ports of every name that rules use. */
  readonly twin: WorkloadPeer;
  /** Those of the twin that are open by their names alone; none where the new pod is the source. */
  readonly byName: readonly ContainerPort[];
  /** Where nothing is open, the ports of which one would have thought so. */
  readonly asked: PortSet;
}

/** @param cluster with the new pod in it */
export function reasonsFor(
  cluster: Cluster,
  workload: WorkloadPeer,
  direction: Direction,
  { pod, twin, byName, asked }: Told,
): Reasoned {
  const [source, destination] = direction === 'egress' ? [workload, pod] : [pod, workload];
  const { segments } = explainFlow(cluster, source, destination);
  const decisions = (some: readonly Segment[]) => some.map(({ decision }) => decision);
  const open = [
    ...decisions(segments.filter(({ decision }) => decision.verdict !== 'deny')),
    ...byName.map(({ protocol, number }) => decide(cluster, workload, twin, protocol, number)),
  ];
  const facts = open.flatMap(({ verdict, egress, ingress }) =>
    verdict === 'depends' ? [...egress.facts, ...ingress.facts] : [],
  );
  const isShut = open.length === 0;
  const shown = isShut ? decisions(segments.filter((segment) => isAbout(segment, asked))) : open;
  const reasons = shown.flatMap((decision) => {
    const own = sideReasons(decision[direction], 'workload', direction);
    const opposite = oppositeOf(direction);
    return [...own, ...sideReasons(decision[opposite], 'new-pod', opposite)];
  });
  return {
    reasons: distinct(reasons.filter(({ kind }) => (kind === 'stopped') === isShut)),
    because: [...new Set(facts.map((fact) => inWords(fact, [pod.id, twin.workload.id])))],
  };
}

function isAbout({ protocols, ranges }: Segment, asked: PortSet): boolean {
  return protocols.some((protocol) =>
    asked[protocol].some((one) => ranges.some(({ from, to }) => from <= one.to && one.from <= to)),
  );
}

function sideReasons(side: SideDecision, end: ReasonEnd, direction: Direction): readonly Reason[] {
  const at = { end, direction } as const;
  if (side.verdict === 'deny') {
    const tiers = [side.admin, side.baseline].flatMap((tier) => tierRules(tier, 'deny', at));
    const stopped = side.selectedBy.map(
      ({ policy, span }): Reason => ({
        kind: 'stopped',
        ...at,
        policy: `${policy.namespace}/${policy.name}`,
        rule: null,
        span,
      }),
    );
    return side.admin?.ending === 'deny' ? tiers : [...tiers, ...stopped];
  }
  const rules: readonly Reason[] = [
    ...tierRules(side.admin, 'allow', at),
    ...side.matches.map(
      ({ policy, rule, span, peer }): Reason => ({
        kind: 'rule',
        ...at,
        policy: `${policy.namespace}/${policy.name}`,
        rule,
        span: peer ?? span,
      }),
    ),
    ...tierRules(side.baseline, 'allow', at),
  ];
  return rules.length > 0 ? rules : [{ kind: 'open', ...at }];
}

function tierRules(
  tier: TierDecision | null,
  action: 'allow' | 'deny',
  at: { readonly end: ReasonEnd; readonly direction: Direction },
): readonly Reason[] {
  return (tier?.matches ?? [])
    .filter((match) => match.action === action)
    .map(({ policy, rule, peer }) => ({
      kind: action === 'allow' ? 'rule' : 'stopped',
      ...at,
      policy: policy.name,
      rule,
      span: peer,
    }));
}

/** Nobody gave the pod a name. */
function inWords(fact: Fact, newPods: readonly string[]): string {
  const isNew = 'workload' in fact && newPods.includes(fact.workload);
  return factSentence(isNew ? { ...fact, workload: 'such a pod' } : fact);
}

/** That the new pod's side is open goes without saying. */
function distinct(reasons: readonly Reason[]): readonly Reason[] {
  const told = reasons.filter(({ kind, end }) => kind !== 'open' || end === 'workload');
  return [...new Map(told.map((reason) => [JSON.stringify(reason), reason])).values()];
}
