// What is said of pods that no manifest holds comes true of those that are added, in both evaluators.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/core/explain/decide.ts';
import { exposureOf } from '../../src/core/exposure/exposure-of.ts';
import type { ExposedRow, NewPods } from '../../src/core/exposure/new-pods.ts';
import { newPodsText } from '../../src/core/exposure/words.ts';
import { analyze, type Outcome, readFlows } from '../../src/core/index.ts';
import { type Labels as LabelsOf, labelsOf } from '../../src/core/model/labels.ts';
import { matchSelector } from '../../src/core/model/match.ts';
import type { WorkloadPeer } from '../../src/core/model/peer.ts';
import type { Direction } from '../../src/core/model/policy.ts';
import { hasPort, NO_PORTS, PROTOCOLS, type Protocol } from '../../src/core/model/port.ts';
import type { Requirement } from '../../src/core/model/selector.ts';
import { PROBES, type RandomInput, randomInput } from './evaluators-clusters.ts';
import { runs } from './runs.ts';
import { type TieredInput, tiered, tieredOutcome } from './tiered-clusters.ts';

const RUNS = runs(120);
const TIMEOUT = 240_000 * Math.max(1, RUNS / 120);
const DIRECTIONS = ['ingress', 'egress'] as const;

/** A pod of any labels, in a namespace that may be there. */
const other = fc.record({
  namespace: fc.constantFrom('x', 'y', 'z', 'brand-new'),
  declared: fc.record(
    { team: fc.constantFrom('a', 'x', '', 'q'), env: fc.constantFrom('a', 'y', 'q') },
    { requiredKeys: [] },
  ),
  labels: fc.record(
    {
      app: fc.constantFrom('a', 'b', '', 'q'),
      tier: fc.constantFrom('a', 'b', 'x', ''),
      'job-name': fc.constantFrom('a', 'x', 'q'),
    },
    { requiredKeys: [] },
  ),
});

interface Kind<Input extends RandomInput> {
  readonly runs: number;
  readonly random: fc.Arbitrary<Input>;
  readonly outcomeOf: (input: Input) => Outcome;
}

const PLAIN: Kind<RandomInput> = {
  runs: RUNS,
  random: randomInput,
  outcomeOf: ({ text, assumptions }) =>
    analyze([{ name: 'random.json', text }], undefined, assumptions),
};
const TIERED: Kind<TieredInput> = {
  runs: Math.ceil(RUNS / 3),
  random: tiered(randomInput),
  outcomeOf: tieredOutcome,
};

type Labels = Readonly<Record<string, string>>;

interface Added {
  readonly namespace: string;
  /** Of a namespace that is not in the input; null for one that is. */
  readonly declared: Labels | null;
  readonly labels: Labels;
  readonly ports?: readonly object[];
}

/** Each form of a kind of pods, as its words say: every value, every namespace. */
function formsOf({ namespaces, labels }: NewPods, outcome: Outcome): readonly Added[] {
  const isThere = (name: string) => outcome.cluster.namespaces.has(name);
  return labelled(labels).flatMap((own) =>
    (namespaces.names ?? ['brand-new']).flatMap((namespace): readonly Added[] =>
      isThere(namespace)
        ? [{ namespace, declared: null, labels: own }]
        : labelled(namespaces.labels).map((declared) => ({ namespace, declared, labels: own })),
    ),
  );
}

function labelled(requirements: readonly Requirement[]): readonly Labels[] {
  return requirements.reduce<readonly Labels[]>(
    (made, { key, operator, values }) => {
      if (operator === 'NotIn' || operator === 'DoesNotExist') return made;
      const choices = operator === 'Exists' ? ['never-named'] : values;
      return made.flatMap((labels) => choices.map((value) => ({ ...labels, [key]: value })));
    },
    [{}],
  );
}

/** Pods that a line's words leave out: each has one thing that it says its pods must not have. */
function leftOutBy({ namespaces, labels }: NewPods, outcome: Outcome): readonly Added[] {
  const isThere = (name: string) => outcome.cluster.namespaces.has(name);
  const plain: Added[] = formsOf(
    { namespaces: { ...namespaces, except: [] }, labels },
    outcome,
  ).slice(0, 1);
  return plain.flatMap((form) => [
    ...namespaces.except.map((namespace) => ({
      ...form,
      namespace,
      declared: isThere(namespace) ? null : form.declared,
    })),
    ...(form.declared === null
      ? []
      : shunned(namespaces.labels).map((label) => ({
          ...form,
          declared: { ...form.declared, ...label },
        }))),
    ...shunned(labels).map((label) => ({ ...form, labels: { ...form.labels, ...label } })),
  ]);
}

function shunned(requirements: readonly Requirement[]): readonly Labels[] {
  return requirements.flatMap(({ key, operator, values }) => {
    if (operator === 'NotIn') return values.map((value) => ({ [key]: value }));
    return operator === 'DoesNotExist' ? [{ [key]: 'never-named' }] : [];
  });
}

