// Reads an Ingress and an IngressClass (SEMANTICS 6.4).
import type { ClassResource, RouteResource } from '../model/resource.ts';
import type { Backend, ControllerClass } from '../model/route.ts';
import { asMap, listAt, mapAt, stringAt, valueAt } from './fields.ts';
import { annotationOf, type Metadata, readMetadata } from './metadata.ts';
import type { Notes } from './notes.ts';
import type { MapTree } from './tree.ts';

export function readIngress(notes: Notes, object: MapTree): RouteResource | null {
  const metadata = readMetadata(notes, object);
  if (metadata === null) return null;
  const spec = mapAt(notes, object, 'spec', 'Ingress');
  return {
    type: 'route',
    kind: 'Ingress',
    ...routeMetadata(metadata, object),
    className:
      (spec === null ? null : stringAt(notes, spec, 'ingressClassName', 'spec')) ??
      // The field's forerunner, still in use.
      annotationOf(object, 'kubernetes.io/ingress.class'),
    hasCloudSettings: hasCloudSettings(object),
    hostnames: [],
    parents: [],
    backends: spec === null ? [] : readBackends(notes, spec, metadata.namespace),
  };
}

/** How annotations begin that only the controllers of clouds read. */
const CLOUD_SETTINGS = [
  'alb.ingress.kubernetes.io/',
  'appgw.ingress.kubernetes.io/',
  'networking.gke.io/',
  'ingress.gcp.kubernetes.io/',
  'kubernetes.io/ingress.global-static-ip-name',
  'kubernetes.io/ingress.regional-static-ip-name',
];

function hasCloudSettings(object: MapTree): boolean {
  const metadata = valueAt(object, 'metadata');
  const annotations = metadata?.type === 'map' ? valueAt(metadata, 'annotations') : null;
  if (annotations?.type !== 'map') return false;
  return annotations.entries.some(({ key }) =>
    CLOUD_SETTINGS.some((setting) => key.startsWith(setting)),
  );
}

/** What every kind of route takes from its metadata. */
export function routeMetadata(metadata: Metadata, object: MapTree) {
  const { name, namespace, isNamespaceAssumed, nameRange, ignores } = metadata;
  return { name, namespace, isNamespaceAssumed, nameRange, ignores, range: object.range };
}

function readBackends(notes: Notes, spec: MapTree, namespace: string): readonly Backend[] {
  const found: Backend[] = [];
  const add = (holder: MapTree, key: string, path: string, requests: string) => {
    const tree = mapAt(notes, holder, key, path);
    const backend =
      tree === null ? null : readBackend(notes, tree, `${path}.${key}`, namespace, requests);
    if (backend !== null) found.push(backend);
  };
  // `backend` is what the versions before v1 call it.
  add(spec, valueAt(spec, 'defaultBackend') === null ? 'backend' : 'defaultBackend', 'spec', '');
  listAt(notes, spec, 'rules', 'spec')?.items.forEach((item, at) => {
    const path = `spec.rules[${at}]`;
    const rule = asMap(notes, item, path);
    const http = rule === null ? null : mapAt(notes, rule, 'http', path);
    if (rule === null || http === null) return;
    const host = stringAt(notes, rule, 'host', path) ?? '';
    listAt(notes, http, 'paths', `${path}.http`)?.items.forEach((one, index) => {
      const at = `${path}.http.paths[${index}]`;
      const tree = asMap(notes, one, at);
      if (tree === null) return;
      add(tree, 'backend', at, `${host}${stringAt(notes, tree, 'path', at) ?? ''}`);
    });
  });
  return found;
}

function readBackend(
  notes: Notes,
  tree: MapTree,
  path: string,
  namespace: string,
  requests: string,
): Backend | null {
  const resource = valueAt(tree, 'resource');
  if (resource !== null) {
    notes.info(
      'backend-not-followed',
      resource.range,
      'This backend is no Service: where its requests end is up to the controller, and it is left out.',
    );
    return null;
  }
  const service = mapAt(notes, tree, 'service', path);
  if (service === null) return readOlderBackend(notes, tree, path, namespace, requests);
  const name = stringAt(notes, service, 'name', `${path}.service`);
  if (name === null) return null;
  const port = mapAt(notes, service, 'port', `${path}.service`);
  const number = port === null ? null : valueAt(port, 'number');
  const named = port === null ? null : valueAt(port, 'name');
  return {
    range: tree.range,
    requests,
    namespace,
    service: name,
    serviceRange: valueAt(service, 'name')?.range ?? service.range,
    ...portOf(number ?? named),
    weight: 1,
  };
}

/** Before v1 the fields were `serviceName` and `servicePort`. */
function readOlderBackend(
  notes: Notes,
  tree: MapTree,
  path: string,
  namespace: string,
  requests: string,
): Backend | null {
  const name = stringAt(notes, tree, 'serviceName', path);
  if (name === null) return null;
  return {
    range: tree.range,
    requests,
    namespace,
    service: name,
    serviceRange: valueAt(tree, 'serviceName')?.range ?? tree.range,
    ...portOf(valueAt(tree, 'servicePort')),
    weight: 1,
  };
}

/** A port by number or name; anything else counts as not given. */
export function portOf(tree: ReturnType<typeof valueAt>): Pick<Backend, 'port' | 'portRange'> {
  const isPort =
    tree?.type === 'scalar' && (typeof tree.value === 'number' || typeof tree.value === 'string');
  return isPort
    ? { port: tree.value as number | string, portRange: tree.range }
    : { port: null, portRange: null };
}

const DEFAULTS = 'ingressclass.kubernetes.io/is-default-class';

export function readClass(
  notes: Notes,
  object: MapTree,
  kind: ControllerClass['kind'],
): ClassResource | null {
  const metadata = readMetadata(notes, object);
  if (metadata === null) return null;
  const spec = mapAt(notes, object, 'spec', kind);
  const field = kind === 'IngressClass' ? 'controller' : 'controllerName';
  return {
    type: 'class',
    kind,
    name: metadata.name,
    nameRange: metadata.nameRange,
    range: object.range,
    controller: spec === null ? null : stringAt(notes, spec, field, 'spec'),
    isDefault: annotationOf(object, DEFAULTS) === 'true',
  };
}
