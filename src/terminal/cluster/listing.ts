// Everything that the API server would list of a kind: what manifests declare, and what the cluster makes of it.

import { replicaSetName, replicasOf, templateOf } from './controllers.ts';
import { type Kind, kindOf } from './kinds.ts';
import { mapFrom, mapOfTexts } from './made.ts';
import { ending } from './naming.ts';
import { type ClusterNode, nodesOf } from './nodes.ts';
import type { KubeObject } from './objects.ts';
import type { Pod } from './pods.ts';
import { endpointsOf, type KubeEndpoint, type KubeService, storedService } from './services.ts';
import { at, isMap, textsAt, type Value, type ValueMap, withAt } from './value.ts';
import type { World } from './world.ts';

/** Sorted by namespace and name. */
export function listed(kind: Kind, world: World): readonly KubeObject[] {
  return [...unsorted(kind, world)].sort((a, b) => compare(orderOf(a), orderOf(b)));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function orderOf({ namespace, name }: KubeObject): string {
  return `${namespace ?? ''} ${name}`;
}

function unsorted(kind: Kind, world: World): readonly KubeObject[] {
  const own = world.objects.filter(
    (one) => one.kind.kind === kind.kind && one.kind.group === kind.group,
  );
  switch (`${kind.group}/${kind.kind}`) {
    case '/Pod':
      return world.pods.map(podObject);
    case '/Namespace':
      return world.namespaces.map((one) => ({ ...one, value: storedNamespace(one) }));
    case '/Node':
      return nodesOf(world.objects).map(nodeObject);
    case '/Service':
      return world.services.map((service) => ({
        ...service.object,
        value: asMap(storedService(service)),
      }));
    case '/Endpoints':
      return withMade(
        own,
        world.services.flatMap((service) => endpointsObject(service, world)),
      );
    case 'discovery.k8s.io/EndpointSlice':
      return withMade(
        own,
        world.services.flatMap((service) => sliceObject(service, own, world)),
      );
    case 'apps/ReplicaSet':
      return withMade(own, replicaSets(world));
    default:
      return own;
  }
}

function withMade(own: readonly KubeObject[], made: readonly KubeObject[]): readonly KubeObject[] {
  const names = new Set(own.map(orderOf));
  return [...own, ...made.filter((one) => !names.has(orderOf(one)))];
}

function asMap(value: Value): ValueMap {
  return isMap(value) ? value : new Map();
}

function made(
  kind: Kind,
  namespace: string | null,
  name: string,
  value: ValueMap,
  of?: KubeObject,
): KubeObject {
  const apiVersion = kind.group === '' ? kind.version : `${kind.group}/${kind.version}`;
  const typed = new Map<string, Value>([['apiVersion', apiVersion], ['kind', kind.kind], ...value]);
  const object: KubeObject = { kind, apiVersion, namespace, name, value: typed, place: null };
  return of === undefined ? object : { ...object, of };
}

const POD = kindOf('', 'v1', 'Pod');

/** A pod as the API server would give it back. */
function podObject(pod: Pod): KubeObject {
  const { namespace, name, labels, annotations, ip, node, phase, owners, spec, object } = pod;
  const isOwn = object.kind.kind === 'Pod' && object.name === name;
  if (isOwn) {
    const value = asMap(
      withAt(withAt(object.value, ['status', 'phase'], phase), ['status', 'podIP'], ip),
    );
    return { ...object, value: asMap(withAt(value, ['spec', 'nodeName'], node)) };
  }
  const [owner] = owners;
  const reference =
    owner &&
    mapFrom([
      ['apiVersion', owner.kind === 'Job' ? 'batch/v1' : 'apps/v1'],
      ['controller', true],
      ['kind', owner.kind],
      ['name', owner.name],
    ]);
  const metadata = mapFrom([
    ['annotations', annotations.size === 0 ? undefined : mapOfTexts(annotations)],
    ['labels', mapOfTexts(labels)],
    ['name', name],
    ['namespace', namespace],
    ['ownerReferences', reference && [reference]],
  ]);
  const status = mapFrom([
    ['phase', phase],
    ['podIP', ip],
  ]);
  const value = mapFrom([
    ['metadata', metadata],
    ['spec', withAt(spec, ['nodeName'], node)],
    ['status', status],
  ]);
  return made(POD, namespace, name, value, object);
}

function storedNamespace({ value, name }: KubeObject): ValueMap {
  const labels = new Map([
    ...textsAt(value, 'metadata', 'labels'),
    ['kubernetes.io/metadata.name', name] as const,
  ]);
  return asMap(
    withAt(withAt(value, ['metadata', 'labels'], labels), ['status', 'phase'], 'Active'),
  );
}

function nodeObject({ name, address, object }: ClusterNode): KubeObject {
  if (object !== null) return object;
  const addresses = [
    mapFrom([
      ['address', address],
      ['type', 'InternalIP'],
    ]),
  ];
  const labels = mapFrom([
    ['kubernetes.io/hostname', name],
    ['kubernetes.io/os', 'linux'],
  ]);
  const value = mapFrom([
    [
      'metadata',
      mapFrom([
        ['labels', labels],
        ['name', name],
      ]),
    ],
    ['status', mapFrom([['addresses', addresses]])],
  ]);
  return made(kindOf('', 'v1', 'Node'), null, name, value);
}

/** Behind a Service, in the order of their addresses. */
export function endpointsBehind(service: KubeService, world: World): readonly KubeEndpoint[] {
  const [first] = nodesOf(world.objects);
  return endpointsOf(service, world.pods, world.objects, first?.address ?? '192.168.0.11');
}

function endpointsObject(service: KubeService, world: World): readonly KubeObject[] {
  if (service.selector === null && service.object.place !== null) return [];
  const all = endpointsBehind(service, world);
  const addresses = [...new Set(all.map(({ ip }) => ip))].map((ip) => mapFrom([['ip', ip]]));
  const ports = portsOf(all);
  const subsets =
    all.length === 0
      ? undefined
      : [
          mapFrom([
            ['addresses', addresses],
            ['ports', ports],
          ]),
        ];
  const metadata = mapFrom([
    ['name', service.name],
    ['namespace', service.namespace],
  ]);
  const value = mapFrom([
    ['metadata', metadata],
    ['subsets', subsets],
  ]);
  return [
    made(kindOf('', 'v1', 'Endpoints'), service.namespace, service.name, value, service.object),
  ];
}

function portsOf(all: readonly KubeEndpoint[]): readonly ValueMap[] {
  const found = new Map<string, ValueMap>();
  for (const { portName, port, protocol } of all) {
    found.set(
      `${portName} ${port} ${protocol}`,
      mapFrom([
        ['name', portName ?? undefined],
        ['port', port],
        ['protocol', protocol],
      ]),
    );
  }
  return [...found.values()];
}

const SERVICE_LABEL = 'kubernetes.io/service-name';

function sliceObject(
  service: KubeService,
  own: readonly KubeObject[],
  world: World,
): readonly KubeObject[] {
  const { namespace, name } = service;
  const isMirrored = own.some(
    (one) =>
      one.namespace === namespace &&
      textsAt(one.value, 'metadata', 'labels').get(SERVICE_LABEL) === name,
  );
  if (isMirrored || service.type === 'ExternalName') return [];
  const all = endpointsBehind(service, world);
  if (service.selector === null && all.length === 0) return [];
  const sliceName =
    service.object.place === null ? name : `${name}-${ending(`slice ${namespace}/${name}`, 5)}`;
  const endpoints = [...new Set(all.map(({ ip }) => ip))].map((ip) =>
    mapFrom([['addresses', [ip]]]),
  );
  const metadata = mapFrom([
    ['labels', mapFrom([[SERVICE_LABEL, name]])],
    ['name', sliceName],
    ['namespace', namespace],
  ]);
  const value = mapFrom([
    ['addressType', 'IPv4'],
    ['endpoints', endpoints],
    ['metadata', metadata],
    ['ports', portsOf(all)],
  ]);
  return [
    made(
      kindOf('discovery.k8s.io', 'v1', 'EndpointSlice'),
      namespace,
      sliceName,
      value,
      service.object,
    ),
  ];
}

/** Those that Deployments make. */
function replicaSets({ objects }: World): readonly KubeObject[] {
  return objects.flatMap((object) => {
    const template = templateOf(object);
    if (object.kind.kind !== 'Deployment' || object.kind.group !== 'apps' || template === undefined)
      return [];
    const name = replicaSetName(object, template);
    const hash = name.slice(object.name.length + 1);
    const labels = new Map([
      ...textsAt(template, 'metadata', 'labels'),
      ['pod-template-hash', hash] as const,
    ]);
    const selector = withAt(
      at(object.value, 'spec', 'selector'),
      ['matchLabels', 'pod-template-hash'],
      hash,
    );
    const owner = mapFrom([
      ['apiVersion', 'apps/v1'],
      ['controller', true],
      ['kind', 'Deployment'],
      ['name', object.name],
    ]);
    const metadata = mapFrom([
      ['labels', labels],
      ['name', name],
      ['namespace', object.namespace ?? undefined],
      ['ownerReferences', [owner]],
    ]);
    const spec = mapFrom([
      ['replicas', replicasOf(object)],
      ['selector', selector],
      ['template', template],
    ]);
    return [
      made(
        kindOf('apps', 'v1', 'ReplicaSet'),
        object.namespace,
        name,
        mapFrom([
          ['metadata', metadata],
          ['spec', spec],
        ]),
        object,
      ),
    ];
  });
}
