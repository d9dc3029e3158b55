// `kubectl get`: objects as a table, as YAML or JSON, or by name.
import { resourceName } from '../cluster/kinds.ts';
import type { KubeObject } from '../cluster/objects.ts';
import type { Value } from '../cluster/value.ts';
import type { Result } from '../command.ts';
import { complain, type Piece, print, remark } from '../outcome.ts';
import { type Group, selectObjects } from '../selecting/select.ts';
import { labelsOf, labelsText } from '../selecting/selector.ts';
import { failed, type KubectlCall, type KubectlCommand } from './command.ts';
import { completeObjects } from './complete-objects.ts';
import type { Printed } from './paths/template.ts';
import { ageOf, bornAt } from './printing/age.ts';
import { columnsOf } from './printing/columns.ts';
import { customColumns } from './printing/custom-columns.ts';
import { formatProblem, printValue, templateOf } from './printing/output.ts';
import { sortBy } from './printing/sort-by.ts';
import { stored } from './printing/stored.ts';
import { layTable } from './printing/table.ts';

export const get: KubectlCommand = {
  name: 'get',
  synopsis:
    'get (TYPE[,TYPE] [NAME…] | TYPE/NAME …) [-o wide|yaml|json|name|jsonpath=…] [-l …] [-A]',
  summary: 'list objects, or print them',
  flags: [
    {
      name: 'output',
      short: 'o',
      takes: 'value',
      summary: 'wide, yaml, json, name, jsonpath=… or custom-columns=…',
      values: ['custom-columns=', 'json', 'jsonpath=', 'name', 'wide', 'yaml'],
    },
    {
      name: 'selector',
      short: 'l',
      takes: 'value',
      summary: 'only those with these labels, as in app=web,tier!=db',
    },
    {
      name: 'field-selector',
      takes: 'value',
      summary: 'only those with this field, as in metadata.name=web',
    },
    { name: 'all-namespaces', short: 'A', takes: 'switch', summary: 'of all namespaces' },
    { name: 'show-labels', takes: 'switch', summary: 'with all their labels' },
    {
      name: 'label-columns',
      short: 'L',
      takes: 'value',
      summary: 'with the value of a label, as in -L app',
    },
    { name: 'no-headers', takes: 'switch', summary: 'without headings' },
    { name: 'ignore-not-found', takes: 'switch', summary: 'say nothing of what is not there' },
    {
      name: 'watch',
      short: 'w',
      takes: 'switch',
      summary: 'of no effect: nothing changes here by itself',
    },
    { name: 'watch-only', takes: 'switch', summary: '', isNotSimulated: true },
    { name: 'sort-by', takes: 'value', summary: 'in the order of a field, as .metadata.name' },
    { name: 'chunk-size', takes: 'value', summary: 'taken and of no effect' },
    { name: 'filename', short: 'f', takes: 'value', summary: '', isNotSimulated: true },
    { name: 'show-kind', takes: 'switch', summary: 'with their kinds before their names' },
  ],
  run: runGet,
  complete: completeObjects,
};

const NO_TYPE = `You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.

error: Required resource not specified.
Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).
See 'kubectl get -h' for help and examples`;

const TABLES = new Set(['', 'wide']);
const TAKEN = ['', 'custom-columns', 'json', 'jsonpath', 'name', 'wide', 'yaml'];

function runGet(call: KubectlCall): Result {
  const { flags, words, world } = call;
  if (words.length === 0) return failed(NO_TYPE);
  const output = flags.value('output') ?? '';
  const problem = formatProblem(output, TAKEN);
  if (problem !== null) return failed(problem);
  const isAll = flags.isOn('all-namespaces');
  const namespace = isAll ? null : call.namespace;
  const selected = selectObjects(
    { words, namespace, selector: flags.value('selector'), fields: flags.value('field-selector') },
    world,
  );
  if (!selected.ok) return failed(selected.message);
  const { isNamed } = selected;
  const groups = inOrder(selected.groups, call);
  if (typeof groups === 'string') return failed(groups);
  const missing = flags.isOn('ignore-not-found') ? [] : selected.missing;
  const found = groups.flatMap(({ objects }) => objects);
  const errors = missing.map(complain);
  const status = missing.length > 0 ? 1 : 0;
  const before = groups.some(({ kind }) => kind.kind === 'Endpoints') ? [DEPRECATED] : [];
  const notes = [...emptyNote(found, groups, call), ...nodesNote(groups, call), ...watchNote(call)];
  if (!TABLES.has(output)) {
    if (found.length === 0 && isNamed) return { output: errors, status };
    const text = printed(found, output, isNamed && found.length === 1, call);
    return text.ok
      ? { output: [...before, print(text.text), ...errors], status }
      : failed(text.message);
  }
  if (found.length === 0 && missing.length === 0 && !isNamed) {
    const isClusterWide = namespace === null || groups.every(({ kind }) => !kind.isNamespaced);
    const words = isClusterWide
      ? 'No resources found'
      : `No resources found in ${namespace} namespace.`;
    return { output: [...before, complain(words), ...notes] };
  }
  return { output: [...before, ...tables(groups, call), ...notes, ...errors], status };
}

