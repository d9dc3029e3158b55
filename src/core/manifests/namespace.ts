// Reads a Namespace.
import type { NamespaceResource } from '../model/resource.ts';
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
  };
}
