// Puts objects without a namespace into the one that is assumed, and says so once a file (SEMANTICS 5.5).
import type { Assumptions } from '../model/assumptions.ts';
import type { Finding } from '../model/finding.ts';
import type { Placed, Resource } from '../model/resource.ts';
import { spanAt } from '../model/span.ts';

export function inNamespaces(
  placed: readonly Placed[],
  { defaultNamespace }: Assumptions,
): readonly Placed[] {
  return placed.map((item) => {
    const { resource } = item;
    if (!('isNamespaceAssumed' in resource) || !resource.isNamespaceAssumed) return item;
    if (resource.namespace === defaultNamespace) return item;
    return { ...item, resource: { ...resource, namespace: defaultNamespace } };
  });
}

/** Anything that lives in a namespace. */
type Namespaced = Placed<Extract<Resource, { readonly isNamespaceAssumed: boolean }>>;

export function assumedNamespaceFindings(placed: readonly Placed[]): Finding[] {
  const files = new Map<string, { first: Namespaced; count: number }>();
  for (const item of placed) {
    const { resource, origin } = item;
    if (!('isNamespaceAssumed' in resource) || !resource.isNamespaceAssumed) continue;
    const file = files.get(origin.file);
    if (file === undefined) files.set(origin.file, { first: { origin, resource }, count: 1 });
    else file.count += 1;
  }
  return [...files.values()].map(({ first, count }) => ({
    rule: 'assumed-namespace',
    level: 'info',
    message: `${count === 1 ? 'One object of this file names' : `${count} objects of this file name`} no namespace: "${first.resource.namespace}" is assumed. kubectl would use the namespace of its context.`,
    span: spanAt(first.origin, first.resource.nameRange),
  }));
}
