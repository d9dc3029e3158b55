// `kubectl get`: objects as a table, as YAML or JSON, or by name.
import { resourceName } from '../cluster/kinds.ts';
import type { KubeObject } from '../cluster/objects.ts';
import type { Value } from '../cluster/value.ts';
import type { Result } from '../command.ts';
import { writeYaml } from '../editing/yaml.ts';
import { complain, type Piece, print } from '../outcome.ts';
import { type Group, selectObjects } from '../selecting/select.ts';
import { labelsOf, labelsText } from '../selecting/selector.ts';
import { failed, type KubectlCall, type KubectlCommand, notSimulated } from './command.ts';
import { completeObjects } from './complete-objects.ts';
import { ageOf } from './printing/age.ts';
import { columnsOf } from './printing/columns.ts';
import { writeJson } from './printing/json.ts';
import { stored } from './printing/stored.ts';
import { layTable } from './printing/table.ts';

export const get: KubectlCommand = {
  name: 'get',
  synopsis: 'get (TYPE[,TYPE] [NAME…] | TYPE/NAME …) [-o wide|yaml|json|name] [-l …] [-A]',
  summary: 'list objects, or print them',
  flags: [
    {
      name: 'output',
      short: 'o',
      takes: 'value',
      summary: 'wide, yaml, json or name',
      values: ['json', 'name', 'wide', 'yaml'],
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
    { name: 'watch', short: 'w', takes: 'switch', summary: '', isNotSimulated: true },
    { name: 'watch-only', takes: 'switch', summary: '', isNotSimulated: true },
    { name: 'sort-by', takes: 'value', summary: '', isNotSimulated: true },
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
const FORMATS =
  'custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,wide,yaml';

function runGet(call: KubectlCall): Result {
  const { flags, words, world } = call;
  if (words.length === 0) return failed(NO_TYPE);
  const output = flags.value('output') ?? '';
  const format = output.split('=')[0] ?? '';
  if (FORMATS.split(',').includes(format) && !['json', 'yaml', 'name', 'wide'].includes(format)) {
    return notSimulated(`-o ${format}; wide, yaml, json and name are`);
  }
  if (!TABLES.has(output) && !['json', 'yaml', 'name'].includes(output)) {
    return failed(
      `error: unable to match a printer suitable for the output format "${output}", allowed formats are: ${FORMATS}`,
    );
  }
  const isAll = flags.isOn('all-namespaces');
  const namespace = isAll ? null : call.namespace;
  const selected = selectObjects(
    { words, namespace, selector: flags.value('selector'), fields: flags.value('field-selector') },
    world,
  );
  if (!selected.ok) return failed(selected.message);
  const { groups, isNamed } = selected;
  const missing = flags.isOn('ignore-not-found') ? [] : selected.missing;
  const found = groups.flatMap(({ objects }) => objects);
  const errors = missing.map(complain);
  const status = missing.length > 0 ? 1 : 0;
  const warning = groups.some(({ kind }) => kind.kind === 'Endpoints')
    ? [
        complain(
          'Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
        ),
      ]
    : [];
  if (!TABLES.has(output)) {
    const text =
      found.length === 0 && isNamed ? '' : printed(found, output, isNamed && found.length === 1);
    return { output: [...warning, print(text), ...errors], status };
  }
  if (found.length === 0 && missing.length === 0 && !isNamed) {
    const isClusterWide = namespace === null || groups.every(({ kind }) => !kind.isNamespaced);
    return {
      output: [
        ...warning,
        complain(
          isClusterWide ? 'No resources found' : `No resources found in ${namespace} namespace.`,
        ),
      ],
    };
  }
  return {
    output: [...warning, ...tables(groups, call), ...nodesNote(groups, call), ...errors],
    status,
  };
}

/** @param isOne one object by name stands alone, everything else in a List */
function printed(objects: readonly KubeObject[], output: string, isOne: boolean): string {
  if (output === 'name')
    return objects.map(({ kind, name }) => `${resourceName(kind)}/${name}\n`).join('');
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
  return output === 'json' ? writeJson(value) : writeYaml(value);
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
