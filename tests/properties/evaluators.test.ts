// The fast and the slow evaluator give one answer, on every port of every flow of random clusters.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, test } from 'vitest';
import { unlistedSeen } from '../../src/core/cluster/as-seen.ts';
import { byTierAndPriority } from '../../src/core/cluster/order.ts';
import { analyzeCluster } from '../../src/core/engine/analyze.ts';
import { decide, decidePacket } from '../../src/core/explain/decide.ts';
import { becauseOf, explainFlow } from '../../src/core/explain/explain-flow.ts';
import { sideOf } from '../../src/core/explain/side.ts';
import { analyze, type Flow, type Outcome, readFlows, type Segment } from '../../src/core/index.ts';
import type {
  AdminPeer,
  AdminPolicy,
  AdminPort,
  AdminRule,
} from '../../src/core/model/admin-policy.ts';
import type { Cluster } from '../../src/core/model/cluster.ts';
import type { Actor, End, ExternalPeer, Peer } from '../../src/core/model/peer.ts';
import type { Policy, PolicySide, RulePeer, RulePort } from '../../src/core/model/policy.ts';
import {
  ALL_PORTS,
  hasPort,
  isEmptyPortSet,
  NO_PORTS,
  PROTOCOLS,
  type Protocol,
} from '../../src/core/model/port.ts';
import { ON_HOST } from '../../src/core/model/seen.ts';
import { EVERYTHING } from '../../src/core/model/selector.ts';
import type { Verdict } from '../../src/core/model/verdict.ts';
import { type Workload, workloadIdOf } from '../../src/core/model/workload.ts';
import { actorsOf, unlistedController } from '../../src/core/service/actors.ts';
import { newPodOf, withNewNamespace } from '../../src/core/service/new-pods.ts';
import {
  ADDRESSES,
  largeInput,
  PROBES,
  type RandomInput,
  randomInput,
} from './evaluators-clusters.ts';
import { runs } from './runs.ts';
import { type TieredInput, tiered, tieredOutcome } from './tiered-clusters.ts';

const RUNS = runs(300);
const TIMEOUT = 120_000 * Math.max(1, RUNS / 300);

interface Kind<Input extends RandomInput> {
  readonly random: fc.Arbitrary<Input>;
  readonly large: fc.Arbitrary<Input>;
  readonly outcomeOf: (input: Input) => Outcome;
}

const PLAIN: Kind<RandomInput> = {
  random: randomInput,
  large: largeInput,
  outcomeOf: ({ text, assumptions }) =>
    analyze([{ name: 'random.json', text }], undefined, assumptions),
};
const TIERED: Kind<TieredInput> = {
  random: tiered(randomInput),
  large: tiered(largeInput),
  outcomeOf: tieredOutcome,
};
function verdictOf({ allowed, depends }: Flow, protocol: Protocol, port: number): Verdict {
  if (hasPort(allowed, protocol, port)) return 'allow';
  return hasPort(depends, protocol, port) ? 'depends' : 'deny';
}

/** Whether there is anything to ask, written anew from SEMANTICS 0.4, 1.20 and 5.4. */
function isFlow(source: Peer, destination: Peer): boolean {
  if (source.type === 'external') {
    return destination.type === 'workload' && destination.workload.replicas !== 0;
  }
  if (source.workload.replicas === 0) return false;
  if (destination.type === 'external') return true;
  if (source.id !== destination.id) return destination.workload.replicas !== 0;
  return source.workload.replicas !== 1;
}

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly source: End;
  readonly destination: End;
}

function pairsOf({ analysis: { peers } }: Outcome): readonly Pair[] {
  return peers.flatMap((source, from) =>
    peers.flatMap((destination, to) =>
      isFlow(source, destination) ? [{ from, to, source, destination }] : [],
    ),
  );
}

