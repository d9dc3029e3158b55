// What is let through between a workload and each kind of new pods: read from the engine's tables.
import { analyzeCluster } from '../engine/analyze.ts';
import { type Flow, readFlows } from '../engine/flows.ts';
import { createPortSets, NONE, type PortSetId, type PortSets } from '../engine/port-sets.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Direction } from '../model/policy.ts';
import {
  type ContainerPort,
  FIRST_PORT,
  hasPort,
  LAST_PORT,
  type PortRange,
  PROTOCOLS,
} from '../model/port.ts';
import { relevanceOf } from '../model/relevance.ts';
import type { Workload } from '../model/workload.ts';
import type { NamedPort } from './new-pods.ts';
import { clusterWith, type Kind, withPorts } from './representatives.ts';

export interface Answer {
  readonly allowed: PortSetId;
  readonly depends: PortSetId;
  readonly named: readonly NamedPort[];
}

export const NOTHING: Answer = { allowed: NONE, depends: NONE, named: [] };

export interface Answers {
  /** In the order of the kinds. */
  readonly answers: readonly Answer[];
  readonly portSets: PortSets;
  /** The workload and the new pods, for those who want to know why. */
  readonly cluster: Cluster;
  /** A port of every name that rules use. */
  readonly ports: readonly ContainerPort[];
}

export function answersFor(
  cluster: Cluster,
  workload: Workload,
  kinds: readonly Kind[],
  direction: Direction,
): Answers {
  const ports = direction === 'egress' ? portsOfEveryName(cluster) : [];
  const pods = kinds.map(({ pod }) => pod.workload);
  const twins = ports.length === 0 ? [] : kinds.map((kind) => withPorts(kind, ports));
  const others = clusterWith(
    cluster,
    [workload, ...pods, ...twins],
    kinds.map(({ place }) => place),
  );
  const analysis = analyzeCluster(others);
  const flows = readFlows(analysis);
  const flowOf = (other: number) =>
    direction === 'egress' ? flows.flow(0, other) : flows.flow(other, 0);
  const portSets = createPortSets();
  const ids = new Map<Flow, Pick<Answer, 'allowed' | 'depends'>>();
  const answers = kinds.map((_, at): Answer => {
    const flow = flowOf(1 + at);
    const own = ids.get(flow) ?? {
      allowed: portSets.intern(flow.allowed),
      depends: portSets.intern(flow.depends),
    };
    ids.set(flow, own);
    const named = twins.length === 0 ? [] : namedIn(ports, flow, flowOf(1 + kinds.length + at));
    return { ...own, named };
  });
  return { answers, portSets, cluster: others, ports };
}

/** The names that open what the pod without names does not have open. */
function namedIn(ports: readonly ContainerPort[], plain: Flow, named: Flow): readonly NamedPort[] {
  return ports.flatMap(({ protocol, name, number }): readonly NamedPort[] => {
    if (name === null || hasPort(plain.allowed, protocol, number)) return [];
    if (hasPort(named.allowed, protocol, number)) return [{ protocol, name, certain: true }];
    const isNew = !hasPort(plain.depends, protocol, number);
    return isNew && hasPort(named.depends, protocol, number)
      ? [{ protocol, name, certain: false }]
      : [];
  });
}

/** One port for each protocol and name that a rule uses, with numbers that no rule speaks of where there are any left. */
function portsOfEveryName(cluster: Cluster): readonly ContainerPort[] {
  const { portNames } = relevanceOf(cluster);
  if (portNames.size === 0) return [];
  const spoken = rangesIn(cluster);
  let number = FIRST_OF_NAMES;
  return [...portNames].sort().flatMap((name) =>
    PROTOCOLS.map((protocol) => {
      const before = number;
      do number = number === LAST_PORT ? FIRST_PORT : number + 1;
      while (number !== before && spoken.some(({ from, to }) => from <= number && number <= to));
      return { name, protocol, number };
    }),
  );
}

const FIRST_OF_NAMES = 20_000;

/** What rules speak of by number, whole protocols apart. */
function rangesIn({ policies, adminPolicies }: Cluster): readonly PortRange[] {
  const rules = [
    ...policies.flatMap(({ ingress, egress }) => [
      ...(ingress?.rules ?? []),
      ...(egress?.rules ?? []),
    ]),
    ...adminPolicies.flatMap(({ ingress, egress }) => [...ingress, ...egress]),
  ];
  return rules
    .flatMap(({ ports }): readonly { readonly port: PortRange | object | null }[] => ports ?? [])
    .flatMap(({ port }) => (port !== null && 'from' in port ? [port as PortRange] : []))
    .filter(({ from, to }) => from > FIRST_PORT || to < LAST_PORT);
}
