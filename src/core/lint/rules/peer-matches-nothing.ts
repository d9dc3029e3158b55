// An entry of from or to that means no pod of the input.
import type { Labels } from '../../model/labels.ts';
import type { DeclaredNamespace, Namespace } from '../../model/namespace.ts';
import { NAME_LABEL } from '../../model/namespace.ts';
import type { PodsPeer, Policy } from '../../model/policy.ts';
import type { Selector } from '../../model/selector.ts';
import type { Range } from '../../model/span.ts';
import type { Workload } from '../../model/workload.ts';
import { type Context, DIRECTIONS } from '../context.ts';
import { fixOf, isSlip, type Nearest, nearest, placeOf, plainOrQuoted } from '../nearest.ts';
import type { Complaint, LintRule } from '../rule.ts';
import { splitPeers } from '../split-peers.ts';
import { nearestText, noneOf, selectorText, shorten } from '../wording.ts';

export const peerMatchesNothing: LintRule = {
  id: 'peer-matches-nothing',
  level: 'warning',
  title: 'An entry of from or to matches no pod',
  documentation: `No pod of the input is meant by this entry of a rule, so the rule opens nothing through it. It is a warning where the input shows what went wrong: a label that is off by a letter or by case, a namespace that lacks the label it is asked for (every namespace carries kubernetes.io/metadata.name, and no other label unless somebody sets it), or pods that are found in the policy's own namespace but not in the one that stands beside them in the same entry. Otherwise it is an information, since clients may be labelled later. Namespaces of which the input shows no pods are not judged.`,
  *check(context) {
    for (const policy of context.cluster.policies) {
      for (const direction of DIRECTIONS) {
        for (const rule of policy[direction]?.rules ?? []) {
          const split = new Set(splitPeers(context, policy, rule).map(({ pods }) => pods));
          for (const peer of rule.peers ?? []) {
            if (peer.kind === 'block' || split.has(peer)) continue;
            if (context.pods(policy, peer).sure.length > 0) continue;
            const complaint = explain(context, policy, peer);
            if (complaint !== null) yield { about: policy, range: peer.range, ...complaint };
          }
        }
      }
    }
  },
};

type Explained = Omit<Complaint, 'about' | 'range'> & Partial<Pick<Complaint, 'range'>>;

function explain(context: Context, policy: Policy, peer: PodsPeer): Explained | null {
  const isInDoubt = context.pods(policy, peer).maybe.length > 0;
  if (peer.namespaces === null) {
    if (isInDoubt) return null;
    const there = context.workloadsIn(policy.namespace);
    return there.length === 0 || peer.pods === null
      ? null
      : unmatched(peer.pods, there, `namespace ${policy.namespace}, the policy's own,`);
  }
  const { sure, maybe } = context.namespaces(peer.namespaces);
  const lacking = sure.size === 0 ? lacksLabel(context, peer.namespaces, maybe.size > 0) : null;
  if (lacking !== null || isInDoubt || maybe.size > 0) return lacking;
  if (sure.size === 0) return noNamespace(context, peer.namespaces);
  const there = [...sure].flatMap((name) => context.workloadsIn(name));
  if (there.length === 0 || peer.pods === null) return null;
  const where = sure.size === 1 ? `namespace ${[...sure][0]}` : 'these namespaces';
  const unmet = unmatched(peer.pods, there, where);
  if (unmet.level === 'warning') return unmet;
  // A selector that does not name its namespaces may mean others that the input does not show.
  const isClosed = peer.namespaces.requirements.some(
    ({ key, operator }) => key === NAME_LABEL && operator === 'In',
  );
  return bothInOne(context, policy, peer) ?? (isClosed ? unmet : null);
}

function unmatched(selector: Selector, there: readonly Workload[], where: string): Explained {
  const near = nearest(selector, there);
  const opening = `${noneOf(there.length, `in ${where}`)} ${selectorText(selector)}.`;
  return near === null ? { message: opening, level: 'info' } : withNearest(opening, near, selector);
}

/** A slip is a warning at its very place; that others are only near may have good reasons. */
function withNearest(
  opening: string,
  near: Nearest<{ readonly labels: Labels; readonly name: string; readonly id?: string }>,
  selector: Selector,
): Explained {
  const message = `${opening} ${nearestText(near, selector)}`;
  if (near.meant === null) return { message, level: 'info' };
  const range = placeOf(near);
  const fix = fixOf(near.meant);
  return {
    message,
    level: 'warning',
    ...(range === null ? {} : { range }),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Pods of the policy's own namespace, but asked for in another one: two entries were meant. */
function bothInOne(context: Context, policy: Policy, peer: PodsPeer): Explained | null {
  if (peer.pods === null || peer.pods.requirements.length === 0) return null;
  const { sure } = context.pods(policy, { ...peer, namespaces: null });
  const [first] = sure;
  if (first === undefined) return null;
  return {
    message: `One entry asks for both: ${selectorText(peer.pods)} in namespaces with ${selectorText(peer.namespaces ?? { requirements: [] })}. There is no such pod, but ${first.id} is in the policy's own namespace. If either is enough, write two entries, each with its own "- ".`,
  };
}

/** A namespace that is asked for by its name under another key than that of its name. */
function lacksLabel(context: Context, selector: Selector, mayBeOther: boolean): Explained | null {
  for (const { key, operator, values, place } of selector.requirements) {
    if (operator !== 'In' || key === NAME_LABEL) continue;
    // Of namespaces that are not declared the labels are unknown: only a name is surely not theirs.
    if (mayBeOther && !NAME_KEY.test(key)) continue;
    const found = values.find((value) => context.cluster.namespaces.get(value)?.declared);
    if (found === undefined) continue;
    return {
      message: `Namespace ${found} has no label ${shorten(key)}=${found}, so nothing matches. Every namespace carries its name as ${NAME_LABEL}: ask for that.`,
      ...(place && { range: place.range, fix: writeInstead(place.key, NAME_LABEL) }),
    };
  }
  return null;
}

const NAME_KEY = /(?:^|[/._-])(?:name|namespace|ns)$/;

/** A namespace outside the input may well carry the labels; only what the input shows is said. */
function noNamespace(context: Context, selector: Selector): Explained | null {
  const namespaces = [...context.cluster.namespaces.values()];
  for (const { key, operator, values, place } of selector.requirements) {
    if (operator !== 'In' || key !== NAME_LABEL) continue;
    for (const [at, value] of values.entries()) {
      const near = namespaces.find(({ name }) => isSlip(value, name));
      if (near === undefined) continue;
      const range = place?.values[at];
      return {
        message: `No namespace of the input is named ${shorten(value)}. Was ${near.name} meant?`,
        ...(range && { range, fix: writeInstead(range, near.name) }),
      };
    }
  }
  const near = nearest(selector, namespaces.filter(isDeclared));
  if (near === null || near.meant === null) return null;
  return withNearest(`No namespace of the input has ${selectorText(selector)}.`, near, selector);
}

function writeInstead(range: Range, text: string): NonNullable<Complaint['fix']> {
  return { title: `Write ${text}`, edits: [{ range, text: plainOrQuoted(text) }] };
}

function isDeclared(
  namespace: Namespace,
): namespace is Namespace & { readonly declared: DeclaredNamespace } {
  return namespace.declared !== null;
}