/** Everybody who may stand around the pods: as they are, and with all that may be known of them. */
function actorsAround({ cluster, assumptions }: Outcome): readonly Actor[] {
  const unlisted = unlistedSeen(cluster.nodes, assumptions);
  const known = { ...cluster, unlisted };
  const usual = actorsOf({ ...known, workloads: [], services: [] });
  const controllers = (['pods', 'router', 'outside', 'unknown'] as const).map((standing) =>
    unlistedController(known, standing),
  );
  // The DNS of an input is in kube-system; this one meets the policies.
  const dns = usual.flatMap((actor) => (actor.type === 'workload' ? [actor] : []));
  const met = dns.map(({ workload }): Actor => {
    const labels = { ...workload.labels, known: new Map([['app', 'a']]) };
    const moved: Workload = {
      ...workload,
      id: workloadIdOf('x', 'dns', 'Pod'),
      namespace: 'x',
      labels,
    };
    return { type: 'workload', id: moved.id, workload: moved };
  });
  const pods = [newPodOf(known), newPodOf(known, 'x')];
  const ranging = { ...controllers[0], whereabouts: RANGES } as Actor;
  return [...usual, ...controllers, ranging, ...met, ...pods];
}

const RANGES = [
  { family: 4, first: 0x0a000000n, last: 0x0a0001ffn },
  { family: 4, first: 0xc0000207n, last: 0xc0000207n },
] as const;

/** An outcome whose tables also tell of the actors, and every flow between one and a workload. */
function withActors(outcome: Outcome): {
  readonly outcome: Outcome;
  readonly pairs: readonly Pair[];
} {
  const actors = actorsAround(outcome);
  const cluster = withNewNamespace(outcome.cluster);
  const analysis = analyzeCluster(cluster, actors);
  const { peers } = analysis;
  const pairs = actors.flatMap((actor, at) =>
    peers.flatMap((peer, index): Pair[] => {
      if (peer.type !== 'workload' || peer.workload.replicas === 0) return [];
      const own = peers.length + at;
      return [
        { from: own, to: index, source: actor, destination: peer },
        { from: index, to: own, source: peer, destination: actor },
      ];
    }),
  );
  return { outcome: { ...outcome, cluster, analysis }, pairs };
}

/** The first places where the tables of an outcome and the packets of a cluster differ; peers are matched by id. */
function differences(
  { analysis }: Outcome,
  pairs: readonly Pair[],
  cluster: Cluster,
  most = 8,
): string[] {
  const flows = readFlows(analysis);
  const found: string[] = [];
  const workloads = new Map(cluster.workloads.map((workload) => [workload.id as string, workload]));
  const seen = (peer: End): End => {
    const workload = workloads.get(peer.id);
    return workload === undefined ? peer : { type: 'workload', id: peer.id, workload };
  };
  for (const { from, to, source, destination } of pairs) {
    const sides = [
      ['flow', flows.flow(from, to)],
      ['egress', flows.egress(from, to)],
      ['ingress', flows.ingress(from, to)],
    ] as const;
    const ends = [seen(source), seen(destination)] as const;
    const egressSide = sideOf(cluster, 'egress', ends[0], ends[1]);
    const ingressSide = sideOf(cluster, 'ingress', ends[1], ends[0]);
    for (const protocol of PROTOCOLS) {
      for (const port of PROBES) {
        const packet = { destination: ends[1], protocol, port };
        const decision = decidePacket(egressSide, ingressSide, packet);
        for (const [side, flow] of sides) {
          const fast = verdictOf(flow, protocol, port);
          const slow = side === 'flow' ? decision.verdict : decision[side].verdict;
          if (fast !== slow) {
            const flowText = `${source.id} → ${destination.id} ${protocol} ${port}`;
            found.push(`${side} ${flowText}: the table says ${fast}, the packet ${slow}`);
            if (found.length === most) return found;
          }
        }
      }
    }
  }
  return found;
}

