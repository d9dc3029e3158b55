// `kubectl label` and `kubectl annotate`: words put on objects, in their text.
import { isLabelKey, labelValueRefusal } from '../applying/names.ts';
import { kindOf, resourceName } from '../cluster/kinds.ts';
import type { KubeObject } from '../cluster/objects.ts';
import { isMap, textsAt, type Value, type ValueMap, withAt } from '../cluster/value.ts';
import type { World } from '../cluster/world.ts';
import type { Result } from '../command.ts';
import { changeObject } from '../editing/change.ts';
import { appendDocument } from '../editing/documents.ts';
import { writeYaml } from '../editing/yaml.ts';
import { complain, type EditorFile, type Piece, printLine } from '../outcome.ts';
import { selectObjects } from '../selecting/select.ts';
import { failed, type KubectlCall, type KubectlCommand } from './command.ts';
import { completeObjects } from './complete-objects.ts';
import { DRY_RUN, isDryRun } from './dry-run.ts';

/** What differs between the two. */
interface Words {
  readonly name: 'label' | 'annotate';
  readonly field: 'labels' | 'annotations';
  readonly thing: 'label' | 'annotation';
  readonly done: string;
  readonly undone: string;
  readonly summary: string;
}

function putOn(words: Words): KubectlCommand {
  const { name, thing, summary } = words;
  return {
    name,
    synopsis: `${name} (TYPE NAME… | TYPE/NAME… | TYPE -l … | TYPE --all) KEY=VALUE… KEY-…`,
    summary,
    flags: [
      { name: 'overwrite', takes: 'switch', summary: `change what a ${thing} says already` },
      { name: 'selector', short: 'l', takes: 'value', summary: 'those with these labels' },
      { name: 'all', takes: 'switch', summary: 'all of the type' },
      { name: 'all-namespaces', short: 'A', takes: 'switch', summary: 'of all namespaces' },
      { name: 'list', takes: 'switch', summary: `print the ${thing}s` },
      DRY_RUN,
      { name: 'filename', short: 'f', takes: 'value', summary: '', isNotSimulated: true },
      { name: 'output', short: 'o', takes: 'value', summary: '', isNotSimulated: true },
    ],
    run: (call) => runPutOn(call, words),
    complete: (given, asked) => (given.at(-1)?.includes('=') ? [] : completeObjects(given, asked)),
  };
}

export const label = putOn({
  name: 'label',
  field: 'labels',
  thing: 'label',
  done: 'labeled',
  undone: 'unlabeled',
  summary: 'put labels on objects, or take them off',
});

export const annotate = putOn({
  name: 'annotate',
  field: 'annotations',
  thing: 'annotation',
  done: 'annotated',
  undone: 'annotated',
  summary: 'put annotations on objects, or take them off',
});

interface Changes {
  readonly set: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
}

function runPutOn(call: KubectlCall, words: Words): Result {
  const { flags, world } = call;
  const isChange = (word: string) => word.includes('=') || (word.endsWith('-') && word.length > 1);
  const first = call.words.findIndex(isChange);
  const names = first === -1 ? call.words : call.words.slice(0, first);
  const changes = readChanges(first === -1 ? [] : call.words.slice(first), words);
  if (typeof changes === 'string') return failed(`error: ${changes}`);
  if (names.length === 0)
    return failed(
      'error: one or more resources must be specified as <resource> <name> or <resource>/<name>',
    );
  const isMany = flags.isOn('all') || flags.has('selector');
  const [type = ''] = names;
  if (names.length === 1 && !type.includes('/') && !isMany)
    return failed('error: resource(s) were provided, but no name was specified');
  const isListing = flags.isOn('list');
  if (changes.set.size + changes.removed.length === 0 && !isListing)
    return failed(`error: at least one ${words.thing} update is required`);
  const selected = selectObjects(
    {
      words: names,
      namespace: flags.isOn('all-namespaces') ? null : call.namespace,
      selector: flags.value('selector'),
      fields: null,
    },
    world,
  );
  if (!selected.ok) return failed(selected.message);
  const objects = selected.groups.flatMap((group) => group.objects);
  let here = world;
  let status = selected.missing.length > 0 ? 1 : 0;
  const output: Piece[] = [];
  for (const object of objects) {
    const change = changeOne(object, changes, words, flags.isOn('overwrite'));
    output.push(...change.output);
    if (change.failed) status = 1;
    if (isListing)
      output.push(
        ...[...textsAt(change.value, 'metadata', words.field)].map(([key, value]) =>
          printLine(`${key}=${value}`),
        ),
      );
    if (change.failed || !change.isChanged || isDryRun(flags)) continue;
    // Earlier changes have moved what stands behind them.
    here = here.with(written(here, object, change.value));
  }
  output.push(...selected.missing.map(complain));
  if (objects.length === 0 && selected.missing.length === 0)
    output.push(complain('No resources found'));
  return { output, status, ...(here === world ? {} : { files: here.files }) };
}

