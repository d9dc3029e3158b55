// What is said of NetworkPolicies stays true where administrators' policies stand around them.
import { describe, expect, test } from 'vitest';
import { lint } from '../../../src/core/index.ts';
import type { AdminPolicy } from '../../../src/core/model/admin-policy.ts';
import {
  adminPods,
  adminPolicy,
  adminPort,
  adminRule,
  banp,
  networks,
} from '../explain/admin-policies.ts';
import { outcomeWith } from '../explain/outcome-with.ts';
import { namespace, pod, policy } from '../semantics/fixture.ts';

function rulesSaid(documents: readonly string[], ...adminPolicies: readonly AdminPolicy[]) {
  const text = documents.map((document) => document.trim()).join('\n---\n');
  return lint(outcomeWith(text, adminPolicies), [{ name: 'input.yaml', text }]);
}

const PODS = [namespace('x', 'ns: "x"'), pod('x/a', 'pod: a'), pod('x/b', 'pod: b')];

describe('unprotected', () => {
  const said = (...adminPolicies: readonly AdminPolicy[]) =>
    rulesSaid(PODS, ...adminPolicies)
      .filter(({ rule }) => rule === 'unprotected')
      .map(({ message }) => /the (.*) of namespace/.exec(message)?.[1]);

  test('is not said of a direction that a tier denies', () => {
    expect(said()).toEqual(['ingress or the egress']);
    expect(said(banp({ ingress: [adminRule('deny')] }))).toEqual(['egress']);
    expect(said(adminPolicy('a', { egress: [adminRule('deny')] }))).toEqual(['ingress']);
  });

  test('is said where tiers only allow or pass, or mean others', () => {
    const elsewhere = adminPods({
      namespaces: { requirements: [{ key: 'ns', operator: 'In', values: ['y'] }] },
    });
    expect(said(adminPolicy('a', { ingress: [adminRule('allow')] }))).toEqual([
      'ingress or the egress',
    ]);
    expect(said(adminPolicy('a', { subject: elsewhere, ingress: [adminRule('deny')] }))).toEqual([
      'ingress or the egress',
    ]);
  });
});

describe('dns-blocked', () => {
  const noDns = policy(
    'x',
    'podSelector: {}\npolicyTypes: [Egress]\negress: [{to: [{podSelector: {}}]}]',
  );
  const said = (...adminPolicies: readonly AdminPolicy[]) =>
    rulesSaid([...PODS, noDns], ...adminPolicies).some(({ rule }) => rule === 'dns-blocked');
  const allowing = (...ports: Parameters<typeof adminPort>[]) =>
    adminPolicy('dns', {
      egress: [
        adminRule(
          'allow',
          [adminPods({})],
          ports.map((port) => adminPort(...port)),
        ),
      ],
    });

  test('is not said where the admin tier lets every pod ask', () => {
    expect(said()).toBe(true);
    expect(said(allowing([53, 'UDP'], [53, 'TCP']))).toBe(false);
  });

  test('is said where it allows something else, or only passes', () => {
    expect(said(allowing([80, 'TCP']))).toBe(true);
    expect(said(adminPolicy('p', { egress: [adminRule('pass')] }))).toBe(true);
    expect(said(adminPolicy('d', { egress: [adminRule('deny', [networks('10.0.0.0/8')])] }))).toBe(
      true,
    );
  });
});
