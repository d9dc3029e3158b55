// Namespaces, Services and their ports where an object names one.
import type { Cluster } from '../model/cluster.ts';
import type { Completion } from './completion.ts';
import { counted } from './counted.ts';
import type { Step } from './loose.ts';
import { isServiceName, namespaceMeant, servicesIn } from './services.ts';
import { inObject, textIn, type WritingSite } from './site.ts';
import { writeValue } from './writing.ts';

/** Null where no name is meant. */
export function completeNames(site: WritingSite, cluster: Cluster): readonly Completion[] | null {
  if (site.spot.form === 'key') return null;
  return completeNamespaces(site, cluster) ?? completeServices(site, cluster);
}

function completeNamespaces(site: WritingSite, cluster: Cluster): readonly Completion[] | null {
  const { path } = site;
  const isOwn = path.length === 2 && path[0] === 'metadata' && path[1] === 'namespace';
  if (!isOwn && !(path.at(-1) === 'namespace' && path.includes('backendRefs'))) return null;
  return [...cluster.namespaces.values()].map(({ name, declared, labels }) => {
    const workloads = cluster.workloads.filter(({ namespace }) => namespace === name).length;
    const known = [...labels.known].map(([key, value]) => `${key}: ${value}`).join(', ');
    return {
      kind: 'namespace',
      label: name,
      detail: counted(workloads, 'workload'),
      documentation: `${declared === null ? 'No manifest declares this namespace; it is only named.' : 'Declared by a manifest.'} Labels: ${known}.`,
      ...writeValue(site, name),
    };
  });
}

/** What a backend of an Ingress, of a Gateway route or of an OpenShift Route names. */
function completeServices(site: WritingSite, cluster: Cluster): readonly Completion[] | null {
  const { path } = site;
  const last = path.at(-1);
  if (isServiceName(site)) {
    return servicesIn(cluster, namespaceMeant(site)).map((service) => ({
      kind: 'service',
      label: service.name,
      detail: service.ports.map(({ port }) => port).join(', '),
      documentation: `Service in ${service.namespace}, ${service.exposure}.`,
      ...writeValue(site, service.name),
    }));
  }
  const holder = portHolder(site);
  if (holder === null) return null;
  const name = textIn(inObject(site, holder), 'name');
  const ports = servicesIn(cluster, namespaceMeant(site))
    .filter((service) => service.name === name)
    .flatMap((service) => service.ports);
  const isName = last === 'name' || last === 'targetPort';
  return ports.flatMap(({ name: portName, port, protocol, targetPort }): readonly Completion[] => {
    const value = isName ? portName : port;
    if (value === null) return [];
    return [
      {
        kind: 'port',
        label: `${value}`,
        detail: isName ? `${port} ${protocol}` : `${portName ?? ''} ${protocol}`.trim(),
        documentation: `Port ${port} of the Service ${name}; its pods get it at ${targetPort}.`,
        ...writeValue(site, value),
      },
    ];
  });
}

/** Where the name stands of the Service whose port is meant. */
function portHolder({ kind, path }: WritingSite): readonly Step[] | null {
  const last = path.at(-1);
  if (kind === 'Ingress') {
    const isPort = path.at(-2) === 'port' && path.at(-3) === 'service';
    return isPort && (last === 'name' || last === 'number') ? path.slice(0, -2) : null;
  }
  if (kind === 'Route') {
    return path.join() === 'spec,port,targetPort' ? ['spec', 'to'] : null;
  }
  const isRoute = kind !== null && /Route$/.test(kind);
  return isRoute && last === 'port' && path.at(-3) === 'backendRefs' ? path.slice(0, -1) : null;
}
