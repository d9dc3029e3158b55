// A pod for each kind that policies may tell from the others, put into the cluster beside one workload.
import { asSeen } from '../cluster/as-seen.ts';
import type { Assumptions } from '../model/assumptions.ts';
import type { Cluster } from '../model/cluster.ts';
import { labelsOf } from '../model/labels.ts';
import type { WorkloadPeer } from '../model/peer.ts';
import type { ContainerPort } from '../model/port.ts';
import type { Selector } from '../model/selector.ts';
import { type Workload, workloadIdOf } from '../model/workload.ts';
import type { Asked } from './asked.ts';
import { isPartOf, type LabelSet, labelSetsFor, weightOf } from './label-sets.ts';
import { covers, type Place, placesFor, realLabels } from './places.ts';

/** New pods that no policy tells apart. */
export interface Kind {
  readonly place: Place;
  readonly labels: LabelSet;
  readonly pod: WorkloadPeer;
}

export interface Kinds {
  /** None before one that speaks of more pods. */
  readonly kinds: readonly Kind[];
  readonly isWhole: boolean;
}

const MOST_KINDS = 2000;
const FEWEST_A_PLACE = 8;
const MOST_A_PLACE = 256;

export function kindsOf(
  cluster: Cluster,
  assumptions: Assumptions,
  asked: readonly Asked[],
): Kinds {
  const { places, isWhole: hasAllPlaces } = placesFor(cluster, asked);
  const share = Math.floor(MOST_KINDS / places.length);
  const most = Math.min(MOST_A_PLACE, Math.max(FEWEST_A_PLACE, share));
  let isWhole = hasAllPlaces;
  const found = places.flatMap((place) => {
    const choices = labelSetsFor(askedIn(place, places), most);
    isWhole &&= choices.isWhole;
    return choices.sets.map((labels) => ({ place, labels }));
  });
  const pods = asSeen(
    found.map(({ place, labels }, at) => newPod(place, labels, at)),
    assumptions,
  );
  const kinds = found.map((kind, at): Kind => {
    const workload = pods[at] as Workload;
    return { ...kind, pod: { type: 'workload', id: workload.id, workload } };
  });
  return { kinds: kinds.sort(byBreadth), isWhole };
}

/**
 * The selectors of pods to be tried in a place: those that look there, and those that look in any place
 * of which a line speaks for this one, too. Without them nothing here could say otherwise.
 */
function askedIn(place: Place, places: readonly Place[]): readonly Selector[] {
  const wider = places.filter((one) => one !== place && one.names === null && covers(one, place));
  return [...new Set([place, ...wider].flatMap(({ pods }) => pods))];
}

function newPod(place: Place, labels: LabelSet, at: number): Workload {
  const namespace = place.namespace.name;
  // No object is called so: the name is no DNS label.
  const name = `(new pod ${at})`;
  return {
    id: workloadIdOf(namespace, name, 'Pod'),
    namespace,
    name,
    kind: 'Pod',
    replicas: 1,
    labels: labelsOf(realLabels(labels)),
    ports: [],
    hostNetwork: false,
    addresses: null,
    origin: { file: '', offset: 0 },
    range: NOWHERE,
    nameRange: NOWHERE,
    ignores: [],
  };
}

const NOWHERE = { start: 0, end: 0 };

/** The workload and the new pods alone: nobody else changes what is between them. */
export function clusterWith(
  cluster: Cluster,
  workloads: readonly Workload[],
  places: readonly Place[],
): Cluster {
  const namespaces = new Map(cluster.namespaces);
  for (const { namespace } of places) namespaces.set(namespace.name, namespace);
  return { ...cluster, namespaces, workloads };
}

/** The same pod with ports of these names. */
export function withPorts({ pod }: Kind, ports: readonly ContainerPort[]): Workload {
  const { workload } = pod;
  const name = `${workload.name} with ports`;
  return { ...workload, id: workloadIdOf(workload.namespace, name, 'Pod'), name, ports };
}

/** Whether what is said of the one kind is said of the pods of the other, unless that says otherwise. */
export function speaksOf(one: Kind, other: Kind): boolean {
  return covers(one.place, other.place) && isPartOf(one.labels, other.labels);
}

function byBreadth(one: Kind, other: Kind): number {
  return (
    weightOf(one.labels) - weightOf(other.labels) ||
    Number(one.place.names !== null) - Number(other.place.names !== null) ||
    weightOf(one.place.labels) - weightOf(other.place.labels)
  );
}
