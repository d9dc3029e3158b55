// `kubectl expose`: a Service in front of the pods of a workload, or of one pod.

import { templateOf } from '../cluster/controllers.ts';
import { findKind, kindOf } from '../cluster/kinds.ts';
import { mapFrom } from '../cluster/made.ts';
import type { KubeObject } from '../cluster/objects.ts';
import {
  at,
  isMap,
  listAt,
  numberAt,
  textAt,
  textsAt,
  type Value,
  type ValueMap,
} from '../cluster/value.ts';
import type { Result } from '../command.ts';
import { selectObjects } from '../selecting/select.ts';
import { failed, type KubectlCall, type KubectlCommand } from './command.ts';
import { completeObjects } from './complete-objects.ts';
import { DRY_RUN } from './dry-run.ts';
import { labelsFrom, MAKE_OUTPUT, make, portFrom } from './make.ts';

export const expose: KubectlCommand = {
  name: 'expose',
  synopsis:
    'expose (deployment | pod | rs | rc | service) NAME --port=… [--target-port=…] [--type=…] [--name=…]',
  summary: 'make a Service in front of a workload',
  flags: [
    {
      name: 'port',
      takes: 'value',
      summary: 'the port of the Service; without it that of the containers',
    },
    { name: 'target-port', takes: 'value', summary: 'the port of the pods, by number or name' },
    {
      name: 'protocol',
      takes: 'value',
      summary: 'TCP, UDP or SCTP',
      values: ['SCTP', 'TCP', 'UDP'],
    },
    {
      name: 'name',
      takes: 'value',
      summary: 'the name of the Service; without it that of the workload',
    },
    {
      name: 'type',
      takes: 'value',
      summary: 'ClusterIP, NodePort or LoadBalancer',
      values: ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'],
    },
    { name: 'cluster-ip', takes: 'value', summary: 'the address of the Service, or None' },
    {
      name: 'selector',
      takes: 'value',
      summary: 'the labels of the pods; without it those that the workload selects',
    },
    {
      name: 'labels',
      short: 'l',
      takes: 'value',
      summary: 'the labels of the Service; without it those of the workload',
    },
    { name: 'filename', short: 'f', takes: 'value', summary: '', isNotSimulated: true },
    { name: 'external-ip', takes: 'value', summary: '', isNotSimulated: true },
    { name: 'session-affinity', takes: 'value', summary: '', isNotSimulated: true },
    { name: 'overrides', takes: 'value', summary: '', isNotSimulated: true },
    DRY_RUN,
    MAKE_OUTPUT,
  ],
  run: runExpose,
  complete: completeObjects,
};

const EXPOSABLE = new Set([
  '/Pod',
  '/Service',
  '/ReplicationController',
  'apps/Deployment',
  'apps/ReplicaSet',
]);
const HINT = "See 'kubectl expose -h' for help and examples";

function runExpose(call: KubectlCall): Result {
  const { flags, words, namespace, world } = call;
  const [type = '', second] = words;
  if (type === '' || (second === undefined && !type.includes('/'))) {
    return failed(
      `error: You must provide one or more resources by argument or filename.\n${HINT}`,
    );
  }
  const selected = selectObjects({ words, namespace, selector: null, fields: null }, world);
  if (!selected.ok) return failed(selected.message);
  const [missing] = selected.missing;
  const object = selected.groups[0]?.objects[0];
  if (missing !== undefined || object === undefined)
    return failed(missing ?? `error: there is no ${type} to expose`);
  const { kind } = object;
  if (!EXPOSABLE.has(`${kind.group}/${kind.kind}`)) {
    return failed(
      `error: cannot expose a ${kind.kind}${kind.group === '' ? '' : `.${kind.group}`}`,
    );
  }
  const selector = selectorFor(object, flags.value('selector'));
  if (typeof selector === 'string') return failed(`error: ${selector}\n${HINT}`);
  const ports = portsFor(object, call);
  if (typeof ports === 'string') return failed(`error: ${ports}\n${HINT}`);
  const labels =
    flags.value('labels') === null
      ? textsAt(object.value, 'metadata', 'labels')
      : labelsFrom(flags.value('labels') ?? '');
  if (typeof labels === 'string') return failed(`error: ${labels}`);
  const serviceType = flags.value('type') ?? 'ClusterIP';
  const spec = mapFrom([
    ['type', serviceType === 'ClusterIP' ? undefined : serviceType],
    ['clusterIP', flags.value('cluster-ip') ?? undefined],
    ['selector', selector],
    ['ports', ports],
  ]);
  const name = flags.value('name') ?? object.name;
  const service = kindOf('', 'v1', 'Service');
  return make(
    call,
    { kind: service, name, namespace, labels, fields: mapFrom([['spec', spec]]) },
    'exposed',
  );
}

/** The labels that the Service asks for; a message where there are none that it could. */
function selectorFor(
  { kind, value }: KubeObject,
  given: string | null,
): ReadonlyMap<string, string> | string {
  if (given !== null) return labelsFrom(given);
  const lead = "couldn't retrieve selectors via --selector flag or introspection:";
  if (kind.kind === 'Pod') {
    const labels = textsAt(value, 'metadata', 'labels');
    return labels.size > 0 ? labels : `${lead} the pod has no labels and cannot be exposed`;
  }
  if (kind.kind === 'Service' || kind.kind === 'ReplicationController') {
    const labels = textsAt(value, 'spec', 'selector');
    return labels.size > 0 ? labels : `${lead} the ${kind.singular} has no pod selector set`;
  }
  if (listAt(value, 'spec', 'selector', 'matchExpressions').length > 0) {
    return `${lead} couldn't convert expressions to map-based selector format`;
  }
  const labels = textsAt(value, 'spec', 'selector', 'matchLabels');
  return labels.size > 0 ? labels : `${lead} the ${kind.singular} selects nothing`;
}

function portsFor(object: KubeObject, { flags }: KubectlCall): readonly ValueMap[] | string {
  const given = flags.value('port');
  const target = flags.value('target-port');
  const protocol = flags.value('protocol');
  const found =
    given === null
      ? declaredPorts(object)
      : given.split(',').map((text) => ({ text, protocol: 'TCP' }));
  if (found.length === 0) return "couldn't find port via --port flag or introspection";
  const ports: ValueMap[] = [];
  for (const [index, one] of found.entries()) {
    const port = portFrom(one.text);
    if (port === null) return `invalid port: ${one.text}`;
    const used = (protocol ?? one.protocol).toUpperCase();
    ports.push(
      mapFrom([
        ['name', found.length > 1 ? `port-${index + 1}` : undefined],
        ['port', port],
        ['protocol', used === 'TCP' ? undefined : used],
        ['targetPort', target === null ? undefined : (portFrom(target) ?? target)],
      ]),
    );
  }
  return ports;
}

function declaredPorts(
  object: KubeObject,
): readonly { readonly text: string; readonly protocol: string }[] {
  const { kind, value } = object;
  if (kind.kind === 'Service') {
    return listAt(value, 'spec', 'ports').map((port) => portOf(port, 'port'));
  }
  const pod: Value | undefined = findKind('pod')?.kind === kind.kind ? value : templateOf(object);
  return listAt(at(pod, 'spec'), 'containers')
    .filter(isMap)
    .flatMap((container) =>
      listAt(container, 'ports').map((port) => portOf(port, 'containerPort')),
    );
}

function portOf(port: Value, field: string) {
  return { text: String(numberAt(port, field) ?? ''), protocol: textAt(port, 'protocol') ?? 'TCP' };
}
