// What a rule is said to open alone is exactly what is lost when it is taken away, on random clusters.
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, test } from 'vitest';
import { analyzeCluster } from '../../src/core/engine/analyze.ts';
import { explainFlow } from '../../src/core/explain/explain-flow.ts';
import { judgeWorkload } from '../../src/core/explain/peers.ts';
import {
  type Analysis,
  analyze,
  effectsOf,
  type Flow,
  flowsOpenedAlone,
  type Outcome,
  type Peer,
  PROTOCOLS,
  readFlows,
} from '../../src/core/index.ts';
import type { Cluster } from '../../src/core/model/cluster.ts';
import type { Direction, Policy, Rule } from '../../src/core/model/policy.ts';
import { hasPort } from '../../src/core/model/port.ts';
import { largeInput, PROBES, randomInput } from './evaluators-clusters.ts';
import { runs } from './runs.ts';
import { tiered, tieredOutcome } from './tiered-clusters.ts';

const RUNS = runs(200);

function outcomeOf(text: string): Outcome {
  return analyze([{ name: 'random.json', text }]);
}

function withPolicy(cluster: Cluster, policy: Policy, changed: Policy): Cluster {
  return {
    ...cluster,
    policies: cluster.policies.map((one) => (one === policy ? changed : one)),
  };
}

/** Where each peer of one analysis is found in another, whose outside may be cut more coarsely. */
function placesIn(other: Analysis, peers: readonly Peer[]): readonly number[] {
  const byId = new Map(other.peers.map((peer, at) => [peer.id, at]));
  return peers.map((peer) => {
    if (peer.type === 'workload') return byId.get(peer.id) ?? -1;
    const address = ipaddr.parse(peer.sample.text);
    return other.peers.findIndex(
      (one) =>
        one.type === 'external' &&
        one.cidrs.some((cidr) => {
          const [base, bits] = ipaddr.parseCIDR(cidr);
          return base.kind() === address.kind() && address.match(base, bits);
        }),
    );
  });
}

/** `TCP 80` and so on: the probed ports that a flow allows, and those that are in doubt. */
function probed({ allowed, depends }: Flow) {
  const named = (set: Flow['allowed']) =>
    new Set(
      PROTOCOLS.flatMap((protocol) =>
        PROBES.filter((port) => hasPort(set, protocol, port)).map((port) => `${protocol} ${port}`),
      ),
    );
  return { allowed: named(allowed), depends: named(depends) };
}

interface Pair {
  readonly source: number;
  readonly destination: number;
}

function pairsOf({ analysis }: Outcome): readonly Pair[] {
  const flows = readFlows(analysis);
  const all = analysis.peers.map((_, at) => at);
  return all.flatMap((source) =>
    all
      .filter((destination) => flows.exists(source, destination))
      .map((destination) => ({ source, destination })),
  );
}

interface RuleAt {
  readonly policy: Policy;
  readonly direction: Direction;
  readonly rule: Rule;
}

function rulesOf({ cluster }: Outcome): readonly RuleAt[] {
  return cluster.policies.flatMap((policy) =>
    (['egress', 'ingress'] as const).flatMap((direction) =>
      (policy[direction]?.rules ?? []).map((rule) => ({ policy, direction, rule })),
    ),
  );
}

/** What is lost when the cluster is changed, pair by pair, from two whole analyses. */
function lostBy(outcome: Outcome, changed: Cluster): ReadonlyMap<string, Lost> {
  const before = readFlows(outcome.analysis);
  const analysis = analyzeCluster(changed);
  const after = readFlows(analysis);
  const places = placesIn(analysis, outcome.analysis.peers);
  const lost = new Map<string, Lost>();
  for (const { source, destination } of pairsOf(outcome)) {
    const was = probed(before.flow(source, destination));
    const is = probed(after.flow(places[source] ?? -1, places[destination] ?? -1));
    const ports = [...was.allowed].filter((port) => !is.allowed.has(port));
    const depends = [...was.depends].filter(
      (port) => !is.allowed.has(port) && !is.depends.has(port),
    );
    if (ports.length + depends.length > 0) lost.set(`${source} ${destination}`, { ports, depends });
  }
  return lost;
}

interface Lost {
  readonly ports: readonly string[];
  readonly depends: readonly string[];
}