function readChanges(given: readonly string[], { thing }: Words): Changes | string {
  const set = new Map<string, string>();
  const removed: string[] = [];
  for (const word of given) {
    const equals = word.indexOf('=');
    const key = equals === -1 ? word.replace(/-$/, '') : word.slice(0, equals);
    if (equals === -1 && !word.endsWith('-')) return `invalid ${thing} spec: ${word}`;
    if (!isLabelKey(key))
      return `invalid ${thing} key: "${key}": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character`;
    if (equals === -1) {
      removed.push(key);
      continue;
    }
    const value = word.slice(equals + 1);
    const wrong = thing === 'label' ? labelValueRefusal(value) : null;
    if (wrong !== null) return `invalid label value: "${word}": ${wrong}`;
    set.set(key, value);
  }
  const both = removed.find((key) => set.has(key));
  return both === undefined
    ? { set, removed }
    : `can not both modify and remove a ${thing} in the same command`;
}

interface Change {
  readonly output: readonly Piece[];
  readonly failed: boolean;
  readonly isChanged: boolean;
  readonly value: ValueMap;
}

function changeOne(
  object: KubeObject,
  { set, removed }: Changes,
  words: Words,
  overwrites: boolean,
): Change {
  const { value } = object;
  const old = textsAt(value, 'metadata', words.field);
  const title = `${resourceName(object.kind)}/${object.name}`;
  const refuse = (message: string): Change => ({
    output: [complain(message)],
    failed: true,
    isChanged: false,
    value,
  });
  const kept = [...set].find(([key, one]) => old.has(key) && old.get(key) !== one);
  if (kept !== undefined && !overwrites) {
    const [key] = kept;
    const clash = `'${key}' already has a value (${old.get(key)})`;
    return refuse(
      words.thing === 'label'
        ? `error: ${clash}, and --overwrite is false`
        : `error: --overwrite is false but found the following declared annotation(s): ${clash}`,
    );
  }
  const cannot = whyNot(object, words);
  if (cannot !== null) return refuse(cannot);
  const next = new Map([...old].filter(([key]) => !removed.includes(key)));
  for (const [key, one] of set) next.set(key, one);
  const isChanged = next.size !== old.size || [...next].some(([key, one]) => old.get(key) !== one);
  const isOnlyRemoved = set.size === 0 && next.size < old.size;
  const absent = words.thing === 'label' ? removed.filter((key) => !old.has(key)) : [];
  const done = isOnlyRemoved ? words.undone : words.done;
  const word = isChanged || words.thing === 'annotation' ? done : `not ${words.done}`;
  return {
    output: [
      ...absent.map((key) => printLine(`label "${key}" not found.`)),
      printLine(`${title} ${word}`),
    ],
    failed: false,
    isChanged,
    value: asMap(withAt(value, ['metadata', words.field], next.size === 0 ? undefined : next)),
  };
}

function asMap(value: Value): ValueMap {
  return isMap(value) ? value : new Map();
}

/** Objects that stand in no manifest have no place for it. */
function whyNot({ kind, name, place, of }: KubeObject, { field }: Words): string | null {
  if (place !== null || kind.kind === 'Namespace') return null;
  const maker =
    of === undefined
      ? ''
      : `; ${of.kind.kind} ${of.name} makes it, so change that one's template in the editor`;
  return `not simulated here: ${field} of the ${kind.singular} ${name}, which no manifest declares${maker}`;
}

/** In its own text; a namespace that is only named gets a manifest. */
function written(world: World, object: KubeObject, value: ValueMap): readonly EditorFile[] {
  const now = world.objects.find(
    (one) =>
      one.kind === object.kind && one.name === object.name && one.namespace === object.namespace,
  );
  if (now !== undefined) {
    const changed = withAt(now.value, ['metadata'], value.get('metadata'));
    const bare = withoutMade(now, asMap(changed));
    return changeObject(world.files, now, bare);
  }
  const labels = new Map(
    [...textsAt(value, 'metadata', 'labels')].filter(([key]) => key !== NAME_LABEL),
  );
  const annotations = textsAt(value, 'metadata', 'annotations');
  const metadata = new Map<string, Value>([['name', object.name]]);
  if (labels.size > 0) metadata.set('labels', labels);
  if (annotations.size > 0) metadata.set('annotations', annotations);
  const namespace = new Map<string, Value>([
    ['apiVersion', 'v1'],
    ['kind', kindOf('', 'v1', 'Namespace').kind],
    ['metadata', metadata],
  ]);
  return appendDocument(world.files, writeYaml(namespace));
}

const NAME_LABEL = 'kubernetes.io/metadata.name';

/** Without the label that the API server puts on namespaces, where the manifest does not write it. */
function withoutMade({ kind, value }: KubeObject, changed: ValueMap): ValueMap {
  const isWritten = textsAt(value, 'metadata', 'labels').has(NAME_LABEL);
  if (kind.kind !== 'Namespace' || isWritten) return changed;
  const labels = new Map(
    [...textsAt(changed, 'metadata', 'labels')].filter(([key]) => key !== NAME_LABEL),
  );
  return asMap(withAt(changed, ['metadata', 'labels'], labels.size === 0 ? undefined : labels));
}
