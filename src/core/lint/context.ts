// What the rules of the linter look things up in; built once, each answer kept.
import type { Analysis } from '../engine/analysis.ts';
import { type Flows, readFlows } from '../engine/flows.ts';
import { indexLabels } from '../engine/label-index.ts';
import type { AdminPods } from '../model/admin-policy.ts';
import type { Assumptions } from '../model/assumptions.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Finding } from '../model/finding.ts';
import type { Direction, PodsPeer, Policy } from '../model/policy.ts';
import { relevanceOf } from '../model/relevance.ts';
import { EVERYTHING, type Selector, selectorKey } from '../model/selector.ts';
import type { Service } from '../model/service.ts';
import type { Workload, WorkloadId } from '../model/workload.ts';
import { createShadowOf, type ShadowOf } from './shadows.ts';

export interface LintInput {
  readonly cluster: Cluster;
  readonly analysis: Analysis;
  readonly assumptions: Assumptions;
  /** The input holds objects that are not read and that may make pods, as an operator's do. */
  readonly mayLackPods: boolean;
  /** What reading the input has found. */
  readonly findings: readonly Finding[];
}

/** Workloads that a selector surely picks, and those of which manifests don't tell. */
export interface Picked {
  readonly sure: readonly Workload[];
  readonly maybe: readonly Workload[];
}

/** Names of namespaces. */
export interface PickedNamespaces {
  readonly sure: ReadonlySet<string>;
  readonly maybe: ReadonlySet<string>;
}

export interface Context extends LintInput {
  readonly flows: Flows;
  /** The input holds policies of other kinds, which are not computed and may allow more. */
  readonly hasOtherPolicies: boolean;
  /** The place of a workload among the peers of the analysis. */
  peerIndex(workload: Workload): number;
  /** Everything of a namespace that has pods. */
  workloadsIn(namespace: string): readonly Workload[];
  policiesIn(namespace: string): readonly Policy[];
  /** The pods that a policy selects, those on their hosts' network included. */
  subjects(policy: Policy): Picked;
  /** The policies that surely select a workload, in the cluster's order. */
  policiesOf(workload: Workload): readonly Policy[];
  /** The pods that a peer entry means, those on their hosts' network included. */
  pods(policy: Policy, peer: PodsPeer): Picked;
  /** The pods that an administrator's policy means, which those on their hosts' network never are (SEMANTICS 3.1). */
  adminPods(pods: AdminPods): Picked;
  namespaces(selector: Selector): PickedNamespaces;
  /** What decides all of an administrator's rule before it is asked. */
  readonly shadowOf: ShadowOf;
  /** The pods behind a Service; none for one without a selector (SEMANTICS 1.28). */
  endpoints(service: Service): readonly Workload[];
  /** The Services that a workload stands behind. */
  servicesOf(workload: Workload): readonly Service[];
}

