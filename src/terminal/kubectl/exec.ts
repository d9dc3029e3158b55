// `kubectl exec`: a command in a pod's container, or a shell in it.
import { findKind, pluralName } from '../cluster/kinds.ts';
import { endpointsBehind, listed } from '../cluster/listing.ts';
import type { Pod } from '../cluster/pods.ts';
import type { World } from '../cluster/world.ts';
import type { Call, Result } from '../command.ts';
import { complain } from '../outcome.ts';
import { findPod, isMissing, isShell, shellIn } from '../pod/shell.ts';
import { failed, type KubectlCall, type KubectlCommand } from './command.ts';
import { completeObjects, namesOf } from './complete-objects.ts';

export const exec: KubectlCommand = {
  name: 'exec',
  synopsis: 'exec (POD | TYPE/NAME) [-c CONTAINER] [-it] -- COMMAND [WORD…]',
  summary: 'run a command in a container of a pod, or a shell',
  flags: [
    { name: 'stdin', short: 'i', takes: 'switch', summary: 'pass the keyboard on' },
    { name: 'tty', short: 't', takes: 'switch', summary: 'as a terminal' },
    {
      name: 'container',
      short: 'c',
      takes: 'value',
      summary: 'the container; without it the first one',
    },
    { name: 'quiet', short: 'q', takes: 'switch', summary: 'say only what the command says' },
    { name: 'filename', short: 'f', takes: 'value', summary: '', isNotSimulated: true },
    { name: 'pod-running-timeout', takes: 'value', summary: 'taken and of no effect' },
  ],
  run: runExec,
  complete: (words, asked) =>
    words.length > 1
      ? []
      : words[0]?.includes('/')
        ? completeObjects(words, asked)
        : namesOf('pod', asked),
};

function runExec(call: KubectlCall): Result {
  const { flags, words, world, namespace } = call;
  const [target, ...more] = words;
  if (target === undefined) return failed('error: pod, type/name or --filename must be specified');
  const command = flags.rest ?? more;
  if (flags.rest === null && more.length > 0) {
    return failed(
      "error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead\nSee 'kubectl exec -h' for help and examples",
    );
  }
  const found = findTarget(target, namespace, world);
  if ('message' in found) return failed(found.message);
  if (command.length === 0)
    return failed('error: you must specify at least one command for the container');
  const { pod } = found;
  if (pod.phase !== 'Running') {
    return failed(
      `error: cannot exec into a container in a completed pod; current phase is ${pod.phase}`,
    );
  }
  const container = containerFor(pod, flags.value('container'));
  if ('message' in container) return failed(container.message);
  return runInContainer(call, pod, container.name, command, {
    isInteractive: flags.isOn('stdin') && flags.isOn('tty'),
    note: container.note === null || flags.isOn('quiet') ? null : container.note,
  });
}

type Target = { readonly pod: Pod } | { readonly message: string };

/** A pod by name, or the first pod of a workload or Service. */
function findTarget(target: string, namespace: string, world: World): Target {
  const slash = target.indexOf('/');
  const type = slash === -1 ? 'pod' : target.slice(0, slash);
  const name = target.slice(slash + 1);
  const kind = findKind(type);
  if (kind === null) return { message: `error: the server doesn't have a resource type "${type}"` };
  if (kind.kind === 'Pod') {
    const pod = findPod(world, namespace, name);
    return pod === null
      ? { message: `Error from server (NotFound): pods "${name}" not found` }
      : { pod };
  }
  const service = world.services.find((one) => one.namespace === namespace && one.name === name);
  const behind =
    kind.kind === 'Service' && service !== undefined
      ? endpointsBehind(service, world)[0]?.pod
      : undefined;
  const pod =
    behind ??
    world.pods.find(
      (one) =>
        one.namespace === namespace &&
        one.owners.some((owner) => owner.kind === kind.kind && owner.name === name),
    );
  if (pod !== undefined) return { pod };
  const isThere = listed(kind, world).some(
    (one) => one.name === name && one.namespace === namespace,
  );
  if (isThere) return { message: `error: there are no pods behind ${kind.singular}/${name}` };
  return { message: `Error from server (NotFound): ${pluralName(kind)} "${name}" not found` };
}

type Chosen =
  | { readonly name: string; readonly note: string | null }
  | { readonly message: string };

function containerFor(pod: Pod, wanted: string | null): Chosen {
  const names = pod.containers.map(({ name }) => name);
  if (wanted !== null) {
    if (names.includes(wanted)) return { name: wanted, note: null };
    return {
      message: `Error from server (BadRequest): container ${wanted} is not valid for pod ${pod.name}`,
    };
  }
  const chosen = pod.annotations.get('kubectl.kubernetes.io/default-container');
  const name = chosen !== undefined && names.includes(chosen) ? chosen : (names[0] ?? '');
  const note =
    names.length > 1 && chosen === undefined
      ? `Defaulted container "${name}" out of: ${names.join(', ')}`
      : null;
  return { name, note };
}

interface How {
  readonly isInteractive: boolean;
  readonly note: string | null;
}

/** A shell that is asked for with a keyboard stays open; everything else runs and ends. */
export function runInContainer(
  call: Pick<KubectlCall, 'world' | 'session' | 'input'>,
  pod: Pod,
  container: string,
  command: readonly string[],
  { isInteractive, note }: How,
): Result {
  const [name = '', ...args] = command;
  const said = note === null ? [] : [complain(note)];
  const shell = shellIn(pod, container);
  if (isShell(name) && args.length === 0 && call.input === null) {
    if (!isInteractive) return { output: said };
    const inside = {
      namespace: pod.namespace,
      pod: pod.name,
      container,
      removes: false,
      variables: [],
    };
    return { output: said, session: { ...call.session, inside } };
  }
  const { world, session, input } = call;
  const readFile = (path: string) => shell.readFile(path, world);
  if (isMissing(name)) {
    const base = `OCI runtime exec failed: exec failed: unable to start container process: exec: "${name}": executable file not found in $PATH`;
    return {
      output: [
        ...said,
        complain(
          `error: Internal error occurred: error executing command in container: failed to exec in container: failed to start exec: ${base}`,
        ),
      ],
      status: 1,
    };
  }
  // Nothing in a pod changes the cluster: each of several commands meets the same one.
  const run: Call['run'] = (commands, given) => {
    const results = commands.map(([inner = '', ...rest]) =>
      shell.run(inner, { args: rest, input: given, session, world, readFile, run }),
    );
    return { ...results.at(-1), output: results.flatMap((one) => one.output ?? []) };
  };
  const result = shell.run(name, { args, input, session, world, readFile, run });
  const status = result.status ?? 0;
  const output = [...said, ...(result.output ?? [])];
  if (status === 0) return { ...result, output };
  return {
    ...result,
    output: [...output, complain(`command terminated with exit code ${status}`)],
    status,
  };
}
