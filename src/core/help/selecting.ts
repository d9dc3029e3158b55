// What a selector under the cursor selects in the cluster, whatever kind of object holds it.
import { isNull } from '../manifests/fields.ts';
import { createNotes } from '../manifests/notes.ts';
import { selectorAt } from '../manifests/selector.ts';
import type { Entry, MapTree, Tree } from '../manifests/tree.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Labels, Tri } from '../model/labels.ts';
import { labelsOf } from '../model/labels.ts';
import { matchSelector } from '../model/match.ts';
import { EVERYTHING, type Requirement, type Selector } from '../model/selector.ts';
import type { Workload } from '../model/workload.ts';
import type { Step } from './loose.ts';
import { inObject, type Site } from './site.ts';

export interface SelectorSite {
  readonly of: 'pods' | 'namespaces';
  /** Of the selector in its object. */
  readonly at: readonly Step[];
  /** From the selector to the cursor. */
  readonly rest: readonly Step[];
  /** A plain map of labels, as that of a Service, without matchLabels. */
  readonly isPlain: boolean;
}

const POD_SELECTORS: ReadonlySet<Step> = new Set(['podSelector']);
const NAMESPACE_SELECTORS: ReadonlySet<Step> = new Set(['namespaceSelector', 'namespaces']);
/** Kinds whose `spec.selector` is a plain map, and those in which it is a label selector. */
const PLAIN: ReadonlySet<string> = new Set([
  'Service',
  'ReplicationController',
  'DeploymentConfig',
]);
const LABEL_SELECTORS: ReadonlySet<string> = new Set([
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'Rollout',
  'PodDisruptionBudget',
]);

/** The selector in which the path lies, or at which it ends. */
export function selectorSite({ kind, path }: Pick<Site, 'kind' | 'path'>): SelectorSite | null {
  if (kind === null || path[0] !== 'spec') return null;
  if (path[1] === 'selector') {
    if (!PLAIN.has(kind) && !LABEL_SELECTORS.has(kind)) return null;
    return { of: 'pods', at: path.slice(0, 2), rest: path.slice(2), isPlain: PLAIN.has(kind) };
  }
  if (!/Policy$/.test(kind)) return null;
  const index = path.findIndex((step) => POD_SELECTORS.has(step) || NAMESPACE_SELECTORS.has(step));
  const step = path[index];
  if (step === undefined) return null;
  return {
    of: POD_SELECTORS.has(step) ? 'pods' : 'namespaces',
    at: path.slice(0, index + 1),
    rest: path.slice(index + 1),
    isPlain: false,
  };
}

/** The selector as it is written; `without` leaves out the requirement that is being written. */
export function selectorIn(
  site: Site,
  found: SelectorSite,
  without: readonly Step[] = [],
): Selector {
  const tree = inObject(site, found.at);
  if (tree?.type !== 'map') return EVERYTHING;
  if (found.isPlain) return plainSelector(tree, without[0]);
  const [part, which] = without;
  const kept = tree.entries.map((entry) => (entry.key === part ? omit(entry, which) : entry));
  const map: MapTree = { ...tree, entries: kept };
  const holder: MapTree = {
    type: 'map',
    range: tree.range,
    entries: [{ key: 'it', keyRange: tree.range, value: map }],
  };
  const selector = selectorAt(createNotes(site.text), holder, 'it', '') ?? EVERYTHING;
  return { requirements: selector.requirements.filter(isWritten) };
}

function omit(entry: Entry, which: Step | undefined): Entry {
  const { value } = entry;
  if (value.type === 'map') {
    return {
      ...entry,
      value: { ...value, entries: value.entries.filter(({ key }) => key !== which) },
    };
  }
  if (value.type !== 'list') return entry;
  return { ...entry, value: { ...value, items: value.items.filter((_, at) => at !== which) } };
}

function plainSelector(tree: MapTree, without: Step | undefined): Selector {
  const requirements = tree.entries.flatMap(({ key, value }): readonly Requirement[] => {
    if (key === without || value.type !== 'scalar') return [];
    return [{ key, operator: 'In', values: [value.text] }];
  });
  return { requirements };
}

/** Half an expression selects nothing yet. */
function isWritten({ key, operator, values }: Requirement): boolean {
  return key !== '' && ((operator !== 'In' && operator !== 'NotIn') || values.length > 0);
}

