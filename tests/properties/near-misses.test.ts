// Whatever is told as a near miss was one: with that one thing changed the fast evaluator lets the
// packet through on that side. Random clusters, with slips put into them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeCluster } from '../../src/core/engine/analyze.ts';
import { decide } from '../../src/core/explain/decide.ts';
import { homesOf } from '../../src/core/explain/near-miss/blocked.ts';
import type { NearMissKind } from '../../src/core/explain/near-miss/near-miss.ts';
import {
  type Found,
  findNearMisses,
  nearMisses,
} from '../../src/core/explain/near-miss/near-misses.ts';
import { findSettlings } from '../../src/core/explain/near-miss/settle.ts';
import { analyze, type Outcome, type Protocol, readFlows } from '../../src/core/index.ts';
import type { Cluster } from '../../src/core/model/cluster.ts';
import type { Peer } from '../../src/core/model/peer.ts';
import type { Direction } from '../../src/core/model/policy.ts';
import { hasPort } from '../../src/core/model/port.ts';
import { randomInput } from './evaluators-clusters.ts';
import { runs } from './runs.ts';

const RUNS = runs(300);

function outcomeOf(text: string): Outcome {
  return analyze([{ name: 'random.json', text }]);
}

const PACKETS: readonly (readonly [Protocol, number])[] = [
  ['TCP', 80],
  ['TCP', 8080],
  ['UDP', 53],
  ['SCTP', 81],
];

interface Case {
  readonly source: Peer;
  readonly destination: Peer;
  readonly protocol: Protocol;
  readonly port: number;
}

function casesOf({ analysis }: Outcome): readonly Case[] {
  const flows = readFlows(analysis);
  return analysis.peers.flatMap((source, from) =>
    analysis.peers.flatMap((destination, to) =>
      flows.exists(from, to)
        ? PACKETS.map(([protocol, port]) => ({ source, destination, protocol, port }))
        : [],
    ),
  );
}

/** What the fast evaluator says of a packet on one side; peers are found again by their ids. */
function letsThrough(
  { cluster, analysis: { peers } }: Outcome,
  { miss, repaired, port }: Found,
  { source, destination, protocol }: Case,
): boolean {
  const analysis = analyzeCluster(repaired);
  const at = (peer: Peer) => analysis.peers.findIndex(({ id }) => id === peer.id);
  const [from, to] = [at(source), at(destination)];
  // A block that a change of ipBlock cuts anew has another name: the slow evaluator is asked.
  if (from === -1 || to === -1) {
    expect(peers.length).toBeGreaterThan(cluster.workloads.length);
    return decide(repaired, source, destination, protocol, port)[miss.side].verdict === 'allow';
  }
  return hasPort(readFlows(analysis)[miss.side](from, to).allowed, protocol, port);
}

/** What the fast evaluator says of a packet on one side of another cluster. */
function sideIn(cluster: Cluster, side: Direction, { source, destination, protocol, port }: Case) {
  const analysis = analyzeCluster(cluster);
  const at = (peer: Peer) => analysis.peers.findIndex(({ id }) => id === peer.id);
  const [from, to] = [at(source), at(destination)];
  // Without an ipBlock the outside is cut into fewer blocks: the slow evaluator is asked.
  if (from === -1 || to === -1)
    return decide(cluster, source, destination, protocol, port)[side].verdict;
  const { allowed, depends } = readFlows(analysis)[side](from, to);
  if (hasPort(allowed, protocol, port)) return 'allow';
  return hasPort(depends, protocol, port) ? 'depends' : 'deny';
}

