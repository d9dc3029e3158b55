// Which pods of the input stand behind Ingress, Gateway and Route objects (SEMANTICS 6.3–6.5).
import type { Cluster, Ways } from './cluster.ts';
import type { Standing } from './peer.ts';
import type { Gateway, ParentReference, Route } from './route.ts';
import type { Workload } from './workload.ts';

/** A controller that people run, and how its pods and its classes are known. */
interface Maker {
  /** Its pods carry one of these labels. */
  readonly labels: readonly (readonly [key: string, value: string | null])[];
  /** Names that its IngressClass usually has. */
  readonly classes: readonly string[];
  /** Labels that others have as well: they count only where the class names this maker. */
  readonly common?: readonly (readonly [key: string, value: string])[];
  /** What its IngressClass or GatewayClass names as the controller, or how that begins. */
  readonly controllers: readonly string[];
}

const APP = 'app.kubernetes.io/name';

const MAKERS: readonly Maker[] = [
  {
    labels: [
      [APP, 'ingress-nginx'],
      ['app', 'ingress-nginx'],
      [APP, 'nginx-ingress'],
      ['app', 'nginx-ingress'],
      [APP, 'nginx-gateway-fabric'],
    ],
    classes: ['nginx'],
    controllers: ['k8s.io/ingress-nginx', 'nginx.org/', 'gateway.nginx.org/'],
  },
  {
    labels: [
      [APP, 'traefik'],
      ['app', 'traefik'],
    ],
    classes: ['traefik'],
    controllers: ['traefik.io/'],
  },
  {
    labels: [
      [APP, 'kubernetes-ingress'],
      [APP, 'haproxy-ingress'],
      ['run', 'haproxy-ingress'],
    ],
    classes: ['haproxy'],
    controllers: ['haproxy.org/', 'haproxy-ingress.github.io/'],
  },
  {
    labels: [[APP, 'kong']],
    classes: ['kong'],
    controllers: ['ingress-controllers.konghq.com/', 'konghq.com/'],
  },
  {
    labels: [[APP, 'contour']],
    common: [
      ['app', 'envoy'],
      [APP, 'envoy'],
    ],
    classes: ['contour'],
    controllers: ['projectcontour.io/', 'gateway.envoyproxy.io/'],
  },
  {
    labels: [
      ['istio', 'ingressgateway'],
      ['istio', 'ingress'],
    ],
    classes: ['istio'],
    controllers: ['istio.io/'],
  },
  {
    labels: [['ingresscontroller.operator.openshift.io/deployment-ingresscontroller', null]],
    classes: ['openshift-default'],
    controllers: ['openshift.io/'],
  },
];

/** Load balancers of a cloud: what they send comes from their addresses or from a node's, never from a pod. */
const CLOUD = {
  /** What a class names as its controller, or how that begins. */
  controllers: [
    'ingress.k8s.aws/',
    'eks.amazonaws.com/',
    'gateway.k8s.aws/',
    'application-networking.k8s.aws/',
    'ingress.gcp.io/',
    'networking.gke.io/',
    'azure/application-gateway',
    'alb.networking.azure.io/',
    'oci.oraclecloud.com/',
    'ingress.k8s.alibabacloud/',
  ],
  /** Names of classes that mean them where no class is in the input. */
  classes: new Set([
    'alb',
    'gce',
    'gce-internal',
    'gce-multi-cluster',
    'gce-multi-cluster-internal',
    'azure-application-gateway',
    'azure/application-gateway',
    'azure-alb-external',
    'azure-alb-internal',
    'native-ic-ingress-class',
  ]),
  /** How the names of GKE's classes of Gateways begin. */
  gateways: 'gke-',
};

const OPENSHIFT = MAKERS[MAKERS.length - 1];
const GATEWAY_LABELS = [
  'gateway.networking.k8s.io/gateway-name',
  'istio.io/gateway-name',
  'gateway.envoyproxy.io/owning-gateway-name',
];
/** Parts of the same release that lead no requests. */
const OTHER_PARTS = new Set(['admission-webhook', 'default-backend', 'defaultbackend']);

/** The pods behind an Ingress or an OpenShift Route; none where they are not in the input. */
export function controllersOf(
  { workloads, ways }: Pick<Cluster, 'workloads' | 'ways'>,
  route: Route,
): readonly Workload[] {
  const makers = makersOf(ways, route);
  const isNamed = makers.length < MAKERS.length;
  return workloads.filter((workload) => makers.some((maker) => isOf(maker, workload, isNamed)));
}

/** The pods behind a Gateway; none where they are not in the input. */
export function gatewayPods(
  { workloads, ways }: Pick<Cluster, 'workloads' | 'ways'>,
  { name, className }: Gateway,
): readonly Workload[] {
  // In whatever namespace: some controllers keep them in their own.
  const own = workloads.filter(({ labels }) =>
    GATEWAY_LABELS.some((key) => labels.known.get(key) === name),
  );
  if (own.length > 0) return own;
  const controller = controllerOf(ways, 'GatewayClass', className);
  const makers = controller === null ? [] : makersOfController(controller);
  return workloads.filter((workload) => makers.some((maker) => isOf(maker, workload, true)));
}

