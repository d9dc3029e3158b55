// Label keys and values that the pods or namespaces of this cluster carry.
import type { Cluster } from '../model/cluster.ts';
import type { Completion } from './completion.ts';
import { counted, named } from './counted.ts';
import type { Step } from './loose.ts';
import {
  candidates,
  type Labelled,
  podsIn,
  type SelectorSite,
  selectFrom,
  selectorIn,
  selectorSite,
} from './selecting.ts';
import { inObject, textIn, type WritingSite } from './site.ts';
import { writeKey, writeValue } from './writing.ts';

/** Null where no label is meant. */
export function completeLabels(site: WritingSite, cluster: Cluster): readonly Completion[] | null {
  const found = selectorSite(site);
  return found === null ? completeOwnLabels(site, cluster) : completeSelector(site, found, cluster);
}

function completeSelector(
  site: WritingSite,
  found: SelectorSite,
  cluster: Cluster,
): readonly Completion[] | null {
  const { form } = site.spot;
  const noun = found.of === 'pods' ? 'workload' : 'namespace';
  const rest = found.isPlain ? ['matchLabels', ...found.rest] : found.rest;
  const [part, which, field] = rest;
  const left = (without: readonly Step[]) => {
    const all = candidates(site, found, cluster);
    const selector = selectorIn(site, found, found.isPlain ? without.slice(1) : without);
    const { sure, maybe } = selectFrom(all, selector);
    return sure.length + maybe.length > 0 ? [...sure, ...maybe] : all;
  };
  if (part === 'matchLabels') {
    if (which === undefined && form !== 'value') {
      return keys(site, left([part, site.spot.text]), noun, 'entry', keysAt(site, found));
    }
    return typeof which === 'string' && form !== 'key'
      ? values(site, left([part, which]), which, noun)
      : null;
  }
  if (part !== 'matchExpressions' || typeof which !== 'number') return null;
  if (field === 'key') return keys(site, left([part, which]), noun, 'name', new Set());
  if (field !== 'values') return null;
  const key = textIn(inObject(site, [...found.at, part, which]), 'key');
  return key === null || form === 'key' ? null : values(site, left([part, which]), key, noun);
}

function keysAt(site: WritingSite, found: SelectorSite): ReadonlySet<string> {
  const map = inObject(site, found.isPlain ? found.at : [...found.at, 'matchLabels']);
  const keys = map?.type === 'map' ? map.entries.map(({ key }) => key) : [];
  return new Set(keys.filter((key) => key !== site.spot.text));
}

/** The labels of an object itself: those that others of its sort carry. */
function completeOwnLabels(site: WritingSite, cluster: Cluster): readonly Completion[] | null {
  const { path, kind, spot } = site;
  const at = path.lastIndexOf('labels');
  if (at < 1 || path[at - 1] !== 'metadata' || path.length > at + 2) return null;
  const isPod = path.includes('template') || kind === 'Pod';
  if (!isPod && kind !== 'Namespace') return null;
  const all: readonly Labelled[] = isPod
    ? podsIn(cluster, () => true)
    : [...cluster.namespaces.values()].map(({ name, labels }) => ({
        name,
        labels,
        workload: null,
      }));
  const noun = isPod ? 'workload' : 'namespace';
  const key = path[at + 1];
  if (key === undefined && spot.form !== 'value') {
    const map = inObject(site, path);
    const there = map?.type === 'map' ? map.entries.map((entry) => entry.key) : [];
    const others = new Set(there.filter((one) => one !== spot.text));
    return keys(site, all, noun, 'open entry', others);
  }
  return typeof key === 'string' && spot.form !== 'key' ? values(site, all, key, noun) : null;
}

/**
 * @param form an entry of a map, with its value where there is but one; one that leaves the value
 *   open; or the name alone
 */
function keys(
  site: WritingSite,
  all: readonly Labelled[],
  noun: string,
  form: 'entry' | 'open entry' | 'name',
  without: ReadonlySet<string>,
): readonly Completion[] {
  const holders = new Map<string, Labelled[]>();
  for (const one of all) {
    // Not those whose value the cluster makes up: nobody selects by them.
    for (const key of one.labels.known.keys()) {
      if (without.has(key)) continue;
      const list = holders.get(key);
      if (list === undefined) holders.set(key, [one]);
      else list.push(one);
    }
  }
  return [...holders].sort(byFrequency).map(([key, list]) => {
    const values = [...new Set(list.flatMap(({ labels }) => labels.known.get(key) ?? []))];
    const only = values.length === 1 && form === 'entry' ? values[0] : undefined;
    const below = only === undefined ? 'scalar' : { value: only };
    return {
      kind: 'label-key',
      label: key,
      detail: only === undefined ? counted(list.length, noun) : `= ${only}`,
      documentation: `${counted(list.length, noun)} with this label: ${named(list.map(({ name }) => name))}. Values: ${named(values, 6)}.`,
      ...(form === 'name' ? writeValue(site, key) : writeKey(site, key, below)),
    };
  });
}

function values(
  site: WritingSite,
  all: readonly Labelled[],
  key: string,
  noun: string,
): readonly Completion[] {
  const holders = new Map<string, Labelled[]>();
  for (const one of all) {
    const value = one.labels.known.get(key);
    if (value === undefined) continue;
    const list = holders.get(value);
    if (list === undefined) holders.set(value, [one]);
    else list.push(one);
  }
  return [...holders].sort(byFrequency).map(([value, list]) => ({
    kind: 'label-value',
    label: value,
    detail: counted(list.length, noun),
    documentation: `${key}: ${value} is on ${named(
      list.map(({ name }) => name),
      6,
    )}.`,
    ...writeValue(site, value),
  }));
}

/** What most have comes first; of equals, by the alphabet. */
function byFrequency(
  [one, first]: readonly [string, readonly Labelled[]],
  [other, second]: readonly [string, readonly Labelled[]],
): number {
  return second.length - first.length || (one < other ? -1 : 1);
}
