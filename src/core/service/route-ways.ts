// The ways in by Ingress, the Gateway API and OpenShift's Route: through a controller to the pods of a Service.
import { decide } from '../explain/decide.ts';
import type { Cluster } from '../model/cluster.ts';
import {
  controllersOf,
  gatewayOf,
  gatewayPods,
  gatewayStanding,
  rootOf,
  routeStanding,
} from '../model/controllers.ts';
import type { End, Standing } from '../model/peer.ts';
import type { Backend, Gateway, ParentReference, Route } from '../model/route.ts';
import type { Service, ServicePort } from '../model/service.ts';
import { spanAt } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Workload } from '../model/workload.ts';
import { unlistedController } from './actors.ts';
import { admissionOf, attachmentOf, isGranted } from './attachment.ts';
import { endpointsOf, peerOf } from './endpoints.ts';
import { reachPort, wrongPort } from './reach.ts';
import { portsAsked, portsText } from './service-port.ts';
import {
  type Entry,
  fromOutside,
  type Hop,
  isOpen,
  type Place,
  type Problem,
  reachOfHops,
  throughEntry,
  type Way,
  type WayIn,
} from './way.ts';

export function waysOfRoute(place: Place, route: Route): readonly Way[] {
  if (route.kind === 'Ingress' || route.kind === 'Route') {
    const by = wayIn(route, null);
    const from = controllersOf(place.cluster, route);
    const standing = routeStanding(place.cluster, route);
    return route.backends.map((backend) => wayTo(place, route, backend, by, from, standing, null));
  }
  return route.parents.flatMap((parent) => {
    const { gateway, problem } = parentOf(place.cluster, route, parent);
    const by = wayIn(route, gateway ?? parent);
    const from = gateway === null ? [] : gatewayPods(place.cluster, gateway);
    const standing = gatewayStanding(place.cluster, gateway);
    return route.backends.map((backend) =>
      wayTo(place, route, backend, by, from, standing, problem),
    );
  });
}

function wayIn(
  { kind, namespace, name, origin, nameRange }: Route,
  parent: Pick<ParentReference, 'namespace' | 'name'> | null,
): WayIn {
  const gateway = parent && { namespace: parent.namespace, name: parent.name };
  return { kind, namespace, name, span: spanAt(origin, nameRange), gateway };
}

/** A Gateway that is not in the input is taken to let routes of its own namespace attach, as the default is. */
function parentOf(
  cluster: Cluster,
  route: Route,
  parent: ParentReference,
): { readonly gateway: Gateway | null; readonly problem: Problem | null } {
  const gateway = gatewayOf(cluster, parent);
  const root = rootOf(cluster, gateway);
  if (gateway === null) return { gateway: root, problem: missingGateway(cluster, route, parent) };
  const found = [
    attachmentOf(cluster, route, parent, gateway),
    admissionOf(cluster, gateway, root),
  ];
  const worst =
    found.find(({ match }) => match === 'no') ?? found.find(({ match }) => match === 'maybe');
  if (worst === undefined) return { gateway: root, problem: null };
  const kind = worst.match === 'no' ? 'not-attached' : 'may-not-attach';
  const span = spanAt(route.origin, parent.range);
  return { gateway: root, problem: { kind, message: worst.because, span } };
}

function missingGateway(
  { ways }: Cluster,
  route: Route,
  { kind, namespace, name, range }: ParentReference,
): Problem | null {
  const span = spanAt(route.origin, range);
  const missing = `The input has no ${kind} ${namespace}/${name}`;
  const other = ways.gateways.find((one) => one.kind === kind && one.name === name);
  if (other !== undefined) {
    const message = `${missing}. ${kind} ${other.namespace}/${name} has the name: if it is meant, write namespace: ${other.namespace}.`;
    return { kind: 'no-gateway', message, span };
  }
  // Which Gateway a ListenerSet adds to, and whether that takes it, only the set tells.
  if (kind === 'Gateway' && namespace === route.namespace) return null;
  // Other namespaces may attach only where the Gateway says so (SEMANTICS 6.5).
  const message = `${missing}: whether it takes routes of namespace ${route.namespace} is unknown.`;
  return { kind: 'may-not-attach', message, span };
}

function wayTo(
  place: Place,
  route: Route,
  backend: Backend,
  by: WayIn,
  controllers: readonly Workload[],
  standing: Standing,
  attaching: Problem | null,
): Way {
  const { cluster, services } = place;
  const service = services.get(`${backend.namespace}/${backend.service}`) ?? null;
  const sources: readonly End[] =
    controllers.length > 0 ? controllers.map(peerOf) : [unlistedController(cluster, standing)];
  const common = {
    by,
    requests: backend.requests,
    service: {
      namespace: backend.namespace,
      name: backend.service,
      span: service && spanAt(service.origin, service.nameRange),
    },
    entry: entryOf(place, controllers),
  };
  const stop = (problem: Problem): Way => ({ ...common, hops: [], problem, reach: 'deny' });
  const fault =
    attaching?.kind === 'not-attached' ? attaching : faultOf(cluster, route, backend, service);
  if (fault !== null || service === null) return stop(fault as Problem);
  const ports = portsOfBackend(cluster, route, backend, service).filter((port) =>
    isLedBy(route, port),
  );
  const hops = sources.flatMap((from) =>
    ports.map((port): Hop => ({ ...reachPort(cluster, from, service, port), from })),
  );
  const [nothing] = hops.flatMap((hop) => (hop.nothing === null ? [] : [hop.nothing]));
  if (hops.every(({ endpoints }) => endpoints.length === 0)) {
    const span = spanAt(route.origin, backend.serviceRange);
    return stop({ kind: 'no-endpoints', message: nothing ?? 'It has no endpoints.', span });
  }
  const reach = reachOfHops(hops, attaching);
  return { ...common, hops, problem: attaching, reach: throughEntry(reach, common.entry) };
}

