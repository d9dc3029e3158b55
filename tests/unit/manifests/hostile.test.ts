// Hostile text is answered with findings: nothing throws, nothing runs away, nothing is taken over.
import { describe, expect, test } from 'vitest';
import { renderListJson } from '../../../src/core/index.ts';
import { read } from './reading.ts';

const MEGABYTES = 5_000_000;

function rulesOf({ said }: { said: readonly string[] }): readonly string[] {
  return [...new Set(said.map((finding) => finding.split(' ')[1] ?? ''))];
}

function filled(unit: string, length = MEGABYTES): string {
  return unit.repeat(Math.floor(length / unit.length));
}

describe('megabytes', () => {
  test.each([
    ['of [', filled('[')],
    ['of {', filled('{')],
    ['of - ', filled('- ')],
    ['of a: ', filled('a: ')],
    ['of ? ', filled('? ')],
    ['of : ', filled(': ')],
    ['of "', filled('"')],
    ['of &a ', filled('&a ')],
    ['of *a ', filled('*a ')],
    ['of ! ', filled('! ')],
    ['of [,', `[${filled(',')}`],
    ['of backslashes', `"${filled('\\')}`],
    ['behind an unclosed quote', `a: "${filled('x')}`],
    ['of indentation', Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
    ['of NUL', filled('\u0000')],
  ])('%s are one error', (_, text) => {
    expect(rulesOf(read(text))).toEqual(['syntax']);
  });

  test.each([
    ['of spaces', filled(' ')],
    ['of tabs', filled('\t')],
    ['of line ends', filled('\n')],
    ['of comments', filled('# a\n')],
    ['of a comment', filled('#')],
    ['of markers', filled('---\n')],
    ['of a directive', filled('%')],
  ])('%s are nothing', (_, text) => {
    expect(read(text).said).toEqual([]);
  });

  test.each([
    ['plain', filled('x', 1_000_000)],
    ['quoted', `"${filled('x', 1_000_000)}"`],
    ['of digits', filled('1', 1_000_000)],
    ['of lines', `"${filled(`x\n${' '.repeat(20)}`, 1_000_000)}"`],
    ['of lone surrogates', `"${filled('\ud800', 1_000_000)}"`],
  ])('in one scalar, %s: in a name, a label, a port, a block, a field, a kind', (_, scalar) => {
    const pod = (metadata: string) => `apiVersion: v1\nkind: Pod\nmetadata:\n${metadata}\n`;
    const policy = (spec: string) =>
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: x}\nspec:\n${spec}\n`;
    const named = read(pod(`  namespace: x\n  name: ${scalar}`));
    expect(rulesOf(named).length).toBeGreaterThan(0);
    expect(read(pod(`  namespace: x\n  name: a\n  labels:\n    a: ${scalar}`)).workloadIds).toEqual(
      ['x/a[Pod]'],
    );
    for (const spec of [
      `  podSelector:\n    matchLabels:\n      a: ${scalar}`,
      `  ingress:\n  - ports:\n    - port: ${scalar}`,
      `  ingress:\n  - from:\n    - ipBlock:\n        cidr: ${scalar}`,
      `  policyTypes:\n  - ${scalar}`,
    ]) {
      const outcome = read(policy(spec));
      expect(outcome.policyNames).toEqual([]);
      // A message quotes a mistake, never megabytes of it.
      expect(outcome.messages.length).toBeLessThan(2000);
    }
    expect(read(`apiVersion: v1\nkind: ${scalar}\n`).messages.length).toBeLessThan(2000);
  });

  test('of one key: every object is still read, the mistake told a bounded number of times', () => {
    const outcome = read(
      `apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: x}\n${filled('foo: 1\n', 700_000)}`,
    );
    expect(outcome.workloadIds).toEqual(['x/a[Pod]']);
    expect(rulesOf(outcome)).toEqual(['duplicate-field']);
    expect(outcome.said.length).toBeLessThanOrEqual(200);
  });
});

describe('aliases', () => {
  const repeat = (name: string, times: number) => Array(times).fill(`*${name}`).join(', ');

  test.each([9, 30])('%i to each list of a policy are refused before they multiply', (times) => {
    const outcome = read(`apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: ConfigMap
  metadata: {name: c}
  value: &value b
  values: &expression {key: a, operator: In, values: [${repeat('value', times)}]}
  peers: &peer {podSelector: {matchExpressions: [${repeat('expression', times)}]}}
  rules: &rule {from: [${repeat('peer', times)}]}
  policies: &policy {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {generateName: p-}, spec: {ingress: [${repeat('rule', times)}]}}
  lists: &list {apiVersion: v1, kind: List, items: [${repeat('policy', times)}]}
- *list
- *list
`);
    expect(rulesOf(outcome)).toEqual(['syntax']);
    expect(outcome.messages).toContain('alias');
  });

  test('of aliases, each twice the one before, are refused', () => {
    const lines = Array.from(
      { length: 100 },
      (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`,
    );
    expect(rulesOf(read(`a0: &a0 x\n${lines.join('\n')}\n`))).toEqual(['syntax']);
    const merges = Array.from(
      { length: 100 },
      (_, at) => `a${at + 1}: &a${at + 1} {<<: [*a${at}, *a${at}], k${at}: 1}`,
    );
    expect(rulesOf(read(`a0: &a0 {x: 1}\n${merges.join('\n')}\n`))).toEqual(['syntax']);
  });

  test('as people use them are followed, many of them too', () => {
    const pods = Array.from(
      { length: 300 },
      (_, at) =>
        `- {apiVersion: v1, kind: Pod, metadata: {name: p${at}, namespace: x, labels: *labels}, spec: *spec}`,
    );
    const outcome = read(`apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Pod
  metadata: {name: first, namespace: x, labels: &labels {app: web}}
  spec: &spec {containers: [{name: main, ports: [{name: web, containerPort: 8080}]}]}
${pods.join('\n')}
`);
    expect(outcome.said).toEqual([]);
    expect(outcome.cluster.workloads.length).toBe(301);
    for (const { labels, ports } of outcome.cluster.workloads) {
      expect(labels.known.get('app')).toBe('web');
      expect(ports.map(({ number }) => number)).toEqual([8080]);
    }
  });

  test('to a list inside itself are refused', () => {
    expect(rulesOf(read('apiVersion: v1\nkind: List\nitems: &a [*a]\n'))).toEqual(['syntax']);
  });
});

