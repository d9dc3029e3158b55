// What stands at a place of an administrator's policy: what it selects, and never what it opens, which depends on the order of all.
import { describe, expect, test } from 'vitest';
import { references } from '../../../src/core/help/references.ts';
import { analyze, effectsOf, type Pointed, pointAt } from '../../../src/core/index.ts';
import { namespace, pod } from '../semantics/fixture.ts';

const HOST = 'hostNetwork: true\ncontainers: [{name: main, image: main}]';
const POLICY = `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata:
  name: platform
spec:
  tier: Admin
  priority: 5
  subject:
    namespaces: {matchLabels: {team: one}}
  ingress:
    - action: Deny
      from:
        - pods:
            namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "y"}}
            podSelector: {matchLabels: {app: c}}
        - namespaces: {matchLabels: {team: one}}
      protocols: [{destinationNamedPort: web}]
  egress:
    - action: Accept
      to:
        - networks: [203.0.113.0/24, 198.51.100.0/24]`;
const INPUT = [
  namespace('x', 'team: one'),
  namespace('y'),
  pod(
    'x/a',
    'app: a',
    'containers: [{name: main, image: main, ports: [{name: web, containerPort: 80}]}]',
  ),
  pod('x/b', 'app: b'),
  pod('x/h', 'app: h', HOST),
  pod('y/c', 'app: c'),
  POLICY,
].join('\n---\n');
const FILES = [{ name: 'input.yaml', text: INPUT }];
const OUTCOME = analyze(FILES);

function at(words: string): Pointed | null {
  const offset = INPUT.indexOf(words);
  if (offset === -1) throw new Error(`not in the input: ${words}`);
  return pointAt(OUTCOME, { file: 'input.yaml', offset: offset + 1 });
}

const names = (list: readonly number[] = []) =>
  list.map((peer) => OUTCOME.analysis.peers[peer]?.id.replace('[Pod]', ''));

const policy = { policy: 'ClusterNetworkPolicy', name: 'platform' };
const nowhere = { direction: 'ingress', rule: 0, at: 0 };

describe('the part at a place', () => {
  test.each([
    ['tier: Admin', { kind: 'admin-policy', ...policy, ...nowhere }],
    [
      'namespaces: {matchLabels: {team: one}}\n  ingress',
      { kind: 'admin-subject', ...policy, ...nowhere },
    ],
    ['action: Deny', { kind: 'admin-rule', ...policy, ...nowhere }],
    ['podSelector: {matchLabels: {app: c', { kind: 'admin-entry', ...policy, ...nowhere }],
    [
      'namespaces: {matchLabels: {team: one}}\n      protocols',
      { kind: 'admin-entry', ...policy, ...nowhere, at: 1 },
    ],
    ['203.0.113', { kind: 'admin-entry', ...policy, direction: 'egress', rule: 0, at: 0 }],
  ])('%s', (words, part) => {
    expect(at(words)?.part).toEqual(part);
    // By its name it is found again.
    const told = at(words);
    if (told === null) throw new Error('nothing');
    expect(pointAt(OUTCOME, { part: told.part })).toEqual(told);
    expect(told.opened).toBeNull();
  });

  test('is gone with the policy', () => {
    const part = at('action: Deny')?.part;
    if (part === undefined) throw new Error('a rule');
    expect(pointAt(analyze([]), { part })).toBeNull();
  });
});

describe('what is selected', () => {
  test('by the policy and its subject: never pods on their host’s network (SEMANTICS 3.1)', () => {
    for (const words of ['tier: Admin', 'namespaces: {matchLabels: {team: one}}\n  ingress']) {
      expect(names(at(words)?.selected.sure)).toEqual(['x/a', 'x/b']);
      expect(at(words)?.selected.maybe).toEqual([]);
    }
  });

  test('by a rule: all of its entries, beside its subjects', () => {
    const told = at('action: Deny');
    expect(names(told?.selected.sure)).toEqual(['x/a', 'x/b', 'y/c']);
    expect(names(told?.subjects?.sure)).toEqual(['x/a', 'x/b']);
  });

  test('by one entry alone, of pods and of networks', () => {
    expect(names(at('podSelector: {matchLabels: {app: c')?.selected.sure)).toEqual(['y/c']);
    const blocks = at('203.0.113')?.selected;
    expect(names(blocks?.sure)).toEqual(['198.51.100.0/24', '203.0.113.0/24']);
    // Where pods have their addresses is unknown (SEMANTICS 3.7).
    expect(names(blocks?.maybe)).toEqual(['x/a', 'x/b', 'x/h', 'y/c']);
  });
});

test('the notes behind the lines count the same', () => {
  const [effects] = effectsOf(OUTCOME).adminPolicies;
  expect(effects?.subject).toMatchObject({ workloads: 2, maybe: 0, outside: 0 });
  expect(effects?.rules).toMatchObject([
    { direction: 'egress', peers: [{ at: 0, workloads: 0, maybe: 4, outside: 2 }] },
    {
      direction: 'ingress',
      peers: [
        { workloads: 1, maybe: 0 },
        { workloads: 2, maybe: 0 },
      ],
    },
  ]);
});

describe('references', () => {
  const found = (words: string, by = 0) =>
    references(FILES, 'input.yaml', INPUT.indexOf(words) + by, OUTCOME.cluster).map(
      ({ start, end }) => INPUT.slice(start, end).replace(/\s+/g, ' '),
    );

  test('of a workload are the subjects and entries that mean it', () => {
    expect(found('name: "c"', 7)).toEqual([
      'pods: namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "y"}} podSelector: {matchLabels: {app: c}}',
    ]);
    expect(found('name: "b"', 7)).toEqual([
      'namespaces: {matchLabels: {team: one}}',
      'namespaces: {matchLabels: {team: one}}',
    ]);
    expect(found('name: "h"', 7)).toEqual([]);
  });

  test('of a label of a namespace are the requirements that ask for it', () => {
    expect(found('team: one', 1)).toEqual(['team: one', 'team: one']);
  });

  test('of a port name are the rules that name it', () => {
    expect(found('name: web', 7)).toEqual(['web']);
  });
});
