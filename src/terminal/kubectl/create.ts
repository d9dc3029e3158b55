// `kubectl create`: objects from flags, or from a file that must be new to the cluster.
import { kindOf } from '../cluster/kinds.ts';
import { mapFrom } from '../cluster/made.ts';
import type { ValueMap } from '../cluster/value.ts';
import type { Result } from '../command.ts';
import { FILENAME, give } from './apply.ts';
import { failed, type KubectlCall, type KubectlCommand, notSimulated } from './command.ts';
import { DRY_RUN } from './dry-run.ts';
import type { Flag } from './flags.ts';
import { badPort, countFrom, MAKE_OUTPUT, make, notANumber, portFrom } from './make.ts';

export const create: KubectlCommand = {
  name: 'create',
  synopsis:
    'create (-f FILE | deployment NAME --image=… | namespace NAME | service TYPE NAME --tcp=… | serviceaccount NAME)',
  summary: 'make an object, from flags or from a file',
  flags: [
    FILENAME,
    { name: 'image', takes: 'value', summary: 'of a Deployment: the image of its container' },
    { name: 'replicas', short: 'r', takes: 'value', summary: 'of a Deployment: how many pods' },
    {
      name: 'port',
      takes: 'value',
      summary: 'of a Deployment: the port that its container listens on',
    },
    { name: 'tcp', takes: 'value', summary: 'of a Service: PORT or PORT:TARGET' },
    { name: 'clusterip', takes: 'value', summary: 'of a Service: its address, or None' },
    { name: 'node-port', takes: 'value', summary: 'of a Service of the type NodePort' },
    { name: 'external-name', takes: 'value', summary: 'of a Service of the type ExternalName' },
    DRY_RUN,
    MAKE_OUTPUT,
    { name: 'save-config', takes: 'switch', summary: 'taken and of no effect' },
    {
      name: 'validate',
      takes: 'optional',
      summary: 'taken and of no effect: manifests are always checked',
    },
    { name: 'edit', takes: 'switch', summary: '', isNotSimulated: true },
    ...[
      'from-literal',
      'from-file',
      'from-env-file',
      'rule',
      'class',
      'schedule',
      'verb',
      'resource',
    ].map((name): Flag => ({ name, takes: 'value', summary: '', isNotSimulated: true })),
    { name: 'kustomize', short: 'k', takes: 'value', summary: '', isNotSimulated: true },
  ],
  run: runCreate,
  complete: (words) => {
    if (words.length <= 1) return ['deployment', 'namespace', 'service', 'serviceaccount'];
    return words.length === 2 && (words[0] === 'service' || words[0] === 'svc')
      ? [...SERVICES.keys()]
      : [];
  },
};

type Maker = (call: KubectlCall, names: readonly string[]) => Result;

function runCreate(call: KubectlCall): Result {
  const [type, ...names] = call.words;
  if (type === undefined)
    return call.flags.has('filename')
      ? give(call, 'create')
      : failed('error: must specify one of -f and -k');
  const maker = MAKERS.get(type);
  if (maker !== undefined) return maker(call, names);
  if (ELSEWHERE.has(type))
    return notSimulated(`kubectl create ${type}; write the manifest in the editor`);
  return failed(
    `error: Unexpected args: [${call.words.join(' ')}]\nSee 'kubectl create -h' for help and examples`,
  );
}

const ELSEWHERE = new Set(
  'configmap cm secret role rolebinding clusterrole clusterrolebinding ingress ing job cronjob cj quota poddisruptionbudget pdb priorityclass token'.split(
    ' ',
  ),
);

/** One name and no more; a message for anything else. */
function onlyName(names: readonly string[], what: string): string | Result {
  const [name, ...more] = names;
  if (name !== undefined && more.length === 0) return name;
  return failed(
    `error: exactly one NAME is required, got ${names.length}\nSee 'kubectl create ${what} -h' for help and examples`,
  );
}

const createDeployment: Maker = (call, names) => {
  const name = onlyName(names, 'deployment');
  if (typeof name !== 'string') return name;
  const { flags, namespace } = call;
  const images = flags.values('image').flatMap((one) => one.split(','));
  if (images.length === 0) return failed('error: required flag(s) "image" not set');
  const written = flags.value('replicas') ?? '1';
  const replicas = countFrom(written);
  if (replicas === null) return notANumber('replicas', written);
  const portText = flags.value('port');
  const port = portText === null ? null : portFrom(portText);
  if (portText !== null && port === null) return badPort('port', portText);
  const containers = images.map((image, at) =>
    mapFrom([
      ['name', containerName(image)],
      ['image', image],
      [
        'command',
        at === 0 && flags.rest !== null && flags.rest.length > 0 ? flags.rest : undefined,
      ],
      ['ports', port === null ? undefined : [mapFrom([['containerPort', port]])]],
    ]),
  );
  const labels = new Map([['app', name]]);
  const template = mapFrom([
    ['metadata', mapFrom([['labels', labels]])],
    ['spec', mapFrom([['containers', containers]])],
  ]);
  const spec = mapFrom([
    ['replicas', replicas],
    ['selector', mapFrom([['matchLabels', labels]])],
    ['template', template],
  ]);
  const kind = kindOf('apps', 'v1', 'Deployment');
  const fields = mapFrom([['spec', spec]]);
  return make(
    call,
    { kind, name, namespace, labels, fields },
    'created',
    'failed to create deployment',
  );
};

