// `kubectl debug -it POD --image=…`: a shell beside the containers of a pod, with its address and its policies.
import { ending } from '../cluster/naming.ts';
import type { Result } from '../command.ts';
import { complain, type Piece } from '../outcome.ts';
import { findPod } from '../pod/shell.ts';
import { failed, type KubectlCall, type KubectlCommand, notSimulated } from './command.ts';
import { namesOf } from './complete-objects.ts';
import { runInContainer } from './exec.ts';

export const debug: KubectlCommand = {
  name: 'debug',
  synopsis: 'debug -it POD --image=IMAGE [--target=CONTAINER] [-- COMMAND [WORD…]]',
  summary: 'a shell beside the containers of a pod: it has the address and the policies of the pod',
  flags: [
    {
      name: 'image',
      takes: 'value',
      summary: 'the image of the container; all bring the same tools here',
    },
    { name: 'target', takes: 'value', summary: 'taken and of no effect' },
    { name: 'container', short: 'c', takes: 'value', summary: 'the name of the container' },
    { name: 'stdin', short: 'i', takes: 'switch', summary: 'pass the keyboard on' },
    { name: 'tty', short: 't', takes: 'switch', summary: 'as a terminal' },
    { name: 'profile', takes: 'value', summary: 'taken and of no effect' },
    { name: 'quiet', short: 'q', takes: 'switch', summary: 'say only what the command says' },
    { name: 'attach', takes: 'switch', summary: 'taken and of no effect' },
    { name: 'copy-to', takes: 'value', summary: '', isNotSimulated: true },
  ],
  run: runDebug,
  complete: (words, asked) => (words.length > 1 ? [] : namesOf('pod', asked)),
};

function runDebug(call: KubectlCall): Result {
  const { flags, words, namespace, world } = call;
  const [target, ...more] = words;
  if (target === undefined) {
    return failed('error: NAME or TYPE/NAME is required for debug');
  }
  const [type, name = type] = target.split('/') as [string, string?];
  if (target.includes('/') && /^nodes?$/.test(type)) {
    return notSimulated(
      'kubectl debug of a node: its processes are no pods, and no NetworkPolicy selects them',
    );
  }
  if (target.includes('/') && !/^pods?$|^po$/.test(type)) {
    return notSimulated(`kubectl debug of a ${type}; name a pod`);
  }
  if (flags.value('image') === null)
    return failed('error: you must specify --image or --copy-to when debugging a pod');
  const pod = findPod(world, namespace, name);
  if (pod === null) return failed(`Error from server (NotFound): pods "${name}" not found`);
  const container = flags.value('container') ?? `debugger-${ending(`${world.now} ${target}`, 5)}`;
  const isQuiet = flags.isOn('quiet');
  const said: Piece[] = [];
  const aim = flags.value('target');
  if (aim !== null && !isQuiet) {
    said.push(
      complain(
        `Targeting container "${aim}". If you don't see processes from this container it may be because the container runtime doesn't support this feature.`,
      ),
    );
  }
  if (!flags.has('container') && !isQuiet) {
    said.push(complain(`Defaulting debug container name to ${container}.`));
  }
  const isInteractive = flags.isOn('stdin') && flags.isOn('tty');
  const given = flags.rest ?? more;
  const command = given.length === 0 ? ['sh'] : given;
  const result = runInContainer(call, pod, container, command, { isInteractive, note: null });
  const hint =
    (result.session?.inside ?? null) === null || isQuiet
      ? []
      : [complain("If you don't see a command prompt, try pressing enter.")];
  return { ...result, output: [...said, ...hint, ...(result.output ?? [])] };
}
