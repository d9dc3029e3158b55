// `netpolis list --exposure`: pods that no manifest holds, beside the connections and only where asked for.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram, type Program } from './program.ts';

let program: Program;

const INPUT = `apiVersion: v1
kind: Pod
metadata: {name: api, namespace: shop, labels: {app: api}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: scrape, namespace: shop}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress:
  - from:
    - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}
      podSelector: {matchLabels: {app: prometheus}}
    ports: [{port: 9090}]
`;

beforeAll(() => {
  program = buildProgram();
  program.write({ 'shop.yaml': INPUT });
});

afterAll(() => {
  program.remove();
});

test('prints nothing more without the flag', () => {
  const plain = program.run(['list', 'shop.yaml']);
  expect(plain.status).toBe(0);
  expect(plain.out).toBe('No connections are allowed.\n');
  expect(JSON.parse(program.run(['list', 'shop.yaml', '-o', 'json']).out)).not.toHaveProperty(
    'exposure',
  );
});

test('says with which labels a pod would be let in, and where that is written', () => {
  const { status, out } = program.run(['list', 'shop.yaml', '--exposure']);
  expect(status).toBe(0);
  expect(out).toBe(`No connections are allowed.

Pods that no manifest holds:
shop/api[Pod] <= a pod labelled app=prometheus in namespace ops : TCP 9090
    by ingress of shop/scrape, rule 1 at shop.yaml:13:7
`);
});

test('prints the same as JSON', () => {
  const { out } = program.run(['list', 'shop.yaml', '--exposure', '-o', 'json']);
  expect(JSON.parse(out).exposure).toEqual([
    {
      workload: 'shop/api[Pod]',
      direction: 'ingress',
      pods: {
        words: 'a pod labelled app=prometheus in namespace ops',
        labels: [{ key: 'app', operator: 'In', values: ['prometheus'] }],
        namespaces: { names: ['ops'], labels: [], except: [] },
      },
      allowed: { TCP: ['9090'] },
      depends: {},
      by: [
        {
          kind: 'rule',
          end: 'workload',
          direction: 'ingress',
          policy: 'shop/scrape',
          rule: 0,
          file: 'shop.yaml',
          line: 13,
          column: 7,
        },
      ],
    },
  ]);
});
