// Reads a Service: its selector and how its ports map to those of pods.
import { FIRST_PORT, LAST_PORT } from '../model/port.ts';
import type { ServiceResource } from '../model/resource.ts';
import type { ServicePort } from '../model/service.ts';
import { asMap, integerAt, listAt, mapAt, stringAt, stringMapAt, valueAt } from './fields.ts';
import { readMetadata } from './metadata.ts';
import type { Notes } from './notes.ts';
import { protocolAt } from './policy-port.ts';
import type { MapTree } from './tree.ts';

export function readService(notes: Notes, object: MapTree): ServiceResource | null {
  const metadata = readMetadata(notes, object);
  if (metadata === null) return null;
  const spec = mapAt(notes, object, 'spec', 'Service');
  const selector = spec === null ? null : stringMapAt(notes, spec, 'selector', 'spec');
  return {
    type: 'service',
    namespace: metadata.namespace,
    isNamespaceAssumed: metadata.isNamespaceAssumed,
    name: metadata.name,
    range: object.range,
    nameRange: metadata.nameRange,
    exposure: (spec === null ? null : stringAt(notes, spec, 'type', 'spec')) ?? 'ClusterIP',
    // Missing and empty alike select nothing (SEMANTICS 1.28).
    selector: selector === null || selector.size === 0 ? null : selector,
    ports: spec === null ? [] : readPorts(notes, spec),
  };
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
        name: stringAt(notes, tree, 'name', path),
        protocol: protocolAt(notes, tree, path) ?? 'TCP',
        port,
        targetPort: isUsable ? (target.value as number | string) : port,
      },
    ];
  });
}
