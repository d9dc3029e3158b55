// What to write so that a packet whose verdict depends is surely let through, or surely stopped: tried
// on a copy and decided anew, as near misses are.
import type { Cluster } from '../../model/cluster.ts';
import { NAME_LABEL } from '../../model/namespace.ts';
import type { End } from '../../model/peer.ts';
import type { Direction, PodsPeer, Policy, Rule, RulePeer } from '../../model/policy.ts';
import type { Requirement, Selector } from '../../model/selector.ts';
import { type Range, type Span, spanAt } from '../../model/span.ts';
import type { Workload } from '../../model/workload.ts';
import { decide } from '../decide.ts';
import type { Decision, PolicyReference } from '../decision.ts';
import { both, YES } from '../judgement.ts';
import { judgePort, type Packet } from '../ports.ts';
import { type Isolation, sideOf } from '../side.ts';
import { withRule, withRules } from './blocked.ts';

export interface Settling {
  /** What that side would surely say; the other side has its own say still. */
  readonly verdict: 'allow' | 'deny';
  readonly side: Direction;
  readonly policy: PolicyReference;
  /** Where to write it. */
  readonly span: Span;
  readonly message: string;
}

/** A way with the change that was tried. */
export interface Settled {
  readonly way: Settling;
  /** The cluster with that one thing written. */
  readonly repaired: Cluster;
}

/** At most one way to allow and one to deny for each side that depends; facts that are supplied do the same. */
export function findSettlings(
  cluster: Cluster,
  source: End,
  packet: Packet,
  decision: Decision,
): readonly Settled[] {
  return (['egress', 'ingress'] as const).flatMap((direction) => {
    const [subject, other] =
      direction === 'egress' ? [source, packet.destination] : [packet.destination, source];
    if (decision[direction].verdict !== 'depends' || subject.type !== 'workload') return [];
    const { isolations } = sideOf(cluster, direction, subject, other);
    const place = { cluster, direction, source, packet, subject: subject.workload, other };
    const doubts = isolations.flatMap((isolation) => doubtsOf(isolation, direction, packet));
    return [
      firstThat({ ...place, wanted: 'allow' }, allowing(place, isolations, doubts)),
      firstThat({ ...place, wanted: 'deny' }, denying(place, isolations, doubts)),
    ].flatMap((found) => found ?? []);
  });
}

interface Place {
  readonly cluster: Cluster;
  readonly direction: Direction;
  readonly source: End;
  readonly packet: Packet;
  readonly subject: Workload;
  readonly other: End;
}

/** An entry that may let the packet through. */
interface Doubt {
  readonly policy: Policy;
  readonly rule: Rule;
  /** null where the rule is open to any peer, and a port's name is in doubt. */
  readonly entry: RulePeer | null;
}

interface Change {
  readonly policy: Policy;
  readonly range: Range;
  readonly message: string;
  /** The policies that are another then, by what they were. */
  readonly changed: ReadonlyMap<Policy, Policy>;
}

function doubtsOf(
  { policy, rules }: Isolation,
  direction: Direction,
  packet: Packet,
): readonly Doubt[] {
  return rules.flatMap(({ rule, peers }) =>
    peers
      .filter(({ entry, judgement }) =>
        (rule.ports ?? [null]).some(
          (port) =>
            both(judgement, port === null ? YES : judgePort(direction, port, entry, packet))
              .match === 'maybe',
        ),
      )
      .map(({ entry }) => ({ policy, rule, entry })),
  );
}

function* allowing(
  { direction, packet, subject, other }: Place,
  isolations: readonly Isolation[],
  doubts: readonly Doubt[],
): Generator<Change> {
  const lets = direction === 'ingress' ? 'lets it in' : 'lets it out';
  const list = direction === 'ingress' ? 'from' : 'to';
  for (const { policy, rule, entry } of doubts) {
    const range = entry?.range ?? rule.range;
    if (other.type === 'workload' && rule.peers !== null) {
      const named = byLabels(policy, other.workload);
      const changed = { ...rule, peers: [...rule.peers, { ...named.entry, range }] };
      yield {
        policy,
        range,
        message: `An entry beside this one that names ${other.id} by labels surely ${lets}: ${named.text}.`,
        changed: new Map([[policy, withRule(policy, direction, rule, changed)]]),
      };
    }
    for (const port of rule.ports ?? []) {
      if (port.port === null || !('name' in port.port)) continue;
      const number = { ...port, port: { from: packet.port, to: packet.port } };
      const ports = (rule.ports ?? []).map((one) => (one === port ? number : one));
      yield {
        policy,
        range: port.range,
        message: `The number ${packet.port} in place of the name "${port.port.name}" surely ${lets}.`,
        changed: new Map([[policy, withRule(policy, direction, rule, { ...rule, ports })]]),
      };
    }
  }
  for (const { policy, rule, entry } of doubts) {
    yield {
      policy,
      range: entry?.range ?? rule.range,
      message: `No entry surely means ${other.id}; only a rule without "${list}" does, and it is open to everybody.`,
      changed: new Map([[policy, withRule(policy, direction, rule, { ...rule, peers: null })]]),
    };
  }
  for (const { policy, selected } of isolations) {
    if (selected.match === 'maybe') yield selecting(policy, subject, lets);
  }
}

