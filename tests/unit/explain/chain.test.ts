// The chain of tiers that a packet walks, as it is recorded and as it is printed.
import { describe, expect, test } from 'vitest';
import { evaluate, renderEvalJson, renderEvalText } from '../../../src/core/index.ts';
import type { AdminPolicy } from '../../../src/core/model/admin-policy.ts';
import { namespace, pod, policy } from '../semantics/fixture.ts';
import { adminPods, adminPolicy, adminPort, adminRule, banp } from './admin-policies.ts';
import { outcomeWith } from './outcome-with.ts';

const PODS = [namespace('x', 'ns: "x"'), pod('x/a', 'pod: a'), pod('x/b', 'pod: b')];
const SUBJECT = adminPods({
  pods: { requirements: [{ key: 'pod', operator: 'In', values: ['b'] }] },
});

/** TCP 80 from x/a to x/b. */
function asked(adminPolicies: readonly AdminPolicy[], ...documents: readonly string[]) {
  const text = [...PODS, ...documents].map((document) => document.trim()).join('\n---\n');
  const files = [
    { name: 'input.yaml', text },
    // Where the policies made by hand say they stand.
    { name: 'admin.yaml', text: `${'\n'.repeat(1000)}${'x'.repeat(100)}` },
  ];
  const outcome = outcomeWith(text, adminPolicies);
  const [a, b] = outcome.analysis.peers;
  if (a === undefined || b === undefined) throw new Error('no pods');
  const question = { source: a, destination: b, protocol: 'TCP', port: 80 } as const;
  const evaluation = evaluate(outcome, files, question);
  const [segment] = evaluation.segments;
  if (segment === undefined) throw new Error('no segment');
  const lines = renderEvalText(evaluation).split('\n');
  return {
    json: JSON.parse(renderEvalJson(evaluation)) as unknown,
    ingress: segment.ingress,
    lines: lines.slice(
      lines.findIndex((line) => line.startsWith('ingress of')),
      -1,
    ),
  };
}

const pass = { ...adminRule('pass'), name: 'teams decide' };

describe('a pass chain', () => {
  const tiers = [
    adminPolicy('first', { priority: 5, subject: SUBJECT, ingress: [pass] }),
    adminPolicy('late', { priority: 6, ingress: [adminRule('deny')] }),
    banp({ ingress: [adminRule('deny', [adminPods({})], [adminPort(80)])] }),
  ];

  test('ends with the NetworkPolicies that isolate the pod', () => {
    const { ingress, lines } = asked(
      tiers,
      policy('x/open', 'podSelector: {}\npolicyTypes: [Ingress]\ningress: [{}]'),
    );
    expect(ingress).toMatchObject({
      verdict: 'allow',
      reason: 'isolated',
      admin: {
        ending: 'pass',
        selectedBy: [{ kind: 'ClusterNetworkPolicy', policy: 'first', priority: 5, certain: true }],
        matches: [{ policy: 'first', rule: 0, name: 'teams decide', action: 'pass', port: null }],
      },
    });
    expect(ingress).not.toHaveProperty('baseline');
    expect(lines).toEqual([
      'ingress of x/b[Pod]: allowed',
      '  admin tier: passes it on',
      '    selected by ClusterNetworkPolicy first of priority 5 (admin.yaml:1001:31)',
      '    rule 1 "teams decide" of ClusterNetworkPolicy first (admin.yaml:1001:1) passes it on: its peer at 1001:31, any port',
      expect.stringMatching(/^ {2}selected by policy x\/open \(input\.yaml:\d+:\d+\)$/),
      expect.stringMatching(
        /^ {2}rule 1 of policy x\/open .* lets this through: any peer, any port$/,
      ),
    ]);
  });

  test('or with the baseline tier where none does', () => {
    const { ingress, lines, json } = asked(tiers);
    expect(ingress).toMatchObject({
      verdict: 'deny',
      reason: 'baseline',
      baseline: {
        ending: 'deny',
        selectedBy: [{ kind: 'BaselineAdminNetworkPolicy', policy: 'default' }],
        matches: [{ rule: 0, action: 'deny', port: { file: 'admin.yaml' } }],
      },
    });
    expect(ingress.baseline?.selectedBy[0]).not.toHaveProperty('priority');
    expect(ingress.baseline?.matches[0]).not.toHaveProperty('name');
    expect(lines.slice(4)).toEqual([
      '  no NetworkPolicy selects it',
      '  baseline tier: stops it',
      '    selected by BaselineAdminNetworkPolicy default (admin.yaml:1001:31)',
      '    rule 1 of BaselineAdminNetworkPolicy default (admin.yaml:1001:1) stops it: its peer at 1001:31, its port at 1001:1',
    ]);
    expect(json).toMatchObject({ version: 1, verdict: 'deny', segments: [{ ingress }] });
  });

  test('or with nothing that stops it', () => {
    const { ingress, lines } = asked(tiers.slice(0, 2));
    expect(ingress.reason).toBe('not-selected');
    expect(lines.slice(4)).toEqual([
      '  no NetworkPolicy selects it',
      '  open: nothing else is asked, so anything may reach it',
    ]);
  });
});

describe('what is settled first', () => {
  test('leaves the rest unasked', () => {
    const { ingress, lines } = asked(
      [
        adminPolicy('deny', { priority: 5, ingress: [adminRule('deny')] }),
        adminPolicy('late', { priority: 6, ingress: [adminRule('allow')] }),
        banp({ ingress: [adminRule('allow')] }),
      ],
      policy('x/open', 'podSelector: {}\npolicyTypes: [Ingress]\ningress: [{}]'),
    );
    expect(ingress).toMatchObject({
      verdict: 'deny',
      reason: 'admin',
      selectedBy: [],
      matches: [],
    });
    expect(ingress.admin?.selectedBy.map(({ policy: name }) => name)).toEqual(['deny']);
    expect(ingress).not.toHaveProperty('baseline');
    expect(lines.slice(1)).toEqual([
      '  admin tier: stops it',
      expect.stringContaining('selected by ClusterNetworkPolicy deny of priority 5'),
      expect.stringContaining('stops it: its peer at'),
      '  no NetworkPolicy is asked any more',
    ]);
  });

  test('an equal priority names both policies', () => {
    const { ingress, lines } = asked([
      adminPolicy('one', { ingress: [adminRule('deny')] }),
      adminPolicy('two', { ingress: [adminRule('allow')] }),
    ]);
    expect(ingress.admin).toMatchObject({ ending: 'depends', matches: [{}, {}] });
    expect(lines.at(-1)).toBe(
      '  it depends: ClusterNetworkPolicy one and ClusterNetworkPolicy two disagree, and none of them comes before the others: which one is asked first is up to the network plugin.',
    );
  });

  test('nothing is added where no tier has a say', () => {
    const { ingress, lines } = asked([adminPolicy('out', { egress: [adminRule('deny')] })]);
    expect(ingress).toEqual({
      verdict: 'allow',
      reason: 'not-selected',
      selectedBy: [],
      matches: [],
    });
    expect(lines).toEqual([
      'ingress of x/b[Pod]: allowed',
      '  no policy selects it, so anything may reach it',
    ]);
  });
});
