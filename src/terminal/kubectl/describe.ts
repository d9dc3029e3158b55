// `kubectl describe`: one object after the other, in words.

import type { World } from '../cluster/world.ts';
import type { Result } from '../command.ts';
import { complain, print } from '../outcome.ts';
import { type Selected, selectObjects, type Wanted } from '../selecting/select.ts';
import { failed, type KubectlCall, type KubectlCommand } from './command.ts';
import { completeObjects } from './complete-objects.ts';
import type { Describe } from './describing/common.ts';
import { describeNamespace } from './describing/namespace.ts';
import { describeNetworkPolicy } from './describing/network-policy.ts';
import { describeOther } from './describing/other.ts';
import { describePod } from './describing/pod.ts';
import { describeService } from './describing/service.ts';
import { describeDeployment, describeWorkload } from './describing/workload.ts';
import { layTabs } from './printing/tabs.ts';

export const describe: KubectlCommand = {
  name: 'describe',
  synopsis: 'describe (TYPE [NAME…] | TYPE/NAME… | TYPE -l …)',
  summary: 'tell all about objects',
  flags: [
    { name: 'selector', short: 'l', takes: 'value', summary: 'those with these labels' },
    { name: 'all-namespaces', short: 'A', takes: 'switch', summary: 'of all namespaces' },
    {
      name: 'show-events',
      takes: 'switch',
      summary: 'taken and of no effect: there are no events',
    },
    { name: 'filename', short: 'f', takes: 'value', summary: '', isNotSimulated: true },
  ],
  run: runDescribe,
  complete: completeObjects,
};

type Found = Extract<Selected, { ok: true }>;

const DESCRIBERS: ReadonlyMap<string, Describe> = new Map([
  ['/Namespace', describeNamespace],
  ['/Pod', describePod],
  ['/Service', describeService],
  ['apps/Deployment', describeDeployment],
  ['apps/DaemonSet', describeWorkload],
  ['apps/ReplicaSet', describeWorkload],
  ['apps/StatefulSet', describeWorkload],
  ['networking.k8s.io/NetworkPolicy', describeNetworkPolicy],
]);

function runDescribe({ flags, words, namespace, world }: KubectlCall): Result {
  if (words.length === 0) {
    return failed(
      'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.',
    );
  }
  const isAll = flags.isOn('all-namespaces');
  const wanted = {
    words,
    namespace: isAll ? null : namespace,
    selector: flags.value('selector'),
    fields: null,
  };
  const exact = selectObjects(wanted, world);
  if (!exact.ok) return failed(exact.message);
  const selected = exact.missing.length > 0 ? beginningSo(wanted, world, exact) : exact;
  const objects = selected.groups.flatMap((group) => group.objects);
  const texts = objects.map((object) => {
    const { group, kind } = object.kind;
    return layTabs((DESCRIBERS.get(`${group}/${kind}`) ?? describeOther)(object, world));
  });
  const errors = selected.missing.map(complain);
  if (texts.length === 0 && errors.length === 0) {
    return {
      output: [
        complain(isAll ? 'No resources found' : `No resources found in ${namespace} namespace.`),
      ],
    };
  }
  const output = texts.map((text, at) => print(at === 0 ? text : `\n\n${text}`));
  return { output: [...output, ...errors], status: errors.length > 0 ? 1 : 0 };
}

/** Where nobody has the one name that is written, those whose names begin so, as kubectl takes it. */
function beginningSo(wanted: Wanted, world: World, exact: Found): Found {
  const [type = '', name = '', ...more] = wanted.words;
  if (name === '' || more.length > 0 || type.includes('/')) return exact;
  const all = selectObjects({ ...wanted, words: [type] }, world);
  if (!all.ok) return exact;
  const groups = all.groups.map((group) => ({
    ...group,
    objects: group.objects.filter((object) => object.name.startsWith(name)),
  }));
  return groups.some(({ objects }) => objects.length > 0) ? { ...all, groups } : exact;
}
