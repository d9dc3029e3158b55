// Who is drawn around the workloads: the Internet and each block of addresses, nodes, the API server,
// cluster DNS, the ingress controller; each has a switch.
import { type Analysis, endAt } from '../engine/analysis.ts';
import {
  API_SERVER,
  CLUSTER_DNS,
  type End,
  INGRESS_CONTROLLER,
  NEW_POD,
  NODES,
  type PeerIndex,
} from '../model/peer.ts';
import { internetName } from './names.ts';

/** What a person has switched, by key; the rest is as usual. */
export type Around = Readonly<Record<string, boolean>>;

/** The key of what is left of the address space beside named blocks. */
export const INTERNET = 'internet';
/** The key of the ways in. */
export const WAYS = 'ways';

interface ActorWords {
  readonly name: string;
  /** What stands below the name. */
  readonly note: string;
}

/** In the order of the switches. */
export const ACTORS: ReadonlyMap<string, ActorWords> = new Map([
  [NODES, { name: 'Nodes', note: 'the machines' }],
  [API_SERVER, { name: 'API server', note: 'kubernetes.default' }],
  [CLUSTER_DNS, { name: 'Cluster DNS', note: 'not in the manifests' }],
  [INGRESS_CONTROLLER, { name: 'Ingress controller', note: 'not in the manifests' }],
  [NEW_POD, { name: 'Any new pod', note: 'without labels, in a new namespace' }],
]);

/** What it is called, where it is somebody who stands in no manifest. */
export function actorWords({ id }: Pick<End, 'id'>): ActorWords | null {
  const namespace = newPodIn(id);
  if (namespace !== null) return { name: `New pod in ${namespace}`, note: 'without labels' };
  return ACTORS.get(id) ?? null;
}

/** The namespace of a pod not written yet; null for everybody else, and for one in a new namespace. */
export function newPodIn(id: string): string | null {
  const before = `${NEW_POD} `;
  return id.startsWith(before) ? id.slice(before.length) : null;
}

/** Of the switch that draws it; null for a workload, which is always drawn. */
export function aroundKey(end: End): string | null {
  if (newPodIn(end.id) !== null) return NEW_POD;
  if (actorWords(end) !== null) return end.id;
  if (end.type !== 'external') return null;
  return internetName(end.cidrs) === null ? end.id : INTERNET;
}

/** Blocks of addresses are drawn unless they are switched off, all else only if it is switched on. */
export function isSwitchedOn(around: Around, key: string): boolean {
  if (Object.hasOwn(around, key)) return around[key] === true;
  return key !== WAYS && !ACTORS.has(key);
}

export function isDrawn(around: Around, end: End): boolean {
  const key = aroundKey(end);
  return key === null || isSwitchedOn(around, key);
}

/** Whether anybody is to be drawn of whom an analysis tells only if asked. */
export function wantsActors(around: Around): boolean {
  return [...ACTORS.keys()].some((id) => isSwitchedOn(around, id));
}

/** The numbers of those that are drawn, in their order. */
export function drawnEnds(analysis: Analysis, around: Around): readonly PeerIndex[] {
  const count = analysis.peers.length + analysis.actors.length;
  return Array.from({ length: count }, (_, index) => index).filter((index) => {
    const end = endAt(analysis, index);
    return end !== undefined && isDrawn(around, end);
  });
}
