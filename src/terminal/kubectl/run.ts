// `kubectl run`: a pod from the command line, with a shell in it where one is asked for.

import { mapFrom } from '../cluster/made.ts';
import type { Value } from '../cluster/value.ts';
import type { Result } from '../command.ts';
import { appendDocument } from '../editing/documents.ts';
import { writeYaml } from '../editing/yaml.ts';
import { complain, printLine } from '../outcome.ts';
import { findPod } from '../pod/shell.ts';
import { failed, type KubectlCall, type KubectlCommand } from './command.ts';
import { runInContainer } from './exec.ts';
import { removePod } from './remove-pod.ts';

export const run: KubectlCommand = {
  name: 'run',
  synopsis: 'run NAME --image=IMAGE [--labels=…] [--port=…] [-it] [--rm] [-- COMMAND [WORD…]]',
  summary: 'make a pod from an image; with -it a shell in it',
  flags: [
    { name: 'image', takes: 'value', summary: 'the image of its container' },
    {
      name: 'replicas',
      short: 'r',
      takes: 'value',
      summary: 'as kubectl before 1.18: a Deployment of so many pods',
    },
    {
      name: 'labels',
      short: 'l',
      takes: 'value',
      summary: 'as in app=web,tier=front; without them run=NAME',
    },
    { name: 'port', takes: 'value', summary: 'the port that the container listens on' },
    {
      name: 'restart',
      takes: 'value',
      summary: 'Always, OnFailure or Never',
      values: ['Always', 'OnFailure', 'Never'],
    },
    { name: 'rm', takes: 'switch', summary: 'delete the pod when its command has ended' },
    { name: 'stdin', short: 'i', takes: 'switch', summary: 'pass the keyboard on' },
    { name: 'tty', short: 't', takes: 'switch', summary: 'as a terminal' },
  ],
  run: runRun,
};

function runRun(call: KubectlCall): Result {
  const { flags, words, namespace, world, session } = call;
  const [name] = words;
  const image = flags.value('image');
  if (name === undefined)
    return failed("error: NAME is required for run\nSee 'kubectl run -h' for help and examples");
  if (image === null) return failed('error: required flag(s) "image" not set');
  if (findPod(world, namespace, name) !== null) {
    return failed(`Error from server (AlreadyExists): pods "${name}" already exists`);
  }
  const labels = (flags.value('labels') ?? `run=${name}`)
    .split(',')
    .map((one): readonly [string, Value] => {
      const [key = '', value = ''] = one.split('=');
      return [key, value];
    });
  const port = flags.value('port');
  const container = mapFrom([
    ['name', name],
    ['image', image],
    ['ports', port === null ? undefined : [mapFrom([['containerPort', Number(port)]])]],
  ]);
  const restart = flags.value('restart');
  const yaml = writeYaml(
    mapFrom([
      ['apiVersion', 'v1'],
      ['kind', 'Pod'],
      [
        'metadata',
        mapFrom([
          ['name', name],
          ['namespace', namespace],
          ['labels', mapFrom(labels)],
        ]),
      ],
      [
        'spec',
        mapFrom([
          ['containers', [container]],
          ['restartPolicy', restart ?? undefined],
        ]),
      ],
    ]),
  );
  const files = appendDocument(world.files, yaml);
  const made = world.with(files);
  const pod = findPod(made, namespace, name);
  const isAttached = flags.isOn('stdin') || flags.isOn('rm');
  if (pod === null || !isAttached) return { output: [printLine(`pod/${name} created`)], files };
  const command = flags.rest ?? [];
  const isInteractive = flags.isOn('stdin') && flags.isOn('tty');
  const ran = runInContainer(
    { ...call, world: made },
    pod,
    name,
    command.length === 0 ? ['sh'] : command,
    {
      isInteractive,
      note: null,
    },
  );
  const removes = flags.isOn('rm');
  const opened = ran.session?.inside ?? null;
  if (opened !== null) {
    const hint = complain("If you don't see a command prompt, try pressing enter.");
    return {
      ...ran,
      output: [hint],
      files,
      session: { ...session, inside: { ...opened, removes } },
    };
  }
  if (!removes) return { ...ran, files };
  const removed = removePod({ namespace, pod: name }, made);
  return {
    ...ran,
    output: [...(ran.output ?? []), ...(removed.output ?? [])],
    files: removed.files ?? files,
  };
}
