// Reads the endpoints of a Service: an EndpointSlice, or the older Endpoints.
import type { EndpointAddress, EndpointPort, EndpointSubset } from '../model/endpoints.ts';
import { FIRST_PORT, LAST_PORT } from '../model/port.ts';
import { readAddress } from '../model/read-cidr.ts';
import type { EndpointsResource } from '../model/resource.ts';
import {
  asMap,
  booleanAt,
  integerAt,
  listAt,
  mapAt,
  shorten,
  stringAt,
  valueAt,
} from './fields.ts';
import { readMetadata } from './metadata.ts';
import type { Notes } from './notes.ts';
import { protocolAt } from './policy-port.ts';
import type { MapTree, Tree } from './tree.ts';

const SERVICE_LABEL = 'kubernetes.io/service-name';

export function readEndpointSlice(notes: Notes, object: MapTree): EndpointsResource | null {
  const metadata = readMetadata(notes, object);
  if (metadata === null) return null;
  const { name, namespace, isNamespaceAssumed, nameRange, ignores, labels } = metadata;
  const service = labels.get(SERVICE_LABEL) ?? null;
  if (service === null) {
    notes.warning(
      'unclaimed-endpoints',
      nameRange,
      `This EndpointSlice belongs to no Service: name one in the label ${SERVICE_LABEL}.`,
    );
  }
  const addresses = (listAt(notes, object, 'endpoints', 'object')?.items ?? []).flatMap(
    (item, at) => readSliceEndpoint(notes, item, `endpoints[${at}]`, namespace),
  );
  const ports = readPorts(notes, object, 'object');
  const common = { namespace, name, isNamespaceAssumed, range: object.range, nameRange, ignores };
  return {
    type: 'endpoints',
    kind: 'EndpointSlice',
    ...common,
    service,
    subsets: [{ addresses, ports }],
  };
}

export function readEndpoints(notes: Notes, object: MapTree): EndpointsResource | null {
  const metadata = readMetadata(notes, object);
  if (metadata === null) return null;
  const { name, namespace, isNamespaceAssumed, nameRange, ignores } = metadata;
  const subsets = (listAt(notes, object, 'subsets', 'object')?.items ?? []).flatMap(
    (item, at): readonly EndpointSubset[] => {
      const path = `subsets[${at}]`;
      const tree = asMap(notes, item, path);
      if (tree === null) return [];
      const list = (key: string, isReady: boolean) =>
        (listAt(notes, tree, key, path)?.items ?? []).flatMap((one, index) =>
          readEndpointsAddress(notes, one, `${path}.${key}[${index}]`, namespace, isReady),
        );
      return [
        {
          addresses: [...list('addresses', true), ...list('notReadyAddresses', false)],
          ports: readPorts(notes, tree, path),
        },
      ];
    },
  );
  const common = { namespace, name, isNamespaceAssumed, range: object.range, nameRange, ignores };
  // It belongs to the Service of its own name.
  return { type: 'endpoints', kind: 'Endpoints', ...common, service: name, subsets };
}

function readSliceEndpoint(
  notes: Notes,
  item: Tree,
  path: string,
  namespace: string,
): readonly EndpointAddress[] {
  const tree = asMap(notes, item, path);
  if (tree === null) return [];
  const conditions = mapAt(notes, tree, 'conditions', path);
  // A readiness that is not known counts as ready.
  const isReady =
    conditions === null || (booleanAt(notes, conditions, 'ready', `${path}.conditions`) ?? true);
  const pod = readPodReference(notes, tree, path, namespace);
  const hostname = stringAt(notes, tree, 'hostname', path);
  return (listAt(notes, tree, 'addresses', path)?.items ?? []).flatMap((one) =>
    addressesAt(notes, one).map((address) => ({
      range: one.range,
      address,
      pod,
      hostname,
      isReady,
    })),
  );
}

function readEndpointsAddress(
  notes: Notes,
  item: Tree,
  path: string,
  namespace: string,
  isReady: boolean,
): readonly EndpointAddress[] {
  const tree = asMap(notes, item, path);
  const ip = tree === null ? null : valueAt(tree, 'ip');
  if (tree === null || ip === null) return [];
  const pod = readPodReference(notes, tree, path, namespace);
  const hostname = stringAt(notes, tree, 'hostname', path);
  return addressesAt(notes, ip).map((address) => ({
    range: ip.range,
    address,
    pod,
    hostname,
    isReady,
  }));
}

function addressesAt(notes: Notes, tree: Tree) {
  const text = tree.type === 'scalar' ? tree.text : '';
  const address = readAddress(text);
  if (address !== null) return [address];
  notes.warning(
    'invalid-address',
    tree.range,
    `"${shorten(text)}" is no address, so this endpoint is left out.`,
  );
  return [];
}

function readPodReference(notes: Notes, tree: MapTree, path: string, namespace: string) {
  const reference = mapAt(notes, tree, 'targetRef', path);
  if (reference === null || stringAt(notes, reference, 'kind', path) !== 'Pod') return null;
  const name = stringAt(notes, reference, 'name', path);
  if (name === null) return null;
  return { namespace: stringAt(notes, reference, 'namespace', path) ?? namespace, name };
}

function readPorts(notes: Notes, map: MapTree, at: string): readonly EndpointPort[] {
  return (listAt(notes, map, 'ports', at)?.items ?? []).flatMap(
    (item, index): readonly EndpointPort[] => {
      const path = `ports[${index}]`;
      const tree = asMap(notes, item, path);
      if (tree === null) return [];
      const port = integerAt(notes, tree, 'port', path);
      if (port !== null && (port < FIRST_PORT || port > LAST_PORT)) {
        notes.error('invalid-port', item.range, `A port is a number from 1 to 65535, not ${port}.`);
        return [];
      }
      const protocol = protocolAt(notes, tree, path) ?? 'TCP';
      // No name and an empty one are the same.
      return [{ name: stringAt(notes, tree, 'name', path) || null, protocol, port }];
    },
  );
}
