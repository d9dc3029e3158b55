// Which assumptions a flow rests on: those without which it would be another, and no others.
import { describe, expect, test } from 'vitest';
import { restingOn } from '../../../src/core/assumptions/resting.ts';
import { type Assumptions, analyze, explainFlow, NO_ASSUMPTIONS } from '../../../src/core/index.ts';
import { namespace, pod, policy } from '../semantics/fixture.ts';

const HOST = 'hostNetwork: true\ncontainers: [{name: main, image: main}]';
const PODS = [
  namespace('x'),
  pod('x/a', 'pod: a'),
  pod('x/b', 'pod: b'),
  pod('x/h', 'pod: h', HOST),
  pod('q/d', 'pod: d'),
];
const into = (rules: string) =>
  policy('x/in', `podSelector: {matchLabels: {pod: a}}\ningress: ${rules}`);

function rests(assumed: Partial<Assumptions>, source: string, rules: string) {
  const text = [...PODS, into(rules)].join('\n---\n');
  const assumptions = { ...NO_ASSUMPTIONS, ...assumed };
  const outcome = analyze([{ name: 'input.yaml', text }], undefined, assumptions);
  const at = (id: string) => outcome.analysis.peers.findIndex((peer) => peer.id === id);
  const [from, to] = [at(source), at('x/a[Pod]')];
  const { segments } = explainFlow(outcome, from, to);
  return {
    whole: restingOn(outcome)(from, to),
    segments: segments.map(({ protocols, ranges, decision, assuming }) => ({
      ports: `${protocols.join('/')} ${ranges.map((range) => `${range.from}-${range.to}`).join()}`,
      verdict: decision.verdict,
      assuming: assuming.verdict,
    })),
  };
}

const ALL = 'TCP/UDP/SCTP 1-65535';
const IN_244 = 'pod addresses are in 10.244.0.0/16';
const AS_NODE = "policies see nothing but the node of pods on the host's network";

describe('a flow rests on', () => {
  test('nothing where nothing is assumed', () => {
    const { whole, segments } = rests({}, 'x/b[Pod]', '[{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]');
    expect(whole).toEqual([]);
    expect(segments).toEqual([{ ports: ALL, verdict: 'depends', assuming: [] }]);
  });

  test('the range that lets it through', () => {
    const { whole, segments } = rests(
      { podRanges: ['10.244.0.0/16'], nodeRanges: ['192.168.0.0/24'] },
      'x/b[Pod]',
      '[{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]',
    );
    expect(whole).toEqual([IN_244]);
    expect(segments).toEqual([{ ports: ALL, verdict: 'allow', assuming: [IN_244] }]);
  });

  test('the range that stops it, on the ports of the rule alone', () => {
    const { whole, segments } = rests(
      { podRanges: ['10.244.0.0/16'] },
      'x/b[Pod]',
      '[{from: [{ipBlock: {cidr: 192.0.2.0/24}}], ports: [{port: 80}]}]',
    );
    expect(whole).toEqual([IN_244]);
    expect([...segments].sort((one, other) => (one.ports < other.ports ? -1 : 1))).toEqual([
      { ports: 'TCP 1-79,81-65535', verdict: 'deny', assuming: [] },
      { ports: 'TCP 80-80', verdict: 'deny', assuming: [IN_244] },
      { ports: 'UDP/SCTP 1-65535', verdict: 'deny', assuming: [] },
    ]);
  });

  test('nothing where a label decides it anyway', () => {
    const { whole, segments } = rests(
      { podRanges: ['10.244.0.0/16'], hostNetwork: 'node' },
      'x/b[Pod]',
      '[{from: [{ipBlock: {cidr: 10.0.0.0/8}}, {podSelector: {matchLabels: {pod: b}}}]}]',
    );
    expect(whole).toEqual([]);
    expect(segments).toEqual([{ ports: ALL, verdict: 'allow', assuming: [] }]);
  });

  test('the ranges of nodes, for the addresses outside them alone', () => {
    const text = [
      namespace('x'),
      pod('x/a', 'pod: a'),
      `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: no-nodes, annotations: {netpolis.dev/channel: experimental}}
spec:
  tier: Admin
  priority: 1
  subject: {namespaces: {}}
  egress: [{action: Deny, to: [{nodes: {}}]}]`,
    ].join('\n---\n');
    const assumptions = { ...NO_ASSUMPTIONS, nodeRanges: ['192.168.4.0/24'] };
    const outcome = analyze([{ name: 'input.yaml', text }], undefined, assumptions);
    const { peers } = outcome.analysis;
    const from = peers.findIndex(({ id }) => id === 'x/a[Pod]');
    const resting = peers.flatMap((peer, at) =>
      peer.type === 'external' ? [[peer.id, restingOn(outcome)(from, at)] as const] : [],
    );
    const words = ['node addresses are in 192.168.4.0/24'];
    expect(resting.find(([id]) => id === '192.168.4.0/24')?.[1]).toEqual([]);
    const others = resting.filter(([id]) => id !== '192.168.4.0/24');
    expect(others.length).toBeGreaterThan(0);
    for (const [, on] of others) expect(on).toEqual(words);
  });

  test('how pods on the host’s network are seen', () => {
    const { whole } = rests(
      { hostNetwork: 'node', podRanges: ['10.244.0.0/16'] },
      'x/h[Pod]',
      '[{from: [{podSelector: {matchLabels: {pod: h}}}]}]',
    );
    expect(whole).toEqual([AS_NODE]);
  });

  test('each of two that it needs together', () => {
    const { whole, segments } = rests(
      { hostNetwork: 'node', nodeRanges: ['192.168.0.0/24'] },
      'x/h[Pod]',
      '[{from: [{podSelector: {matchLabels: {pod: h}}}, {ipBlock: {cidr: 172.16.0.0/12}}]}]',
    );
    const both = ['node addresses are in 192.168.0.0/24', AS_NODE];
    expect(whole).toEqual(both);
    expect(segments).toEqual([{ ports: ALL, verdict: 'deny', assuming: both }]);
  });

  test('the labels of the namespace of one of its ends, never of another', () => {
    const namespaces = [
      { name: 'q', labels: [['team', 'web'] as const], isComplete: true },
      { name: 'r', labels: [['team', 'web'] as const], isComplete: true },
    ];
    const { whole, segments } = rests(
      { namespaces },
      'q/d[Pod]',
      '[{from: [{namespaceSelector: {matchLabels: {team: web}}}]}]',
    );
    const words = ['namespace q has the label team=web and no others'];
    expect(whole).toEqual(words);
    expect(segments).toEqual([{ ports: ALL, verdict: 'allow', assuming: words }]);
  });
});
