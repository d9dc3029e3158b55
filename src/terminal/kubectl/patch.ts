// `kubectl patch`: part of an object by another value, as a merge or as steps of JSON Patch.
import { parseDocument } from '../../core/index.ts';
import { resourceName } from '../cluster/kinds.ts';
import { keyOf } from '../cluster/objects.ts';
import { isMap, isSame, valueFrom } from '../cluster/value.ts';
import type { Result } from '../command.ts';
import { changeObject } from '../editing/change.ts';
import { printLine } from '../outcome.ts';
import { selectObjects } from '../selecting/select.ts';
import { failed, type KubectlCall, type KubectlCommand, notSimulated } from './command.ts';
import { completeObjects } from './complete-objects.ts';
import { DRY_RUN, isDryRun } from './dry-run.ts';
import { merged, stepped } from './patching.ts';

export const patch: KubectlCommand = {
  name: 'patch',
  synopsis: "patch (TYPE NAME | TYPE/NAME) [--type=strategic|merge|json] -p '…'",
  summary: 'change part of an object',
  flags: [
    { name: 'patch', short: 'p', takes: 'value', summary: 'what is to be other, as JSON or YAML' },
    {
      name: 'type',
      takes: 'value',
      summary: 'strategic, merge or json',
      values: ['json', 'merge', 'strategic'],
    },
    DRY_RUN,
    { name: 'patch-file', takes: 'value', summary: '', isNotSimulated: true },
    { name: 'output', short: 'o', takes: 'value', summary: '', isNotSimulated: true },
  ],
  run: runPatch,
  complete: completeObjects,
};

function runPatch({ flags, words, namespace, world }: KubectlCall): Result {
  const text = flags.value('patch');
  if (text === null || text === '') {
    return failed(
      'error: must specify --patch or --patch-file containing the contents of the patch',
    );
  }
  const type = flags.value('type') ?? 'strategic';
  if (!['strategic', 'merge', 'json'].includes(type)) {
    return failed(`error: --type must be one of [json merge strategic], not "${type}"`);
  }
  const parsed = parseDocument(text);
  if (!parsed.ok) return failed('error: unable to parse the patch: it is no JSON or YAML');
  const selected = selectObjects({ words, namespace, selector: null, fields: null }, world);
  if (!selected.ok) return failed(selected.message);
  const [missing] = selected.missing;
  if (missing !== undefined) return failed(missing);
  const objects = selected.groups.flatMap((group) => group.objects);
  const [object] = objects;
  if (object === undefined || !selected.isNamed || objects.length > 1) {
    return failed(
      'error: one resource must be specified as <resource> <name> or <resource>/<name>',
    );
  }
  const own = world.objects.find((one) => keyOf(one) === keyOf(object));
  const title = `${resourceName(object.kind)}/${object.name}`;
  // What the manifest holds, not what the cluster adds to it.
  if (own === undefined || own.place === null) {
    const maker =
      object.of === undefined ? '' : `; ${object.of.kind.kind} ${object.of.name} makes it`;
    return notSimulated(`patching ${title}, which no manifest declares${maker}`);
  }
  const change = valueFrom(parsed.root);
  const next =
    type === 'json' ? stepped(own.value, change) : merged(own.value, change, type === 'strategic');
  if (typeof next === 'string') return failed(`error: ${next}`);
  if (!isMap(next)) return failed('error: the patch is no object');
  const isChanged = !isSame(own.value, next);
  const mark = isDryRun(flags) ? ' (dry run)' : '';
  const output = [printLine(`${title} patched${isChanged ? '' : ' (no change)'}${mark}`)];
  if (!isChanged || isDryRun(flags)) return { output };
  return { output, files: changeObject(world.files, own, next) };
}