describe('names that objects of JavaScript have of their own', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];

  test.each(NAMES)('%s as label, field, namespace, port name, kind and file', (name) => {
    const text = `apiVersion: v1
kind: Namespace
metadata: {name: ${name}, labels: {${name}: ${name}}}
---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: ${name}, labels: {${name}: ${name}}}
spec: {${name}: {${name}: 1}, containers: [{ports: [{name: ${name}, containerPort: 80}]}]}
---
apiVersion: v1
kind: Pod
metadata: {name: other, namespace: ${name}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p, namespace: x, ${name}: 1}
---
apiVersion: ${name}/v1
kind: ${name}
---
apiVersion: ${name}
kind: ${name}
`;
    const own = Object.getOwnPropertyNames(Object.prototype);
    const outcome = read(text);
    const labelsOf = (id: string) =>
      outcome.cluster.workloads.find((workload) => workload.id === id)?.labels.known;
    expect(outcome.workloadIds.length).toBe(2);
    expect(labelsOf(`${name}/${name}[Pod]`)?.get(name)).toBe(name);
    expect(labelsOf(`${name}/other[Pod]`)?.size).toBe(0);
    expect(outcome.cluster.namespaces.get(name)?.labels.known.get(name)).toBe(name);
    expect(outcome.policyNames).toEqual([]);
    expect(rulesOf(outcome)).toContain('unknown-field');
    expect(outcome.messages.match(/not read/g)?.length).toBe(2);
    const json = JSON.parse(
      [...renderListJson(outcome, [{ name: 'input.yaml', text }], true)].join(''),
    );
    expect(json.connections[0]).toMatchObject({ depends: {} });
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(own);
  });

  test('__proto__ as a selector selects by that label and no other', () => {
    const outcome = read(`apiVersion: v1
kind: Pod
metadata: {name: a, namespace: x, labels: {a__proto__b: c}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p, namespace: x}
spec: {podSelector: {matchExpressions: [{key: constructor, operator: Exists}]}}
`);
    expect(outcome.policyNames).toEqual(['p']);
    const [external, pod] = [1, 0];
    expect(outcome.analysis.peers[pod]?.id).toBe('x/a[Pod]');
    const { ingress } = outcome.analysis;
    const row = ingress.allowed[ingress.subjectClass[pod] ?? -1];
    expect(row?.[ingress.peerClass[external] ?? -1]).toBe(1);
  });
});

describe('odd characters', () => {
  test('NUL is an error at its line', () => {
    expect(read('apiVersion: v1\nkind: Pod\nmetadata: {name: a\u0000}\n').said).toEqual([
      'error syntax 3:19',
    ]);
  });

  test('lone surrogates, and markup in labels, are kept as they are', () => {
    const label = '<img src=x onerror=alert(1)>';
    const outcome = read(
      `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  namespace: x\n  labels:\n    a: "\\ud800"\n    b: "${label}"\n`,
    );
    expect([...(outcome.cluster.workloads[0]?.labels.known.values() ?? [])]).toEqual([
      '\ud800',
      label,
    ]);
  });
});

describe('many', () => {
  test('ten thousand blocks in one rule', () => {
    const blocks = Array.from(
      { length: 10_000 },
      (_, at) => `    - ipBlock: {cidr: 10.${at % 200}.${Math.floor(at / 200)}.1/32}`,
    );
    const outcome = read(`apiVersion: v1
kind: Pod
metadata: {name: a, namespace: x}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p, namespace: x}
spec:
  ingress:
  - from:
${blocks.join('\n')}
`);
    expect(outcome.said).toEqual([]);
    // The pod, each block, and the rest of the world.
    expect(outcome.analysis.peers.length).toBe(10_002);
  });

  test('ordinals as far as numbers go', () => {
    for (const start of ['9007199254740992', '2147483647', '1e300', '-3']) {
      const outcome = read(`apiVersion: apps/v1
kind: StatefulSet
metadata: {name: a, namespace: x}
spec:
  replicas: 2147483647
  ordinals: {start: ${start}}
  template: {metadata: {labels: {app: a}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p, namespace: x}
spec: {podSelector: {matchLabels: {apps.kubernetes.io/pod-index: "0"}}}
`);
      // Some are told apart, never all of them.
      expect(outcome.workloadIds.length).toBeLessThanOrEqual(501);
      expect(outcome.workloadIds).toContain('x/a[StatefulSet]');
    }
  });

  test('documents that are no objects', () => {
    const outcome = read(filled('---\na: 1\n', 90_000));
    expect(rulesOf(outcome)).toEqual(['not-an-object']);
    expect(outcome.said.length).toBe(10_000);
  });
});
