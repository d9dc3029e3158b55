// `kubectl delete`: takes objects away, by file, by name, by label, or all.
import { sourcesOf } from '../applying/sources.ts';
import { pluralName, resourceName } from '../cluster/kinds.ts';
import { type KubeObject, keyOf, objectsOf } from '../cluster/objects.ts';
import type { Result } from '../command.ts';
import { removeObjects } from '../editing/documents.ts';
import { complain, type Piece, printLine } from '../outcome.ts';
import { selectObjects } from '../selecting/select.ts';
import { FILENAME } from './apply.ts';
import { failed, type KubectlCall, type KubectlCommand } from './command.ts';
import { completeObjects } from './complete-objects.ts';
import { DRY_RUN, isDryRun } from './dry-run.ts';

export const remove: KubectlCommand = {
  name: 'delete',
  synopsis: 'delete (-f FILE | TYPE NAME… | TYPE/NAME… | TYPE -l … | TYPE --all)',
  summary: 'take objects away',
  flags: [
    FILENAME,
    DRY_RUN,
    { name: 'selector', short: 'l', takes: 'value', summary: 'those with these labels' },
    { name: 'field-selector', takes: 'value', summary: 'those with this field' },
    { name: 'all', takes: 'switch', summary: 'all of the type' },
    { name: 'all-namespaces', short: 'A', takes: 'switch', summary: 'of all namespaces' },
    { name: 'ignore-not-found', takes: 'switch', summary: 'say nothing of what is not there' },
    { name: 'force', takes: 'switch', summary: 'taken and of no effect' },
    { name: 'grace-period', takes: 'value', summary: 'taken and of no effect' },
    { name: 'now', takes: 'switch', summary: 'taken and of no effect' },
    { name: 'wait', takes: 'switch', summary: 'taken and of no effect' },
    { name: 'timeout', takes: 'value', summary: 'taken and of no effect' },
    {
      name: 'cascade',
      takes: 'optional',
      summary: 'taken and of no effect: pods go with what made them',
    },
    {
      name: 'output',
      short: 'o',
      takes: 'value',
      summary: 'name: only kinds and names',
      values: ['name'],
    },
    { name: 'kustomize', short: 'k', takes: 'value', summary: '', isNotSimulated: true },
    { name: 'interactive', takes: 'switch', summary: '', isNotSimulated: true },
  ],
  run: runDelete,
  complete: completeObjects,
};

interface Doomed {
  readonly objects: readonly KubeObject[];
  readonly errors: readonly string[];
}

function runDelete(call: KubectlCall): Result {
  const { flags, world } = call;
  const found = flags.has('filename') ? byFile(call) : byWords(call);
  if (typeof found === 'string') return failed(found);
  const { objects } = found;
  const errors = flags.isOn('ignore-not-found') ? [] : found.errors;
  const kept = objects.filter((object) => refusal(object) !== null);
  const doomed = objects.filter((object) => refusal(object) === null);
  if (objects.length === 0 && errors.length === 0)
    return { output: [printLine('No resources found')] };
  const output: readonly Piece[] = [
    ...doomed.map((object) => printLine(words(object, call))),
    ...notesOn(doomed),
    ...kept.map((object) => complain(refusal(object) ?? '')),
    ...errors.map(complain),
  ];
  const status = errors.length + kept.length > 0 ? 1 : 0;
  const gone = withContents(doomed, world.objects);
  if (isDryRun(flags) || gone.length === 0) return { output, status };
  return { output, status, files: removeObjects(world, gone) };
}

function words({ kind, namespace, name }: KubeObject, { flags }: KubectlCall): string {
  if (flags.value('output') === 'name') return `${resourceName(kind)}/${name}`;
  const verb = flags.isOn('force') ? 'force deleted' : 'deleted';
  const mark = isDryRun(flags) ? ' (dry run)' : '';
  const where = namespace === null ? '' : ` from ${namespace} namespace`;
  return `${resourceName(kind)} "${name}" ${verb}${mark}${where}`;
}

/** What the file says, where it is in the cluster. */
function byFile({ flags, world, namespace, input }: KubectlCall): Doomed | string {
  const found = sourcesOf(flags.values('filename'), world.files, input);
  if (!found.ok) return found.message.replace('kubectl apply', 'kubectl delete');
  const objects: KubeObject[] = [];
  const errors: string[] = [];
  for (const { name, text } of found.sources) {
    for (const object of objectsOf({ name, text }, namespace, new Map())) {
      const there = world.objects.find((one) => keyOf(one) === keyOf(object));
      if (there !== undefined) objects.push(there);
      else
        errors.push(
          `Error from server (NotFound): error when deleting "${name}": ${pluralName(object.kind)} "${object.name}" not found`,
        );
    }
  }
  return { objects, errors };
}

function byWords(call: KubectlCall): Doomed | string {
  const { flags, words: asked, world } = call;
  if (asked.length === 0)
    return "error: You must provide one or more resources by argument or filename.\nExample resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'";
  const isMany = flags.isOn('all') || flags.has('selector') || flags.has('field-selector');
  const [type = ''] = asked;
  if (asked.length === 1 && !isMany && !type.includes('/')) {
    return 'error: resource(s) were provided, but no name was specified';
  }
  if (flags.isOn('all') && flags.has('selector'))
    return 'error: cannot set --all and --selector at the same time';
  const selected = selectObjects(
    {
      words: asked,
      namespace: flags.isOn('all-namespaces') ? null : call.namespace,
      selector: flags.value('selector'),
      fields: flags.value('field-selector'),
    },
    world,
  );
  if (!selected.ok) return selected.message;
  return { objects: selected.groups.flatMap(({ objects }) => objects), errors: selected.missing };
}

const KEPT = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease']);

function refusal({ kind, name, place, of }: KubeObject): string | null {
  if (kind.kind === 'Namespace' && KEPT.has(name)) {
    return `Error from server (Forbidden): namespaces "${name}" is forbidden: this namespace may not be deleted`;
  }
  if (kind.kind === 'Node' && place === null && of === undefined) {
    return `not simulated here: deleting the node ${name}, which no manifest names`;
  }
  return null;
}

/** What the cluster itself makes comes back at once. */
function notesOn(objects: readonly KubeObject[]): readonly Piece[] {
  const keys = new Set(objects.map(keyOf));
  const back = objects.filter(({ place, of, kind, name }) => {
    // What made it may go with it.
    if (of !== undefined && keys.has(keyOf(of))) return false;
    const isApiServer = kind.kind === 'Service' && name === 'kubernetes';
    return place === null && (of !== undefined || isApiServer);
  });
  const [first] = back;
  if (first === undefined) return [];
  const maker =
    first.of === undefined ? 'The API server' : `${first.of.kind.kind} ${first.of.name}`;
  return [complain(`(${maker} makes it anew at once; here it gets the same name.)`)];
}

/** All that stands in a namespace goes with it. */
function withContents(
  doomed: readonly KubeObject[],
  all: readonly KubeObject[],
): readonly KubeObject[] {
  const namespaces = new Set(
    doomed.flatMap(({ kind, name }) => (kind.kind === 'Namespace' ? [name] : [])),
  );
  const declared = doomed.filter((object) => object.of === undefined);
  return [
    ...declared,
    ...all.filter(({ namespace }) => namespace !== null && namespaces.has(namespace)),
  ];
}