export function createContext(input: LintInput): Context {
  const { cluster, analysis } = input;
  const workloads = cluster.workloads.filter(({ replicas }) => replicas !== 0);
  const workloadsIn = groupBy(workloads, ({ namespace }) => namespace);
  const policiesIn = groupBy(cluster.policies, ({ namespace }) => namespace);
  const peerIndex = new Map(cluster.workloads.map(({ id }, at) => [id, at]));

  const keys = new Set(relevanceOf(cluster).keys);
  for (const { selector } of cluster.services)
    for (const key of selector?.keys() ?? []) keys.add(key);
  const index = indexLabels(
    workloads.map(({ labels }) => labels),
    keys,
  );
  const position = new Map(workloads.map(({ id }, at) => [id, at]));
  /** What one selector answers for every workload, wherever it is. */
  const picks = remember((selector: Selector) => {
    const { sure, maybe } = index.matches(selector);
    const answers = new Uint8Array(workloads.length);
    for (const at of sure) answers[at] = SURE;
    for (const at of maybe) answers[at] = MAYBE;
    return answers;
  });

  const inNamespace = (namespace: string, selector: Selector): Picked => {
    const all = workloadsIn.get(namespace) ?? [];
    if (selector.requirements.length === 0) return { sure: all, maybe: [] };
    const answers = picks(selector);
    const that = (answer: number) =>
      all.filter(({ id }) => answers[position.get(id) as number] === answer);
    return { sure: that(SURE), maybe: that(MAYBE) };
  };

  const namespaceList = [...cluster.namespaces.values()];
  const namespaceLabels = namespaceList.map(({ labels }) => labels);
  const namespaceIndex = indexLabels(
    namespaceLabels,
    new Set(namespaceLabels.flatMap(({ known }) => [...known.keys()])),
  );
  const namespaces = remember((selector: Selector): PickedNamespaces => {
    const { sure, maybe } = namespaceIndex.matches(selector);
    const names = (list: readonly number[]) =>
      new Set(list.map((at) => namespaceList[at]?.name as string));
    return { sure: names(sure), maybe: names(maybe) };
  });

  const across = (inside: Selector, selector: Selector): Picked => {
    const places = namespaces(inside);
    const surely = [...places.sure].map((name) => inNamespace(name, selector));
    const perhaps = [...places.maybe].map((name) => inNamespace(name, selector));
    return {
      sure: surely.flatMap(({ sure }) => sure),
      maybe: [
        ...surely.flatMap(({ maybe }) => maybe),
        ...perhaps.flatMap(({ sure, maybe }) => [...sure, ...maybe]),
      ],
    };
  };

  const subjects = new Map(
    cluster.policies.map((policy) => [policy, inNamespace(policy.namespace, policy.subject)]),
  );
  const policiesOf = new Map<WorkloadId, Policy[]>();
  for (const [policy, { sure }] of subjects) {
    for (const { id } of sure) append(policiesOf, id, policy);
  }

  const endpoints = new Map(
    cluster.services.map((service) => [
      service,
      service.selector === null
        ? NOTHING.sure
        : inNamespace(service.namespace, selectorOf(service.selector)).sure,
    ]),
  );
  const servicesOf = new Map<WorkloadId, Service[]>();
  for (const [service, behind] of endpoints) {
    for (const { id } of behind) append(servicesOf, id, service);
  }

  const pods = new Map<string, Picked>();
  return {
    ...input,
    flows: readFlows(analysis),
    hasOtherPolicies: input.findings.some(({ rule }) => rule === 'policy-not-computed'),
    peerIndex: ({ id }) => peerIndex.get(id) as number,
    workloadsIn: (namespace) => workloadsIn.get(namespace) ?? [],
    policiesIn: (namespace) => policiesIn.get(namespace) ?? [],
    subjects: (policy) => subjects.get(policy) ?? NOTHING,
    policiesOf: ({ id }) => policiesOf.get(id) ?? [],
    pods: (policy, peer) => {
      const selector = peer.pods ?? EVERYTHING;
      const where =
        peer.namespaces === null ? `@${policy.namespace}` : `:${selectorKey(peer.namespaces)}`;
      const key = `${where} ${selectorKey(selector)}`;
      const picked =
        pods.get(key) ??
        (peer.namespaces === null
          ? inNamespace(policy.namespace, selector)
          : across(peer.namespaces, selector));
      pods.set(key, picked);
      return picked;
    },
    adminPods: ({ namespaces: inside, pods: selector }) => {
      const key = `!${selectorKey(inside)} ${selectorKey(selector ?? EVERYTHING)}`;
      let picked = pods.get(key);
      if (picked === undefined) {
        const { sure, maybe } = across(inside, selector ?? EVERYTHING);
        picked = { sure: sure.filter(onPodNetwork), maybe: maybe.filter(onPodNetwork) };
        pods.set(key, picked);
      }
      return picked;
    },
    namespaces,
    shadowOf: createShadowOf(cluster.adminPolicies),
    endpoints: (service) => endpoints.get(service) ?? [],
    servicesOf: ({ id }) => servicesOf.get(id) ?? [],
  };
}

const onPodNetwork = ({ hostNetwork }: Workload) => !hostNetwork;

const SURE = 1;
const MAYBE = 2;
const NOTHING: Picked = { sure: [], maybe: [] };

export const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

function selectorOf(labels: ReadonlyMap<string, string>): Selector {
  return {
    requirements: [...labels].map(([key, value]) => ({ key, operator: 'In', values: [value] })),
  };
}

function remember<T>(make: (selector: Selector) => T): (selector: Selector) => T {
  const known = new Map<string, T>();
  return (selector) => {
    const key = selectorKey(selector);
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(selector);
    known.set(key, made);
    return made;
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) append(groups, keyOf(item), item);
  return groups;
}

function append<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
