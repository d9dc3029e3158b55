// `kubectl set image`: another image in a template; other forms are not simulated.

import { templateOf } from '../cluster/controllers.ts';
import { resourceName } from '../cluster/kinds.ts';
import { isMap, listAt, textAt, type Value, withAt } from '../cluster/value.ts';
import type { Result } from '../command.ts';
import { changeObject } from '../editing/change.ts';
import { printLine } from '../outcome.ts';
import { selectObjects } from '../selecting/select.ts';
import { failed, type KubectlCall, type KubectlCommand, notSimulated } from './command.ts';
import { completeObjects } from './complete-objects.ts';
import { DRY_RUN, isDryRun } from './dry-run.ts';

export const set: KubectlCommand = {
  name: 'set',
  synopsis: 'set image (TYPE NAME | TYPE/NAME) CONTAINER=IMAGE…',
  summary: 'change the image of a container',
  flags: [
    DRY_RUN,
    { name: 'filename', short: 'f', takes: 'value', summary: '', isNotSimulated: true },
  ],
  run: runSet,
  complete: (words, asked) =>
    words.length <= 1 ? ['image'] : completeObjects(words.slice(1), asked),
};

function runSet({ words, flags, namespace, world }: KubectlCall): Result {
  const [form, ...rest] = words;
  if (form !== 'image')
    return notSimulated(`kubectl set ${form ?? ''}; change the manifest in the editor`);
  const changes = rest.filter((word) => word.includes('='));
  const named = rest.filter((word) => !word.includes('='));
  if (named.length === 0)
    return failed(
      'error: one or more resources must be specified as <resource> <name> or <resource>/<name>',
    );
  if (changes.length === 0) return failed('error: at least one image update is required');
  const selected = selectObjects({ words: named, namespace, selector: null, fields: null }, world);
  if (!selected.ok) return failed(selected.message);
  const object = selected.groups[0]?.objects[0];
  if (object === undefined)
    return failed(selected.missing[0] ?? 'error: there is nothing to change');
  const template = templateOf(object);
  if (object.place === null || template === undefined || object.kind.kind === 'CronJob') {
    return notSimulated(`images of the ${object.kind.singular} ${object.name}`);
  }
  const images = new Map<string, string>();
  for (const change of changes)
    images.set(change.slice(0, change.indexOf('=')), change.slice(change.indexOf('=') + 1));
  const old = listAt(template, 'spec', 'containers');
  const unknown = [...images.keys()].find(
    (name) => name !== '*' && !old.some((one) => textAt(one, 'name') === name),
  );
  if (unknown !== undefined) return failed(`error: unable to find container named "${unknown}"`);
  const containers = old.map((one): Value => {
    const image = images.get(textAt(one, 'name') ?? '') ?? images.get('*');
    return image === undefined ? one : withAt(one, ['image'], image);
  });
  const next = withAt(object.value, ['spec', 'template', 'spec', 'containers'], containers);
  const title = `${resourceName(object.kind)}/${object.name}`;
  if (!isMap(next) || isDryRun(flags))
    return { output: [printLine(`${title} image updated (dry run)`)] };
  return {
    output: [printLine(`${title} image updated`)],
    files: changeObject(world.files, object, next),
  };
}
