// Where the things stand that a selector, a label, a namespace or a port name means.
import type { Cluster } from '../model/cluster.ts';
import { matchSelector } from '../model/match.ts';
import type { SourceFile } from '../model/source-file.ts';
import { nameRange, objectAt, portPlaces, type Target, targetOf } from './place.ts';
import { podsOfPort } from './ports.ts';
import {
  candidates,
  type Labelled,
  type SelectorSite,
  selectedAt,
  selectorIn,
  selectorSite,
} from './selecting.ts';
import { serviceNamed } from './services.ts';
import { inObject, type ReadingSite, readingSite } from './site.ts';

/** Empty where nothing is meant, or where no manifest holds what is meant. */
export function definition(
  files: readonly SourceFile[],
  file: string,
  at: number,
  cluster: Cluster,
): readonly Target[] {
  const text = files.find(({ name }) => name === file)?.text;
  const site = text === undefined ? null : readingSite(text, at);
  if (site === null) return [];
  const found = selectorSite(site);
  if (found !== null) return selectedTargets(labelledAt(site, found, cluster), cluster);
  return (
    namespaceTargets(site, cluster) ??
    portTargets(site, files, cluster) ??
    serviceTargets(site, files, cluster) ??
    []
  );
}

/** What the selector selects; where that is nothing, what carries the one label under the cursor. */
function labelledAt(site: ReadingSite, found: SelectorSite, cluster: Cluster): readonly Labelled[] {
  const { sure, maybe } = selectedAt(site, found, cluster);
  if (sure.length + maybe.length > 0) return [...sure, ...maybe];
  const key = found.rest.at(-1);
  const requirement = selectorIn(site, found).requirements.find((one) => one.key === key);
  if (requirement === undefined) return [];
  return candidates(site, found, cluster).filter(
    ({ labels }) => matchSelector({ requirements: [requirement] }, labels) === 'yes',
  );
}

function selectedTargets(labelled: readonly Labelled[], cluster: Cluster): readonly Target[] {
  const targets = labelled.flatMap(({ name, workload }) => {
    if (workload === null) return namespaceTarget(name, cluster);
    const words = `${workload.kind} ${workload.namespace}/${workload.name}`;
    return [targetOf(words, workload.origin, workload.range, workload.nameRange)];
  });
  return distinct(targets);
}

/** Workloads that a selector splits stand in one place. */
function distinct(targets: readonly Target[]): readonly Target[] {
  return [...new Map(targets.map((one) => [`${one.at.file} ${one.at.start}`, one])).values()];
}

function namespaceTarget(name: string, { namespaces }: Cluster): readonly Target[] {
  const declared = namespaces.get(name)?.declared;
  if (declared === undefined || declared === null) return [];
  return [targetOf(`Namespace ${name}`, declared.origin, declared.range, declared.nameRange)];
}

function namespaceTargets(site: ReadingSite, cluster: Cluster): readonly Target[] | null {
  const name = namespaceNamed(site);
  return name === null ? null : namespaceTarget(name, cluster);
}

/** The namespace whose name is under the cursor, in the metadata of an object. */
export function namespaceNamed(site: ReadingSite): string | null {
  const { path } = site;
  if (path.length !== 2 || path[0] !== 'metadata' || path[1] !== 'namespace') return null;
  const value = inObject(site, path);
  return value?.type === 'scalar' && value.text !== '' ? value.text : null;
}

function portTargets(
  site: ReadingSite,
  files: readonly SourceFile[],
  cluster: Cluster,
): readonly Target[] | null {
  const pods = podsOfPort(site, cluster);
  const value = inObject(site, site.path);
  if (pods === null || value?.type !== 'scalar') return null;
  return distinct(
    pods.flatMap(({ kind, namespace, name, origin, range }) => {
      const object = objectAt(files, origin, range);
      const places = object === null ? [] : portPlaces(object);
      return places
        .filter((port) => port.name === value.text || port.number === value.text)
        .map((port) =>
          targetOf(`${kind} ${namespace}/${name}`, origin, port.range, port.nameRange),
        );
    }),
  );
}

function serviceTargets(
  site: ReadingSite,
  files: readonly SourceFile[],
  cluster: Cluster,
): readonly Target[] | null {
  const service = serviceNamed(site, cluster);
  if (service === null) return null;
  const { origin, range, namespace, name } = service;
  const object = objectAt(files, origin, range);
  return object === null
    ? []
    : [targetOf(`Service ${namespace}/${name}`, origin, range, nameRange(object))];
}