/** Something with labels that a selector may select. */
export interface Labelled {
  /** `shop/web`, or the name of a namespace. */
  readonly name: string;
  readonly labels: Labels;
  readonly workload: Workload | null;
}

/** Everything that the selector could select, whatever labels it asks for. */
export function candidates(site: Site, found: SelectorSite, cluster: Cluster): readonly Labelled[] {
  if (found.of === 'namespaces') {
    return [...cluster.namespaces.values()].map(({ name, labels }) => ({
      name,
      labels,
      workload: null,
    }));
  }
  const own = ownPods(site, found);
  if (own !== null) return own;
  return podsIn(cluster, namespacesMeant(site, found, cluster));
}

/** A controller selects the pods of its own template, which says what they are (SEMANTICS 5.2). */
function ownPods(site: Site, { at }: SelectorSite): readonly Labelled[] | null {
  const labels = inObject(site, [...at.slice(0, -1), 'template', 'metadata', 'labels']);
  if (at.length !== 2 || at[1] !== 'selector' || labels === null) return null;
  const known = labels.type === 'map' ? labels.entries.map(labelOf) : [];
  return [{ name: 'its own template', labels: labelsOf(known), workload: null }];
}

function labelOf({ key, value }: Entry): readonly [string, string] {
  return [key, value.type === 'scalar' ? value.text : ''];
}

export function podsIn(
  cluster: Cluster,
  isMeant: (namespace: string) => boolean,
): readonly Labelled[] {
  return cluster.workloads
    .filter(({ namespace }) => isMeant(namespace))
    .map((workload) => ({
      name: `${workload.namespace}/${workload.name}`,
      labels: workload.labels,
      workload,
    }));
}

/** Those of the selector beside it; else its own, or for what has none every one (SEMANTICS 1.9, 4.6). */
function namespacesMeant(
  site: Site,
  { at }: SelectorSite,
  cluster: Cluster,
): (namespace: string) => boolean {
  const beside = [...at.slice(0, -1), 'namespaceSelector'];
  const tree = at.at(-1) === 'podSelector' ? inObject(site, beside) : null;
  if (tree !== null && !isNull(tree)) {
    const found: SelectorSite = { of: 'namespaces', at: beside, rest: [], isPlain: false };
    const selector = selectorIn(site, found);
    const matching = new Set(
      [...cluster.namespaces.values()]
        .filter(({ labels }) => matchSelector(selector, labels) !== 'no')
        .map(({ name }) => name),
    );
    return (namespace) => matching.has(namespace);
  }
  if (isClusterScoped(site)) return () => true;
  return (namespace) => namespace === site.namespace;
}

function isClusterScoped({ kind }: Site): boolean {
  return kind !== null && kind !== 'NetworkPolicy' && /NetworkPolicy$/.test(kind);
}

export interface Selected<T = Labelled> {
  readonly sure: readonly T[];
  readonly maybe: readonly T[];
}

export function selectFrom<T extends { readonly labels: Labels }>(
  all: readonly T[],
  selector: Selector,
): Selected<T> {
  const of = (wanted: Tri) =>
    all.filter(({ labels }) => matchSelector(selector, labels) === wanted);
  return { sure: of('yes'), maybe: of('maybe') };
}

/** What the selector at the cursor selects. */
export function selectedAt(site: Site, found: SelectorSite, cluster: Cluster): Selected {
  return selectFrom(candidates(site, found, cluster), selectorIn(site, found));
}

/** The pods of one peer entry of a policy, for those that are made of selectors. */
export function podsOfPeer(site: Site, at: readonly Step[], cluster: Cluster): readonly Labelled[] {
  const peer = inObject(site, at);
  if (peer?.type !== 'map' || holds(peer, 'ipBlock')) return [];
  const found: SelectorSite = {
    of: 'pods',
    at: [...at, 'podSelector'],
    rest: [],
    isPlain: false,
  };
  const { sure, maybe } = selectedAt(site, found, cluster);
  return [...sure, ...maybe];
}

function holds(map: MapTree, key: string): boolean {
  const entry = map.entries.findLast((one) => one.key === key);
  return entry !== undefined && !isNull(entry.value as Tree);
}
