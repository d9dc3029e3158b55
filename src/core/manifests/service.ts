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
import { annotationOf, readMetadata } from './metadata.ts';
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
  const externalIPs = spec === null ? [] : addressesAt(textsAt(notes, spec, 'externalIPs', 'spec'));
  return {
    type: 'service',
    namespace: metadata.namespace,
    isNamespaceAssumed: metadata.isNamespaceAssumed,
    name: metadata.name,
    range: object.range,
    nameRange: metadata.nameRange,
    exposure,
    isHeadless: exposure === 'ClusterIP' && addresses.includes(NO_ADDRESS),
    addresses: addressesAt(addresses),
    outerAddresses: [...externalIPs, ...readBalancers(notes, object)],
    hasExternalIPs: externalIPs.length > 0 && exposure !== 'ExternalName',
    sourceRanges:
      exposure === 'LoadBalancer' && spec !== null ? readSources(notes, object, spec) : null,
    externalName: exposure === 'ExternalName' ? text('externalName') : null,
    externalTrafficPolicy: text('externalTrafficPolicy') ?? 'Cluster',
    internalTrafficPolicy: text('internalTrafficPolicy') ?? 'Cluster',
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
  const more = textsAt(notes, spec, 'clusterIPs', 'spec');
  return [...new Set(one === null ? more : [one, ...more])];
}

function textsAt(notes: Notes, map: MapTree, key: string, path: string): readonly string[] {
  return (listAt(notes, map, key, path)?.items ?? []).flatMap((item) =>
    item.type === 'scalar' && item.value !== null ? [item.text] : [],
  );
}

function addressesAt(texts: readonly string[]): readonly Address[] {
  return texts.map(readAddress).filter((one): one is Address => one !== null);
}

/** Of the load balancer's addresses those that nodes take for the Service's own: all but a proxy's. */
function readBalancers(notes: Notes, object: MapTree): readonly Address[] {
  const status = mapAt(notes, object, 'status', 'Service');
  const balancer = status && mapAt(notes, status, 'loadBalancer', 'status');
  const entries = balancer && listAt(notes, balancer, 'ingress', 'status.loadBalancer');
  return (entries?.items ?? []).flatMap((item) => {
    if (item.type !== 'map') return [];
    const [ip, mode] = ['ip', 'ipMode'].map((key) => valueAt(item, key));
    if (ip?.type !== 'scalar' || (mode?.type === 'scalar' && mode.value === 'Proxy')) return [];
    return addressesAt([ip.text]);
  });
}

const SOURCES = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/** The annotation is the field's forerunner: the field wins. A whole family leaves nothing out. */
function readSources(notes: Notes, object: MapTree, spec: MapTree): readonly string[] | null {
  const written = textsAt(notes, spec, 'loadBalancerSourceRanges', 'spec');
  const older = annotationOf(object, SOURCES)?.split(',') ?? [];
  const ranges = (written.length > 0 ? written : older)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const isEverybody = ranges.some((text) => /^(?:0\.0\.0\.0|::)\/0$/.test(text));
  return ranges.length === 0 || isEverybody ? null : ranges;
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
        // No name and an empty one are the same.
        name: stringAt(notes, tree, 'name', path) || null,
        protocol: protocolAt(notes, tree, path) ?? 'TCP',
        port,
        targetPort: isUsable ? (target.value as number | string) : port,
        targetRange: isUsable ? target.range : null,
        nodePort: integerAt(notes, tree, 'nodePort', path) || null,
      },
    ];
  });
}