function* denying(
  { direction, subject }: Place,
  isolations: readonly Isolation[],
  doubts: readonly Doubt[],
): Generator<Change> {
  const [first] = doubts;
  if (first !== undefined) {
    const others = doubts.length - 1;
    const more =
      others === 0 ? '' : ` and ${others === 1 ? 'another' : `${others} others`} like it,`;
    const way = direction === 'ingress' ? 'in' : 'out';
    yield {
      policy: first.policy,
      range: first.entry?.range ?? first.rule.range,
      message: `Without this entry${more} it is surely stopped: nothing else may let it ${way}.`,
      changed: withoutAll(doubts, direction),
    };
  }
  for (const { policy, selected } of isolations) {
    if (selected.match === 'maybe') yield selecting(policy, subject, 'stops it');
  }
}

/** The policy that may select the subject does so by what its manifest says. */
function selecting(policy: Policy, subject: Workload, does: string): Change {
  const { selector, text } = labelsOf(subject);
  return {
    policy,
    range: policy.subjectRange,
    message: `If this selected ${subject.id} by what its manifest says, podSelector ${text}, the policy surely ${does}.`,
    changed: new Map([[policy, { ...policy, subject: selector }]]),
  };
}

function withoutAll(doubts: readonly Doubt[], direction: Direction): ReadonlyMap<Policy, Policy> {
  const changed = new Map<Policy, Policy>();
  for (const { policy } of doubts) {
    if (changed.has(policy)) continue;
    const own = doubts.filter((doubt) => doubt.policy === policy);
    const rules = (policy[direction]?.rules ?? []).flatMap((rule): readonly Rule[] => {
      const gone = own.filter((doubt) => doubt.rule === rule).map(({ entry }) => entry);
      if (gone.length === 0) return [rule];
      const peers = (rule.peers ?? []).filter((peer) => !gone.includes(peer));
      // The last entry takes the rule with it: an empty list would mean any (SEMANTICS 1.7).
      return peers.length === 0 ? [] : [{ ...rule, peers }];
    });
    changed.set(policy, withRules(policy, direction, rules));
  }
  return changed;
}

/** The labels by which people tell workloads apart. */
const TELLING = ['app.kubernetes.io/name', 'app', 'k8s-app', 'name'];

function labelsOf({ labels }: Workload): { readonly selector: Selector; readonly text: string } {
  const key = TELLING.find((one) => labels.known.has(one)) ?? [...labels.known.keys()][0];
  const value = key === undefined ? undefined : labels.known.get(key);
  if (key === undefined || value === undefined)
    return { selector: { requirements: [] }, text: '{}' };
  const requirement: Requirement = { key, operator: 'In', values: [value] };
  return {
    selector: { requirements: [requirement] },
    text: `${key}: ${value === '' ? '""' : value}`,
  };
}

function byLabels(policy: Policy, workload: Workload) {
  const { selector, text } = labelsOf(workload);
  const isNear = workload.namespace === policy.namespace;
  const named: Requirement = { key: NAME_LABEL, operator: 'In', values: [workload.namespace] };
  const entry: Omit<PodsPeer, 'range'> = {
    kind: 'pods',
    pods: selector,
    namespaces: isNear ? null : { requirements: [named] },
  };
  const where = isNear ? '' : ` with namespaceSelector ${NAME_LABEL}: ${workload.namespace}`;
  return { entry, text: `podSelector ${text}${where}` };
}

function firstThat(
  { cluster, direction, source, packet, wanted }: Place & { readonly wanted: 'allow' | 'deny' },
  changes: Iterable<Change>,
): Settled | null {
  let tried = 0;
  for (const { policy, range, message, changed } of changes) {
    if (++tried > MOST_TRIED) break;
    const policies = cluster.policies.map((one) => changed.get(one) ?? one);
    const { destination, protocol, port } = packet;
    const repaired = { ...cluster, policies };
    const after = decide(repaired, source, destination, protocol, port);
    if (after[direction].verdict !== wanted) continue;
    const { namespace, name, origin, nameRange } = policy;
    const way: Settling = {
      verdict: wanted,
      side: direction,
      policy: { namespace, name, span: spanAt(origin, nameRange) },
      span: spanAt(origin, range),
      message,
    };
    return { way, repaired };
  }
  return null;
}

/** Of a hostile number of entries only the first are tried. */
const MOST_TRIED = 60;
