// The Services that other objects name as their backends.
import type { Cluster } from '../model/cluster.ts';
import type { Service } from '../model/service.ts';
import { inObject, type Site, textIn } from './site.ts';

/** Whether the path ends at the name of a Service. */
export function isServiceName({ kind, path }: Site): boolean {
  if (path.at(-1) !== 'name') return false;
  if (kind === 'Ingress') return path.at(-2) === 'service';
  if (kind === 'Route') return path.join() === 'spec,to,name';
  return kind !== null && /Route$/.test(kind) && path.at(-3) === 'backendRefs';
}

/** The namespace in which a backend is looked for. */
export function namespaceMeant(site: Site): string {
  const { path } = site;
  const at = path.indexOf('backendRefs');
  const reference = at === -1 ? null : inObject(site, path.slice(0, at + 2));
  return textIn(reference, 'namespace') ?? site.namespace;
}

export function servicesIn({ services }: Cluster, wanted: string): readonly Service[] {
  return services.filter(({ namespace }) => namespace === wanted);
}

/** The Service whose name is at the path, as far as the cluster has it. */
export function serviceNamed(site: Site, cluster: Cluster): Service | null {
  const value = isServiceName(site) ? inObject(site, site.path) : null;
  if (value?.type !== 'scalar') return null;
  const all = servicesIn(cluster, namespaceMeant(site));
  return all.find(({ name }) => name === value.text) ?? null;
}