/** A pod's manifest and policies whose one slip is of every kind that random names seldom make. */
const SLIPS = fc
  .record({
    value: fc.constantFrom('frontend', 'fronted', 'Frontend', 'front-end', 'backend'),
    key: fc.constantFrom('role', 'role', 'Role', 'rol', 'example.org/role'),
    namespace: fc.constantFrom('x', 'y', 'z'),
    peerNamespace: fc.constantFrom(
      undefined,
      { team: 'red' },
      { 'kubernetes.io/metadata.name': 'y' },
      { name: 'y' },
    ),
    port: fc.constantFrom('web', 8080, undefined, undefined, 'wbe', 80, 81, 808, 8080),
    protocol: fc.constantFrom(undefined, 'UDP', 'TCP'),
    types: fc.constantFrom(undefined, ['Ingress'], ['Egress'], ['Ingress', 'Egress']),
    direction: fc.constantFrom('ingress', 'egress'),
    block: fc.constantFrom(
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      '10.0.0.0/24',
      '10.1.0.0/24',
      '0.0.0.0/0',
      '::/0',
    ),
    target: fc.constantFrom(80, 8080, 'web'),
  })
  .map((slip) => {
    const {
      key,
      value,
      namespace,
      peerNamespace,
      port,
      protocol,
      types,
      direction,
      block,
      target,
    } = slip;
    const pods = { podSelector: { matchLabels: { [key]: value } } };
    const peer =
      block !== undefined
        ? { ipBlock: { cidr: block } }
        : peerNamespace === undefined
          ? pods
          : { ...pods, namespaceSelector: { matchLabels: peerNamespace } };
    const rule = { [direction === 'egress' ? 'to' : 'from']: [peer], ports: [{ port, protocol }] };
    const pod = (name: string, inNamespace: string, role: string) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: inNamespace, labels: { role, app: name } },
      spec: {
        containers: [{ name: 'c', image: 'i', ports: [{ name: 'web', containerPort: 8080 }] }],
      },
    });
    const policy = (name: string, spec: object) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name, namespace },
      spec,
    });
    const documents = [
      ...['x', 'y'].map((name) => ({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name, labels: { team: 'blue' } },
      })),
      pod('one', 'x', 'frontend'),
      pod('two', 'y', 'frontend'),
      pod('three', 'x', 'backend'),
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'three', namespace: 'x' },
        spec: { selector: { app: 'three' }, ports: [{ port: 80, targetPort: target }] },
      },
      policy('deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
      policy('slip', {
        podSelector: { matchLabels: { [key]: 'frontend' } },
        policyTypes: types,
        [direction]: [rule],
      }),
      policy('all', { podSelector: {}, policyTypes: types, [direction]: [rule] }),
    ];
    const text = documents.map((document) => JSON.stringify(document)).join('\n---\n');
    return { text, [fc.toStringMethod]: () => `\n${text}\n` };
  });

const INPUT = fc.oneof(SLIPS, randomInput);

/** The same at every run: what has to occur, occurs in them. */
const SAMPLE = fc.sample(INPUT, { numRuns: 600, seed: 11 });

function foundOf({ cluster }: Outcome, { source, destination, protocol, port }: Case) {
  const decision = decide(cluster, source, destination, protocol, port);
  const place = { cluster, homes: homesOf(cluster) };
  return { decision, found: findNearMisses(place, source, destination, protocol, port, decision) };
}