function named(outcome: Outcome, part: Parameters<typeof flowsOpenedAlone>[1]) {
  const opened = flowsOpenedAlone(outcome, part);
  return new Map(
    opened.map(({ source, destination, ports, depends }) => {
      const seen = probed({ allowed: ports, depends });
      return [
        `${source} ${destination}`,
        { ports: [...seen.allowed], depends: [...seen.depends] },
      ] as const;
    }),
  );
}

/** The flows that a rule takes part in, from a cluster where it is the only one. */
function opensOf(outcome: Outcome, { policy, direction, rule }: RuleAt) {
  const { cluster, analysis } = outcome;
  const only: Policy = {
    ...policy,
    subject: { requirements: [] },
    egress: null,
    ingress: null,
    [direction]: { rules: [rule] },
  };
  const alone = analyzeCluster({ ...cluster, policies: [only] });
  const places = placesIn(alone, analysis.peers);
  const [flows, own] = [readFlows(analysis), readFlows(alone)];
  const isSubject = (peer: Peer | undefined) =>
    peer?.type === 'workload' &&
    peer.workload.namespace === policy.namespace &&
    !peer.workload.hostNetwork &&
    judgeWorkload(policy.subject, peer.workload).match !== 'no';
  const opens = new Set<string>();
  const mayOpen = new Set<string>();
  for (const { source, destination } of pairsOf(outcome)) {
    if (!isSubject(analysis.peers[direction === 'egress' ? source : destination])) continue;
    const flow = probed(flows.flow(source, destination));
    const lets = probed(own[direction](places[source] ?? -1, places[destination] ?? -1));
    const key = `${source} ${destination}`;
    if ([...lets.allowed].some((port) => flow.allowed.has(port))) opens.add(key);
    if ([...lets.allowed, ...lets.depends].some((port) => flow.depends.has(port))) mayOpen.add(key);
  }
  return { opens, mayOpen };
}

function check(outcome: Outcome): void {
  const effects = effectsOf(outcome);
  const effectOf = ({ policy, direction, rule }: RuleAt) =>
    effects.policies[outcome.cluster.policies.indexOf(policy)]?.rules.find(
      (one) => one.direction === direction && one.index === rule.index,
    );
  for (const at of rulesOf(outcome)) {
    const { policy, direction, rule } = at;
    const rules = (policy[direction]?.rules ?? []).filter((one) => one !== rule);
    const lost = lostBy(
      outcome,
      withPolicy(outcome.cluster, policy, { ...policy, [direction]: { rules } }),
    );
    const { namespace, name } = policy;
    expect(named(outcome, { namespace, name, direction, rule: rule.index })).toEqual(lost);
    const alone = [...lost].filter(([, { ports }]) => ports.length > 0).map(([key]) => key);
    const { opens, mayOpen } = opensOf(outcome, at);
    for (const key of alone) opens.add(key);
    expect(effectOf(at)).toMatchObject({
      opens: opens.size,
      alone: alone.length,
      mayOpen: [...mayOpen].filter((key) => !opens.has(key)).length,
      mayAlone: lost.size - alone.length,
    });
  }
}

function checkTiered(outcome: Outcome): void {
  const effects = effectsOf(outcome);
  // Towards one of several addresses a packet may meet other rules than the explanation shows.
  const isPlain = outcome.cluster.workloads.every(
    ({ addresses, seen }) => (addresses ?? []).length < 2 && (seen?.ranges ?? null) === null,
  );
  for (const at of rulesOf(outcome)) {
    const { policy, direction, rule } = at;
    const found = effects.policies[outcome.cluster.policies.indexOf(policy)]?.rules.find(
      (one) => one.direction === direction && one.index === rule.index,
    );
    const rules = (policy[direction]?.rules ?? []).filter((one) => one !== rule);
    const lost = lostBy(
      outcome,
      withPolicy(outcome.cluster, policy, { ...policy, [direction]: { rules } }),
    );
    const { namespace, name } = policy;
    expect(named(outcome, { namespace, name, direction, rule: rule.index })).toEqual(lost);
    const alone = [...lost].filter(([, { ports }]) => ports.length > 0).map(([key]) => key);
    expect(found).toMatchObject({ alone: alone.length, mayAlone: lost.size - alone.length });
    if (!isPlain) continue;
    const opens = openedByExplanation(outcome, at);
    for (const key of alone) opens.add(key);
    expect(found?.opens).toBe(opens.size);
  }
}