/** Where the controllers stand that some Ingress, Gateway or Route needs and the input does not hold. */
export function lackingControllers(
  cluster: Pick<Cluster, 'workloads' | 'ways'>,
): ReadonlySet<Standing> {
  const { routes, gateways } = cluster.ways;
  const found = new Set<Standing>();
  for (const gateway of gateways) {
    if (gateway.kind !== 'Gateway') continue;
    if (gatewayPods(cluster, gateway).length === 0) found.add(gatewayStanding(cluster, gateway));
  }
  for (const route of routes) {
    if (route.kind === 'Ingress' || route.kind === 'Route') {
      if (controllersOf(cluster, route).length === 0) found.add(routeStanding(cluster, route));
      continue;
    }
    // Of a Gateway that is not in the input nothing is known.
    if (route.parents.some((parent) => rootOf(cluster, gatewayOf(cluster, parent)) === null)) {
      found.add('unknown');
    }
  }
  return found;
}

export function gatewayOf(
  { ways }: Pick<Cluster, 'ways'>,
  parent: ParentReference,
): Gateway | null {
  const isMeant = ({ kind, namespace, name }: Gateway) =>
    kind === parent.kind && namespace === parent.namespace && name === parent.name;
  return ways.gateways.find(isMeant) ?? null;
}

/** The Gateway whose controller serves the listeners: of a ListenerSet the one that it adds to. */
export function rootOf({ ways }: Pick<Cluster, 'ways'>, gateway: Gateway | null): Gateway | null {
  if (gateway === null || gateway.kind === 'Gateway') return gateway;
  const { of } = gateway;
  const isIt = ({ kind, namespace, name }: Gateway) =>
    kind === 'Gateway' && namespace === of?.namespace && name === of.name;
  return ways.gateways.find(isIt) ?? null;
}

/** What policies see in the controller behind an Ingress or an OpenShift Route, where its pods are not in the input. */
export function routeStanding(
  { ways }: Pick<Cluster, 'ways'>,
  { kind, className, hasCloudSettings }: Route,
): Standing {
  if (kind === 'Route') return 'router';
  const known = standingOf(controllerOf(ways, 'IngressClass', className), className);
  if (known !== 'unknown') return known;
  if (hasCloudSettings) return 'outside';
  // Without any class the controller of the cluster is meant, as all the listings of such inputs take it.
  const isNamed =
    className !== null || ways.classes.some((one) => one.kind === 'IngressClass' && one.isDefault);
  return isNamed ? 'unknown' : 'pods';
}

/** The same of a Gateway; null for one that is not in the input. */
export function gatewayStanding(
  { ways }: Pick<Cluster, 'ways'>,
  gateway: Gateway | null,
): Standing {
  if (gateway === null) return 'unknown';
  const { className } = gateway;
  return standingOf(controllerOf(ways, 'GatewayClass', className), className);
}

/** By the controller that the class names, else by the usual names of classes (SEMANTICS 6.3). */
function standingOf(controller: string | null, className: string | null): Standing {
  if (controller !== null) {
    if (CLOUD.controllers.some((one) => controller.startsWith(one))) return 'outside';
    return makersOfController(controller).length > 0 ? 'pods' : 'unknown';
  }
  if (className === null) return 'unknown';
  if (CLOUD.classes.has(className) || className.startsWith(CLOUD.gateways)) return 'outside';
  return makersOfClass(className).length > 0 ? 'pods' : 'unknown';
}

function makersOf(ways: Ways, { kind, className }: Route): readonly Maker[] {
  if (kind === 'Route') return OPENSHIFT === undefined ? [] : [OPENSHIFT];
  const controller = controllerOf(ways, 'IngressClass', className);
  if (controller !== null) return makersOfController(controller);
  if (className === null) return MAKERS;
  return makersOfClass(className);
}

function makersOfClass(className: string): readonly Maker[] {
  return MAKERS.filter(({ classes }) => classes.some((one) => className.includes(one)));
}

function makersOfController(controller: string): readonly Maker[] {
  return MAKERS.filter(({ controllers }) => controllers.some((one) => controller.startsWith(one)));
}

/** What the class of the input names, or for no class the one that is the default. */
function controllerOf(
  { classes }: Ways,
  kind: 'IngressClass' | 'GatewayClass',
  className: string | null,
): string | null {
  const found = classes.find(
    (one) => one.kind === kind && (className === null ? one.isDefault : one.name === className),
  );
  return found?.controller ?? null;
}

/** @param isNamed the class names this maker */
function isOf(
  { labels, common }: Maker,
  { kind, labels: own }: Workload,
  isNamed: boolean,
): boolean {
  if (kind === 'Job' || kind === 'CronJob') return false;
  if (OTHER_PARTS.has(own.known.get('app.kubernetes.io/component') ?? '')) return false;
  return [...labels, ...((isNamed && common) || [])].some(([key, value]) =>
    value === null ? own.known.has(key) : own.known.get(key) === value,
  );
}
