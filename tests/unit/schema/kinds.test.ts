// Mistakes in kinds other than NetworkPolicy: each is told by rule, line and column, in words that say
// what to write.
import { describe, expect, test } from 'vitest';
import { withFix } from '../../fixing-law.ts';
import { deployment, MISTAKES, object, pod, service, TEMPLATE } from './mistakes.ts';
import { findingsOf, said } from './structure.ts';

describe('a mistake', () => {
  test.each(MISTAKES)('$by', ({ text, said: expected, says, fixed: part }) => {
    const found = said(text).filter((one) => !one.includes('policy-not-computed'));
    expect(found[0]).toBe(expected);
    const finding = findingsOf(text).find(({ message }) => says.test(message));
    expect(finding?.message).toMatch(says);
    if (part === undefined || finding === undefined) return;
    const after = withFix(text, finding);
    expect(after).toContain(part);
    expect(said(after).filter((one) => one.startsWith('error'))).toEqual([]);
  });
});

describe('nothing is said', () => {
  test.each([
    ['of null for anything', deployment(`  replicas:\n  strategy: ~\n  paused: null\n${TEMPLATE}`)],
    ['of an empty text for one of some values', service('  type: ""\n  ports: [{port: 80}]')],
    [
      'of what YAML makes numbers of in amounts',
      pod('  containers: [{name: a, resources: {limits: {cpu: 2, memory: 1Gi}}}]'),
    ],
    [
      'of keys that are free',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a, annotations: {x/y: "1"}}\nspec: {containers: []}\n',
    ],
    [
      'of names and numbers of ports',
      service('  ports: [{port: 80, targetPort: web}, {port: 81, targetPort: 81}]'),
    ],
    ['of the status', `${pod('  containers: []')}status: {news: [1]}\n`],
    [
      'of a template in a list',
      'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: []}}\n',
    ],
    ['of kinds that are not known', object('example.org/v1', 'Pod', 'spec: {anything: 1}')],
  ])('%s', (_, text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('what a server prints', () => {
  const stored = (spec: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  namespace: x\n  uid: u\n  resourceVersion: "1"\n  creationTimestamp: "2026-01-01T00:00:00Z"\n  managedFields: [{manager: m, newer: 1}]\nspec:\n${spec}status: {phase: Running, newer: {}}\n`;

  test('may have fields and values that are newer than the structure', () => {
    expect(
      said(stored('  containers: [{name: a, imagePullPolicy: Sometimes, brandNewThing: 1}]\n')),
    ).toEqual([]);
  });

  test('may have been edited: a slip is told', () => {
    expect(said(stored('  containers: []\n  hostNetwrk: true\n'))).toEqual([
      'warning unknown-field 12:3',
    ]);
  });

  test('must still be of the right types', () => {
    expect(said(stored('  containers: []\n  hostNetwork: "true"\n'))).toEqual([
      'error wrong-type 12:16',
    ]);
  });
});

test('of a version that is not served nothing more is said', () => {
  expect(
    said(object('extensions/v1beta1', 'Ingress', 'spec: {backend: {serviceName: a}}')),
  ).toEqual(['warning version-not-served 1:13']);
});

test('a place is told of once, by reading or by the structure', () => {
  const text = pod('  containers: [{name: a, ports: [{containerPort: "80", protocol: tcp}]}]');
  expect(said(text)).toEqual(['error wrong-type 5:50', 'error invalid-value 5:66']);
});

test('items of a list of one kind are checked as that kind', () => {
  const text =
    'apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- metadata: {name: a, namespace: x}\n  spec: {replica: 1, template: {spec: {containers: []}}}\n';
  expect(said(text)).toEqual(['error unknown-field 5:10']);
});
