// Reads the Gateway API: Gateway, ListenerSet, their routes, and ReferenceGrant (SEMANTICS 6.5).
import type { GatewayResource, GrantResource, RouteResource } from '../model/resource.ts';
import type {
  Admitted,
  Backend,
  Listener,
  ParentKind,
  ParentReference,
  RouteKind,
} from '../model/route.ts';
import { asMap, countAt, integerAt, listAt, mapAt, shorten, stringAt, valueAt } from './fields.ts';
import { portOf, routeMetadata } from './ingress.ts';
import { readMetadata } from './metadata.ts';
import type { Notes } from './notes.ts';
import { selectorAt } from './selector.ts';
import type { MapTree, Tree } from './tree.ts';

const GATEWAY_GROUP = 'gateway.networking.k8s.io';
/** Of kinds that are tried out. */
const TRIAL_GROUP = 'gateway.networking.x-k8s.io';
const PARENT_KINDS: readonly ParentKind[] = ['Gateway', 'ListenerSet', 'XListenerSet'];

export function readGatewayRoute(
  notes: Notes,
  object: MapTree,
  kind: RouteKind,
): RouteResource | null {
  const metadata = readMetadata(notes, object);
  if (metadata === null) return null;
  const spec = mapAt(notes, object, 'spec', kind);
  const parents = spec === null ? null : listAt(notes, spec, 'parentRefs', 'spec');
  const hostnames = spec === null ? [] : hostnamesOf(notes, spec);
  return {
    type: 'route',
    kind,
    ...routeMetadata(metadata, object),
    className: null,
    hasCloudSettings: false,
    parents: (parents?.items ?? []).flatMap((item, at) =>
      readParent(notes, item, `spec.parentRefs[${at}]`, metadata.namespace),
    ),
    hostnames,
    backends: spec === null ? [] : readBackends(notes, spec, metadata.namespace, hostnames),
  };
}

function readParent(
  notes: Notes,
  item: Tree,
  path: string,
  namespace: string,
): readonly ParentReference[] {
  const tree = asMap(notes, item, path);
  const name = tree === null ? null : stringAt(notes, tree, 'name', path);
  if (tree === null || name === null) return [];
  const written = stringAt(notes, tree, 'kind', path) ?? 'Gateway';
  const kind = PARENT_KINDS.find((one) => one === written);
  const group = valueAt(tree, 'group');
  const isKnown =
    group?.type !== 'scalar' || group.value === GATEWAY_GROUP || group.value === TRIAL_GROUP;
  if (kind === undefined || !isKnown) {
    notes.info(
      'parent-not-followed',
      tree.range,
      `This route attaches to a ${shorten(written)}, which is no Gateway: it is no way in from outside.`,
    );
    return [];
  }
  return [
    {
      range: tree.range,
      kind,
      namespace: stringAt(notes, tree, 'namespace', path) ?? namespace,
      name,
      listener: stringAt(notes, tree, 'sectionName', path),
      port: integerAt(notes, tree, 'port', path),
    },
  ];
}

function hostnamesOf(notes: Notes, spec: MapTree): readonly string[] {
  return (listAt(notes, spec, 'hostnames', 'spec')?.items ?? []).flatMap((item) =>
    item.type === 'scalar' ? [item.text] : [],
  );
}

function readBackends(
  notes: Notes,
  spec: MapTree,
  namespace: string,
  hosts: readonly string[],
): readonly Backend[] {
  return (listAt(notes, spec, 'rules', 'spec')?.items ?? []).flatMap((item, at) => {
    const path = `spec.rules[${at}]`;
    const rule = asMap(notes, item, path);
    if (rule === null) return [];
    const requests = requestsOf(notes, rule, path, hosts);
    const own = (listAt(notes, rule, 'backendRefs', path)?.items ?? []).flatMap((one, index) => {
      const place = `${path}.backendRefs[${index}]`;
      return [
        ...readBackend(notes, one, place, namespace, requests),
        ...(one.type === 'map' ? readMirrors(notes, one, place, namespace, requests) : []),
      ];
    });
    return [...own, ...readMirrors(notes, rule, path, namespace, requests)];
  });
}

/** Where copies of the requests go, whose answers nobody waits for: policies are asked of them all the same. */
function readMirrors(
  notes: Notes,
  holder: MapTree,
  path: string,
  namespace: string,
  requests: string,
): readonly Backend[] {
  const copies = requests === '' ? 'copies of requests' : `copies of ${requests}`;
  return (listAt(notes, holder, 'filters', path)?.items ?? []).flatMap((item, at) => {
    const mirror = item.type === 'map' ? valueAt(item, 'requestMirror') : null;
    const backend = mirror?.type === 'map' ? valueAt(mirror, 'backendRef') : null;
    const place = `${path}.filters[${at}].requestMirror.backendRef`;
    return backend === null ? [] : readBackend(notes, backend, place, namespace, copies);
  });
}

/** Hosts and paths as they are written; long lists are cut. */
function requestsOf(notes: Notes, rule: MapTree, path: string, hosts: readonly string[]): string {
  const paths = (listAt(notes, rule, 'matches', path)?.items ?? []).flatMap((item) => {
    const match = item.type === 'map' ? valueAt(item, 'path') : null;
    const value = match?.type === 'map' ? valueAt(match, 'value') : null;
    return value?.type === 'scalar' ? [value.text] : [];
  });
  return shorten(`${hosts.join(', ')}${paths.join(', ')}`);
}

