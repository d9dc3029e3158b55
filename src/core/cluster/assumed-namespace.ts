// Says, once a file, that objects without a namespace were put into `default` (SEMANTICS 5.5).
import type { Finding } from '../model/finding.ts';
import type { Placed } from '../model/resource.ts';
import { spanAt } from '../model/span.ts';

export function assumedNamespaceFindings(placed: readonly Placed[]): Finding[] {
  const files = new Map<string, { first: Placed; count: number }>();
  for (const item of placed) {
    const { resource, origin } = item;
    if (!('isNamespaceAssumed' in resource) || !resource.isNamespaceAssumed) continue;
    const file = files.get(origin.file);
    if (file === undefined) files.set(origin.file, { first: item, count: 1 });
    else file.count += 1;
  }
  return [...files.values()].map(({ first, count }) => ({
    rule: 'assumed-namespace',
    level: 'info',
    message: `${count === 1 ? 'One object of this file names' : `${count} objects of this file name`} no namespace: "default" is assumed. kubectl would use the namespace of its context.`,
    span: spanAt(first.origin, first.resource.nameRange),
  }));
}
