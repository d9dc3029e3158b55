// What a plugin may do otherwise is said of the flows that it is about, and of no others.
import { expect, test } from 'vitest';
import {
  analyze,
  CNIS,
  type Cni,
  explainFlow,
  NO_ASSUMPTIONS,
  PROFILES,
} from '../../../src/core/index.ts';
import { namespace, pod, policy } from '../semantics/fixture.ts';

const TEXT = [
  namespace('x'),
  pod('x/a', 'pod: a'),
  pod('x/b', 'pod: b'),
  pod('x/h', 'pod: h', 'hostNetwork: true\ncontainers: [{name: main, image: main}]'),
  `apiVersion: v1
kind: Service
metadata: {name: b, namespace: x}
spec: {selector: {pod: b}, ports: [{port: 80, targetPort: 8080}]}`,
].join('\n---\n');

function said(
  cni: Cni,
  source: string,
  destination: string,
  ...more: readonly string[]
): readonly string[] {
  const assumptions = { ...NO_ASSUMPTIONS, cni };
  const outcome = analyze(
    [{ name: 'input.yaml', text: [TEXT, ...more].join('\n---\n') }],
    undefined,
    assumptions,
  );
  const at = (id: string) => outcome.analysis.peers.findIndex((peer) => peer.id === id);
  return explainFlow(outcome, at(source), at(destination)).differs;
}

test('nothing by default, nor between ordinary pods', () => {
  for (const cni of CNIS) expect(said(cni, 'x/b[Pod]', 'x/a[Pod]')).toEqual([]);
  expect(said('specification', 'x/h[Pod]', 'x/b[Pod]')).toEqual([]);
});

test('D19 a pod’s own node always gets in', () => {
  expect(said('cilium', 'x/h[Pod]', 'x/a[Pod]').join()).toContain('own node always gets in');
  expect(said('cilium', 'x/a[Pod]', 'x/h[Pod]').join()).not.toContain('own node');
  expect(said('ovn-kubernetes', 'x/h[Pod]', 'x/a[Pod]').join()).toContain('own node');
});

test('D18 a Service whose port is not that of its pods', () => {
  expect(said('aws-vpc-cni', 'x/a[Pod]', 'x/b[Pod]')).toEqual([
    'AWS VPC CNI: The port of a Service has to be that of its pods, or its flows may be decided otherwise.',
  ]);
});

test('D21 a range of ports, for the flows that its rule may decide', () => {
  const range = policy(
    'x',
    'podSelector: {matchLabels: {pod: b}}\ningress: [{ports: [{port: 8000, endPort: 8010}]}]',
  );
  expect(said('cilium', 'x/a[Pod]', 'x/b[Pod]', range).join()).toContain('before 1.16');
  expect(said('calico', 'x/a[Pod]', 'x/b[Pod]', range).join()).toContain('endPort');
  expect(said('ovn-kubernetes', 'x/a[Pod]', 'x/b[Pod]', range).join()).toContain('endPort');
  // Its egress is another matter, and so is a single port.
  expect(said('cilium', 'x/b[Pod]', 'x/a[Pod]', range)).toEqual([]);
  const single = range.replace(', endPort: 8010', '');
  expect(said('cilium', 'x/a[Pod]', 'x/b[Pod]', single)).toEqual([]);
  for (const cni of ['specification', 'kindnet', 'none'] as const) {
    expect(said(cni, 'x/a[Pod]', 'x/b[Pod]', range)).toEqual([]);
  }
});

test('D12 pods on their host’s network, where a plugin’s reading is not settled', () => {
  expect(said('ovn-kubernetes', 'x/h[Pod]', 'x/b[Pod]').join()).toContain('host-network');
  expect(said('aws-vpc-cni', 'x/h[Pod]', 'x/a[Pod]').join()).toContain('those of their node');
});

test('every profile has the id it stands under, and a source for each sentence', () => {
  for (const cni of CNIS) {
    const { id, changes, differs } = PROFILES[cni];
    expect(id).toBe(cni);
    for (const { source } of [...changes, ...differs])
      expect(source).toMatch(/^(https:|SEMANTICS )/);
  }
});
