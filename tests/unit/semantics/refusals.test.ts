// Policies that the API server refuses take no part, and say so at their line (SEMANTICS 2, 9, 10).
import { describe, expect, test } from 'vitest';
import { inFixture, pod, policy, situation } from './fixture.ts';

/** A deny-all of x with one ingress rule that is refused: without it nothing isolates. */
function withRule(rule: string) {
  return inFixture(
    policy('x/bad', `podSelector: {}\npolicyTypes: [Ingress]\ningress:\n- ${rule}`),
    policy('y/good', 'podSelector: {}\npolicyTypes: [Ingress]'),
  );
}

describe('refused', () => {
  test.each([
    { number: 'T28', rule: 'ports:\n  - port: "80"', at: 'port: "80"' },
    { number: 'T29', rule: 'ports:\n  - port: 80\n    protocol: tcp', at: 'protocol: tcp' },
    {
      number: 'T30',
      rule: 'from:\n  - ipBlock:\n      cidr: 10.0.0.0/8\n      except:\n      - 10.0.0.0/8',
      at: '- 10.0.0.0/8',
    },
    { number: 'T31', rule: 'from:\n  - {}', at: '- {}' },
    { number: '1.11', rule: 'from:\n  - podSelector:', at: '- podSelector:' },
    { number: '1.11', rule: 'from:\n  - namespaceSelector:', at: '- namespaceSelector:' },
    {
      number: '1.12',
      rule: 'from:\n  - ipBlock: {cidr: 10.0.0.0/8}\n    podSelector: {}',
      at: 'podSelector: {}',
    },
    { number: '2.4', rule: 'from:\n  - podSelector: {matchExpressions: [{key: a, operator: In}]}' },
    {
      number: '2.4',
      rule: 'from:\n  - podSelector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}',
    },
    {
      number: '1.3',
      rule: 'from:\n  - podSelector:\n      matchExpressions:\n      - key: a\n        operator: notIn\n        values: [b]',
      at: 'operator: notIn',
    },
    { number: '1.18', rule: 'ports:\n  - port: 80\n    endPort: 79', at: 'endPort: 79' },
    { number: '1.18', rule: 'ports:\n  - port: web\n    endPort: 90', at: 'endPort: 90' },
    { number: '1.18', rule: 'ports:\n  - endPort: 90', at: 'endPort: 90' },
    { number: '2.6', rule: 'ports:\n  - port: 0', at: 'port: 0' },
    { number: '2.6', rule: 'ports:\n  - port: 65536', at: 'port: 65536' },
    {
      number: 'T65',
      rule: 'from:\n  - podSelector:\n      matchLabels:\n        version: 1',
      at: 'version: 1',
    },
    {
      number: '10.1',
      rule: 'from:\n  - podSelector:\n      matchLabels:\n        env: no',
      at: 'env: no',
    },
    { number: '2.14', rule: 'form:\n  - podSelector: {}', at: 'form:' },
  ])('$number the whole policy: $rule', ({ rule, at }) => {
    const { verdict, policies, linesOf } = withRule(rule);
    expect(policies).toEqual(['y/good']);
    const lines = linesOf('error');
    expect(lines.length).toBeGreaterThan(0);
    if (at !== undefined) expect(lines.join('\n')).toContain(at);
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(verdict('x/a', 'y/c')).toBe('deny');
  });

  test('T65 in the subject', () => {
    const { policies, linesOf } = inFixture(
      policy('x/bad', 'podSelector:\n  matchLabels:\n    version: 1\npolicyTypes: [Ingress]'),
    );
    expect(policies).toEqual([]);
    expect(linesOf('error').join()).toContain('version: 1');
  });

  test('10.1 a bare no is a boolean: the message says to quote it', () => {
    const { findings } = withRule('from:\n  - podSelector: {matchLabels: {env: no}}');
    const errors = findings.filter(({ level }) => level === 'error');
    expect(errors.map(({ message }) => message).join('\n')).toMatch(/quote/i);
  });
});

describe('not refused', () => {
  test('10.1 quoted it is a label value', () => {
    const { verdict, policies } = inFixture(
      pod('x/n', 'env: "no"'),
      policy('x', 'podSelector: {matchLabels: {env: "no"}}\npolicyTypes: [Ingress]'),
    );
    expect(policies).toEqual(['x/p']);
    expect(verdict('x/a', 'x/n')).toBe('deny');
    expect(verdict('x/n', 'x/a')).toBe('allow');
  });

  test('2.12 both families in one rule, a named port beside a block', () => {
    const { policies, linesOf } = inFixture(
      policy(
        'x',
        'podSelector: {}\npolicyTypes: [Egress]\negress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}, {ipBlock: {cidr: "fd00::/8"}}], ports: [{port: web}]}]',
      ),
    );
    expect(policies).toEqual(['x/p']);
    expect(linesOf('error')).toEqual([]);
  });
});

describe('what is not a NetworkPolicy of Kubernetes', () => {
  test('T63 a policy of another group is listed and never evaluated', () => {
    const { verdict, policies, findings } = inFixture(`apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: {name: calico, namespace: x}
spec:
  selector: all()
  types: [Ingress]`);
    expect(policies).toEqual([]);
    expect(findings.some(({ message }) => message.includes('projectcalico.org'))).toBe(true);
    expect(verdict('y/c', 'x/a')).toBe('allow');
  });

  test('2.15 a policy of the old group is no longer served', () => {
    const { verdict, findings } = inFixture(`apiVersion: extensions/v1beta1
kind: NetworkPolicy
metadata: {name: old, namespace: x}
spec: {podSelector: {}}`);
    expect(findings.length).toBeGreaterThan(0);
    expect(verdict('y/c', 'x/a')).toBe('allow');
  });
});

test('10.2 an unclosed quote does not swallow the documents after it', () => {
  const { verdict, linesOf } = situation(
    pod('x/a', 'pod: a'),
    'kind: Pod\nmetadata: {name: "broken',
    pod('y/c', 'pod: c'),
    policy('x', 'podSelector: {}\npolicyTypes: [Ingress]'),
  );
  expect(linesOf('error').length).toBeGreaterThan(0);
  expect(verdict('y/c', 'x/a')).toBe('deny');
  expect(verdict('x/a', 'y/c')).toBe('allow');
});
