// Services as the cluster would have them: with addresses, node ports, and the pods behind them.

import { API_SERVER_ADDRESS, blockOf, createAddresses, SERVICE_BLOCK } from './addresses.ts';
import { kindOf } from './kinds.ts';
import { mapFrom } from './made.ts';
import { hashOf } from './naming.ts';
import type { KubeObject } from './objects.ts';
import type { Pod } from './pods.ts';
import { at, listAt, numberAt, textAt, textsAt, type Value, withAt } from './value.ts';

export interface KubeService {
  readonly object: KubeObject;
  readonly namespace: string;
  readonly name: string;
  readonly type: string;
  /** `None` for a headless one, '' for an ExternalName. */
  readonly clusterIp: string;
  readonly externalName: string | null;
  /** Addresses of a load balancer; empty while it waits for one. */
  readonly externalIps: readonly string[];
  readonly selector: ReadonlyMap<string, string> | null;
  readonly ports: readonly KubeServicePort[];
}

export interface KubeServicePort {
  readonly name: string | null;
  readonly port: number;
  readonly protocol: string;
  readonly targetPort: number | string;
  /** null where the Service has none. */
  readonly nodePort: number | null;
}

const SERVICE = kindOf('', 'v1', 'Service');

/** With the Service `kubernetes`, which every cluster has. Sorted by namespace and name. */
export function servicesOf(
  objects: readonly KubeObject[],
  serviceRanges: readonly string[],
): readonly KubeService[] {
  const own = objects.filter(({ kind }) => kind.kind === 'Service' && kind.group === '');
  const isThere = own.some(
    ({ namespace, name }) => namespace === 'default' && name === 'kubernetes',
  );
  const all = isThere ? own : [...own, apiServer()];
  const sorted = [...all].sort((a, b) =>
    compare(`${a.namespace}/${a.name}`, `${b.namespace}/${b.name}`),
  );
  const known = sorted.flatMap(({ value }) => textAt(value, 'spec', 'clusterIP') ?? []);
  const give = createAddresses(blockOf(serviceRanges, SERVICE_BLOCK), [
    API_SERVER_ADDRESS,
    ...known,
  ]);
  return sorted.map((object) => serviceOf(object, give));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function apiServer(): KubeObject {
  const port = mapFrom([
    ['name', 'https'],
    ['port', 443],
    ['protocol', 'TCP'],
    ['targetPort', 6443],
  ]);
  const labels = mapFrom([
    ['component', 'apiserver'],
    ['provider', 'kubernetes'],
  ]);
  const value = mapFrom([
    ['apiVersion', 'v1'],
    ['kind', 'Service'],
    [
      'metadata',
      mapFrom([
        ['labels', labels],
        ['name', 'kubernetes'],
        ['namespace', 'default'],
      ]),
    ],
    [
      'spec',
      mapFrom([
        ['clusterIP', API_SERVER_ADDRESS],
        ['ports', [port]],
        ['type', 'ClusterIP'],
      ]),
    ],
  ]);
  return {
    kind: SERVICE,
    apiVersion: 'v1',
    namespace: 'default',
    name: 'kubernetes',
    value,
    place: null,
  };
}

function serviceOf(object: KubeObject, give: (name: string) => string): KubeService {
  const { value, name } = object;
  const namespace = object.namespace ?? '';
  const type = textAt(value, 'spec', 'type') ?? 'ClusterIP';
  const isExternal = type === 'ExternalName';
  const clusterIp = isExternal
    ? ''
    : (textAt(value, 'spec', 'clusterIP') ?? give(`${namespace}/${name}`));
  const selector = textsAt(value, 'spec', 'selector');
  const hasNodePorts = type === 'NodePort' || type === 'LoadBalancer';
  const ports = listAt(value, 'spec', 'ports').flatMap((one): KubeServicePort[] => {
    const port = numberAt(one, 'port');
    if (port === null) return [];
    const target = at(one, 'targetPort');
    const made = 30000 + (hashOf(`${namespace}/${name} ${port}`) % 2768);
    return [
      {
        name: textAt(one, 'name'),
        port,
        protocol: textAt(one, 'protocol') ?? 'TCP',
        targetPort: typeof target === 'number' || typeof target === 'string' ? target : port,
        nodePort: hasNodePorts ? (numberAt(one, 'nodePort') ?? made) : null,
      },
    ];
  });
  return {
    object,
    namespace,
    name,
    type,
    clusterIp,
    externalName: isExternal ? textAt(value, 'spec', 'externalName') : null,
    externalIps: [
      ...listAt(value, 'status', 'loadBalancer', 'ingress').flatMap(
        (one) => textAt(one, 'ip') ?? textAt(one, 'hostname') ?? [],
      ),
      ...listAt(value, 'spec', 'externalIPs').filter((one) => typeof one === 'string'),
    ],
    selector: selector.size === 0 ? null : selector,
    ports,
  };
}

/** A pod behind a port of a Service. */
export interface KubeEndpoint {
  readonly ip: string;
  readonly port: number;
  readonly portName: string | null;
  readonly protocol: string;
  readonly pod: Pod | null;
}

/** The pods that a Service picks, with the ports that they are reached on; those that a manifest lists where it picks none. */
export function endpointsOf(
  service: KubeService,
  pods: readonly Pod[],
  objects: readonly KubeObject[],
  apiServerAddress: string,
): readonly KubeEndpoint[] {
  const { selector, namespace, name, ports } = service;
  if (selector === null) {
    if (service.object.place === null) {
      return [{ ip: apiServerAddress, port: 6443, portName: 'https', protocol: 'TCP', pod: null }];
    }
    return listed(objects, namespace, name);
  }
  const behind = pods.filter(
    (pod) =>
      pod.namespace === namespace &&
      pod.phase === 'Running' &&
      [...selector].every(([key, value]) => pod.labels.get(key) === value),
  );
  return ports.flatMap((port) =>
    behind.flatMap((pod) => {
      const number = targetOn(pod, port);
      return number === null
        ? []
        : [{ ip: pod.ip, port: number, portName: port.name, protocol: port.protocol, pod }];
    }),
  );
}

function targetOn(pod: Pod, { targetPort, protocol }: KubeServicePort): number | null {
  if (typeof targetPort === 'number') return targetPort;
  const found = pod.containers
    .flatMap((container) => container.ports)
    .find((one) => one.name === targetPort && one.protocol === protocol);
  return found?.port ?? null;
}

function listed(
  objects: readonly KubeObject[],
  namespace: string,
  name: string,
): readonly KubeEndpoint[] {
  const own = objects.find(
    (one) => one.kind.kind === 'Endpoints' && one.namespace === namespace && one.name === name,
  );
  return listAt(own?.value, 'subsets').flatMap((subset) =>
    listAt(subset, 'ports').flatMap((port) =>
      listAt(subset, 'addresses').flatMap((address) => {
        const [ip, number] = [textAt(address, 'ip'), numberAt(port, 'port')];
        if (ip === null || number === null) return [];
        const [portName, protocol] = [textAt(port, 'name'), textAt(port, 'protocol') ?? 'TCP'];
        return [{ ip, port: number, portName, protocol, pod: null }];
      }),
    ),
  );
}

/** The object as the API server would give it back: with its address and ports. */
export function storedService({ object, clusterIp, type, ports }: KubeService): Value {
  const spec = withAt(at(object.value, 'spec'), ['type'], type);
  const given = clusterIp === '' ? spec : withAt(spec, ['clusterIP'], clusterIp);
  const stored = ports.map(({ name, nodePort, port, protocol, targetPort }) =>
    mapFrom([
      ['name', name ?? undefined],
      ['nodePort', nodePort ?? undefined],
      ['port', port],
      ['protocol', protocol],
      ['targetPort', targetPort],
    ]),
  );
  return withAt(
    object.value,
    ['spec'],
    stored.length === 0 ? given : withAt(given, ['ports'], stored),
  );
}
