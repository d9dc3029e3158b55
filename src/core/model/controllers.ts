// Which pods of the input stand behind Ingress, Gateway and Route objects (SEMANTICS 6.3–6.5).
import type { Cluster, Ways } from './cluster.ts';
import type { Gateway, Route } from './route.ts';
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

/** Whether some Ingress, Gateway or Route is there whose controller's pods are not in the input. */
export function lacksController(cluster: Pick<Cluster, 'workloads' | 'ways'>): boolean {
  const { routes, gateways } = cluster.ways;
  const isGatewayRoute = ({ kind }: Route) => kind !== 'Ingress' && kind !== 'Route';
  const known = new Set(gateways.map(({ namespace, name }) => `${namespace}/${name}`));
  return (
    gateways.some((gateway) => gatewayPods(cluster, gateway).length === 0) ||
    routes.some((route) =>
      isGatewayRoute(route)
        ? // Of a Gateway that is not in the input nothing is known.
          route.parents.some(({ namespace, name }) => !known.has(`${namespace}/${name}`))
        : controllersOf(cluster, route).length === 0,
    )
  );
}

function makersOf(ways: Ways, { kind, className }: Route): readonly Maker[] {
  if (kind === 'Route') return OPENSHIFT === undefined ? [] : [OPENSHIFT];
  const controller = controllerOf(ways, 'IngressClass', className);
  if (controller !== null) return makersOfController(controller);
  if (className === null) return MAKERS;
  const named = MAKERS.filter(({ classes }) => classes.some((one) => className.includes(one)));
  return named;
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
