// `kubectl rollout`: everything is rolled out at once here.

import { replicasOf } from '../cluster/controllers.ts';
import type { Result } from '../command.ts';
import { complain, type Piece, printLine } from '../outcome.ts';
import { selectObjects } from '../selecting/select.ts';
import { failed, type KubectlCall, type KubectlCommand, notSimulated } from './command.ts';
import { completeObjects } from './complete-objects.ts';

export const rollout: KubectlCommand = {
  name: 'rollout',
  synopsis: 'rollout status (TYPE NAME | TYPE/NAME)',
  summary: 'whether a workload is up to date',
  flags: [
    { name: 'watch', short: 'w', takes: 'switch', summary: 'taken and of no effect' },
    { name: 'timeout', takes: 'value', summary: 'taken and of no effect' },
    { name: 'selector', short: 'l', takes: 'value', summary: 'those with these labels' },
    { name: 'revision', takes: 'value', summary: '', isNotSimulated: true },
  ],
  run: runRollout,
  complete: (words, asked) =>
    words.length <= 1 ? ['status'] : completeObjects(words.slice(1), asked),
};

const OTHERS = new Set(['history', 'undo', 'restart', 'pause', 'resume']);
const ROLLED = new Set(['Deployment', 'DaemonSet', 'StatefulSet']);

function runRollout({ flags, words, namespace, world }: KubectlCall): Result {
  const [name, ...rest] = words;
  if (OTHERS.has(name ?? ''))
    return notSimulated(
      `kubectl rollout ${name}: there are no earlier versions here, and pods need no restart`,
    );
  if (name !== 'status')
    return failed(`error: unknown command "${name ?? ''}" for "kubectl rollout"`);
  if (rest.length === 0) return failed('error: required resource not specified');
  const selected = selectObjects(
    { words: rest, namespace, selector: flags.value('selector'), fields: null },
    world,
  );
  if (!selected.ok) return failed(selected.message);
  const objects = selected.groups.flatMap((group) => group.objects);
  const output = objects.map((object): Piece => {
    const { kind } = object;
    if (!ROLLED.has(kind.kind))
      return complain(`error: no status viewer has been implemented for ${kind.kind}`);
    if (kind.kind === 'Deployment')
      return printLine(`deployment "${object.name}" successfully rolled out`);
    if (kind.kind === 'DaemonSet')
      return printLine(`daemon set "${object.name}" successfully rolled out`);
    const pods = replicasOf(object);
    return printLine(
      `statefulset rolling update complete ${pods} pods at revision ${object.name}-1...`,
    );
  });
  const errors = selected.missing.map(complain);
  const isBad = [...output, ...errors].some(({ stream }) => stream === 'error');
  return { output: [...output, ...errors], status: isBad ? 1 : 0 };
}
