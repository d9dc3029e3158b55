// A Service whose selector, or whose named target port, no pod of its namespace has.
import type { Service, ServicePort } from '../../model/service.ts';
import type { Workload } from '../../model/workload.ts';
import { podsBehind, targetOn } from '../../service/endpoints.ts';
import type { Context } from '../context.ts';
import type { Complaint, LintRule } from '../rule.ts';
import { counted, listed, workloadsText } from '../wording.ts';

export const serviceWithoutPods: LintRule = {
  id: 'service-without-pods',
  level: 'warning',
  title: 'A Service that leads to no pod',
  documentation: `A Service leads to the pods of its namespace that have all the labels of its selector, and to those of them that have its target port where that is a name. It is said where the input shows pods of the namespace and none of them is selected, or where none of the selected pods declares a port of that name and protocol: whoever connects to the Service reaches nobody, whatever policies say. Compare the selector with the labels in the pod template, and the name with the ports of the container. Where pods may be made only on the cluster, or none of the namespace's pods has such labels at all, it is only an information.`,
  *check(context) {
    for (const service of context.cluster.services) {
      const { selector, exposure } = service;
      if (selector === null || exposure === 'ExternalName') continue;
      const there = context.workloadsIn(service.namespace);
      if (there.length === 0) continue;
      const behind = podsBehind({ workloads: there }, service).map(({ workload }) => workload);
      if (behind.length === 0) yield unmatched(context, service, selector, there);
      else yield* unnamed(service, behind);
    }
  },
};

function unmatched(
  { mayLackPods, cluster }: Context,
  service: Service,
  selector: ReadonlyMap<string, string>,
  there: readonly Workload[],
): Complaint {
  const words = [...selector].map(([key, value]) => `${key}=${value}`);
  // A workload that is scaled to none may well be the one that is meant.
  const resting = podsBehindResting(cluster.workloads, service);
  const isKnown = [...selector.keys()].every((key) =>
    there.some(({ labels }) => labels.known.has(key) || labels.valueUnknown.has(key)),
  );
  const opening = `None of the ${counted(there.length, 'workload')} in namespace ${service.namespace} has ${listed(words)}`;
  return resting.length > 0
    ? {
        about: service,
        range: service.selectorRange,
        level: 'info',
        message: `${workloadsText(resting)} has no pods at the moment, so this Service leads to nobody.`,
      }
    : {
        about: service,
        range: service.selectorRange,
        level: mayLackPods || !isKnown ? 'info' : 'warning',
        message: `${opening}, so this Service leads to nobody.`,
      };
}

function podsBehindResting(workloads: readonly Workload[], service: Service): readonly Workload[] {
  const awake = workloads
    .filter(({ replicas, namespace }) => replicas === 0 && namespace === service.namespace)
    .map((workload) => ({ ...workload, replicas: 1 }));
  return podsBehind({ workloads: awake }, service).map(({ workload }) => workload);
}

function* unnamed(service: Service, behind: readonly Workload[]): Generator<Complaint> {
  for (const port of service.ports) {
    const { targetPort, targetRange, range } = port;
    if (typeof targetPort === 'number' || behind.some((one) => targetOn(one, port) !== null)) {
      continue;
    }
    // Of pods that declare no ports at all, or whose ports are added on the cluster, nothing is known.
    if (behind.every(({ ports }) => ports.length === 0)) continue;
    yield {
      about: service,
      range: targetRange ?? range,
      message: `No pod behind this Service has a ${port.protocol} port named "${targetPort}". ${namesText(behind, port)}.`,
    };
  }
}

function namesText(behind: readonly Workload[], { protocol }: ServicePort): string {
  const names = behind
    .flatMap(({ ports }) => ports)
    .filter((port) => port.protocol === protocol)
    .map(({ name, number }) => (name === null ? `${number}` : `${name} (${number})`));
  const distinct = [...new Set(names)];
  return distinct.length === 0 ? `They have no ${protocol} ports` : `They have ${listed(distinct)}`;
}
