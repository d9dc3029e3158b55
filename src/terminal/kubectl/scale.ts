// `kubectl scale`: how many pods a workload has.

import { replicasOf } from '../cluster/controllers.ts';
import { resourceName } from '../cluster/kinds.ts';
import { isMap, withAt } from '../cluster/value.ts';
import type { Result } from '../command.ts';
import { changeObject } from '../editing/change.ts';
import { complain, type Piece, printLine } from '../outcome.ts';
import { selectObjects } from '../selecting/select.ts';
import { failed, type KubectlCall, type KubectlCommand } from './command.ts';
import { completeObjects } from './complete-objects.ts';
import { DRY_RUN, isDryRun } from './dry-run.ts';
import { countFrom, notANumber } from './make.ts';

export const scale: KubectlCommand = {
  name: 'scale',
  synopsis: 'scale (TYPE NAME… | TYPE/NAME…) --replicas=N',
  summary: 'change how many pods a workload has',
  flags: [
    { name: 'replicas', takes: 'value', summary: 'how many' },
    { name: 'current-replicas', takes: 'value', summary: 'only if there are so many now' },
    { name: 'selector', short: 'l', takes: 'value', summary: 'those with these labels' },
    { name: 'all', takes: 'switch', summary: 'all of the type' },
    { name: 'timeout', takes: 'value', summary: 'taken and of no effect' },
    DRY_RUN,
    { name: 'filename', short: 'f', takes: 'value', summary: '', isNotSimulated: true },
  ],
  run: runScale,
  complete: completeObjects,
};

const SCALABLE = new Set([
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
  'DeploymentConfig',
  'Rollout',
]);

function runScale(call: KubectlCall): Result {
  const { flags, words, world, namespace } = call;
  const written = flags.value('replicas');
  if (written === null) return failed('error: required flag(s) "replicas" not set');
  if (/^-\d+$/.test(written))
    return failed(
      'error: The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0',
    );
  const replicas = countFrom(written);
  if (replicas === null) return notANumber('replicas', written);
  const isMany = flags.isOn('all') || flags.has('selector');
  const [type] = words;
  if (type === undefined || (words.length === 1 && !type.includes('/') && !isMany)) {
    return failed('error: resource(s) were provided, but no name was specified');
  }
  const selected = selectObjects(
    { words, namespace, selector: flags.value('selector'), fields: null },
    world,
  );
  if (!selected.ok) return failed(selected.message);
  const output: Piece[] = [];
  let status = selected.missing.length > 0 ? 1 : 0;
  let here = world;
  const current = flags.value('current-replicas');
  for (const object of selected.groups.flatMap(({ objects }) => objects)) {
    const { kind, name, of } = object;
    const refuse = (message: string) => {
      output.push(complain(message));
      status = 1;
    };
    if (!SCALABLE.has(kind.kind)) {
      refuse(`Error from server (NotFound): the server could not find the requested resource`);
    } else if (object.place === null) {
      refuse(
        `not simulated here: scaling the ${kind.singular} ${name}: ${of?.kind.kind ?? 'its owner'} ${of?.name ?? ''} would set it back at once`,
      );
    } else if (current !== null && Number(current) !== replicasOf(object) && current !== '-1') {
      refuse(`error: Expected replicas to be ${current}, was ${replicasOf(object)}`);
    } else {
      output.push(
        printLine(`${resourceName(kind)}/${name} scaled${isDryRun(flags) ? ' (dry run)' : ''}`),
      );
      // Earlier changes have moved what stands behind them.
      const now = here.objects.find(
        (one) => one.kind === kind && one.name === name && one.namespace === object.namespace,
      );
      const next = withAt(now?.value, ['spec', 'replicas'], replicas);
      if (now !== undefined && isMap(next) && !isDryRun(flags))
        here = here.with(changeObject(here.files, now, next));
    }
  }
  output.push(...selected.missing.map(complain));
  return { output, status, ...(here === world ? {} : { files: here.files }) };
}
