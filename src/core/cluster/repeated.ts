// One object a name: applying a second one replaces the first, so the last in the input counts.
import type { Finding } from '../model/finding.ts';
import type { Placed, Resource } from '../model/resource.ts';
import { spanAt } from '../model/span.ts';

export function keepLast(placed: readonly Placed[]): {
  kept: readonly Placed[];
  findings: readonly Finding[];
} {
  const last = new Map<string, Placed>();
  const findings: Finding[] = [];
  let unnamed = 0;
  for (const item of placed) {
    const key = keyOf(item.resource);
    // The cluster names these itself, so no two of them are the same object (SEMANTICS 5.6).
    if (item.resource.name.endsWith('*')) {
      unnamed += 1;
      last.set(`${key} ${unnamed}`, item);
      continue;
    }
    const before = last.get(key);
    if (before !== undefined) {
      findings.push({
        rule: 'duplicate-object',
        level: 'warning',
        message: `${key} stands in the input again, in ${item.origin.file}: the last one counts, this one is left out.`,
        span: spanAt(before.origin, before.resource.nameRange),
      });
      last.delete(key);
    }
    last.set(key, item);
  }
  return { kept: [...last.values()], findings };
}

function keyOf(resource: Resource): string {
  switch (resource.type) {
    case 'namespace':
      return `Namespace ${resource.name}`;
    case 'pods':
      return `${resource.kind} ${resource.namespace}/${resource.name}`;
    case 'policy':
      return `NetworkPolicy ${resource.namespace}/${resource.name}`;
    case 'admin-policy':
      return `${resource.kind} ${resource.name}`;
    case 'node':
      return `Node ${resource.name}`;
    case 'foreign-policy':
      return `${resource.kind} (${resource.apiVersion.split('/')[0]}) ${resource.namespace}/${resource.name}`;
    case 'service':
      return `Service ${resource.namespace}/${resource.name}`;
    case 'gateway':
      return `${resource.kind} ${resource.namespace}/${resource.name}`;
    case 'grant':
      return `ReferenceGrant ${resource.namespace}/${resource.name}`;
    case 'class':
      return `${resource.kind} ${resource.name}`;
    case 'endpoints':
    case 'route':
      return `${resource.kind} ${resource.namespace}/${resource.name}`;
  }
}
