// `kubectl edit`: shows the manifest in the editor of the page.
import type { Result } from '../command.ts';
import { complain } from '../outcome.ts';
import { selectObjects } from '../selecting/select.ts';
import { failed, type KubectlCall, type KubectlCommand, notSimulated } from './command.ts';
import { completeObjects } from './complete-objects.ts';

export const edit: KubectlCommand = {
  name: 'edit',
  synopsis: 'edit (TYPE NAME | TYPE/NAME)',
  summary: 'show the manifest in the editor of the page',
  flags: [
    { name: 'output', short: 'o', takes: 'value', summary: '', isNotSimulated: true },
    { name: 'filename', short: 'f', takes: 'value', summary: '', isNotSimulated: true },
  ],
  run: runEdit,
  complete: completeObjects,
};

function runEdit({ words, namespace, world }: KubectlCall): Result {
  const [type] = words;
  if (type === undefined || (words.length === 1 && !type.includes('/'))) {
    return failed('error: must specify the name of the object to edit, as TYPE NAME or TYPE/NAME');
  }
  const selected = selectObjects({ words, namespace, selector: null, fields: null }, world);
  if (!selected.ok) return failed(selected.message);
  const [missing] = selected.missing;
  const object = selected.groups[0]?.objects[0];
  if (object === undefined) return failed(missing ?? 'error: there is nothing to edit');
  const { place, kind, name, of } = object;
  if (place === null) {
    const maker = of === undefined ? '' : `; ${of.kind.kind} ${of.name} makes it`;
    return notSimulated(`editing the ${kind.singular} ${name}, which no manifest declares${maker}`);
  }
  return {
    output: [
      complain(
        `(${kind.kind} ${name} stands in ${place.file}, in the editor: what is changed there counts at once.)`,
      ),
    ],
    opens: place.file,
  };
}
