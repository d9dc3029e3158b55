// The answers for all kinds of new pods, in as few lines as tell them all: a line speaks of its pods
// and of those with more labels, unless a line below says otherwise.
import { NONE, type PortSets } from '../engine/port-sets.ts';
import type { Requirement } from '../model/selector.ts';
import { type Answer, NOTHING } from './answers.ts';
import { ANY_VALUE, type LabelSet } from './label-sets.ts';
import type { NewPods } from './new-pods.ts';
import { placeKey } from './places.ts';
import { type Kind, speaksOf } from './representatives.ts';

export interface Line {
  readonly pods: NewPods;
  readonly answer: Answer;
  /** One of its pods. */
  readonly kind: Kind;
  /** What the lines above let one think. */
  readonly above: Answer;
}

/** A line that is being written. */
interface Draft {
  readonly kind: Kind;
  readonly answer: Answer;
  readonly inherited: Answer;
  /** False for one that lines above tell by what they except. */
  isListed: boolean;
  readonly names: string[];
  /** Key → values that its pods, or their namespaces, may not have. */
  readonly pods: Shunned;
  readonly namespaces: Shunned;
  readonly except: string[];
}

type Shunned = Map<string, Set<string>>;

/** @param kinds none before one that speaks of more pods */
export function linesOf(
  kinds: readonly Kind[],
  answers: readonly Answer[],
  portSets: PortSets,
): readonly Line[] {
  const drafts: Draft[] = [];
  for (const [at, kind] of kinds.entries()) {
    const answer = answers[at] ?? NOTHING;
    const above = nearestAbove(drafts, kind);
    const told = inheritedFrom(above, portSets);
    if (isSame(answer, told)) continue;
    const draft = draftOf(kind, answer, told);
    if (isNothing(answer)) {
      // Every line that speaks of it has to leave it out, not only the nearest: else it is a line of its own.
      const open = drafts.filter((one) => !isNothing(one.answer) && isMeant(one, kind));
      draft.isListed = !open.every((one) => canExcept(one, kind));
      if (!draft.isListed) for (const one of open) exceptFrom(one, kind);
    }
    drafts.push(draft);
  }
  return merge(drafts.filter(({ isListed }) => isListed));
}

function draftOf(kind: Kind, answer: Answer, inherited: Answer): Draft {
  return {
    kind,
    answer,
    inherited,
    isListed: true,
    names: [...(kind.place.names ?? [])],
    pods: new Map(),
    namespaces: new Map(),
    except: [],
  };
}

/** Whether the words of a line, with what it leaves out so far, hold for a kind. */
function isMeant({ kind, pods, namespaces, except }: Draft, other: Kind): boolean {
  const { names, namespace } = other.place;
  return (
    speaksOf(kind, other) &&
    !isShunned(pods, other.labels) &&
    !isShunned(namespaces, names === null ? other.place.labels : namespace.labels.known) &&
    !names?.every((name) => except.includes(name))
  );
}

function isShunned(shunned: Shunned, labels: LabelSet): boolean {
  return [...shunned].some(([key, values]) => {
    const own = labels.get(key);
    return own !== undefined && (values.has(own) || values.has(ANY_VALUE));
  });
}

/** Those that speak of it, without those that speak of more pods than another of them. */
function nearestAbove(drafts: readonly Draft[], kind: Kind): readonly Draft[] {
  const above = drafts.filter((draft) => speaksOf(draft.kind, kind));
  return above.filter(
    (one) => !above.some((other) => other !== one && speaksOf(one.kind, other.kind)),
  );
}

/** What a reader of the lines above would think. */
function inheritedFrom(above: readonly Draft[], portSets: PortSets): Answer {
  const [first, ...others] = above.map(({ answer }) => answer);
  if (first === undefined) return NOTHING;
  return others.reduce((one, other) => {
    const allowed = portSets.union(one.allowed, other.allowed);
    const depends = portSets.union(one.depends, other.depends);
    return {
      allowed,
      depends: portSets.difference(depends, allowed),
      named: [...one.named, ...other.named],
    };
  }, first);
}

function isSame(one: Answer, other: Answer): boolean {
  return (
    one.allowed === other.allowed &&
    one.depends === other.depends &&
    namedKey(one) === namedKey(other)
  );
}

function namedKey({ named }: Answer): string {
  const keys = named.map(({ protocol, name, certain }) => `${protocol} ${name} ${certain}`);
  return [...new Set(keys)].sort().join();
}

function isNothing({ allowed, depends, named }: Answer): boolean {
  return allowed === NONE && depends === NONE && named.length === 0;
}

/** In what alone two kinds differ, of which the first speaks of more pods; null for more than one thing. */
function differenceOf(one: Kind, other: Kind): Difference | null {
  const isSamePlace = placeKey(one.place) === placeKey(other.place);
  const labels = changedLabels(one.labels, other.labels);
  if (isSamePlace) return labels.length === 1 ? { in: 'pods', label: labels[0] as Label } : null;
  if (labels.length > 0 || one.place.names !== null) return null;
  const changed = changedLabels(one.place.labels, other.place.labels);
  if (other.place.names !== null) {
    return changed.length === 0 ? { in: 'names', names: other.place.names } : null;
  }
  return changed.length === 1 ? { in: 'namespaces', label: changed[0] as Label } : null;
}

