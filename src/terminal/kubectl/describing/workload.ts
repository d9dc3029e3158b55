// `kubectl describe` of what makes pods.

import { replicaSetName, replicasOf, templateOf } from '../../cluster/controllers.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import { at, textAt, textsAt } from '../../cluster/value.ts';
import { selectorText } from '../../selecting/selector.ts';
import { annotationsLines, type Describe, headLines, labelsLines, textsLines } from './common.ts';
import { containerLines, selectorLines, volumesLine } from './pod.ts';

function templateLines(object: KubeObject): readonly string[] {
  const template = templateOf(object);
  return [
    'Pod Template:',
    ...textsLines('Labels', textsAt(template, 'metadata', 'labels'), '=').map(
      (line) => `  ${line}`,
    ),
    '  Containers:',
    ...containerLines(at(template, 'spec'), '   ', null),
    volumesLine(template, '  '),
    ...selectorLines(template, '  '),
  ];
}

export const describeDeployment: Describe = (object) => {
  const { value } = object;
  const count = replicasOf(object);
  const template = templateOf(object);
  const strategy = textAt(value, 'spec', 'strategy', 'type') ?? 'RollingUpdate';
  const words = (field: string) =>
    String(at(value, 'spec', 'strategy', 'rollingUpdate', field) ?? '25%');
  const set =
    template === undefined
      ? '<none>'
      : `${replicaSetName(object, template)} (${count}/${count} replicas created)`;
  return [
    ...headLines(object),
    'CreationTimestamp:\t<unknown>',
    ...labelsLines(object),
    ...annotationsLines(object),
    `Selector:\t${selectorText(at(value, 'spec', 'selector'))}`,
    `Replicas:\t${count} desired | ${count} updated | ${count} total | ${count} available | 0 unavailable`,
    `StrategyType:\t${strategy}`,
    'MinReadySeconds:\t0',
    ...(strategy === 'RollingUpdate'
      ? [
          `RollingUpdateStrategy:\t${words('maxUnavailable')} max unavailable, ${words('maxSurge')} max surge`,
        ]
      : []),
    ...templateLines(object),
    'Conditions:',
    '  Type\tStatus\tReason',
    '  ----\t------\t------',
    '  Available\tTrue\tMinimumReplicasAvailable',
    '  Progressing\tTrue\tNewReplicaSetAvailable',
    'OldReplicaSets:\t<none>',
    `NewReplicaSet:\t${set}`,
    'Events:\t<none>',
  ];
};

export const describeWorkload: Describe = (object) => {
  const { value } = object;
  const count = replicasOf(object);
  return [
    ...headLines(object),
    `Selector:\t${selectorText(at(value, 'spec', 'selector'))}`,
    ...labelsLines(object),
    ...annotationsLines(object),
    `Replicas:\t${count} desired | ${count} total`,
    `Pods Status:\t${count} Running / 0 Waiting / 0 Succeeded / 0 Failed`,
    ...templateLines(object),
    'Events:\t<none>',
  ];
};
