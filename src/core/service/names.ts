// What a name means inside a pod: `nginx`, `nginx.green`, `db-0.db.x`, an address (SEMANTICS 1.27–1.32).
import type { Cluster } from '../model/cluster.ts';
import type { ActorPeer, ExternalPeer, WorkloadPeer } from '../model/peer.ts';
import { readAddress } from '../model/read-cidr.ts';
import type { Service } from '../model/service.ts';
import type { Workload } from '../model/workload.ts';
import { apiServerOf } from './actors.ts';
import { isAt, outsideAt, peerOf, podsBehind } from './endpoints.ts';
import { serviceAt } from './service-at.ts';

export type Meaning =
  | { readonly kind: 'service'; readonly service: Service; readonly via: Via }
  /** One pod: by its address, or by its name under a headless Service. */
  | { readonly kind: 'pod'; readonly peer: WorkloadPeer; readonly via: Via }
  /** `kubernetes.default`. */
  | { readonly kind: 'api-server'; readonly peer: ActorPeer; readonly via: Via }
  /** An address outside the cluster. */
  | { readonly kind: 'address'; readonly peer: ExternalPeer; readonly via: Via }
  /** A name that no one in the cluster has. */
  | { readonly kind: 'outside'; readonly name: string; readonly via: Via }
  /** A name of the cluster that nobody has, with what the resolver tries. */
  | { readonly kind: 'nobody'; readonly tried: readonly string[]; readonly via: Via };

/** Whether the cluster's DNS is asked, and the ExternalName Services on the way. */
export interface Via {
  readonly isAsked: boolean;
  readonly aliases: readonly Service[];
}

const DOMAIN = 'cluster.local';
/** An ExternalName may name another; nobody chains more, and a circle must end. */
const MOST_ALIASES = 8;

type Found = Pick<Cluster, 'workloads' | 'services' | 'namespaces' | 'ways' | 'unlisted'>;

/** @param namespace of the pod that asks, whose resolver looks there first */
export function resolveName(cluster: Found, text: string, namespace: string): Meaning {
  const address = readAddress(text);
  if (address !== null) {
    const via: Via = { isAsked: false, aliases: [] };
    const service = serviceAt(cluster.services, address);
    if (service !== null) return meaningOf(cluster, service, via);
    const pod = cluster.workloads.find((workload) => isAt(workload, address));
    return pod === undefined
      ? { kind: 'address', peer: outsideAt(address), via }
      : { kind: 'pod', peer: peerOf(pod), via };
  }
  return follow(cluster, text.toLowerCase(), namespace, []);
}

function follow(
  cluster: Found,
  text: string,
  namespace: string,
  aliases: readonly Service[],
): Meaning {
  const via: Via = { isAsked: true, aliases };
  const tried = searched(text, namespace);
  for (const name of tried) {
    const found = resolveWhole(cluster, name, via);
    if (found === null) continue;
    const target = found.kind === 'service' ? found.service.externalName : null;
    if (found.kind !== 'service' || target === null) return found;
    if (aliases.length >= MOST_ALIASES) return { kind: 'nobody', tried, via };
    // An alias is a whole name, whatever the resolver's search path.
    const address = readAddress(target);
    if (address !== null) {
      // A name that looks like an address is no address to DNS.
      return {
        kind: 'nobody',
        tried: [target],
        via: { isAsked: true, aliases: [...aliases, found.service] },
      };
    }
    return follow(cluster, `${target.replace(/\.$/, '')}.`, namespace, [...aliases, found.service]);
  }
  const bare = text.replace(/\.$/, '');
  return isOfCluster(cluster, bare)
    ? { kind: 'nobody', tried, via }
    : { kind: 'outside', name: bare, via };
}

/** As a pod's resolv.conf has it: the search path first, unless the name ends with a dot. */
function searched(text: string, namespace: string): readonly string[] {
  if (text.endsWith('.')) return [text.slice(0, -1)];
  return [`${text}.${namespace}.svc.${DOMAIN}`, `${text}.svc.${DOMAIN}`, `${text}.${DOMAIN}`, text];
}

/** Without a dot, in a namespace that is there, or under the cluster's own domain. */
function isOfCluster({ namespaces }: Found, name: string): boolean {
  const parts = name.split('.');
  return (
    parts.length === 1 ||
    name.endsWith(`.${DOMAIN}`) ||
    name.endsWith('.svc') ||
    (parts.length <= 3 && namespaces.has(parts.at(-1) ?? ''))
  );
}

function resolveWhole(cluster: Found, name: string, via: Via): Meaning | null {
  const suffix = `.svc.${DOMAIN}`;
  if (name.endsWith(`.pod.${DOMAIN}`)) return podByAddress(cluster, name, via);
  if (!name.endsWith(suffix)) return null;
  const parts = name.slice(0, -suffix.length).split('.');
  const namespace = parts.at(-1) ?? '';
  const serviceName = parts.at(-2);
  if (serviceName === undefined || parts.length > 3) return null;
  const service = cluster.services.find(
    (one) => one.namespace === namespace && one.name === serviceName,
  );
  if (parts.length === 2) {
    if (service !== undefined) return meaningOf(cluster, service, via);
    return isApiServer(namespace, serviceName) ? apiServer(cluster, via) : null;
  }
  const pod = service === undefined ? null : podOf(cluster, service, parts[0] ?? '');
  return pod === null ? null : { kind: 'pod', peer: peerOf(pod), via };
}

function meaningOf(cluster: Found, service: Service, via: Via): Meaning {
  return isApiServer(service.namespace, service.name)
    ? apiServer(cluster, via)
    : { kind: 'service', service, via };
}

function isApiServer(namespace: string, name: string): boolean {
  return namespace === 'default' && name === 'kubernetes';
}

function apiServer(cluster: Found, via: Via): Meaning {
  return { kind: 'api-server', peer: apiServerOf(cluster), via };
}

/** `10-0-0-7.x.pod.cluster.local` */
function podByAddress(cluster: Found, name: string, via: Via): Meaning | null {
  const [dashed = '', ...rest] = name.slice(0, -`.pod.${DOMAIN}`.length).split('.');
  const address =
    readAddress(dashed.replaceAll('-', '.')) ?? readAddress(dashed.replaceAll('-', ':'));
  if (address === null || rest.length !== 1) return null;
  const pod = cluster.workloads.find((workload) => isAt(workload, address));
  return pod === undefined
    ? { kind: 'address', peer: outsideAt(address), via }
    : { kind: 'pod', peer: peerOf(pod), via };
}

/** A pod by its own name under the headless Service that its StatefulSet or its spec names. */
function podOf(cluster: Found, service: Service, host: string): Workload | null {
  if (!service.isHeadless) return null;
  const behind = podsBehind(cluster, service)
    .map(({ workload }) => workload)
    .filter(({ subdomain }) => subdomain === service.name);
  const byName = behind.find(({ kind, name }) => kind === 'Pod' && name === host);
  if (byName !== undefined) return byName;
  const parts = /^(.+)-([0-9]{1,9})$/.exec(host);
  if (parts === null) return null;
  const [, set = '', ordinal = ''] = parts;
  const found = behind.find(({ kind, name }) => kind === 'StatefulSet' && name === set);
  if (found === undefined) return null;
  // Pods that a selector tells apart count with the rest.
  const apart = behind.filter(({ kind, name }) => kind === 'Pod' && name.startsWith(`${set}-`));
  const first = found.firstOrdinal ?? 0;
  const count = (typeof found.replicas === 'number' ? found.replicas : 0) + apart.length;
  return Number(ordinal) >= first && Number(ordinal) < first + count ? found : null;
}
