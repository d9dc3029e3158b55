// Which rules of administrators' policies decide all of another one's traffic before it is asked.
import type { AdminPeer, AdminPolicy, AdminRule } from '../model/admin-policy.ts';
import type { Direction } from '../model/policy.ts';
import type { Selector } from '../model/selector.ts';
import { peerCovers, podsCover, portsCover, type Step } from './admin-covers.ts';

/**
 * The rules that together decide all of a rule's traffic before it is asked; null where something may be left.
 * @param isOwnAsked whether the rules of its own policy count
 */
export type ShadowOf = (
  direction: Direction,
  step: Step,
  isOwnAsked: boolean,
) => readonly Step[] | null;

/** Each answer is kept. Among thousands of rules only those are looked at that may cover a peer. */
export function createShadowOf(policies: readonly AdminPolicy[]): ShadowOf {
  const indexes = { ingress: indexOf(policies, 'ingress'), egress: indexOf(policies, 'egress') };
  const earlier = {
    ingress: new Map<AdminPolicy, ReadonlySet<AdminPolicy>>(),
    egress: new Map<AdminPolicy, ReadonlySet<AdminPolicy>>(),
  };
  const known = new Map<AdminRule, Map<boolean, readonly Step[] | null>>();

  const earlierThan = (direction: Direction, policy: AdminPolicy) => {
    const found = earlier[direction].get(policy) ?? askedBefore(policies, direction, policy);
    earlier[direction].set(policy, found);
    return found;
  };

  const find = (direction: Direction, { policy, rule }: Step, isOwnAsked: boolean) => {
    const before = earlierThan(direction, policy);
    const used = new Set<Step>();
    for (const peer of rule.peers) {
      const covers = (step: Step) => {
        const isBefore =
          step.policy === policy
            ? isOwnAsked && step.rule.index < rule.index
            : before.has(step.policy);
        return (
          isBefore &&
          step.rule.peers.some((wide) => peerCovers(wide, peer)) &&
          portsCover(step.rule, rule)
        );
      };
      const those = candidates(indexes[direction], peer).filter(({ step }) => covers(step));
      // A reader looks into the policy itself first.
      const [first] = those.sort(
        (a, b) =>
          Number(b.step.policy === policy) - Number(a.step.policy === policy) || a.at - b.at,
      );
      if (first === undefined) return null;
      used.add(first.step);
    }
    return used.size === 0 ? null : [...used];
  };

  return (direction, step, isOwnAsked) => {
    const answers = known.get(step.rule) ?? new Map<boolean, readonly Step[] | null>();
    known.set(step.rule, answers);
    let answer = answers.get(isOwnAsked);
    if (answer === undefined) {
      answer = find(direction, step, isOwnAsked);
      answers.set(isOwnAsked, answer);
    }
    return answer;
  };
}

/** The other policies that are surely asked before, for all that a policy selects. */
function askedBefore(
  policies: readonly AdminPolicy[],
  direction: Direction,
  policy: AdminPolicy,
): ReadonlySet<AdminPolicy> {
  // What the admin tier passes comes to the baseline tier after all.
  const hasPass = policies.some(
    (one) => one.tier === 'admin' && one[direction].some(({ action }) => action === 'pass'),
  );
  const isEarlier = (other: AdminPolicy) =>
    other.tier === policy.tier
      ? other.priority !== null && policy.priority !== null && other.priority < policy.priority
      : other.tier === 'admin' && !hasPass;
  return new Set(
    policies.filter(
      (other) => other !== policy && isEarlier(other) && podsCover(other.subject, policy.subject),
    ),
  );
}

interface Numbered {
  readonly step: Step;
  /** Its place among all rules of its direction. */
  readonly at: number;
}

/** By what a peer must ask for so that an entry of the rule may cover it. */
type Index = ReadonlyMap<string, readonly Numbered[]>;

function indexOf(policies: readonly AdminPolicy[], direction: Direction): Index {
  const index = new Map<string, Numbered[]>();
  let at = 0;
  for (const policy of policies) {
    for (const rule of policy[direction]) {
      const numbered = { step: { policy, rule }, at: at++ };
      for (const key of new Set(rule.peers.flatMap(neededBy))) {
        const those = index.get(key);
        if (those === undefined) index.set(key, [numbered]);
        else those.push(numbered);
      }
    }
  }
  return index;
}

/** A selector that asks for certain values of a label covers only what asks for some of them, too. */
function neededBy(wide: AdminPeer): readonly string[] {
  if (wide.kind !== 'pods') return [keyOf(ANYTHING, ANYTHING)];
  const wanted = (selector: Selector | null) => {
    const one = selector?.requirements.find(({ operator }) => operator === 'In');
    return one?.values.map((value) => labelOf(one.key, value)) ?? [ANYTHING];
  };
  return pairs(wanted(wide.namespaces), wanted(wide.pods));
}

/** The rules one of whose entries may cover a peer. */
function candidates(index: Index, peer: AdminPeer): readonly Numbered[] {
  const keys =
    peer.kind === 'pods'
      ? pairs(askedBy(peer.namespaces), askedBy(peer.pods))
      : [keyOf(ANYTHING, ANYTHING)];
  return [...new Set(keys.flatMap((key) => index.get(key) ?? []))];
}

function askedBy(selector: Selector | null): readonly string[] {
  const labels = (selector?.requirements ?? []).flatMap(({ key, operator, values: [first] }) =>
    operator === 'In' && first !== undefined ? [labelOf(key, first)] : [],
  );
  return [ANYTHING, ...labels];
}

function pairs(namespaces: readonly string[], pods: readonly string[]): readonly string[] {
  return namespaces.flatMap((namespace) => pods.map((pod) => keyOf(namespace, pod)));
}

const ANYTHING = '';

function labelOf(key: string, value: string): string {
  return `${key}=${value}`;
}

function keyOf(namespace: string, pod: string): string {
  return `${namespace} ${pod}`;
}
