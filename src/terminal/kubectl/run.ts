// `kubectl run`: a pod from the command line, with a shell in it where one is asked for.
import { kindOf } from '../cluster/kinds.ts';
import { mapFrom } from '../cluster/made.ts';
import type { ValueMap } from '../cluster/value.ts';
import type { Result } from '../command.ts';
import { complain, printLine } from '../outcome.ts';
import { findPod, isShell } from '../pod/shell.ts';
import { failed, type KubectlCall, type KubectlCommand } from './command.ts';
import { DRY_RUN, isDryRun } from './dry-run.ts';
import { runInContainer } from './exec.ts';
import { badPort, countFrom, labelsFrom, MAKE_OUTPUT, make, notANumber, portFrom } from './make.ts';
import { removePod } from './remove-pod.ts';

export const run: KubectlCommand = {
  name: 'run',
  synopsis:
    'run NAME --image=IMAGE [--labels=…] [--port=…] [--expose] [-it] [--rm] [-- COMMAND [WORD…]]',
  summary: 'make a pod from an image; with -it open a shell in it',
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
    { name: 'expose', takes: 'switch', summary: 'make a Service for that port, too' },
    {
      name: 'restart',
      takes: 'value',
      summary: 'Always, OnFailure or Never',
      values: ['Always', 'Never', 'OnFailure'],
    },
    { name: 'rm', takes: 'switch', summary: 'delete the pod when its command has ended' },
    { name: 'stdin', short: 'i', takes: 'switch', summary: 'pass the keyboard on' },
    { name: 'tty', short: 't', takes: 'switch', summary: 'as a terminal' },
    {
      name: 'command',
      takes: 'switch',
      summary: 'what stands behind -- takes the place of what the image starts',
    },
    { name: 'env', takes: 'value', summary: 'a variable of the container, as in COLOR=blue' },
    { name: 'attach', takes: 'switch', summary: 'taken and of no effect' },
    { name: 'quiet', short: 'q', takes: 'switch', summary: 'say only what the command says' },
    { name: 'image-pull-policy', takes: 'value', summary: 'taken and of no effect' },
    { name: 'generator', takes: 'value', summary: 'taken and of no effect' },
    { name: 'overrides', takes: 'value', summary: '', isNotSimulated: true },
    { name: 'privileged', takes: 'switch', summary: '', isNotSimulated: true },
    DRY_RUN,
    MAKE_OUTPUT,
  ],
  run: runRun,
  complete: () => [],
};

const POD = kindOf('', 'v1', 'Pod');
const SERVICE = kindOf('', 'v1', 'Service');
const DEPLOYMENT = kindOf('apps', 'v1', 'Deployment');

/** What is asked for, checked. */
interface Asked {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly port: number | null;
  readonly container: ValueMap;
}

function runRun(call: KubectlCall): Result {
  const asked = readAsked(call);
  if (!('container' in asked)) return asked;
  const { flags } = call;
  if (flags.has('replicas')) return runAsOld(call, asked);
  const isAttached = flags.isOn('stdin') || flags.isOn('rm');
  const command = flags.rest ?? [];
  if (isAttached && command.length === 0 && !startsShell(flags.value('image') ?? '')) {
    return failed(
      'not simulated here: attaching to what the image starts; name a command, as in -- sh',
    );
  }
  const made = makePod(call, asked);
  if ((made.status ?? 0) !== 0 || !isAttached || isDryRun(flags)) return made;
  return attach(call, asked.name, made, command.length === 0 ? ['sh'] : command);
}

function readAsked(call: KubectlCall): Asked | Result {
  const { flags, words } = call;
  const [name, ...more] = words;
  if (name === undefined)
    return failed("error: NAME is required for run\nSee 'kubectl run -h' for help and examples");
  const image = flags.value('image');
  if (image === null) return failed('error: required flag(s) "image" not set');
  if (image === '' || /\s/.test(image))
    return failed(`error: Invalid image name "${image}": invalid reference format`);
  if (flags.isOn('rm') && !flags.isOn('stdin') && !flags.isOn('attach')) {
    return failed('error: --rm should only be used for attached containers');
  }
  if (flags.isOn('tty') && !flags.isOn('stdin')) {
    return failed('error: -i/--stdin is required for containers with -t/--tty=true');
  }
  const restart = flags.value('restart') ?? 'Always';
  if (!['Always', 'OnFailure', 'Never'].includes(restart)) {
    return failed(
      `error: invalid restart policy: ${restart}\nSee 'kubectl run -h' for help and examples`,
    );
  }
  const labels = labelsFrom(flags.value('labels') ?? `run=${name}`);
  if (typeof labels === 'string') return failed(`error: ${labels}`);
  const written = flags.value('port');
  const port = written === null ? null : portFrom(written);
  if (written !== null && port === null) return badPort('port', written);
  if (flags.isOn('expose') && port === null)
    return failed('error: --port must be set when exposing a service');
  const args = flags.rest ?? more;
  const env = flags.values('env').map((one) => {
    const equals = one.indexOf('=');
    return mapFrom([
      ['name', one.slice(0, Math.max(equals, 0))],
      ['value', one.slice(equals + 1)],
    ]);
  });
  const container = mapFrom([
    ['name', name],
    ['image', image],
    [flags.isOn('command') ? 'command' : 'args', args.length === 0 ? undefined : args],
    ['env', env.length === 0 ? undefined : env],
    ['ports', port === null ? undefined : [mapFrom([['containerPort', port]])]],
  ]);
  return { name, labels, port, container };
}

