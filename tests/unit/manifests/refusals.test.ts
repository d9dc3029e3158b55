// Whatever the API server refuses in a policy is said at its line and column, and the policy takes
// no part (SEMANTICS 2.1–2.15).
import { describe, expect, test } from 'vitest';
import { placeOf, read, withoutInfo } from './reading.ts';
import { HEAD, peerOf, portOf, REFUSALS, ruleOf, specOf } from './refusal-table.ts';

describe('refused', () => {
  // Before and behind it stand documents that are right, so that offsets matter.
  const before = `${specOf('podSelector: {}').replace('name: p', 'name: before')}---\n`;
  const behind = `\n---\n${specOf('podSelector: {}').replace('name: p', 'name: behind')}`;

  test.each(REFUSALS)('$by', ({ text, rule, at, says }) => {
    const whole = `${before}${text}${behind}`;
    const outcome = read(whole);
    expect(withoutInfo(outcome)).toContain(`error ${rule} ${placeOf(`${before}${text}`, at)}`);
    expect(outcome.policyNames).toEqual(['before', 'behind']);
    if (says !== undefined) expect(outcome.messages).toMatch(says);
  });

  test('every error says that the policy is left out, and warnings do not', () => {
    const { findings } = read(peerOf('ipBlock: {cidr: 10.0.0.1/8, except: [x, z]}'));
    const left = (level: string) =>
      findings
        .filter((finding) => finding.level === level)
        .map(({ message }) => message.includes('left out'));
    expect(left('error')).toEqual([true, true]);
    expect(left('warning')).toEqual([false]);
  });

  test('in Windows files the columns are the same', () => {
    const text = portOf('port: "80"');
    expect(read(text.replace(/\n/g, '\r\n')).said).toEqual(read(text).said);
    expect(read(`\uFEFF${text}`).said).toEqual(read(text).said);
  });
});

describe('accepted', () => {
  test.each([
    { by: '1.1 no spec', text: HEAD },
    { by: '1.1 a null spec', text: `${HEAD}spec:\n` },
    { by: '1.1 a null selector', text: specOf('podSelector:') },
    { by: '1.6 null rules', text: specOf('ingress:\negress: ~') },
    { by: '1.6 a null rule', text: specOf('ingress:\n-') },
    { by: '1.14 a null port entry', text: ruleOf('ports:\n-') },
    { by: '1.18 endPort equal to port', text: portOf('port: 80\nendPort: 80') },
    { by: '2.1 the beginning of a name', text: HEAD.replace('name: p', 'generateName: p-') },
    { by: '2.2 an empty label value', text: specOf('podSelector: {matchLabels: {a: ""}}') },
    { by: '2.2 a null label value', text: specOf('podSelector:\n  matchLabels:\n    a:') },
    {
      by: '2.2 a key with a prefix',
      text: specOf('podSelector: {matchLabels: {example.org/A_b.c-d: B}}'),
    },
    {
      by: '2.4 a null among values',
      text: specOf('podSelector: {matchExpressions: [{key: a, operator: In, values: [~]}]}'),
    },
    {
      by: '2.4 empty values for Exists',
      text: specOf('podSelector: {matchExpressions: [{key: a, operator: Exists, values: []}]}'),
    },
    { by: '2.6 a name of digits and a letter', text: portOf('port: 80a') },
    {
      by: '2.6 ports in other notations',
      text: ruleOf('ports: [{port: 0x50}, {port: 8e1}, {port: 80.0}, {port: 0120}]'),
    },
    { by: '2.10 no except', text: peerOf('ipBlock: {cidr: 10.0.0.0/8, except: }') },
    { by: '2.12 a type twice', text: specOf('policyTypes: [Ingress, Ingress]') },
    { by: '2.12 rules without their type', text: specOf('policyTypes: [Ingress]\negress: [{}]') },
    { by: '2.12 an empty from', text: ruleOf('from: []') },
    {
      by: '2.12 a named port on a block',
      text: ruleOf('from: [{ipBlock: {cidr: 10.0.0.0/8}}]\nports: [{port: web}]'),
    },
    {
      by: '2.12 both families',
      text: ruleOf('from: [{ipBlock: {cidr: 10.0.0.0/8}}, {ipBlock: {cidr: "fd00::/8"}}]'),
    },
    {
      by: 'what a cluster adds',
      text: `${HEAD.replace('name: p', 'name: p\n  uid: u\n  resourceVersion: "1"\n  generation: 1\n  creationTimestamp: "2024-01-01T00:00:00Z"\n  managedFields: [{manager: kubectl}]\n  annotations: {a: b}')}spec: {podSelector: {}}\nstatus: {}\n`,
    },
  ])('$by', ({ text }) => {
    const outcome = read(text);
    expect(outcome.said.filter((finding) => finding.startsWith('error'))).toEqual([]);
    expect(outcome.policyNames.length).toBe(1);
  });

  test('2.6 a port in another notation is that number', () => {
    const { cluster } = read(ruleOf('ports: [{port: 0x50}, {port: 8e1}, {port: 0120}]'));
    expect(cluster.policies[0]?.ingress?.rules[0]?.ports?.map(({ port }) => port)).toEqual([
      { from: 80, to: 80 },
      { from: 80, to: 80 },
      { from: 80, to: 80 },
    ]);
  });

  test('2.9 host bits: with a warning at the block', () => {
    const text = peerOf('ipBlock:\n  cidr: 10.0.0.5/8');
    const outcome = read(text);
    expect(withoutInfo(outcome)).toEqual([`warning sloppy-cidr ${placeOf(text, '10.0.0.5')}`]);
    expect(outcome.messages).toContain('10.0.0.0/8');
  });

  test('the least edit counts where two fields are near', () => {
    expect(read(specOf('egres: []')).messages).toContain('"egress"');
    expect(read(specOf('nonsense: []')).messages).toContain('podSelector, policyTypes');
  });
});
