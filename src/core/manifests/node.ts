// Reads a Node: its labels, and the addresses that its status tells (SEMANTICS 3.8).
import type { Address } from '../model/cidr.ts';
import { labelsOf } from '../model/labels.ts';
import { readAddress } from '../model/read-cidr.ts';
import type { NodeResource } from '../model/resource.ts';
import { listAt, mapAt, valueAt } from './fields.ts';
import { readMetadata } from './metadata.ts';
import type { Notes } from './notes.ts';
import type { MapTree } from './tree.ts';

export function readNode(notes: Notes, object: MapTree): NodeResource | null {
  const metadata = readMetadata(notes, object);
  if (metadata === null) return null;
  return {
    type: 'node',
    name: metadata.name,
    range: object.range,
    nameRange: metadata.nameRange,
    labels: labelsOf(metadata.labels),
    addresses: readAddresses(notes, object),
  };
}

/** Host names and domain names stand among them, and are no addresses. */
function readAddresses(notes: Notes, object: MapTree): readonly Address[] | null {
  const status = mapAt(notes, object, 'status', 'Node');
  const list = status === null ? null : listAt(notes, status, 'addresses', 'status');
  const addresses = (list?.items ?? []).flatMap((item) => {
    const value = item.type === 'map' ? valueAt(item, 'address') : null;
    const address = value?.type === 'scalar' ? readAddress(value.text) : null;
    return address === null ? [] : [address];
  });
  return addresses.length === 0 ? null : addresses;
}