function makePod(call: KubectlCall, { name, labels, port, container }: Asked): Result {
  const { flags, namespace } = call;
  const restart = flags.value('restart') ?? 'Always';
  const spec = mapFrom([
    ['containers', [container]],
    ['restartPolicy', restart === 'Always' ? undefined : restart],
  ]);
  const fields = mapFrom([['spec', spec]]);
  const pod = make(call, { kind: POD, name, namespace, labels, fields }, 'created');
  if (!flags.isOn('expose') || (pod.status ?? 0) !== 0) return pod;
  const service = mapFrom([
    ['selector', labels],
    [
      'ports',
      [
        mapFrom([
          ['port', port],
          ['targetPort', port],
        ]),
      ],
    ],
  ]);
  const world = pod.files === undefined ? call.world : call.world.with(pod.files);
  const exposed = make(
    { ...call, world, session: pod.session ?? call.session },
    { kind: SERVICE, name, namespace, labels: null, fields: mapFrom([['spec', service]]) },
    'created',
  );
  const output = [...(exposed.output ?? []), ...(pod.output ?? [])];
  return (exposed.status ?? 0) === 0 ? { ...exposed, output } : { ...pod, output, status: 1 };
}

/** The way it was until kubectl 1.17, which many slides still show. */
function runAsOld(call: KubectlCall, { name, labels, container }: Asked): Result {
  const written = call.flags.value('replicas') ?? '';
  const replicas = countFrom(written);
  if (replicas === null) return notANumber('replicas', written);
  const template = mapFrom([
    ['metadata', mapFrom([['labels', labels]])],
    ['spec', mapFrom([['containers', [container]]])],
  ]);
  const spec = mapFrom([
    ['replicas', replicas],
    ['selector', mapFrom([['matchLabels', labels]])],
    ['template', template],
  ]);
  const { namespace } = call;
  const made = make(
    call,
    { kind: DEPLOYMENT, name, namespace, labels, fields: mapFrom([['spec', spec]]) },
    'created',
  );
  if ((made.status ?? 0) !== 0) return made;
  const image = call.flags.value('image') ?? '';
  const remark = `(As kubectl did before 1.18. Today's has no --replicas and makes a bare Pod; today one writes "kubectl create deployment ${name} --image=${image} --replicas=${replicas}", which labels the pods app=${name}.)`;
  return { ...made, output: [...(made.output ?? []), complain(remark)] };
}

/** Images that start a shell when they are given a keyboard. */
function startsShell(image: string): boolean {
  const name = image.split('/').at(-1)?.split(/[:@]/)[0] ?? '';
  return /^(?:alpine|busybox|ubuntu|debian|bash|fedora|centos|netshoot|dnsutils)/.test(name);
}

function attach(call: KubectlCall, name: string, made: Result, command: readonly string[]): Result {
  const { flags, namespace, session } = call;
  const files = made.files ?? call.world.files;
  const world = call.world.with(files);
  const pod = findPod(world, namespace, name);
  const born = made.session ?? session;
  if (pod === null) return made;
  const isInteractive = flags.isOn('stdin') && flags.isOn('tty');
  const ran = runInContainer({ ...call, world, session: born }, pod, name, command, {
    isInteractive,
    note: null,
  });
  const removes = flags.isOn('rm');
  const opened = ran.session?.inside ?? null;
  if (opened !== null) {
    const hint = complain("If you don't see a command prompt, try pressing enter.");
    const output = flags.isOn('quiet') ? [] : [hint];
    return { ...ran, output, files, session: { ...born, inside: { ...opened, removes } } };
  }
  const ended = { ...ran, files, session: ran.session ?? born };
  // A shell without a terminal reads what is piped in, and there is nothing.
  const said = isShell(command[0] ?? '') && command.length === 1 ? [] : (ran.output ?? []);
  if (!removes) return { ...ended, output: said };
  const removed = removePod({ namespace, pod: name }, world);
  const status = ran.status ?? 0;
  const failure = status === 0 ? [] : [complain(`pod ${namespace}/${name} terminated (Error)`)];
  const bare = said.filter(({ text }) => !/^command terminated with exit code/.test(text));
  const gone = flags.isOn('quiet') ? [] : (removed.output ?? [printLine(`pod "${name}" deleted`)]);
  return { ...ended, output: [...bare, ...gone, ...failure], files: removed.files ?? files };
}
