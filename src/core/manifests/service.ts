// Reads a Service: its type, its selector and how its ports map to those of pods.
import type { Address } from '../model/cidr.ts';
import { FIRST_PORT, LAST_PORT } from '../model/port.ts';
import { readAddress } from '../model/read-cidr.ts';
import type { ServiceResource } from '../model/resource.ts';
import type { ServicePort } from '../model/service.ts';
import {
  asMap,
  booleanAt,
  entryOf,
  integerAt,
  listAt,
  mapAt,
  shorten,
  stringAt,
  stringMapAt,
  valueAt,
} from './fields.ts';
import { readMetadata } from './metadata.ts';
import type { Notes } from './notes.ts';
import { protocolAt } from './policy-port.ts';
import { rewriteNear } from './rewriting.ts';
import type { MapTree } from './tree.ts';

const TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'];
const NO_ADDRESS = 'None';

export function readService(notes: Notes, object: MapTree): ServiceResource | null {
  const metadata = readMetadata(notes, object);
  if (metadata === null) return null;
  const spec = mapAt(notes, object, 'spec', 'Service');
  const text = (key: string) => (spec === null ? null : stringAt(notes, spec, key, 'spec'));
  const exposure = spec === null ? 'ClusterIP' : readType(notes, spec);
  const selector = spec === null ? null : stringMapAt(notes, spec, 'selector', 'spec');
  const addresses = spec === null ? [] : readAddresses(notes, spec);
  return {
    type: 'service',
    namespace: metadata.namespace,
    isNamespaceAssumed: metadata.isNamespaceAssumed,
    name: metadata.name,
    range: object.range,
    nameRange: metadata.nameRange,
    exposure,
    isHeadless: exposure === 'ClusterIP' && addresses.includes(NO_ADDRESS),
    addresses: addresses.map(readAddress).filter((one): one is Address => one !== null),
    externalName: exposure === 'ExternalName' ? text('externalName') : null,
    externalTrafficPolicy: text('externalTrafficPolicy') ?? 'Cluster',
    publishesNotReady:
      spec !== null && (booleanAt(notes, spec, 'publishNotReadyAddresses', 'spec') ?? false),
    // Missing and empty alike select nothing (SEMANTICS 1.28).
    selector: selector === null || selector.size === 0 ? null : selector,
    selectorRange: (spec === null ? null : valueAt(spec, 'selector'))?.range ?? metadata.nameRange,
    ports: spec === null ? [] : readPorts(notes, spec),
    ignores: metadata.ignores,
  };
}

function readType(notes: Notes, spec: MapTree): string {
  const value = valueAt(spec, 'type');
  // The empty text counts as missing.
  const written = stringAt(notes, spec, 'type', 'spec') || 'ClusterIP';
  if (TYPES.includes(written)) return written;
  notes.error(
    'invalid-type',
    entryOf(spec, 'type')?.value.range ?? spec.range,
    `The type of a Service is ${TYPES.slice(0, -1).join(', ')} or ${TYPES.at(-1)}, not "${shorten(written)}".`,
    value === null ? null : rewriteNear(notes, value, TYPES),
  );
  return 'ClusterIP';
}

/** Its addresses as they are written, `None` among them. */
function readAddresses(notes: Notes, spec: MapTree): readonly string[] {
  const one = stringAt(notes, spec, 'clusterIP', 'spec');
  const more = (listAt(notes, spec, 'clusterIPs', 'spec')?.items ?? []).flatMap((item) =>
    item.type === 'scalar' ? [item.text] : [],
  );
  return [...new Set(one === null ? more : [one, ...more])];
}

function readPorts(notes: Notes, spec: MapTree): readonly ServicePort[] {
  const items = listAt(notes, spec, 'ports', 'spec')?.items ?? [];
  return items.flatMap((item, index) => {
    const path = `spec.ports[${index}]`;
    const tree = asMap(notes, item, path);
    const port = tree === null ? null : integerAt(notes, tree, 'port', path);
    if (tree === null || port === null) return [];
    if (port < FIRST_PORT || port > LAST_PORT) {
      notes.error('invalid-port', item.range, `A port is a number from 1 to 65535, not ${port}.`);
      return [];
    }
    const target = valueAt(tree, 'targetPort');
    const isUsable =
      target?.type === 'scalar' &&
      (typeof target.value === 'string' || typeof target.value === 'number');
    return [
      {
        range: item.range,
        name: stringAt(notes, tree, 'name', path),
        protocol: protocolAt(notes, tree, path) ?? 'TCP',
        port,
        targetPort: isUsable ? (target.value as number | string) : port,
        targetRange: isUsable ? target.range : null,
        nodePort: integerAt(notes, tree, 'nodePort', path) || null,
      },
    ];
  });
}
