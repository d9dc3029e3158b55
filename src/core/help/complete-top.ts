// The beginning of a document: whole objects, kinds and their versions.
import { kindsRead } from '../manifests/kinds.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Completion } from './completion.ts';
import { OBJECT_SNIPPETS } from './objects.ts';
import type { WritingSite } from './site.ts';
import { snippetText, writeKey, writeValue } from './writing.ts';

/** Null where the cursor is deeper in an object. */
export function completeTop(site: WritingSite, cluster: Cluster): readonly Completion[] | null {
  const { path, kind, apiVersion, spot } = site;
  if (path.length > 1) return null;
  const [field] = path;
  if (field === 'kind' && spot.form === 'value') return kinds(site, apiVersion);
  if (field === 'apiVersion' && spot.form === 'value') return versions(site, kind);
  if (field !== undefined || spot.form === 'value') return null;
  if (kind !== null) return apiVersion === null ? begun(site) : null;
  return [...begun(site), ...wholeObjects(site, cluster)];
}

function kinds(site: WritingSite, apiVersion: string | null): readonly Completion[] {
  const all = kindsRead();
  const fitting = all.filter((one) => one.apiVersion === apiVersion);
  const known = fitting.length > 0 ? fitting : all;
  return known.map((one) => ({
    kind: 'value',
    label: one.kind,
    detail: one.apiVersion,
    documentation: '',
    ...writeValue(site, one.kind),
  }));
}

function versions(site: WritingSite, kind: string | null): readonly Completion[] {
  const all = kindsRead();
  const fitting = all.filter((one) => one.kind === kind);
  const known = fitting.length > 0 ? fitting : all;
  const names = [...new Set(known.map(({ apiVersion }) => apiVersion))].sort();
  return names.map((name) => ({
    kind: 'value',
    label: name,
    detail: '',
    documentation: `Kinds: ${all
      .filter(({ apiVersion }) => apiVersion === name)
      .map((one) => one.kind)
      .join(', ')}.`,
    ...writeValue(site, name),
  }));
}

/** The fields that every object has, as far as they are missing. */
function begun(site: WritingSite): readonly Completion[] {
  const there = new Set(site.object?.entries.map(({ key }) => key));
  const field = (label: string, documentation: string, below: 'scalar' | 'map') =>
    there.has(label)
      ? []
      : [
          {
            kind: 'field' as const,
            label,
            detail: '',
            documentation,
            ...writeKey(site, label, below),
          },
        ];
  return [
    ...field('apiVersion', 'Group and version of the kind.', 'scalar'),
    ...field('kind', 'What sort of object it is.', 'scalar'),
    ...field('metadata', 'Name, namespace and labels of the object.', 'map'),
  ];
}

function wholeObjects(site: WritingSite, { namespaces }: Cluster): readonly Completion[] {
  const { spot, object } = site;
  const isEmpty = (object?.entries.length ?? 0) === 0;
  if (!isEmpty || (spot.column !== 0 && spot.word.start !== spot.word.end)) return [];
  if (spot.inFlow || spot.list !== null || spot.hasColon) return [];
  const first = [...namespaces.keys()].find((name) => name !== 'kube-system') ?? 'default';
  const indent = ' '.repeat(spot.column);
  return OBJECT_SNIPPETS.map(({ label, detail, documentation, text }) => ({
    kind: 'object',
    label,
    detail,
    documentation,
    insert: text
      .replace('namespace: NS', `namespace: \${2:${snippetText(first)}}`)
      .trimEnd()
      .replaceAll('\n', `\n${indent}`),
    isSnippet: true,
    asksAgain: false,
  }));
}