/** The flows of which an allowed port surely comes as far as the NetworkPolicies and through this rule. */
function openedByExplanation({ cluster, analysis }: Outcome, { policy, direction, rule }: RuleAt) {
  const { peers } = analysis;
  const flows = readFlows(analysis);
  const opened = new Set<string>();
  peers.forEach((source, from) => {
    peers.forEach((destination, to) => {
      const subject = direction === 'egress' ? source : destination;
      if (!flows.exists(from, to) || subject.type === 'external') return;
      if (subject.workload.namespace !== policy.namespace) return;
      const isOpened = explainFlow(cluster, source, destination).segments.some(({ decision }) => {
        const { admin, matches } = decision[direction];
        const passes = admin === null || admin.ending === 'pass' || admin.ending === 'none';
        return (
          decision.verdict === 'allow' &&
          passes &&
          matches.some(
            (match) =>
              match.certain && match.policy.name === policy.name && match.rule === rule.index,
          )
        );
      });
      if (isOpened) opened.add(`${from} ${to}`);
    });
  });
  return opened;
}

describe('on random clusters', () => {
  test('a rule opens alone exactly what is lost without it', () => {
    fc.assert(
      fc.property(randomInput, ({ text }) => check(outcomeOf(text))),
      { numRuns: RUNS },
    );
  });

  test('also where many rules meet', () => {
    fc.assert(
      fc.property(largeInput, ({ text }) => check(outcomeOf(text))),
      { numRuns: Math.ceil(RUNS / 100) },
    );
  });

  test('with the tiers around them a rule opens nothing that these settle', () => {
    fc.assert(
      fc.property(tiered(randomInput), (input) => checkTiered(tieredOutcome(input))),
      { numRuns: RUNS },
    );
  });

  test('so does each entry of a rule, and all rules of a direction and of a policy together', () => {
    fc.assert(
      fc.property(randomInput, ({ text }) => {
        const outcome = outcomeOf(text);
        for (const { policy, direction, rule } of rulesOf(outcome)) {
          const { namespace, name } = policy;
          const part = { namespace, name, direction };
          const none = withPolicy(outcome.cluster, policy, {
            ...policy,
            [direction]: { rules: [] },
          });
          expect(named(outcome, part)).toEqual(lostBy(outcome, none));
          const shut = withPolicy(outcome.cluster, policy, {
            ...policy,
            egress: policy.egress && { rules: [] },
            ingress: policy.ingress && { rules: [] },
          });
          expect(named(outcome, { namespace, name })).toEqual(lostBy(outcome, shut));
          for (const list of ['peers', 'ports'] as const) {
            const entries: readonly unknown[] = rule[list] ?? [];
            entries.forEach((entry, at) => {
              const rest = entries.filter((one) => one !== entry);
              const rules = (policy[direction]?.rules ?? []).flatMap((one) =>
                one !== rule ? [one] : rest.length === 0 ? [] : [{ ...rule, [list]: rest } as Rule],
              );
              const lost = lostBy(
                outcome,
                withPolicy(outcome.cluster, policy, { ...policy, [direction]: { rules } }),
              );
              const which = list === 'peers' ? { peer: at } : { port: at };
              expect(named(outcome, { ...part, rule: rule.index, ...which })).toEqual(lost);
            });
          }
        }
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });

  test('every number of an effect is above zero at times', () => {
    const seen = new Set<string>();
    for (const { text } of fc.sample(randomInput, { numRuns: 200, seed: 4 })) {
      for (const { subject, rules } of effectsOf(outcomeOf(text)).policies) {
        if (subject.workloads > 0) seen.add('subject');
        if (subject.maybe > 0) seen.add('maybe a subject');
        for (const { opens, alone, mayOpen, mayAlone, peers } of rules) {
          if (alone > 0) seen.add('alone');
          if (opens > alone) seen.add('opens');
          if (mayOpen > 0) seen.add('mayOpen');
          if (mayAlone > 0) seen.add('mayAlone');
          if (peers.some(({ workloads }) => workloads > 0)) seen.add('peer');
          if (peers.some(({ maybe }) => maybe > 0)) seen.add('maybe a peer');
        }
      }
    }
    expect([...seen].sort()).toEqual(
      [
        'alone',
        'mayAlone',
        'mayOpen',
        'maybe a peer',
        'maybe a subject',
        'opens',
        'peer',
        'subject',
      ].sort(),
    );
  });
});