/** The last part of an image's name, without tag and digest. */
function containerName(image: string): string {
  const last = image.split('/').at(-1) ?? image;
  const bare = (last.split(/[:@]/)[0] ?? '').toLowerCase().replaceAll(/[^a-z0-9-]/g, '-');
  return bare.replace(/^-+|-+$/g, '') || 'container';
}

const createNamespace: Maker = (call, names) => {
  const name = onlyName(names, 'namespace');
  if (typeof name !== 'string') return name;
  const kind = kindOf('', 'v1', 'Namespace');
  return make(call, { kind, name, namespace: '', labels: null, fields: new Map() }, 'created');
};

const createServiceAccount: Maker = (call, names) => {
  const name = onlyName(names, 'serviceaccount');
  if (typeof name !== 'string') return name;
  const kind = kindOf('', 'v1', 'ServiceAccount');
  const { namespace } = call;
  return make(
    call,
    { kind, name, namespace, labels: null, fields: new Map() },
    'created',
    'failed to create serviceaccount',
  );
};

const SERVICES: ReadonlyMap<string, string> = new Map([
  ['clusterip', 'ClusterIP'],
  ['externalname', 'ExternalName'],
  ['loadbalancer', 'LoadBalancer'],
  ['nodeport', 'NodePort'],
]);

const createService: Maker = (call, [type, ...names]) => {
  const serviceType = SERVICES.get(type ?? '');
  if (serviceType === undefined) {
    return failed(
      "error: unknown command. Write clusterip, externalname, loadbalancer or nodeport behind service\nSee 'kubectl create service -h' for help and examples",
    );
  }
  const name = onlyName(names, `service ${type}`);
  if (typeof name !== 'string') return name;
  const { flags, namespace } = call;
  const clusterIp = flags.value('clusterip');
  const externalName = flags.value('external-name');
  if (serviceType === 'ExternalName' && externalName === null)
    return failed('error: required flag(s) "external-name" not set');
  const tcp = flags.values('tcp').flatMap((one) => one.split(','));
  if (tcp.length === 0 && serviceType !== 'ExternalName' && clusterIp !== 'None') {
    return failed('error: at least one tcp port specifier must be provided');
  }
  const ports: ValueMap[] = [];
  for (const one of tcp) {
    const port = servicePort(one, flags.value('node-port'));
    if (port === null) return failed(`error: invalid port in ${one}: write PORT or PORT:TARGET`);
    ports.push(port);
  }
  const labels = new Map([['app', name]]);
  const spec = mapFrom([
    ['type', serviceType === 'ClusterIP' ? undefined : serviceType],
    ['clusterIP', clusterIp ?? undefined],
    ['externalName', externalName ?? undefined],
    ['selector', labels],
    ['ports', ports.length === 0 ? undefined : ports],
  ]);
  const kind = kindOf('', 'v1', 'Service');
  const fields = mapFrom([['spec', spec]]);
  return make(
    call,
    { kind, name, namespace, labels, fields },
    'created',
    `failed to create ${serviceType} service`,
  );
};

function servicePort(text: string, nodePort: string | null): ValueMap | null {
  const [first = '', target = first, ...more] = text.split(':');
  const port = portFrom(first);
  if (port === null || more.length > 0 || target === '') return null;
  return mapFrom([
    ['name', target === first ? first : `${first}-${target}`],
    ['port', port],
    ['targetPort', portFrom(target) ?? target],
    ['nodePort', nodePort === null ? undefined : (portFrom(nodePort) ?? undefined)],
  ]);
}

const MAKERS: ReadonlyMap<string, Maker> = new Map([
  ['deployment', createDeployment],
  ['deploy', createDeployment],
  ['dep', createDeployment],
  ['namespace', createNamespace],
  ['ns', createNamespace],
  ['service', createService],
  ['svc', createService],
  ['serviceaccount', createServiceAccount],
  ['sa', createServiceAccount],
]);