/** Whether the words of a line hold for a pod. */
function speaksOf(
  { namespaces, labels }: NewPods,
  namespace: string,
  there: LabelsOf,
  own: Labels,
): boolean {
  const isNamed = namespaces.names === null || namespaces.names.includes(namespace);
  const meets = (requirements: readonly Requirement[], of: LabelsOf) =>
    matchSelector({ requirements }, of) === 'yes';
  return (
    isNamed &&
    !namespaces.except.includes(namespace) &&
    meets(namespaces.labels, there) &&
    meets(labels, labelsOf(Object.entries(own)))
  );
}

/** A controller's pod, since plugins may pass over those of none; it adds no label of its own. */
function adding<Input extends RandomInput>(input: Input, added: readonly Added[]): Input {
  const manifests = added.flatMap(({ namespace, declared, labels, ports = [] }, at) => [
    ...(declared === null
      ? []
      : [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: declared } }]),
    {
      apiVersion: 'v1',
      kind: 'ReplicationController',
      metadata: { name: `added-${at}`, namespace },
      spec: {
        replicas: 1,
        template: {
          metadata: { labels },
          spec: { containers: [{ name: 'c', image: 'i', ports }] },
        },
      },
    },
  ]);
  const lines = manifests.map((manifest) => `\n---\n${JSON.stringify(manifest)}`);
  return { ...input, text: `${input.text}${lines.join('')}` };
}

function workloadsOf({ analysis }: Outcome): readonly WorkloadPeer[] {
  return analysis.peers.filter((peer) => peer.type === 'workload');
}

function peerOf(outcome: Outcome, id: string): WorkloadPeer {
  const peer = workloadsOf(outcome).find((one) => one.id === id);
  if (peer === undefined) throw new Error(`${id} is gone`);
  return peer;
}

/** Where the words and both evaluators of the cluster with the pod in it differ. */
function differences(
  outcome: Outcome,
  workload: WorkloadPeer,
  added: WorkloadPeer,
  direction: Direction,
  row: ExposedRow,
): readonly string[] {
  const { cluster, analysis } = outcome;
  const flows = readFlows(analysis);
  const ends = direction === 'egress' ? [workload, added] : [added, workload];
  const [source, destination] = ends as [WorkloadPeer, WorkloadPeer];
  const indexOf = ({ id }: WorkloadPeer) => analysis.peers.findIndex((peer) => peer.id === id);
  const flow = flows.flow(indexOf(source), indexOf(destination));
  const said = (protocol: Protocol, port: number) => {
    if (hasPort(row.allowed, protocol, port)) return 'allow';
    return hasPort(row.depends, protocol, port) ? 'depends' : 'deny';
  };
  return PROTOCOLS.flatMap((protocol) =>
    PROBES.flatMap((port) => {
      const isAllowed = hasPort(flow.allowed, protocol, port);
      const mayBe = hasPort(flow.depends, protocol, port);
      const fast = isAllowed ? 'allow' : mayBe ? 'depends' : 'deny';
      const slow = decide(cluster, source, destination, protocol, port).verdict;
      const words = said(protocol, port);
      return fast === words && slow === words
        ? []
        : [
            `${workload.id} ${direction} ${newPodsText(row.pods)} as ${added.id} ${protocol} ${port}: ` +
              `said ${words}, the table ${fast}, the packet ${slow}`,
          ];
    }),
  );
}