function readBackend(
  notes: Notes,
  item: Tree,
  path: string,
  namespace: string,
  requests: string,
): readonly Backend[] {
  const tree = asMap(notes, item, path);
  const name = tree === null ? null : stringAt(notes, tree, 'name', path);
  if (tree === null || name === null) return [];
  const kind = stringAt(notes, tree, 'kind', path) ?? 'Service';
  const group = stringAt(notes, tree, 'group', path) ?? '';
  if (kind !== 'Service' || group !== '') {
    notes.info(
      'backend-not-followed',
      tree.range,
      `This backend is a ${shorten(kind)}, no Service: where its requests end is up to the controller, and it is left out.`,
    );
    return [];
  }
  return [
    {
      range: tree.range,
      requests,
      namespace: stringAt(notes, tree, 'namespace', path) ?? namespace,
      service: name,
      serviceRange: valueAt(tree, 'name')?.range ?? tree.range,
      ...portOf(valueAt(tree, 'port')),
      weight: countAt(notes, tree, 'weight', path) ?? 1,
    },
  ];
}

/** A Gateway, or a ListenerSet, which adds listeners to one. */
export function readGateway(
  notes: Notes,
  object: MapTree,
  kind: ParentKind,
): GatewayResource | null {
  const metadata = readMetadata(notes, object);
  if (metadata === null) return null;
  const spec = mapAt(notes, object, 'spec', kind);
  const parent = spec === null ? null : mapAt(notes, spec, 'parentRef', 'spec');
  const name = parent && stringAt(notes, parent, 'name', 'spec.parentRef');
  const namespace = parent && stringAt(notes, parent, 'namespace', 'spec.parentRef');
  const allowed = spec === null ? null : mapAt(notes, spec, 'allowedListeners', 'spec');
  const listeners = spec === null ? null : listAt(notes, spec, 'listeners', 'spec');
  return {
    type: 'gateway',
    kind,
    ...routeMetadata(metadata, object),
    of: name === null ? null : { namespace: namespace ?? metadata.namespace, name },
    admits: allowed === null ? 'None' : readFrom(notes, allowed, 'spec.allowedListeners', 'None'),
    className: spec === null ? null : stringAt(notes, spec, 'gatewayClassName', 'spec'),
    listeners: (listeners?.items ?? []).flatMap((item, at) =>
      readListener(notes, item, `spec.listeners[${at}]`),
    ),
  };
}

function readListener(notes: Notes, item: Tree, path: string): readonly Listener[] {
  const tree = asMap(notes, item, path);
  if (tree === null) return [];
  const allowed = mapAt(notes, tree, 'allowedRoutes', path);
  const kinds = allowed === null ? null : listAt(notes, allowed, 'kinds', `${path}.allowedRoutes`);
  return [
    {
      name: stringAt(notes, tree, 'name', path) ?? '',
      port: integerAt(notes, tree, 'port', path),
      protocol: stringAt(notes, tree, 'protocol', path) ?? '',
      hostname: stringAt(notes, tree, 'hostname', path),
      from: allowed === null ? 'Same' : readFrom(notes, allowed, `${path}.allowedRoutes`, 'Same'),
      kinds:
        kinds === null || kinds.items.length === 0
          ? null
          : kinds.items.flatMap((one) => {
              const kind = one.type === 'map' ? valueAt(one, 'kind') : null;
              return kind?.type === 'scalar' ? [kind.text] : [];
            }),
    },
  ];
}

function readFrom(
  notes: Notes,
  allowed: MapTree,
  path: string,
  missing: 'Same' | 'None',
): Admitted {
  const namespaces = mapAt(notes, allowed, 'namespaces', path);
  if (namespaces === null) return missing;
  const from = stringAt(notes, namespaces, 'from', `${path}.namespaces`) ?? missing;
  if (from === 'All' || from === 'None' || from === 'Same') return from;
  if (from !== 'Selector') return missing;
  // A selector that is not there selects nothing.
  return selectorAt(notes, namespaces, 'selector', `${path}.namespaces`) ?? 'None';
}

export function readGrant(notes: Notes, object: MapTree): GrantResource | null {
  const metadata = readMetadata(notes, object);
  if (metadata === null) return null;
  const spec = mapAt(notes, object, 'spec', 'ReferenceGrant');
  const list = (key: string) =>
    (spec === null ? null : listAt(notes, spec, key, 'spec'))?.items.flatMap((item, at) => {
      const tree = asMap(notes, item, `spec.${key}[${at}]`);
      return tree === null ? [] : [{ tree, path: `spec.${key}[${at}]` }];
    }) ?? [];
  const text = (tree: MapTree, key: string, path: string) => stringAt(notes, tree, key, path);
  return {
    type: 'grant',
    ...routeMetadata(metadata, object),
    from: list('from').flatMap(({ tree, path }) => {
      const kind = text(tree, 'kind', path);
      const namespace = text(tree, 'namespace', path);
      const isRoute = text(tree, 'group', path) === GATEWAY_GROUP;
      return isRoute && kind !== null && namespace !== null ? [{ kind, namespace }] : [];
    }),
    to: list('to').flatMap(({ tree, path }) => {
      const isService =
        text(tree, 'kind', path) === 'Service' && (text(tree, 'group', path) ?? '') === '';
      return isService ? [{ name: text(tree, 'name', path) }] : [];
    }),
  };
}