const DEPRECATED = complain(
  'Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
);

/** A message where `--sort-by` cannot be followed. */
function inOrder(groups: readonly Group[], call: KubectlCall): readonly Group[] | string {
  const path = call.flags.value('sort-by');
  if (path === null) return groups;
  const sorted: Group[] = [];
  for (const { kind, objects } of groups) {
    const found = sortBy(path, objects, stored, (object) => bornAt(object, call.session));
    if (!found.ok) return found.message;
    sorted.push({ kind, objects: found.objects });
  }
  return sorted;
}

/** @param isOne one object by name stands alone, everything else in a List */
function printed(
  objects: readonly KubeObject[],
  output: string,
  isOne: boolean,
  { flags }: KubectlCall,
): Printed {
  if (output === 'name') {
    const lines = objects.map(({ kind, name }) => `${resourceName(kind)}/${name}\n`);
    return { ok: true, text: lines.join('') };
  }
  if (output.startsWith('custom-columns')) {
    return customColumns(templateOf(output) ?? '', objects.map(stored), !flags.isOn('no-headers'));
  }
  const [first] = objects;
  const value: Value =
    isOne && first !== undefined
      ? stored(first)
      : new Map<string, Value>([
          ['apiVersion', 'v1'],
          ['items', objects.map(stored)],
          ['kind', 'List'],
          ['metadata', new Map([['resourceVersion', '']])],
        ]);
  return printValue(value, output);
}

function tables(groups: readonly Group[], call: KubectlCall): readonly Piece[] {
  const { flags } = call;
  const shown = groups.filter(({ objects }) => objects.length > 0);
  const isMixed = groups.length > 1 || flags.isOn('show-kind');
  return shown.flatMap((group, at) => [
    ...(at === 0 ? [] : [print('\n')]),
    print(tableOf(group, isMixed, call)),
  ]);
}

function tableOf(
  { kind, objects }: Group,
  isMixed: boolean,
  { flags, session, world }: KubectlCall,
): string {
  const isWide = flags.value('output') === 'wide';
  const columns = columnsOf(kind).filter((column) => column.isWide !== true || isWide);
  const about = { world, age: (object: KubeObject) => ageOf(object, session, world) };
  const isAll = flags.isOn('all-namespaces') && kind.isNamespaced;
  const labels = flags.values('label-columns').flatMap((one) => one.split(','));
  const isLabelled = flags.isOn('show-labels');
  const rows = objects.map((object) => [
    ...(isAll ? [object.namespace ?? ''] : []),
    isMixed ? `${resourceName(kind)}/${object.name}` : object.name,
    ...columns.map(({ text }) => text(object, about)),
    ...labels.map((label) => labelsOf(object.value).get(label) ?? ''),
    ...(isLabelled ? [labelsText(labelsOf(object.value))] : []),
  ]);
  const headings = [
    ...(isAll ? ['NAMESPACE'] : []),
    'NAME',
    ...columns.map(({ title }) => title),
    ...labels.map((label) => (label.split('/').at(-1) ?? '').toUpperCase()),
    ...(isLabelled ? ['LABELS'] : []),
  ];
  return layTable(flags.isOn('no-headers') ? null : headings, rows);
}

/** Nodes that no manifest names are not to be taken for something that is known. */
function nodesNote(groups: readonly Group[], { world }: KubectlCall): readonly Piece[] {
  const isMadeUp = !world.objects.some(({ kind }) => kind.kind === 'Node' && kind.group === '');
  return isMadeUp && groups.some(({ kind }) => kind.kind === 'Node')
    ? [complain('(The manifests name no nodes: these two are made up.)')]
    : [];
}

/** A namespace that is not there looks like an empty one: kubectl says no more. */
function emptyNote(
  found: readonly KubeObject[],
  groups: readonly Group[],
  { flags, namespace, world }: KubectlCall,
): readonly Piece[] {
  const isOneNamespace =
    !flags.isOn('all-namespaces') && groups.some(({ kind }) => kind.isNamespaced);
  if (found.length > 0 || !isOneNamespace) return [];
  if (!world.namespaces.some(({ name }) => name === namespace)) {
    return [remark(`# There is no namespace ${namespace}.`)];
  }
  return namespace === 'kube-system'
    ? [remark('# A real cluster runs its DNS and more here; the manifests say nothing of it.')]
    : [];
}

function watchNote({ flags }: KubectlCall): readonly Piece[] {
  return flags.isOn('watch') ? [remark('# Not watched on: nothing changes here by itself.')] : [];
}