function comesTrue<Input extends RandomInput>({ runs, random, outcomeOf }: Kind<Input>): void {
  test(
    'a pod with the labels that a line names, and no others, gets exactly its ports; what it leaves out gets none',
    () => {
      fc.assert(
        fc.property(random, (input) => {
          const outcome = outcomeOf(input);
          const [workload] = workloadsOf(outcome).filter((peer) => peer.workload.replicas !== 0);
          fc.pre(workload !== undefined);
          if (workload === undefined) return;
          const exposure = exposureOf(outcome.cluster, outcome.assumptions, workload);
          const wrong = DIRECTIONS.flatMap((direction) =>
            exposure[direction].flatMap((row) =>
              formsOf(row.pods, outcome).flatMap((form) => {
                const after = outcomeOf(adding(input, [form]));
                const added = peerOf(after, `${form.namespace}/added-0[ReplicationController]`);
                return differences(after, peerOf(after, workload.id), added, direction, row);
              }),
            ),
          );
          expect(wrong.slice(0, 4)).toEqual([]);
          const untrue = DIRECTIONS.flatMap((direction) =>
            exposure[direction].flatMap((row) =>
              leftOutBy(row.pods, outcome).flatMap((form) => {
                const after = outcomeOf(adding(input, [form]));
                const added = peerOf(after, `${form.namespace}/added-0[ReplicationController]`);
                const nothing = { ...row, allowed: NO_PORTS, depends: NO_PORTS };
                return differences(after, peerOf(after, workload.id), added, direction, nothing);
              }),
            ),
          );
          expect(untrue.slice(0, 4)).toEqual([]);
        }),
        { numRuns: runs },
      );
    },
    TIMEOUT,
  );

  test(
    'no pod with other labels gets a port that no line tells of',
    () => {
      fc.assert(
        fc.property(random, fc.array(other, { minLength: 1, maxLength: 4 }), (input, others) => {
          const outcome = outcomeOf(input);
          const [workload] = workloadsOf(outcome).filter((peer) => peer.workload.replicas !== 0);
          fc.pre(workload !== undefined);
          if (workload === undefined) return;
          const exposure = exposureOf(outcome.cluster, outcome.assumptions, workload);
          fc.pre(exposure.isWhole);
          for (const { namespace, declared, labels } of others) {
            const isThere = outcome.cluster.namespaces.has(namespace);
            const form = { namespace, declared: isThere ? null : declared, labels };
            const after = outcomeOf(adding(input, [form]));
            const added = peerOf(after, `${namespace}/added-0[ReplicationController]`);
            for (const direction of DIRECTIONS) {
              const ends =
                direction === 'egress' ? [workload.id, added.id] : [added.id, workload.id];
              const [from, to] = ends.map((id) =>
                after.analysis.peers.findIndex((peer) => peer.id === id),
              );
              const { allowed } = readFlows(after.analysis).flow(from ?? -1, to ?? -1);
              const untold = PROTOCOLS.flatMap((protocol) =>
                PROBES.filter(
                  (port) =>
                    hasPort(allowed, protocol, port) &&
                    !exposure[direction].some(
                      (row) =>
                        hasPort(row.allowed, protocol, port) ||
                        hasPort(row.depends, protocol, port),
                    ),
                ).map((port) => `${direction} ${JSON.stringify(form)} ${protocol} ${port}`),
              );
              expect(untold).toEqual([]);
            }
          }
        }),
        { numRuns: runs },
      );
    },
    TIMEOUT,
  );

  test(
    'a pod of which every line that speaks lets a port through gets it',
    () => {
      fc.assert(
        fc.property(random, fc.array(other, { minLength: 1, maxLength: 4 }), (input, others) => {
          const outcome = outcomeOf(input);
          const [workload] = workloadsOf(outcome).filter((peer) => peer.workload.replicas !== 0);
          fc.pre(workload !== undefined);
          if (workload === undefined) return;
          const exposure = exposureOf(outcome.cluster, outcome.assumptions, workload);
          fc.pre(exposure.isWhole);
          for (const { namespace, declared, labels } of others) {
            const there = outcome.cluster.namespaces.get(namespace);
            const form = { namespace, declared: there === undefined ? declared : null, labels };
            const own = there?.labels ?? labelsOf(Object.entries(declared));
            const after = outcomeOf(adding(input, [form]));
            const added = peerOf(after, `${namespace}/added-0[ReplicationController]`);
            for (const direction of DIRECTIONS) {
              const lines = exposure[direction].filter(({ pods }) =>
                speaksOf(pods, namespace, own, labels),
              );
              const ends = direction === 'egress' ? [workload, added] : [added, workload];
              const [source, destination] = ends as [WorkloadPeer, WorkloadPeer];
              const untrue = PROTOCOLS.flatMap((protocol) =>
                PROBES.filter(
                  (port) =>
                    lines.length > 0 &&
                    lines.every(({ allowed }) => hasPort(allowed, protocol, port)) &&
                    decide(after.cluster, source, destination, protocol, port).verdict !== 'allow',
                ).map((port) => `${direction} ${JSON.stringify(form)} ${protocol} ${port}`),
              );
              expect(untrue).toEqual([]);
            }
          }
        }),
        { numRuns: runs },
      );
    },
    TIMEOUT,
  );

  test(
    'a port name that a line names opens that port, whatever number it has that no rule speaks of',
    () => {
      fc.assert(
        fc.property(random, fc.constantFrom(4, 51), (input, number) => {
          const outcome = outcomeOf(input);
          const [workload] = workloadsOf(outcome).filter((peer) => peer.workload.replicas !== 0);
          if (workload === undefined) return;
          const { egress } = exposureOf(outcome.cluster, outcome.assumptions, workload);
          for (const row of egress) {
            const [form] = formsOf(row.pods, outcome);
            for (const { protocol, name, certain } of form === undefined ? [] : row.named) {
              const ports = [{ name, protocol, containerPort: number }];
              const after = outcomeOf(adding(input, [{ ...(form as Added), ports }]));
              const added = workloadsOf(after).find(({ id }) => id.includes('/added-0['));
              const verdict = decide(
                after.cluster,
                peerOf(after, workload.id),
                added as WorkloadPeer,
                protocol,
                number,
              ).verdict;
              expect(verdict).toBe(certain ? 'allow' : 'depends');
            }
          }
        }),
        { numRuns: runs },
      );
    },
    TIMEOUT,
  );
}

describe('among NetworkPolicies alone', () => comesTrue(PLAIN));

describe('with the tiers around them', () => comesTrue(TIERED));
