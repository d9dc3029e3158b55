// `kubectl describe pod`, and the template of what makes pods.
import { nodesOf } from '../../cluster/nodes.ts';
import { at, isMap, listAt, numberAt, textAt, textsAt, type Value } from '../../cluster/value.ts';
import { annotationsLines, type Describe, headLines, labelsLines, textsLines } from './common.ts';

export const describePod: Describe = (object, world) => {
  const { value } = object;
  const node = textAt(value, 'spec', 'nodeName') ?? '';
  const address = nodesOf(world.objects).find(({ name }) => name === node)?.address;
  const ip = textAt(value, 'status', 'podIP') ?? '';
  const owner = listAt(value, 'metadata', 'ownerReferences').find(
    (one) => at(one, 'controller') === true,
  );
  const phase = textAt(value, 'status', 'phase') ?? 'Running';
  return [
    ...headLines(object),
    'Priority:\t0',
    `Service Account:\t${textAt(value, 'spec', 'serviceAccountName') ?? 'default'}`,
    `Node:\t${node}${address === undefined || address === null ? '' : `/${address}`}`,
    ...labelsLines(object),
    ...annotationsLines(object),
    `Status:\t${phase}`,
    `IP:\t${ip}`,
    'IPs:',
    `  IP:\t${ip}`,
    ...(owner === undefined
      ? []
      : [`Controlled By:\t${textAt(owner, 'kind')}/${textAt(owner, 'name')}`]),
    'Containers:',
    ...containerLines(at(value, 'spec'), '  ', phase),
    'Conditions:',
    '  Type\tStatus',
    ...['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map(
      (type) => `  ${type}\tTrue `,
    ),
    volumesLine(value, ''),
    'QoS Class:\tBestEffort',
    ...selectorLines(value, ''),
    'Events:\t<none>',
  ];
};

/** @param phase of a pod that is there; null for a template */
export function containerLines(
  spec: Value | undefined,
  indent: string,
  phase: string | null,
): readonly string[] {
  return listAt(spec, 'containers')
    .filter(isMap)
    .flatMap((container) => {
      const ports = listAt(container, 'ports');
      const inner = '    ';
      const title = ports.length > 1 ? 'Ports' : 'Port';
      const words = (field: string) =>
        ports
          .map((port) => `${numberAt(port, field) ?? 0}/${textAt(port, 'protocol') ?? 'TCP'}`)
          .join(', ');
      const command = (field: string, name: string) => {
        const lines = listAt(container, field).map((one) => `${inner}  ${String(one)}`);
        return lines.length === 0 ? [] : [`${inner}${name}:`, ...lines];
      };
      const state =
        phase === null
          ? []
          : [`${inner}State:\t${phase}`, `${inner}Ready:\tTrue`, `${inner}Restart Count:\t0`];
      return [
        `${indent}${textAt(container, 'name') ?? ''}:`,
        `${inner}Image:\t${textAt(container, 'image') ?? ''}`,
        `${inner}${title}:\t${ports.length === 0 ? '<none>' : words('containerPort')}`,
        `${inner}Host ${title}:\t${ports.length === 0 ? '<none>' : words('hostPort')}`,
        ...command('command', 'Command'),
        ...command('args', 'Args'),
        ...state,
        ...environmentLines(container, inner),
        `${inner}Mounts:\t<none>`,
      ];
    });
}

function environmentLines(container: Value, indent: string): readonly string[] {
  const env = listAt(container, 'env');
  if (env.length === 0) return [`${indent}Environment:\t<none>`];
  return [
    `${indent}Environment:`,
    ...env.map(
      (one) =>
        `${indent}  ${textAt(one, 'name') ?? ''}:\t${textAt(one, 'value') ?? '<set elsewhere>'}`,
    ),
  ];
}

export function volumesLine(value: Value | undefined, indent: string): string {
  const names = listAt(value, 'spec', 'volumes').flatMap((one) => textAt(one, 'name') ?? []);
  return `${indent}Volumes:\t${names.length === 0 ? '<none>' : names.join(', ')}`;
}

export function selectorLines(value: Value | undefined, indent: string): readonly string[] {
  const lines = textsLines('Node-Selectors', textsAt(value, 'spec', 'nodeSelector'), '=');
  return [...lines, 'Tolerations:\t<none>'].map((line) => indent + line);
}
