// Which pods that no manifest holds could reach a workload or be reached by it, and with which labels.
import { ALL, NONE, type PortSets } from '../engine/port-sets.ts';
import type { Assumptions } from '../model/assumptions.ts';
import type { Cluster } from '../model/cluster.ts';
import type { WorkloadPeer } from '../model/peer.ts';
import type { Direction } from '../model/policy.ts';
import { type ContainerPort, NO_PORTS } from '../model/port.ts';
import { type Answer, answersFor } from './answers.ts';
import { askedAbout } from './asked.ts';
import type { ExposedRow, Exposure } from './new-pods.ts';
import { reasonsFor } from './reasons.ts';
import { kindsOf, withPorts } from './representatives.ts';
import { linesOf } from './rows.ts';

/**
 * Each line is the engine's verdict for a pod with the labels it names and no others, in a namespace
 * likewise; a workload without pods has none. The workload has to be one of the cluster.
 */
export function exposureOf(
  cluster: Cluster,
  assumptions: Assumptions,
  peer: WorkloadPeer,
): Exposure {
  if (peer.workload.replicas === 0) return { ingress: [], egress: [], isWhole: true };
  const ingress = rowsOf(cluster, assumptions, peer, 'ingress');
  const egress = rowsOf(cluster, assumptions, peer, 'egress');
  return {
    ingress: ingress.rows,
    egress: egress.rows,
    isWhole: ingress.isWhole && egress.isWhole,
  };
}

function rowsOf(
  cluster: Cluster,
  assumptions: Assumptions,
  peer: WorkloadPeer,
  direction: Direction,
): { readonly rows: readonly ExposedRow[]; readonly isWhole: boolean } {
  const asked = askedAbout(cluster, peer.workload, direction);
  const { kinds, isWhole } = kindsOf(cluster, assumptions, asked);
  const {
    answers,
    portSets,
    cluster: others,
    ports,
  } = answersFor(cluster, peer.workload, kinds, direction);
  const rows = linesOf(kinds, answers, portSets).map(
    ({ pods, answer, kind, above }): ExposedRow => {
      const { allowed, depends, named } = answer;
      const isLess = isWithin(answer, above, portSets);
      const asked = isLess ? portSets.union(above.allowed, above.depends) : ALL;
      return {
        pods,
        allowed: portSets.sets[allowed] ?? NO_PORTS,
        depends: portSets.sets[depends] ?? NO_PORTS,
        named,
        isLess,
        ...reasonsFor(others, peer, direction, {
          pod: kind.pod,
          twin: { ...kind.pod, workload: withPorts(kind, ports) },
          byName: ports.filter((port) => isAmong(named, port)),
          asked: portSets.sets[asked] ?? NO_PORTS,
        }),
      };
    },
  );
  return { rows, isWhole };
}

function isAmong(named: Answer['named'], { protocol, name }: ContainerPort): boolean {
  return named.some((one) => one.protocol === protocol && one.name === name);
}

/** Whether it lets through no more than the other; what is equal is never asked. */
function isWithin(one: Answer, other: Answer, portSets: PortSets): boolean {
  const may = portSets.union(other.allowed, other.depends);
  const names = new Set(other.named.map(({ protocol, name }) => `${protocol} ${name}`));
  return (
    portSets.difference(one.allowed, other.allowed) === NONE &&
    portSets.difference(one.depends, may) === NONE &&
    one.named.every(({ protocol, name }) => names.has(`${protocol} ${name}`))
  );
}
