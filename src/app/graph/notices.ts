// Words for when the picture alone would puzzle: empty, bundled, or too full.
import type { Drawing, Finding, ForeignPolicies } from '../../core/index.ts';
import { numberText } from '../number-text.ts';

export interface Notice {
  readonly kind: 'waiting' | 'empty' | 'filtered' | 'bundled' | 'too-many';
  readonly title: string;
  readonly words: string;
}

/** Null when the picture speaks for itself. `isFiltered`: whether any filter is set. */
export function noticeOf(drawing: Drawing, isFiltered: boolean): Notice | null {
  if (drawing.crowd > 0) {
    return {
      kind: 'too-many',
      title: `${count(drawing.crowd, 'shape', 'shapes')} would be too many to see.`,
      words:
        'Filter by namespace or name to draw a part of them. Everything is decided and listed all the same.',
    };
  }
  const hasWorkloads = drawing.shapes.some((shape) => shape.type === 'workload');
  if (!hasWorkloads && !isFiltered) {
    return {
      kind: 'empty',
      title: 'Nothing to draw yet',
      words:
        'Paste workloads (Pods, Deployments, StatefulSets …) and NetworkPolicies into the editor, or drop files or a whole folder here.',
    };
  }
  if (drawing.shapes.length === 0 || (isFiltered && drawing.flows === 0)) {
    return {
      kind: 'filtered',
      title: 'No flow fits the filters',
      words: 'Widen or clear the filters to see more.',
    };
  }
  const flows = count(drawing.flows, 'flow', 'flows');
  if (drawing.tooMany > 0) {
    const { only } = drawing;
    return {
      kind: 'too-many',
      title:
        only === null
          ? `${flows} are too many to draw.`
          : `${flows} are too many to draw: what is ${only === 'denied' ? 'allowed' : 'denied'} is left out.`,
      words: 'Select a workload to see its links, or filter by namespace or name.',
    };
  }
  if (drawing.bundled && drawing.links.length > 0) {
    return {
      kind: 'bundled',
      title: `${flows}, bundled:`,
      words: 'a line to a namespace speaks for all in it.',
    };
  }
  return null;
}

/** Rules whose findings stand for a document of which nothing could be read. */
const UNREADABLE: ReadonlySet<string> = new Set(['syntax', 'not-an-object']);

/** What the picture lacks because the input is wrong, so that it does not look finished; else null. */
export function leftOutText(findings: readonly Finding[]): string | null {
  const refused = new Set(
    findings.flatMap(({ refuses }) => (refuses ? [`${refuses.start} ${refuses.file}`] : [])),
  ).size;
  const unread = findings.filter(
    ({ rule, level }) => level === 'error' && UNREADABLE.has(rule),
  ).length;
  const parts = [
    ...(refused > 0 ? [`${count(refused, 'policy is', 'policies are')} left out`] : []),
    ...(unread > 0 ? [`${count(unread, 'document', 'documents')} could not be read`] : []),
  ];
  return parts.length === 0 ? null : `${parts.join(' and ')}: see Problems.`;
}

/** What policies of other makers could change in the picture; null where there are none. */
export function notComputedText({ policies, workloads }: ForeignPolicies): string | null {
  if (policies.length === 0) return null;
  const makers = [...new Set(policies.map(({ maker }) => maker))];
  const [maker = ''] = makers;
  const objects =
    makers.length === 1
      ? count(policies.length, `${maker} policy is`, `${maker} policies are`)
      : `${numberText(policies.length)} policies of ${makers.slice(0, -1).join(', ')} and ${makers.at(-1)} are`;
  const differ =
    workloads === 0
      ? ''
      : `; verdicts of ${count(workloads, 'workload', 'workloads')} could differ`;
  return `${objects} not computed${differ}.`;
}

function count(number: number, one: string, more: string): string {
  return `${numberText(number)} ${number === 1 ? one : more}`;
}
