// An Argo Rollout may take its template from a Deployment (SEMANTICS 5.1).
import type { Finding } from '../model/finding.ts';
import type { Placed, PodsResource } from '../model/resource.ts';
import { spanAt } from '../model/span.ts';
import { lookupOf } from './owners.ts';

type PlacedPods = Placed<PodsResource>;

export function withReferredTemplates(pods: readonly PlacedPods[]): {
  pods: readonly PlacedPods[];
  findings: readonly Finding[];
} {
  if (pods.every(({ resource }) => resource.templateOf === null)) return { pods, findings: [] };
  const lookup = lookupOf(pods);
  const findings: Finding[] = [];
  const resolved = pods.map((item) => {
    const { resource, origin } = item;
    if (resource.templateOf === null) return item;
    const template = lookup(resource.namespace, resource.templateOf)?.resource;
    if (template === undefined) {
      findings.push({
        rule: 'missing-template',
        level: 'error',
        message: `${resource.templateOf.kind} ${resource.templateOf.name}, whose template this ${resource.kind} uses, is not in the input: its pods have no labels and no ports here.`,
        span: spanAt(origin, resource.nameRange),
      });
      return item;
    }
    const { labels, ports, hostNetwork } = template;
    return { origin, resource: { ...resource, labels, ports, hostNetwork } };
  });
  return { pods: resolved, findings };
}
