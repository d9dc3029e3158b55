// Which controller a pod or a lesser controller belongs to (SEMANTICS 5.7, 5.8).
import type { Owner, Placed, PodsResource } from '../model/resource.ts';

type PlacedPods = Placed<PodsResource>;

/** The workload that something is shown as. */
export interface Top {
  readonly namespace: string;
  readonly kind: string;
  readonly name: string;
}

/** Finds an object of the input by what an owner reference says. */
export type Lookup = (namespace: string, owner: Owner) => PlacedPods | null;

export function lookupOf(pods: readonly PlacedPods[]): Lookup {
  const byName = new Map<string, PlacedPods>();
  for (const item of pods) {
    const { namespace, kind, name } = item.resource;
    byName.set(`${namespace}/${kind}/${name}`, item);
  }
  return (namespace, owner) => byName.get(`${namespace}/${owner.kind}/${owner.name}`) ?? null;
}

/** Kinds that exist only to make pods for another: they are followed upwards. */
const LESSER: ReadonlyMap<string, readonly string[] | 'any'> = new Map<
  string,
  readonly string[] | 'any'
>([
  ['Pod', 'any'],
  ['ReplicaSet', 'any'],
  ['Job', ['CronJob']],
  ['ReplicationController', ['DeploymentConfig']],
]);

export function topOf(resource: PodsResource, lookup: Lookup): Top {
  const { namespace } = resource;
  let top: PodsResource | Top = resource;
  let owner = followed(resource);
  // Owners form a short chain; a circle in a hostile input ends here too.
  for (let steps = 0; owner !== null && steps < 4; steps++) {
    const found: PlacedPods | null = lookup(namespace, owner);
    if (found === null) {
      top = { namespace, ...(unseenOwner(resource, owner, lookup) ?? owner) };
      break;
    }
    top = found.resource;
    owner = followed(found.resource);
  }
  return { namespace, kind: top.kind, name: top.name };
}

function followed(resource: PodsResource): Owner | null {
  const { owner } = resource;
  const kinds = LESSER.get(resource.kind);
  // A static pod's owner is its node: it stands alone.
  if (owner === null || kinds === undefined || owner.kind === 'Node') return null;
  return kinds === 'any' || kinds.includes(owner.kind) ? owner : null;
}

/** Owners whose own manifest is missing, but whose name tells the workload that is there. */
function unseenOwner(pod: PodsResource, owner: Owner, lookup: Lookup): Owner | null {
  const candidates: Owner[] = [];
  if (owner.kind === 'ReplicaSet') {
    for (const [label, kind] of [
      ['pod-template-hash', 'Deployment'],
      ['rollouts-pod-template-hash', 'Rollout'],
    ] as const) {
      const hash = pod.labels.get(label);
      if (hash !== undefined && owner.name.endsWith(`-${hash}`)) {
        candidates.push({ kind, name: owner.name.slice(0, -hash.length - 1) });
      }
    }
  }
  if (owner.kind === 'VirtualMachineInstance') {
    candidates.push({ kind: 'VirtualMachine', name: owner.name });
  }
  if (owner.kind === 'Job') {
    // A CronJob's jobs are called after it and the minute they are due.
    const due = /^(.+)-[0-9]{6,10}$/.exec(owner.name);
    if (due !== null) candidates.push({ kind: 'CronJob', name: due[1] as string });
  }
  return candidates.find((candidate) => lookup(pod.namespace, candidate) !== null) ?? null;
}
