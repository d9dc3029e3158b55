// Who listens on a port of a pod, and what is spoken there: by the manifests, and by what is known of images.
import type { Pod } from '../../cluster/pods.ts';
import type { World } from '../../cluster/world.ts';

/** `other`: no HTTP, as databases speak. */
export type Speech = 'http' | 'https' | 'other';

export type Listening =
  | { readonly listens: true; readonly speech: Speech; readonly isTaken: boolean }
  | { readonly listens: false };

interface Known {
  readonly ports: readonly number[];
  readonly speech: Speech;
}

const http = (...ports: readonly number[]): Known => ({ ports, speech: 'http' });
const other = (...ports: readonly number[]): Known => ({ ports, speech: 'other' });
const NOBODY: Known = { ports: [], speech: 'other' };

/** What images listen on that are run as they are, by the last part of their names. */
const IMAGES: ReadonlyMap<string, Known> = new Map([
  ['nginx', http(80)],
  ['nginx-unprivileged', http(8080)],
  ['httpd', http(80)],
  ['caddy', http(80)],
  ['traefik', http(80)],
  ['whoami', http(80)],
  ['color', http(80)],
  ['httpbin', http(80)],
  ['wordpress', http(80)],
  ['nextcloud', http(80)],
  ['drupal', http(80)],
  ['joomla', http(80)],
  ['adminer', http(8080)],
  ['echoserver', http(8080)],
  ['hello-app', http(8080)],
  ['http-echo', http(5678)],
  ['tomcat', http(8080)],
  ['jenkins', http(8080)],
  ['keycloak', http(8080)],
  ['ghost', http(2368)],
  ['grafana', http(3000)],
  ['prometheus', http(9090)],
  ['alertmanager', http(9093)],
  ['node-exporter', http(9100)],
  ['elasticsearch', http(9200)],
  ['kibana', http(5601)],
  ['minio', http(9000)],
  ['vault', http(8200)],
  ['consul', http(8500)],
  ['registry', http(5000)],
  ['influxdb', http(8086)],
  ['redis', other(6379)],
  ['valkey', other(6379)],
  ['postgres', other(5432)],
  ['postgresql', other(5432)],
  ['mysql', other(3306)],
  ['mariadb', other(3306)],
  ['mongo', other(27017)],
  ['mongodb', other(27017)],
  ['memcached', other(11211)],
  ['rabbitmq', other(5672)],
  ['nats', other(4222)],
  ['kafka', other(9092)],
  ['zookeeper', other(2181)],
  ['etcd', other(2379)],
  ['coredns', other(53)],
  ['agnhost', http(8080)],
  ['nginx-hello', http(80)],
  ['podinfo', http(9898)],
  ['hello-world-rest-api', http(8080)],
  ['hello-kubernetes', http(8080)],
  ['alpine', NOBODY],
  ['busybox', NOBODY],
  ['curl', NOBODY],
  ['netshoot', NOBODY],
  ['debian', NOBODY],
  ['ubuntu', NOBODY],
  ['pause', NOBODY],
  ['ubi-minimal', NOBODY],
  ['dnsutils', NOBODY],
  ['jessie-dnsutils', NOBODY],
  ['network-multitool', http(80)],
  ['alpine-curl', NOBODY],
  ['busyboxplus', NOBODY],
]);

/** Ports on which nobody speaks HTTP, whatever the image is. */
const OTHER_PORTS = new Set([
  22, 25, 53, 1433, 1883, 2181, 2379, 3306, 4222, 5432, 5672, 6379, 9042, 9092, 11211, 27017,
]);
const TLS_PORTS = new Set([443, 6443, 8443, 9443]);

/**
 * Declarations bind nobody (SEMANTICS 1.19), so a port counts as open that a container declares, that its
 * image is known for, or that a Service sends to. Where nothing of all this is said, the port that is asked for
 * is taken for open.
 */
export function listeningOn(world: World, pod: Pod, port: number, protocol: string): Listening {
  const known = pod.containers.flatMap(({ image }) => IMAGES.get(shortName(image)) ?? []);
  const declared = pod.containers.flatMap(({ ports }) => ports);
  const byImage = protocol === 'TCP' ? known.find(({ ports }) => ports.includes(port)) : undefined;
  const isDeclared = declared.some((one) => one.port === port && one.protocol === protocol);
  const targets = targetsOf(world, pod);
  const isTarget = targets.some((one) => one.port === port && one.protocol === protocol);
  if (byImage !== undefined) return { listens: true, speech: byImage.speech, isTaken: false };
  const speech: Speech = TLS_PORTS.has(port) ? 'https' : OTHER_PORTS.has(port) ? 'other' : 'http';
  if (isDeclared) return { listens: true, speech, isTaken: false };
  // What a Service is made for is meant, but an image that is known to listen elsewhere does not care.
  if (isTarget && known.length === 0) return { listens: true, speech, isTaken: false };
  if (known.length > 0 || declared.length > 0) return { listens: false };
  return { listens: true, speech, isTaken: true };
}

interface PodPort {
  readonly port: number;
  readonly protocol: string;
}

/** All that count as open there, sorted, each once. */
export function portsOf(world: World, pod: Pod): readonly PodPort[] {
  const known = pod.containers.flatMap(({ image }) => IMAGES.get(shortName(image)) ?? []);
  const byImage = known.flatMap(({ ports }) => ports.map((port) => ({ port, protocol: 'TCP' })));
  const declared = pod.containers.flatMap(({ ports }) => ports);
  const found = new Map<string, PodPort>();
  for (const { port, protocol } of [...byImage, ...declared, ...targetsOf(world, pod)]) {
    if (listeningOn(world, pod, port, protocol).listens) {
      found.set(`${protocol} ${port}`, { port, protocol });
    }
  }
  return [...found.values()].sort((a, b) => a.port - b.port);
}

/** What web server it is, for its welcome page. */
export function webServerOf(pod: Pod): 'nginx' | 'httpd' | null {
  const names = pod.containers.map(({ image }) => shortName(image));
  if (names.some((name) => name.startsWith('nginx'))) return 'nginx';
  return names.includes('httpd') ? 'httpd' : null;
}

/** `docker.io/library/nginx:1.27@sha256:…` → `nginx` */
function shortName(image: string): string {
  const [path = ''] = image.split('@');
  const last = path.split('/').at(-1) ?? '';
  return last.split(':')[0] ?? '';
}

function targetsOf(world: World, pod: Pod): readonly PodPort[] {
  return world.services
    .filter(
      ({ namespace, selector }) =>
        selector !== null &&
        namespace === pod.namespace &&
        [...selector].every(([key, value]) => pod.labels.get(key) === value),
    )
    .flatMap(({ ports }) =>
      ports.flatMap(({ targetPort, protocol }) =>
        typeof targetPort === 'number' ? [{ port: targetPort, protocol }] : [],
      ),
    );
}
