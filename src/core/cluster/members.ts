// The pods of one workload: those that are live in the input, and those its template will make.
import type { Address } from '../model/cidr.ts';
import type { Labels } from '../model/labels.ts';
import type { ContainerPort } from '../model/port.ts';
import type { Owner, Placed, PodsResource } from '../model/resource.ts';

type PlacedPods = Placed<PodsResource>;

/** A pod, or several of which nothing tells one from another. */
export interface Member {
  /** The pod's own name; null where the cluster will choose it. */
  readonly podName: string | null;
  readonly count: number;
  readonly labels: Labels;
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
  readonly addresses: readonly Address[] | null;
  readonly from: PlacedPods;
}

/** Everything of the input that belongs to one workload. */
export interface Group {
  readonly controllers: PlacedPods[];
  /** Live pods, or a pod that stands by itself. */
  readonly pods: PlacedPods[];
}

/** Ordinals are told apart up to here; nobody writes policies for more pods by name. */
const MAX_ORDINALS = 500;

const POD_NAME = 'statefulset.kubernetes.io/pod-name';
const POD_INDEX = 'apps.kubernetes.io/pod-index';

/**
 * The pods of the whole group.
 * @param makers the manifests that make them, which may be several: the ReplicaSets of a Deployment
 *   that is not in the input itself share the work
 */
export function membersOf(
  makers: readonly PlacedPods[],
  group: Group,
  needsOrdinals: boolean,
): readonly Member[] {
  const [only, ...others] = makers;
  if (only === undefined) return group.pods.map(memberOfPod);
  if (others.length === 0) return membersOfOne(only, group.pods, needsOrdinals);
  const key = ({ kind, name }: Owner) => `${kind}/${name}`;
  const podsOf = new Map<string, PlacedPods[]>(makers.map(({ resource }) => [key(resource), []]));
  const strays: PlacedPods[] = [];
  for (const pod of group.pods) {
    const { owner } = pod.resource;
    ((owner && podsOf.get(key(owner))) ?? strays).push(pod);
  }
  return [
    ...strays.map(memberOfPod),
    ...makers.flatMap((maker) =>
      membersOfOne(maker, podsOf.get(key(maker.resource)) ?? [], needsOrdinals),
    ),
  ];
}

function membersOfOne(
  controller: PlacedPods,
  pods: readonly PlacedPods[],
  needsOrdinals: boolean,
): readonly Member[] {
  const live = pods.map(memberOfPod);
  const declared = controller.resource.replicas;
  if (declared === 'per-node') return live.length > 0 ? live : [virtual(controller, 1)];
  const missing = declared - live.length;
  if (missing <= 0) return live;
  const { firstOrdinal } = controller.resource;
  if (firstOrdinal !== null && (needsOrdinals || missing === 1)) {
    return [...live, ...ordinals(controller, firstOrdinal, declared, live)];
  }
  return [...live, withLiveValues(virtual(controller, missing), live)];
}

function memberOfPod(from: PlacedPods): Member {
  const { resource } = from;
  return {
    podName: resource.name,
    count: 1,
    labels: { known: resource.labels, valueUnknown: new Set(), complete: true },
    ports: resource.ports,
    hostNetwork: resource.hostNetwork,
    addresses: resource.addresses,
    from,
  };
}

function virtual(from: PlacedPods, count: number): Member {
  const { resource } = from;
  const isStateful = resource.firstOrdinal !== null;
  return {
    podName: null,
    count,
    labels: {
      known: resource.labels,
      valueUnknown: new Set(
        isStateful ? [...resource.valueUnknown, POD_NAME, POD_INDEX] : resource.valueUnknown,
      ),
      complete: true,
    },
    ports: resource.ports,
    hostNetwork: resource.hostNetwork,
    addresses: null,
    from,
  };
}

/** A StatefulSet's pods that are not among the live ones, each with the labels its name brings (SEMANTICS 5.3). */
function ordinals(
  controller: PlacedPods,
  first: number,
  replicas: number,
  live: readonly Member[],
): readonly Member[] {
  const names = new Set(live.map((member) => member.podName));
  const made: Member[] = [];
  const template = withLiveValues(virtual(controller, 1), live);
  const valueUnknown = new Set(
    [...template.labels.valueUnknown].filter((key) => key !== POD_NAME && key !== POD_INDEX),
  );
  for (let index = first; index < first + Math.min(replicas, MAX_ORDINALS); index++) {
    const podName = `${controller.resource.name}-${index}`;
    if (names.has(podName)) continue;
    const known = new Map(template.labels.known);
    known.set(POD_NAME, podName).set(POD_INDEX, String(index));
    made.push({ ...template, podName, labels: { known, valueUnknown, complete: true } });
  }
  if (replicas > MAX_ORDINALS) made.push({ ...template, count: replicas - MAX_ORDINALS });
  return made;
}

/** What the cluster chose for the live pods it will choose for the rest, where they agree. */
function withLiveValues(member: Member, live: readonly Member[]): Member {
  const [first] = live;
  if (first === undefined) return member;
  const known = new Map(member.labels.known);
  const valueUnknown = new Set(member.labels.valueUnknown);
  for (const key of member.labels.valueUnknown) {
    const value = first.labels.known.get(key);
    if (value === undefined) continue;
    if (!live.every((other) => other.labels.known.get(key) === value)) continue;
    known.set(key, value);
    valueUnknown.delete(key);
  }
  return { ...member, labels: { known, valueUnknown, complete: true } };
}
