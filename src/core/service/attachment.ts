// Whether a route of the Gateway API gets its requests, and may hand them on (SEMANTICS 6.5).
import type { Cluster } from '../model/cluster.ts';
import { hostnamesMeet } from '../model/hostnames.ts';
import type { Tri } from '../model/labels.ts';
import { matchSelector } from '../model/match.ts';
import type {
  Admitted,
  Backend,
  Gateway,
  Listener,
  ParentReference,
  Route,
} from '../model/route.ts';

export interface Attachment {
  readonly match: Tri;
  /** Why it does not, or what it depends on; empty where it surely attaches. */
  readonly because: string;
}

const YES: Attachment = { match: 'yes', because: '' };

/** Whether one of a Gateway's listeners takes the route. */
export function attachmentOf(
  cluster: Pick<Cluster, 'namespaces'>,
  route: Route,
  parent: ParentReference,
  gateway: Gateway,
): Attachment {
  const name = nameOf(gateway);
  const meant = gateway.listeners.filter(
    (listener) =>
      (parent.listener === null || listener.name === parent.listener) &&
      (parent.port === null || listener.port === parent.port),
  );
  if (meant.length === 0) {
    return { match: 'no', because: `${name} has no such listener.` };
  }
  const fitting = meant.filter((listener) => takesKind(listener, route));
  if (fitting.length === 0) {
    return { match: 'no', because: `No listener of ${name} takes ${route.kind} objects.` };
  }
  const meeting = fitting.filter((listener) => isForHosts(listener, route));
  if (meeting.length === 0) {
    const hosts = [...new Set(fitting.map(({ hostname }) => hostname ?? ''))].join(', ');
    return {
      match: 'no',
      because: `${name} takes requests for ${hosts}, and none for ${route.hostnames.join(', ')}.`,
    };
  }
  const answers = meeting.map(({ from }) => admits(cluster, from, route, gateway));
  if (answers.includes('yes')) return YES;
  return answers.includes('maybe')
    ? {
        match: 'maybe',
        because: `No manifest declares namespace ${route.namespace}, so whether ${name} takes its routes is unknown.`,
      }
    : {
        match: 'no',
        because: `${name} takes no routes of namespace ${route.namespace}: its listeners' allowedRoutes leave it out.`,
      };
}

const PROTOCOLS: ReadonlyMap<string, readonly string[]> = new Map([
  ['HTTP', ['HTTPRoute', 'GRPCRoute']],
  ['HTTPS', ['HTTPRoute', 'GRPCRoute']],
  ['TLS', ['TLSRoute', 'TCPRoute']],
  ['TCP', ['TCPRoute']],
  ['UDP', ['UDPRoute']],
]);

/** A maker's own protocol may take anything. */
function takesKind({ kinds, protocol }: Listener, { kind }: Route): boolean {
  return (kinds ?? PROTOCOLS.get(protocol))?.includes(kind) ?? true;
}

/** Where connections are told apart by no host, a name of one says nothing. */
function isForHosts({ protocol, hostname }: Listener, { hostnames }: Route): boolean {
  return protocol === 'TCP' || protocol === 'UDP' || hostnamesMeet(hostname, hostnames);
}

/** Whether a Gateway lets a ListenerSet add to it, which it does only where it says so. */
export function admissionOf(
  cluster: Pick<Cluster, 'namespaces'>,
  set: Gateway,
  root: Gateway | null,
): Attachment {
  if (set.kind === 'Gateway') return YES;
  if (root === null) {
    const of = set.of === null ? '' : ` ${set.of.namespace}/${set.of.name}`;
    return {
      match: 'maybe',
      because: `The input has no Gateway${of}, to which ${nameOf(set)} adds its listeners: whether it takes them is unknown.`,
    };
  }
  const match = admits(cluster, root.admits, set, root);
  if (match === 'yes') return YES;
  return {
    match,
    because:
      match === 'no'
        ? `${nameOf(root)} takes no listeners of ${nameOf(set)}: its allowedListeners leave namespace ${set.namespace} out.`
        : `No manifest declares namespace ${set.namespace}, so whether ${nameOf(root)} takes listeners from there is unknown.`,
  };
}

function nameOf({ kind, namespace, name }: Gateway): string {
  return `${kind} ${namespace}/${name}`;
}

/** @param guest what would attach to the other */
function admits(
  { namespaces }: Pick<Cluster, 'namespaces'>,
  from: Admitted,
  guest: { readonly namespace: string },
  host: Gateway,
): Tri {
  if (from === 'All') return 'yes';
  if (from === 'None') return 'no';
  if (from === 'Same') return guest.namespace === host.namespace ? 'yes' : 'no';
  const labels = namespaces.get(guest.namespace)?.labels;
  return labels === undefined ? 'maybe' : matchSelector(from, labels);
}

/** A Service of another namespace is out of reach unless a ReferenceGrant there says otherwise. */
export function isGranted(
  { ways }: Pick<Cluster, 'ways'>,
  route: Route,
  { namespace, service }: Backend,
): boolean {
  if (namespace === route.namespace) return true;
  return ways.grants.some(
    (grant) =>
      grant.namespace === namespace &&
      grant.from.some((one) => one.kind === route.kind && one.namespace === route.namespace) &&
      grant.to.some(({ name }) => name === null || name === service),
  );
}
