// `kubectl wait`: everything is ready at once here, and nothing goes away by itself.
import { pluralName, resourceName } from '../cluster/kinds.ts';
import type { Result } from '../command.ts';
import { complain, pause, printLine } from '../outcome.ts';
import { selectObjects } from '../selecting/select.ts';
import { failed, type KubectlCall, type KubectlCommand } from './command.ts';
import { completeObjects } from './complete-objects.ts';

export const wait: KubectlCommand = {
  name: 'wait',
  synopsis: 'wait (TYPE NAME… | TYPE/NAME… | TYPE -l …) --for=condition=Ready',
  summary: 'wait until objects are ready, which they are',
  flags: [
    { name: 'for', takes: 'value', summary: 'condition=…, jsonpath=…, create or delete' },
    { name: 'timeout', takes: 'value', summary: 'how long at most' },
    { name: 'selector', short: 'l', takes: 'value', summary: 'those with these labels' },
    { name: 'all', takes: 'switch', summary: 'all of the type' },
  ],
  run: runWait,
  complete: completeObjects,
};

const USUAL_SECONDS = 30;

function runWait({ flags, words, namespace, world }: KubectlCall): Result {
  const condition = flags.value('for');
  if (words.length === 0)
    return failed('error: you must specify at least one resource to wait for');
  if (condition === null)
    return failed('error: no --for condition is given, as in --for=condition=Ready');
  if (!/^(?:condition=.+|jsonpath=.+|delete|create)$/i.test(condition))
    return failed(`error: unrecognized condition: "${condition}"`);
  const selected = selectObjects(
    { words, namespace, selector: flags.value('selector'), fields: null },
    world,
  );
  if (!selected.ok) return failed(selected.message);
  const objects = selected.groups.flatMap((group) => group.objects);
  const isDelete = condition.toLowerCase() === 'delete';
  const errors = isDelete ? [] : selected.missing.map(complain);
  if (objects.length === 0 && errors.length === 0)
    return isDelete ? {} : failed('error: no matching resources found');
  const told = Number(/^(\d{1,5})s?$/.exec(flags.value('timeout') ?? '')?.[1] ?? USUAL_SECONDS);
  const output = objects.flatMap(({ kind, name }) =>
    isDelete
      ? [
          pause(2, told),
          complain(`error: timed out waiting for the condition on ${pluralName(kind)}/${name}`),
        ]
      : [printLine(`${resourceName(kind)}/${name} condition met`)],
  );
  return { output: [...output, ...errors], status: errors.length > 0 || isDelete ? 1 : 0 };
}
