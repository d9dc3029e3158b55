// Every namespace that is declared or named, with the labels it certainly has.
import type { AssumedNamespace } from '../model/assumptions.ts';
import type { Finding } from '../model/finding.ts';
import type { Labels } from '../model/labels.ts';
import { labelsOf } from '../model/labels.ts';
import { NAME_LABEL, type Namespace } from '../model/namespace.ts';
import type { Placed } from '../model/resource.ts';
import { spanAt } from '../model/span.ts';
import { compareText } from './order.ts';

export function gatherNamespaces(
  placed: readonly Placed[],
  named: readonly string[],
  assumed: readonly AssumedNamespace[],
): { namespaces: ReadonlyMap<string, Namespace>; findings: readonly Finding[] } {
  const found = new Map<string, Namespace>();
  const findings: Finding[] = [];
  for (const { origin, resource } of placed) {
    if (resource.type !== 'namespace') continue;
    const written = resource.labels.get(NAME_LABEL);
    if (written !== undefined && written !== resource.name) {
      findings.push({
        rule: 'overwritten-label',
        level: 'warning',
        message: `The API server sets ${NAME_LABEL} to the namespace's name, "${resource.name}": another value has no effect.`,
        span: spanAt(origin, resource.nameLabelRange ?? resource.nameRange),
      });
    }
    found.set(resource.name, {
      name: resource.name,
      // The name label wins over the manifest (SEMANTICS 1.24).
      labels: labelsOf([...resource.labels, [NAME_LABEL, resource.name]]),
      declared: {
        origin,
        range: resource.range,
        nameRange: resource.nameRange,
        ignores: resource.ignores,
      },
    });
  }
  const assumedOf = new Map(assumed.map((namespace) => [namespace.name, namespace]));
  for (const name of named) {
    if (found.has(name)) continue;
    const labels = undeclaredLabels(name, assumedOf.get(name));
    found.set(name, { name, labels, declared: null });
  }
  const sorted = [...found].sort(([a], [b]) => compareText(a, b));
  return { namespaces: new Map(sorted), findings };
}

/** Of a namespace that is only named, the name label is certain, and what is assumed of it (SEMANTICS 1.25). */
function undeclaredLabels(name: string, assumed: AssumedNamespace | undefined): Labels {
  const labels = labelsOf([...(assumed?.labels ?? []), [NAME_LABEL, name]]);
  return { ...labels, complete: assumed?.isComplete ?? false };
}
