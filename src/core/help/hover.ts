// What is to be said of the thing under the pointer: what its field means, and what it means in this cluster.
import type { Cluster } from '../model/cluster.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Span } from '../model/span.ts';
import { placeAt } from './complete-fields.ts';
import { counted, named } from './counted.ts';
import { namespaceNamed } from './definition.ts';
import { declaredPorts, podsOfPort } from './ports.ts';
import { type SelectorSite, selectedAt, selectorSite } from './selecting.ts';
import { serviceNamed } from './services.ts';
import { inObject, type ReadingSite, readingSite } from './site.ts';

export interface Hover {
  readonly span: Span;
  /** The field's name, or what the thing is. */
  readonly title: string;
  /** Plain sentences, a paragraph each. */
  readonly paragraphs: readonly string[];
  /** The name under which the API's own documentation says more. */
  readonly field: string | null;
}

const MOST_NAMES = 8;

/** Null where there is nothing to say. */
export function hover(
  files: readonly SourceFile[],
  file: string,
  at: number,
  cluster: Cluster,
): Hover | null {
  const text = files.find(({ name }) => name === file)?.text;
  const site = text === undefined ? null : readingSite(text, at);
  if (site === null) return null;
  const field = site.isKey ? placeAt(site) : null;
  const paragraphs = clusterWords(site, cluster);
  if (paragraphs.length === 0 && field === null) return null;
  const { start, end } = site.word;
  const name = site.path.findLast((step) => typeof step === 'string') ?? '';
  return {
    span: { file, start: site.offset + start, end: site.offset + end },
    title: field === null ? `${name}` : `${name}: ${field.type}`,
    paragraphs,
    field: field?.documentation ?? null,
  };
}

function clusterWords(site: ReadingSite, cluster: Cluster): readonly string[] {
  const found = selectorSite(site);
  if (found !== null) return selectorWords(site, found, cluster);
  const namespace = namespaceNamed(site);
  if (namespace !== null) return namespaceWords(namespace, cluster);
  const port = portWords(site, cluster);
  if (port.length > 0) return port;
  const service = serviceNamed(site, cluster);
  if (service === null) return [];
  const ports = service.ports.map(({ port: number, targetPort }) => `${number} → ${targetPort}`);
  return [`Service ${service.namespace}/${service.name}, ports ${named(ports, MOST_NAMES)}.`];
}

function selectorWords(
  site: ReadingSite,
  found: SelectorSite,
  cluster: Cluster,
): readonly string[] {
  const noun = found.of === 'pods' ? 'workload' : 'namespace';
  if (site.kind !== 'NetworkPolicy' && cluster.workloads.length === 0) return [];
  const { sure, maybe } = selectedAt(site, found, cluster);
  const names = (list: readonly { readonly name: string }[]) =>
    named(
      list.map(({ name }) => name),
      MOST_NAMES,
    );
  const words =
    sure.length === 0
      ? `This selector selects no ${noun}${maybe.length === 0 ? ' of these manifests' : ' for sure'}.`
      : `This selector selects ${counted(sure.length, noun)}: ${names(sure)}.`;
  const perhaps = `Perhaps ${counted(maybe.length, noun)} more, whose labels are not all known: ${names(maybe)}.`;
  return maybe.length === 0 ? [words] : [words, perhaps];
}

function namespaceWords(name: string, { namespaces, workloads }: Cluster): readonly string[] {
  const namespace = namespaces.get(name);
  if (namespace === undefined) return [];
  const inside = workloads.filter((workload) => workload.namespace === name);
  const labels = [...namespace.labels.known].map(([key, value]) => `${key}: ${value}`);
  return [
    `Namespace ${name} with ${counted(inside.length, 'workload')}.`,
    namespace.declared === null
      ? `No manifest declares it, so only this label of it is known: ${labels.join(', ')}.`
      : `Labels: ${labels.join(', ')}.`,
  ];
}

function portWords(site: ReadingSite, cluster: Cluster): readonly string[] {
  const pods = podsOfPort(site, cluster);
  const value = inObject(site, site.path);
  if (pods === null || value?.type !== 'scalar' || value.text === '') return [];
  const ports = declaredPorts(pods).filter(
    ({ name, number }) => name === value.text || `${number}` === value.text,
  );
  const isName = typeof value.value === 'string';
  if (ports.length === 0) {
    if (!isName) return [];
    return pods.length === 0
      ? [`No workload is meant here that could declare a port "${value.text}".`]
      : [
          `None of the ${counted(pods.length, 'workload')} meant here declares a port "${value.text}".`,
        ];
  }
  return ports.map(({ name, number, protocol, workloads }) => {
    const list = workloads.map((workload) => `${workload.namespace}/${workload.name}`);
    const what = isName ? `${number} ${protocol}` : `${name ?? 'without a name'}, ${protocol}`;
    return `${value.text} is ${what} on ${named(list, MOST_NAMES)}.`;
  });
}