type Label = readonly [key: string, value: string];

type Difference =
  | { readonly in: 'pods' | 'namespaces'; readonly label: Label }
  | { readonly in: 'names'; readonly names: readonly string[] };

function changedLabels(one: LabelSet, other: LabelSet): readonly Label[] {
  return [...other].filter(([key, value]) => one.get(key) !== value);
}

function canExcept(draft: Draft, kind: Kind): boolean {
  return draft.isListed && differenceOf(draft.kind, kind) !== null;
}

function exceptFrom(draft: Draft, kind: Kind): void {
  const difference = differenceOf(draft.kind, kind);
  if (difference === null) return;
  if (difference.in === 'names') {
    draft.except.push(...difference.names);
    return;
  }
  const [key, value] = difference.label;
  const values = draft[difference.in].get(key) ?? new Set();
  draft[difference.in].set(key, values.add(value));
}

/** Lines with one answer that differ in one label's value, or only in their namespaces, become one. */
function merge(drafts: readonly Draft[]): readonly Line[] {
  const merged: { readonly draft: Draft; readonly varied: Map<string, Set<string>> }[] = [];
  for (const draft of drafts) {
    const home = merged.find((one) => tryMerge(one.draft, one.varied, draft));
    if (home === undefined) merged.push({ draft, varied: new Map() });
  }
  return merged.map(({ draft, varied }) => ({
    pods: podsOf(draft, varied),
    answer: draft.answer,
    kind: draft.kind,
    above: draft.inherited,
  }));
}

function tryMerge(into: Draft, varied: Shunned, draft: Draft): boolean {
  if (!isSame(into.answer, draft.answer) || exceptionsKey(into) !== exceptionsKey(draft))
    return false;
  const [one, other] = [into.kind, draft.kind];
  const labels = changedValues(one.labels, other.labels);
  if (labels === null) return false;
  if (placeKey(one.place) === placeKey(other.place))
    return vary(varied, 'pods', labels, other.labels);
  if (labels.length > 0) return false;
  if (one.place.names !== null && other.place.names !== null) {
    const known = changedValues(one.place.labels, other.place.labels);
    if (varied.size > 0 || known === null || known.length > 0) return false;
    into.names.push(...other.place.names);
    return true;
  }
  if (one.place.names !== other.place.names) return false;
  const changed = changedValues(one.place.labels, other.place.labels);
  return changed !== null && vary(varied, 'namespaces', changed, other.place.labels);
}

/** Only one label may take several values: two would speak of every pair. */
function vary(
  varied: Shunned,
  where: 'pods' | 'namespaces',
  changed: readonly string[],
  labels: LabelSet,
): boolean {
  const [key] = changed;
  const value = key === undefined ? undefined : labels.get(key);
  if (key === undefined || value === undefined || changed.length > 1) return false;
  const at = `${where} ${key}`;
  if (varied.size > 0 && !varied.has(at)) return false;
  varied.set(at, (varied.get(at) ?? new Set()).add(value));
  return true;
}

/** The keys of other values; null where one lacks a key, or takes any value. */
function changedValues(one: LabelSet, other: LabelSet): readonly string[] | null {
  if (one.size !== other.size) return null;
  const changed: string[] = [];
  for (const [key, value] of one) {
    const own = other.get(key);
    if (own === undefined) return null;
    if (own === value) continue;
    if (own === ANY_VALUE || value === ANY_VALUE) return null;
    changed.push(key);
  }
  return changed;
}

function exceptionsKey({ pods, namespaces, except }: Draft): string {
  const text = (shunned: Shunned) => [...shunned].map(([key, values]) => [key, [...values].sort()]);
  return JSON.stringify([text(pods).sort(), text(namespaces).sort(), [...except].sort()]);
}

function podsOf({ kind, names, pods, namespaces, except }: Draft, varied: Shunned): NewPods {
  return {
    namespaces: {
      names: kind.place.names === null ? null : [...new Set(names)].sort(),
      labels: requirementsOf(kind.place.labels, namespaces, 'namespaces', varied),
      except: [...new Set(except)].sort(),
    },
    labels: requirementsOf(kind.labels, pods, 'pods', varied),
  };
}

function requirementsOf(
  labels: LabelSet,
  shunned: Shunned,
  where: 'pods' | 'namespaces',
  varied: Shunned,
): readonly Requirement[] {
  return [
    ...[...labels].map(([key, value]): Requirement => {
      if (value === ANY_VALUE) return { key, operator: 'Exists', values: [] };
      const others = varied.get(`${where} ${key}`) ?? [];
      return { key, operator: 'In', values: [...new Set([value, ...others])].sort() };
    }),
    ...[...shunned].flatMap(([key, values]): readonly Requirement[] =>
      // What may not be there at all can't have a wrong value either.
      values.has(ANY_VALUE)
        ? [{ key, operator: 'DoesNotExist', values: [] }]
        : [{ key, operator: 'NotIn', values: [...values].sort() }],
    ),
  ];
}