/** Why a backend gets nothing, whatever policies say; null where it may. */
function faultOf(
  cluster: Cluster,
  route: Route,
  backend: Backend,
  service: Service | null,
): Problem | null {
  const { namespace, service: name, port } = backend;
  const at = (range: Backend['range']) => spanAt(route.origin, range);
  if (backend.weight === 0) {
    return {
      kind: 'no-weight',
      message: `With weight 0 Service ${namespace}/${name} gets no requests.`,
      span: at(backend.range),
    };
  }
  if (!isGranted(cluster, route, backend)) {
    return {
      kind: 'no-grant',
      message: `${route.kind} ${route.namespace}/${route.name} may not refer to Service ${name} of namespace ${namespace}: no ReferenceGrant there lets it.`,
      span: at(backend.serviceRange),
    };
  }
  if (service === null) {
    return {
      kind: 'no-service',
      message: `The input has no Service ${namespace}/${name}.`,
      span: at(backend.serviceRange),
    };
  }
  if (service.externalName !== null) {
    return {
      kind: 'external-name',
      message: `Service ${namespace}/${name} stands for the name ${service.externalName}: it leads out of the cluster, not to pods.`,
      span: at(backend.serviceRange),
    };
  }
  const span = at(backend.portRange ?? backend.range);
  if (port === null && route.kind !== 'Route') {
    const [only] = service.ports;
    const advice = only === undefined ? '' : `: write ${only.port}`;
    const message = `A backend has to name the port of its Service${advice}.`;
    return { kind: 'no-port', message, span };
  }
  const ports = portsOfBackend(cluster, route, backend, service);
  if (ports.some((one) => isLedBy(route, one))) return null;
  const [other] = ports;
  const message =
    other === undefined
      ? wrongPortOf(route, service, port)
      : `A ${route.kind} leads ${route.kind === 'UDPRoute' ? 'UDP' : 'TCP'}, and Service ${namespace}/${name} has ${portsText(ports)}.`;
  return { kind: 'no-port', message, span };
}

function isLedBy({ kind }: Route, { protocol }: ServicePort): boolean {
  return (protocol === 'UDP') === (kind === 'UDPRoute');
}

/**
 * An OpenShift Route names a port by its name in the Service, or the pods' own by its number, not the
 * Service's; without any it leads to all (SEMANTICS 6.6).
 */
function portsOfBackend(
  cluster: Cluster,
  { kind }: Route,
  { port }: Backend,
  service: Service,
): readonly ServicePort[] {
  if (kind !== 'Route' || port === null) return portsAsked(service, port);
  const number = Number(port);
  return service.ports.filter(
    (one) =>
      one.name === port ||
      `${one.targetPort}` === `${port}` ||
      endpointsOf(cluster, service, one).some((endpoint) => endpoint.port === number),
  );
}

function wrongPortOf({ kind }: Route, service: Service, port: Backend['port']): string {
  const asked = `${port}`;
  const own = kind === 'Route' ? service.ports.find((one) => `${one.port}` === asked) : undefined;
  if (own === undefined) return wrongPort(service, asked);
  return `A Route names a port of the pods, not the Service's: Service ${service.namespace}/${service.name} leads ${asked} to ${own.targetPort}.`;
}

const WEB_PORTS = new Set(['http', 'https', 'web', 'websecure', 'proxy', 'proxy-tls']);

/** Whether a controller of the input lets requests from outside in. */
function entryOf({ cluster, outside }: Place, controllers: readonly Workload[]): Entry | null {
  const [controller] = controllers;
  if (controller === undefined) return null;
  const to = peerOf(controller);
  const served = cluster.services
    .filter(isOpen)
    .flatMap((service) => service.ports.flatMap((port) => endpointsOf(cluster, service, port)))
    .filter(({ peer }) => peer.id === to.id);
  const declared = controller.ports.filter(({ name }) => WEB_PORTS.has(name ?? ''));
  const ports =
    served.length > 0
      ? served.map(({ port, protocol }) => ({ port, protocol }))
      : declared.map(({ number, protocol }) => ({ port: number, protocol }));
  const verdicts = ports.flatMap(({ port, protocol }) =>
    outside.map((peer) => fromOutside(decide(cluster, peer, to, protocol, port))),
  );
  if (verdicts.length === 0) return null;
  return { to, verdict: best(verdicts) };
}

function best(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('allow')) return 'allow';
  return verdicts.includes('depends') ? 'depends' : 'deny';
}
