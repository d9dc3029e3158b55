// Reads a Namespace.
import { NAME_LABEL } from '../model/namespace.ts';
import type { NamespaceResource } from '../model/resource.ts';
import type { Range } from '../model/span.ts';
import { entryOf, valueAt } from './fields.ts';
import { readMetadata } from './metadata.ts';
import type { Notes } from './notes.ts';
import type { MapTree } from './tree.ts';

export function readNamespace(notes: Notes, object: MapTree): NamespaceResource | null {
  const metadata = readMetadata(notes, object);
  if (metadata === null) return null;
  return {
    type: 'namespace',
    name: metadata.name,
    range: object.range,
    nameRange: metadata.nameRange,
    labels: metadata.labels,
    nameLabelRange: nameLabelRange(object),
    ignores: metadata.ignores,
  };
}

function nameLabelRange(object: MapTree): Range | null {
  const metadata = valueAt(object, 'metadata');
  const labels = metadata?.type === 'map' ? valueAt(metadata, 'labels') : null;
  return labels?.type === 'map' ? (entryOf(labels, NAME_LABEL)?.keyRange ?? null) : null;
}