describe('on random clusters', () => {
  test('each change lets the packet through on its side, and but one thing is changed', () => {
    fc.assert(
      fc.property(INPUT, ({ text }) => {
        const outcome = outcomeOf(text);
        for (const one of casesOf(outcome)) {
          const { decision, found } = foundOf(outcome, one);
          for (const miss of found) {
            expect(decision[miss.miss.side].verdict).toBe('deny');
            expect(letsThrough(outcome, miss, one)).toBe(true);
            const changed = miss.repaired.policies.filter(
              (policy, at) => policy !== outcome.cluster.policies[at],
            );
            expect(changed.length).toBe(miss.port === one.port ? 1 : 0);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('a fix, written into the text, does what the change does', () => {
    fc.assert(
      fc.property(INPUT, ({ text }) => {
        const outcome = outcomeOf(text);
        for (const one of casesOf(outcome)) {
          for (const { miss } of foundOf(outcome, one).found) {
            if (miss.fix === null) continue;
            const [edit, ...others] = miss.fix.edits;
            if (edit === undefined || others.length > 0) throw new Error('one edit is enough');
            const fixed = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
            const after = outcomeOf(fixed);
            expect(after.findings.filter(({ level }) => level === 'error')).toEqual([]);
            expect(after.cluster.policies.length).toBe(outcome.cluster.policies.length);
            const { source, destination, protocol, port } = one;
            const decision = decide(after.cluster, source, destination, protocol, port);
            expect(decision[miss.side].verdict).toBe('allow');
          }
        }
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });

  test('that one side alone stops a packet is always said, and at most five things are', () => {
    fc.assert(
      fc.property(INPUT, ({ text }) => {
        const outcome = outcomeOf(text);
        const { cluster } = outcome;
        for (const { source, destination, protocol, port } of casesOf(outcome)) {
          const decision = decide(cluster, source, destination, protocol, port);
          const misses = nearMisses(cluster, source, destination, protocol, port);
          expect(misses.length).toBeLessThanOrEqual(5);
          if (decision.verdict !== 'deny') expect(misses).toEqual([]);
          const verdicts = [decision.egress.verdict, decision.ingress.verdict].sort();
          const isOneSided = verdicts.join() === 'allow,deny';
          expect(misses.filter(({ kind }) => kind === 'one-side').length).toBe(isOneSided ? 1 : 0);
        }
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });

  test('what depends is told how to be settled either way, and only that', () => {
    fc.assert(
      fc.property(INPUT, ({ text }) => {
        const { cluster } = outcomeOf(text);
        for (const { source, destination, protocol, port } of casesOf(outcomeOf(text))) {
          const decision = decide(cluster, source, destination, protocol, port);
          const told = findSettlings(cluster, source, { destination, protocol, port }, decision);
          for (const { way, repaired } of told) {
            const { verdict, side } = way;
            expect(decision[side].verdict).toBe('depends');
            expect(sideIn(repaired, side, { source, destination, protocol, port })).toBe(verdict);
          }
          expect(new Set(told.map(({ way: { verdict, side } }) => `${verdict} ${side}`)).size).toBe(
            told.length,
          );
        }
      }),
      { numRuns: Math.ceil(RUNS / 6) },
    );
  });

  test('both sides are settled both ways, so that the law above means something', () => {
    const expected = ['allow egress', 'allow ingress', 'deny egress', 'deny ingress'];
    const seen = new Set<string>();
    for (const { text } of SAMPLE) {
      if (seen.size === expected.length) break;
      const outcome = outcomeOf(text);
      const { cluster } = outcome;
      for (const { source, destination, protocol, port } of casesOf(outcome)) {
        const decision = decide(cluster, source, destination, protocol, port);
        const packet = { destination, protocol, port };
        for (const { way } of findSettlings(cluster, source, packet, decision)) {
          seen.add(`${way.verdict} ${way.side}`);
        }
      }
    }
    expect([...seen].sort()).toEqual(expected);
  });

  test('every kind occurs, so that the laws above mean something', () => {
    const kinds: Record<NearMissKind, true> = {
      'label-value': true,
      'label-key': true,
      'label-missing': true,
      'namespace-label-missing': true,
      'namespace-selector-missing': true,
      'selectors-in-one-entry': true,
      'block-misses': true,
      'block-except': true,
      'block-family': true,
      'service-port': true,
      'service-port-asked': true,
      'port-name': true,
      'port-number': true,
      protocol: true,
      'wrong-direction': true,
      'wrong-namespace': true,
      'direction-not-listed': true,
      'default-types': true,
      'listed-without-rules': true,
      'one-side': true,
    };
    const seen = new Set<NearMissKind>();
    for (const { text } of SAMPLE) {
      if (seen.size === Object.keys(kinds).length) break;
      const outcome = outcomeOf(text);
      for (const { source, destination, protocol, port } of casesOf(outcome)) {
        for (const { kind } of nearMisses(outcome.cluster, source, destination, protocol, port)) {
          seen.add(kind);
        }
      }
    }
    expect([...seen].sort()).toEqual(Object.keys(kinds).sort());
  });
});