function agree<Input extends RandomInput>({ random, large, outcomeOf }: Kind<Input>): void {
  test(
    'both evaluators say the same of each port, side by side',
    () => {
      fc.assert(
        fc.property(random, (input) => {
          const outcome = outcomeOf(input);
          expect(outcome.cluster.policies.length).toBe(input.policies);
          expect(differences(outcome, pairsOf(outcome), outcome.cluster)).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    'also where many workloads and policies meet',
    () => {
      fc.assert(
        fc.property(large, (input) => {
          const outcome = outcomeOf(input);
          expect(outcome.cluster.policies.length).toBe(input.policies);
          expect(differences(outcome, pairsOf(outcome), outcome.cluster)).toEqual([]);
        }),
        { numRuns: Math.ceil(RUNS / 25) },
      );
    },
    TIMEOUT,
  );

  test(
    'and of everybody around the pods, who change nothing between the others',
    () => {
      fc.assert(
        fc.property(random, (input) => {
          const plain = outcomeOf(input);
          const { outcome, pairs } = withActors(plain);
          expect(differences(outcome, pairs, outcome.cluster)).toEqual([]);
          const [before, now] = [readFlows(plain.analysis), readFlows(outcome.analysis)];
          const changed = pairsOf(plain).filter(
            ({ from, to }) =>
              JSON.stringify(before.flow(from, to)) !== JSON.stringify(now.flow(from, to)),
          );
          expect(changed).toEqual([]);
        }),
        { numRuns: Math.ceil(RUNS / 3) },
      );
    },
    TIMEOUT,
  );

  test(
    'whoever is around has flows with workloads alone, and each has its segments and reasons',
    () => {
      fc.assert(
        fc.property(random, (input) => {
          const { outcome, pairs } = withActors(outcomeOf(input));
          const { peers, actors } = outcome.analysis;
          const flows = readFlows(outcome.analysis);
          const all = [...peers, ...actors].map((_, at) => at);
          const existing = all.flatMap((from) =>
            all
              .filter(
                (to) => (from >= peers.length || to >= peers.length) && flows.exists(from, to),
              )
              .map((to) => `${from} ${to}`),
          );
          expect(existing.sort()).toEqual(pairs.map(({ from, to }) => `${from} ${to}`).sort());
          const wrong = pairs.flatMap(({ from, to, source, destination }) => {
            const flow = flows.flow(from, to);
            const { segments } = explainFlow(outcome.cluster, source, destination);
            const because = becauseOf(outcome.cluster, source, destination, flow.depends);
            return [
              ...PROTOCOLS.flatMap((protocol) => mistiled(segments, protocol, flow)),
              ...(because.length > 0 === isEmptyPortSet(flow.depends) ? ['because'] : []),
            ].map((problem) => `${source.id} → ${destination.id}: ${problem}`);
          });
          expect(wrong).toEqual([]);
        }),
        { numRuns: Math.ceil(RUNS / 10) },
      );
    },
    TIMEOUT,
  );

  test(
    'a flow exists between pods, and between a pod and an address outside',
    () => {
      fc.assert(
        fc.property(random, (input) => {
          const { analysis } = outcomeOf(input);
          const flows = readFlows(analysis);
          const wrong = analysis.peers.flatMap((source, from) =>
            analysis.peers
              .filter((destination, to) => flows.exists(from, to) !== isFlow(source, destination))
              .map((destination) => `${source.id} → ${destination.id}`),
          );
          expect(wrong).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    'the segments of a flow tile every port and repeat its verdict, and what depends has a reason',
    () => {
      fc.assert(
        fc.property(random, (input) => {
          const outcome = outcomeOf(input);
          const flows = readFlows(outcome.analysis);
          const wrong = pairsOf(outcome).flatMap(({ from, to, source, destination }) => {
            const flow = flows.flow(from, to);
            const { segments } = explainFlow(outcome.cluster, source, destination);
            const because = becauseOf(outcome.cluster, source, destination, flow.depends);
            return [
              ...PROTOCOLS.flatMap((protocol) => mistiled(segments, protocol, flow)),
              ...(because.length > 0 === isEmptyPortSet(flow.depends) ? ['because'] : []),
            ].map((problem) => `${source.id} → ${destination.id}: ${problem}`);
          });
          expect(wrong).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    'every address is in one peer, and each address of a peer is treated like its sample',
    () => {
      fc.assert(
        fc.property(random, (input) => {
          const outcome = outcomeOf(input);
          const pairs = pairsOf(outcome);
          const outside = outcome.analysis.peers.filter((peer) => peer.type === 'external');
          const verdict = (source: End, destination: End) =>
            decide(outcome.cluster, source, destination, 'TCP', 80).verdict;
          const known = new Map<Pair, Verdict>();
          const sampleVerdict = (pair: Pair) => {
            const found = known.get(pair) ?? verdict(pair.source, pair.destination);
            known.set(pair, found);
            return found;
          };
          const wrong = [...new Set([...ADDRESSES, ...outside.flatMap(edgesOf)])].flatMap(
            (text) => {
              const address = ipaddr.parse(text);
              const homes = outside.filter((peer) => holds(peer, address));
              const [home] = homes;
              if (home === undefined || homes.length > 1)
                return [`${text} is in ${homes.length} peers`];
              const lone: ExternalPeer = { ...home, sample: sampleOf(address) };
              const swap = (peer: End) => (peer === home ? lone : peer);
              return pairs
                .filter(({ source, destination }) => source === home || destination === home)
                .filter((pair) => {
                  const { source, destination } = pair;
                  return sampleVerdict(pair) !== verdict(swap(source), swap(destination));
                })
                .map(({ source, destination }) => `${text} of ${source.id} → ${destination.id}`);
            },
          );
          expect(wrong).toEqual([]);
        }),
        { numRuns: Math.ceil(RUNS / 3) },
      );
    },
    TIMEOUT,
  );
}

describe('on random clusters of NetworkPolicies alone', () => agree(PLAIN));

describe('on random clusters with the tiers around them', () => agree(TIERED));

/** What is wrong with the ranges of one protocol: a gap, an overlap, or another verdict at either end. */
function mistiled(segments: readonly Segment[], protocol: Protocol, flow: Flow): string[] {
  const tiles = segments
    .filter(({ protocols }) => protocols.includes(protocol))
    .flatMap(({ ranges, decision: { verdict } }) => ranges.map((range) => ({ ...range, verdict })))
    .sort((one, other) => one.from - other.from);
  const starts = [...tiles.map(({ from }) => from), 65536];
  return [
    ...(starts[0] === 1 ? [] : [`${protocol} begins at ${starts[0]}`]),
    ...tiles.flatMap(({ from, to, verdict }, at) => {
      const ends = [from, to].filter((port) => verdictOf(flow, protocol, port) !== verdict);
      return [
        ...ends.map((port) => `${protocol} ${port} is not ${verdict}`),
        ...(starts[at + 1] === to + 1
          ? []
          : [`${protocol} ${to} is followed by ${starts[at + 1]}`]),
      ];
    }),
  ];
}

type IpAddress = ReturnType<typeof ipaddr.parse>;

function edgesOf({ cidrs }: ExternalPeer): readonly string[] {
  return cidrs.flatMap((cidr) => {
    const family = cidr.includes(':') ? ipaddr.IPv6 : ipaddr.IPv4;
    return [
      family.networkAddressFromCIDR(cidr).toString(),
      family.broadcastAddressFromCIDR(cidr).toString(),
    ];
  });
}

function holds({ cidrs }: ExternalPeer, address: IpAddress): boolean {
  return cidrs.some((cidr) => {
    const [base, bits] = ipaddr.parseCIDR(cidr);
    return base.kind() === address.kind() && address.match(base, bits);
  });
}

function sampleOf(address: IpAddress): ExternalPeer['sample'] {
  const value = address.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return { family: address.kind() === 'ipv4' ? 4 : 6, value, text: address.toString() };
}

describe('the random clusters would show a fault', () => {
  const outcomes = sampled(PLAIN, 21);
  const tieredOutcomes = sampled(TIERED, 21);

  test('every verdict, reason and fact occurs', () => {
    expect(occurringIn(outcomes)).toEqual(
      [
        ...['allow', 'deny', 'depends'],
        ...['external', 'host-network', 'isolated', 'no-owner', 'not-enforced', 'not-selected'],
        ...[
          'namespace-labels',
          'named-port-by-address',
          'node-address',
          'pod-address',
          'pod-label',
          'some-addresses',
        ],
      ].sort(),
    );
    expect(occurringIn(tieredOutcomes)).toEqual(
      [
        ...['allow', 'deny', 'depends'],
        ...['admin', 'baseline', 'external', 'isolated', 'not-selected'],
        ...['host-network', 'no-owner', 'not-enforced'],
        ...['tier allow', 'tier deny', 'tier depends', 'tier none', 'tier pass'],
        ...[
          'domain-names',
          'namespace-labels',
          'named-port-by-address',
          'node-address',
          'node-addresses',
          'node-placement',
          'pod-address',
          'pod-label',
          'policy-order',
          'some-addresses',
        ],
      ].sort(),
    );
  });

  test('a range that is missing, doubled or wrong is told', () => {
    const side = {
      verdict: 'allow',
      reason: 'external',
      admin: null,
      selectedBy: [],
      matches: [],
      baseline: null,
      facts: [],
    };
    const decision = { verdict: 'allow', egress: side, ingress: side } as Segment['decision'];
    const all = { allowed: ALL_PORTS, depends: NO_PORTS };
    const told = (ranges: Segment['ranges'], flow = all) =>
      mistiled([{ protocols: ['TCP'], ranges, decision }], 'TCP', flow).length > 0;
    const whole = [{ from: 1, to: 65535 }];
    expect(told(whole)).toBe(false);
    expect(told(whole, { allowed: NO_PORTS, depends: NO_PORTS })).toBe(true);
    expect(told([])).toBe(true);
    expect(told([{ from: 2, to: 65535 }])).toBe(true);
    expect(told([{ from: 1, to: 65534 }])).toBe(true);
    const split = (to: number, from: number) =>
      told([
        { from: 1, to },
        { from, to: 65535 },
      ]);
    expect(split(80, 81)).toBe(false);
    expect(split(80, 82)).toBe(true);
    expect(split(80, 80)).toBe(true);
  });

  test.each(Object.entries(faults()))(
    'a cluster read without %s is told from the right one',
    (_, fault) => {
      expect(outcomes.some((sample) => tells(sample, fault))).toBe(true);
    },
  );

  test.each(Object.entries(tierFaults()))(
    'tiers read without %s are told from the right ones',
    (_, fault) => {
      expect(tieredOutcomes.some((sample) => tells(sample, fault))).toBe(true);
    },
  );
});

interface Sampled {
  readonly outcome: Outcome;
  readonly pairs: readonly Pair[];
}

/** Whether a cluster is told from the same with a fault; one that the fault leaves as it is can't be. */
function tells({ outcome, pairs }: Sampled, fault: (cluster: Cluster) => Cluster): boolean {
  const faulty = fault(outcome.cluster);
  if (isDeepStrictEqual(faulty, outcome.cluster)) return false;
  return differences(outcome, pairs, faulty, 1).length > 0;
}

function sampled<Input extends RandomInput>(
  { random, outcomeOf }: Kind<Input>,
  seed: number,
): readonly Sampled[] {
  return fc.sample(random, { numRuns: 300, seed }).map((input) => {
    const outcome = outcomeOf(input);
    return { outcome, pairs: pairsOf(outcome) };
  });
}

/** Verdicts, reasons, endings of tiers and facts, sorted. */
function occurringIn(outcomes: readonly Sampled[]): readonly string[] {
  const seen = new Set<string>();
  for (const { outcome, pairs } of outcomes) {
    for (const { source, destination } of pairs) {
      for (const { decision } of explainFlow(outcome.cluster, source, destination).segments) {
        seen.add(decision.verdict);
        for (const side of [decision.egress, decision.ingress]) {
          seen.add(side.reason);
          for (const fact of side.facts) seen.add(fact.kind);
          for (const tier of [side.admin, side.baseline]) {
            if (tier !== null) seen.add(`tier ${tier.ending}`);
          }
        }
      }
    }
  }
  return [...seen].sort();
}

/** The same for the tiers. */
function tierFaults(): { readonly [name: string]: (cluster: Cluster) => Cluster } {
  const policies =
    (change: (policy: AdminPolicy) => AdminPolicy) =>
    (cluster: Cluster): Cluster => ({
      ...cluster,
      adminPolicies: cluster.adminPolicies.map(change).sort(byTierAndPriority),
    });
  const rules = (change: (rule: AdminRule) => AdminRule) =>
    policies((policy) => ({
      ...policy,
      ingress: policy.ingress.map(change),
      egress: policy.egress.map(change),
    }));
  const peers = (change: (peer: AdminPeer) => readonly AdminPeer[]) =>
    rules((rule) => ({ ...rule, peers: rule.peers.flatMap(change) }));
  const ports = (change: (port: AdminPort) => readonly AdminPort[]) =>
    rules((rule) => ({ ...rule, ports: rule.ports?.flatMap(change) ?? null }));
  const lacking = (kind: AdminPeer['kind']) => peers((peer) => (peer.kind === kind ? [] : [peer]));
  const acting = (from: AdminRule['action'], to: AdminRule['action']) =>
    rules((rule) => (rule.action === from ? { ...rule, action: to } : rule));
  const tier = (lost: AdminPolicy['tier']) => (cluster: Cluster) => ({
    ...cluster,
    adminPolicies: cluster.adminPolicies.filter((policy) => policy.tier !== lost),
  });
  return {
    'the admin tier': tier('admin'),
    'the baseline tier': tier('baseline'),
    'a difference between the tiers': policies((policy) => ({ ...policy, tier: 'admin' })),
    'a difference between priorities': policies((policy) => ({
      ...policy,
      priority: policy.priority === null ? null : 10,
    })),
    'equal priorities': (cluster) => ({
      ...cluster,
      adminPolicies: cluster.adminPolicies.map((policy, priority) => ({ ...policy, priority })),
    }),
    'the order of priorities': policies((policy) => ({
      ...policy,
      priority: policy.priority === null ? null : 1000 - policy.priority,
    })),
    'the order of rules': policies((policy) => ({
      ...policy,
      ingress: [...policy.ingress].reverse(),
      egress: [...policy.egress].reverse(),
    })),
    'subjects of its policies': policies((policy) => ({
      ...policy,
      subject: { ...policy.subject, namespaces: EVERYTHING, pods: null },
    })),
    'what Pass does': acting('pass', 'allow'),
    'what Pass skips': rules((rule) =>
      rule.action === 'pass' ? { ...rule, ports: [], peers: [] } : rule,
    ),
    'what Deny does': acting('deny', 'pass'),
    'what Allow does': acting('allow', 'pass'),
    'ingress of its policies': policies((policy) => ({ ...policy, ingress: [] })),
    'egress of its policies': policies((policy) => ({ ...policy, egress: [] })),
    'selectors of its peers': peers((peer) =>
      peer.kind === 'pods' ? [{ ...peer, namespaces: EVERYTHING, pods: null }] : [peer],
    ),
    networks: lacking('networks'),
    'networks after the first': peers((peer) =>
      peer.kind === 'networks' ? [{ ...peer, networks: peer.networks.slice(0, 1) }] : [peer],
    ),
    'nodes as peers': lacking('nodes'),
    'selectors of nodes': peers((peer) =>
      peer.kind === 'nodes' ? [{ ...peer, selector: EVERYTHING }] : [peer],
    ),
    'domain names': lacking('domain-names'),
    'peers that nobody knows': lacking('unknown'),
    'Node objects': (cluster) => ({ ...cluster, nodes: [] }),
    'addresses of nodes': (cluster) => ({
      ...cluster,
      nodes: cluster.nodes.map((node) => ({ ...node, addresses: null })),
    }),
    'ports of its rules': rules((rule) => ({ ...rule, ports: null })),
    'names of ports in its rules': ports((port) =>
      port.port !== null && 'name' in port.port ? [] : [port],
    ),
    'protocols of names in its rules': ports((port) =>
      port.port !== null && 'name' in port.port ? [{ ...port, protocol: null }] : [port],
    ),
    'ends of ranges in its rules': ports((port) =>
      port.port !== null && 'from' in port.port
        ? [{ ...port, port: { from: port.port.from, to: port.port.from } }]
        : [port],
    ),
  };
}

/** Each a cluster that lacks one thing: an evaluator blind to it would answer as for these. */
function faults(): { readonly [name: string]: (cluster: Cluster) => Cluster } {
  const workloads =
    (change: (workload: Cluster['workloads'][number]) => Cluster['workloads'][number]) =>
    (cluster: Cluster): Cluster => ({ ...cluster, workloads: cluster.workloads.map(change) });
  const policies =
    (change: (policy: Policy) => Policy) =>
    (cluster: Cluster): Cluster => ({ ...cluster, policies: cluster.policies.map(change) });
  const rules = (change: (side: PolicySide) => PolicySide) =>
    policies((policy) => ({
      ...policy,
      ingress: policy.ingress && change(policy.ingress),
      egress: policy.egress && change(policy.egress),
    }));
  const peers = (change: (peer: RulePeer) => RulePeer) =>
    rules((side) => ({
      rules: side.rules.map((rule) => ({ ...rule, peers: rule.peers?.map(change) ?? null })),
    }));
  const ports = (change: (port: RulePort) => RulePort) =>
    rules((side) => ({
      rules: side.rules.map((rule) => ({ ...rule, ports: rule.ports?.map(change) ?? null })),
    }));
  return {
    'host network': workloads(({ seen, ...workload }) => ({ ...workload, hostNetwork: false })),
    'pod addresses': workloads((workload) => ({ ...workload, addresses: null })),
    'assumed ranges': workloads(({ seen, ...workload }) =>
      seen === undefined ? workload : { ...workload, seen: { ...seen, ranges: null } },
    ),
    'assumed treatment of the host network': workloads(({ seen, ...workload }) =>
      seen === undefined || !workload.hostNetwork
        ? { ...workload, ...(seen === undefined ? {} : { seen }) }
        : { ...workload, seen: { ...ON_HOST, ranges: seen.ranges } },
    ),
    'names of ports': workloads((workload) => ({ ...workload, ports: [] })),
    'protocols of names': workloads((workload) => ({
      ...workload,
      ports: workload.ports.map((port) => ({ ...port, protocol: 'TCP' })),
    })),
    'names given twice': workloads((workload) => ({
      ...workload,
      ports: [...new Map(workload.ports.map((port) => [port.name, port])).values()],
    })),
    'unknown pod labels': workloads((workload) => ({
      ...workload,
      labels: { ...workload.labels, valueUnknown: new Set() },
    })),
    'undeclared namespaces': (cluster) => ({
      ...cluster,
      namespaces: new Map(
        [...cluster.namespaces].map(([name, namespace]) => [
          name,
          { ...namespace, labels: { ...namespace.labels, complete: true } },
        ]),
      ),
    }),
    ingress: policies((policy) => ({ ...policy, ingress: null })),
    egress: policies((policy) => ({ ...policy, egress: null })),
    subjects: policies((policy) => ({ ...policy, subject: { requirements: [] } })),
    'excepted blocks': peers((peer) => (peer.kind === 'block' ? { ...peer, except: [] } : peer)),
    families: peers((peer) =>
      peer.kind === 'block' ? { ...peer, cidr: { ...peer.cidr, family: 4 } } : peer,
    ),
    'selectors of namespaces': peers((peer) =>
      peer.kind === 'pods' ? { ...peer, namespaces: { requirements: [] } } : peer,
    ),
    'selectors of pods': peers((peer) => (peer.kind === 'pods' ? { ...peer, pods: null } : peer)),
    'protocols of rules': ports((port) => ({ ...port, protocol: 'TCP' })),
    'ends of ranges': ports((port) =>
      port.port !== null && 'from' in port.port
        ? { ...port, port: { from: port.port.from, to: port.port.from } }
        : port,
    ),
    'rules after the first': rules((side) => ({ rules: side.rules.slice(0, 1) })),
    'policies after the first': (cluster) => ({
      ...cluster,
      policies: cluster.policies.slice(0, 1),
    }),
  };
}
