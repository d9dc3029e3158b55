// The namespaces in which new pods may be told apart: those of the input, those that rules name, and new ones.
import type { Cluster } from '../model/cluster.ts';
import { labelsOf } from '../model/labels.ts';
import { matchSelector } from '../model/match.ts';
import { NAME_LABEL, type Namespace } from '../model/namespace.ts';
import { EVERYTHING, type Selector } from '../model/selector.ts';
import type { Asked } from './asked.ts';
import {
  ANY_VALUE,
  isPartOf,
  keyOf,
  type LabelSet,
  labelSetsFor,
  NO_LABELS,
} from './label-sets.ts';

export interface Place {
  /** Namespaces that are alike to all policies; null for one that is new and bears no name that a policy knows. */
  readonly names: readonly string[] | null;
  /** What a namespace must have that is not in the input yet. */
  readonly labels: LabelSet;
  /** One of them, as the evaluators see it. */
  readonly namespace: Namespace;
  /** The selectors that look at pods there. */
  readonly pods: readonly Selector[];
}

export interface Places {
  readonly places: readonly Place[];
  readonly isWhole: boolean;
}

const MOST_LABEL_SETS = 64;

export function placesFor({ namespaces }: Cluster, asked: readonly Asked[]): Places {
  const selectors = distinctSelectors(asked);
  const mentioned = new Set(selectors.flatMap(namesIn));
  const fresh = freshNames(new Set([...namespaces.keys(), ...mentioned]));
  const choices = labelSetsFor(selectors.map(withoutName), MOST_LABEL_SETS);
  const anywhere = choices.sets.map((labels) => placeOf(fresh(), null, labels, asked));
  const there = alike([...namespaces.values()], selectors, asked).map((group) => {
    const [first] = group;
    return {
      names: group.map(({ name }) => name),
      labels: NO_LABELS,
      namespace: first,
      pods: podsIn(first, asked),
    };
  });
  const missing = [...mentioned].filter((name) => !namespaces.has(name));
  let isWhole = choices.isWhole;
  const named = missing.flatMap((name) => {
    const own = selectors.filter((selector) => namesIn(selector).includes(name));
    const sets = labelSetsFor(own.map(withoutName), MOST_LABEL_SETS);
    isWhole &&= sets.isWhole;
    return sets.sets.map((labels) => placeOf(fresh(), name, labels, asked));
  });
  return { places: [...anywhere, ...there, ...named], isWhole };
}

/**
 * @param key under which it is put into the cluster: several may be of one name, with other labels each
 * @param name null for one that no policy names
 */
function placeOf(
  key: string,
  name: string | null,
  labels: LabelSet,
  asked: readonly Asked[],
): Place {
  const known = labelsOf([...realLabels(labels), [NAME_LABEL, name ?? key]]);
  const namespace = { name: key, labels: known, declared: null };
  const names = name === null ? null : [name];
  return { names, labels, namespace, pods: podsIn(namespace, asked) };
}

/** A value that no selector names, in the place of any. */
const SOME_VALUE = 'netpolis-any-value';

export function realLabels(labels: LabelSet): ReadonlyMap<string, string> {
  return new Map(
    [...labels].map(([key, value]) => [key, value === ANY_VALUE ? SOME_VALUE : value]),
  );
}

function podsIn(namespace: Namespace, asked: readonly Asked[]): readonly Selector[] {
  return asked.flatMap(({ namespaces, pods }) => {
    const looks =
      typeof namespaces === 'string'
        ? namespaces === namespace.name
        : matchSelector(namespaces, namespace.labels) !== 'no';
    return looks ? [pods] : [];
  });
}

/** Namespaces with policies that speak of them by name stand alone. */
function alike(
  namespaces: readonly Namespace[],
  selectors: readonly Selector[],
  asked: readonly Asked[],
): readonly (readonly [Namespace, ...Namespace[]])[] {
  const byName = new Set(
    asked.flatMap((one) => (typeof one.namespaces === 'string' ? [one.namespaces] : [])),
  );
  const groups = new Map<string, [Namespace, ...Namespace[]]>();
  for (const namespace of namespaces) {
    const answers = selectors.map((selector) => matchSelector(selector, namespace.labels)).join();
    // A doubt about a namespace is named after it.
    const isAlone = byName.has(namespace.name) || answers.includes('maybe');
    const key = isAlone ? `=${namespace.name}` : `:${answers}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [namespace]);
    else group.push(namespace);
  }
  return [...groups.values()];
}

function distinctSelectors(asked: readonly Asked[]): readonly Selector[] {
  return [
    ...new Set(
      asked.flatMap(({ namespaces }) => (typeof namespaces === 'string' ? [] : [namespaces])),
    ),
  ];
}

function namesIn({ requirements }: Selector): readonly string[] {
  return requirements.flatMap(({ key, values }) =>
    key === NAME_LABEL ? values.filter((name) => VALID_NAME.test(name)) : [],
  );
}

/** What no namespace can be called need not be asked about. */
const VALID_NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** The name is no label that one could choose. */
function withoutName({ requirements }: Selector): Selector {
  const others = requirements.filter(({ key }) => key !== NAME_LABEL);
  return others.length === 0 ? EVERYTHING : { requirements: others };
}

/** Names that neither the input nor a policy knows. */
function freshNames(taken: ReadonlySet<string>): () => string {
  let next = 0;
  return () => {
    do next += 1;
    while (taken.has(`new-namespace-${next}`));
    return `new-namespace-${next}`;
  };
}

/** Whether whatever is said of namespaces of the one kind is said of those of the other, too. */
export function covers(one: Place, other: Place): boolean {
  if (one.names !== null) {
    const isSame = one.names === other.names || one.names.join() === other.names?.join();
    return isSame && isPartOf(one.labels, other.labels);
  }
  if (other.names === null) return isPartOf(one.labels, other.labels);
  return isPartOf(one.labels, other.namespace.labels.known);
}

export function placeKey({ names, labels }: Place): string {
  return `${names === null ? '' : names.join()}\n${keyOf(labels)}`;
}
