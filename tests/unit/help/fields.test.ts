// Fields and their values from the structure of the kind, and what accepting them writes.
import { describe, expect, it } from 'vitest';
import { complete } from '../../../src/core/help/complete.ts';
import { cursorIn, shopCluster } from './cluster.ts';

const cluster = shopCluster();

function items(marked: string) {
  const { text, at } = cursorIn(marked);
  return { text, ...complete(text, at, cluster) };
}

const labels = (marked: string) => items(marked).items.map(({ label }) => label);

function accept(marked: string, label: string): string {
  const { text, items: offered, replace } = items(marked);
  const item = offered.find((one) => one.label === label);
  if (item === undefined) throw new Error(`no ${label} among ${offered.map((one) => one.label)}`);
  return text.slice(0, replace.start) + item.insert + text.slice(replace.end);
}

const HEAD = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n';
const SPEC = `${HEAD}spec:\n`;

const OFFERS: readonly (readonly [what: string, marked: string, expected: readonly string[]])[] = [
  ['the fields of the spec', `${SPEC}  |`, ['egress', 'ingress', 'podSelector', 'policyTypes']],
  [
    'those that are missing',
    `${SPEC}  podSelector: {}\n  |\n  egress: []\n`,
    ['ingress', 'policyTypes'],
  ],
  ['fields of an item', `${SPEC}  ingress:\n    - |`, ['from', 'ports']],
  ['fields of an item that goes on', `${SPEC}  ingress:\n    - from: []\n      |`, ['ports']],
  ['fields before the dash is there', `${SPEC}  ingress:\n    |`, ['from', 'ports']],
  [
    'fields of a peer',
    `${SPEC}  ingress:\n    - from:\n        - |`,
    ['ipBlock', 'namespaceSelector', 'podSelector'],
  ],
  ['fields half written', `${SPEC}  ingress:\n    - fr|`, ['from', 'ports']],
  [
    'operators',
    `${SPEC}  podSelector:\n    matchExpressions:\n      - key: a\n        operator: |`,
    ['In', 'NotIn', 'Exists', 'DoesNotExist'],
  ],
  ['protocols', `${SPEC}  ingress:\n    - ports:\n        - protocol: |`, ['SCTP', 'TCP', 'UDP']],
  ['types behind a dash', `${SPEC}  policyTypes:\n    - |`, ['Egress', 'Ingress']],
  ['types that are missing', `${SPEC}  policyTypes:\n    - Egress\n    - |`, ['Ingress']],
  ['types in brackets', `${SPEC}  policyTypes: [|]`, ['Egress', 'Ingress']],
  ['everything, as a selector', `${SPEC}  podSelector: |`, ['{}']],
  ['booleans', 'apiVersion: v1\nkind: Pod\nspec:\n  hostNetwork: |', ['true', 'false']],
  ['nothing of an unknown kind', 'apiVersion: a/v1\nkind: B\nspec:\n  |', []],
];

describe('fields', () => {
  it.each(OFFERS)('offers %s', (_, marked, expected) => {
    expect(labels(marked).toSorted()).toEqual(expected.toSorted());
  });

  it('puts what is required first', () => {
    expect(labels(`${SPEC}  podSelector:\n    matchExpressions:\n      - |`)).toEqual([
      'key',
      'operator',
      'values',
    ]);
  });

  it.each([
    ['a map', `${SPEC}  |`, 'podSelector', '\n  podSelector:\n    '],
    ['a list of maps', `${SPEC}  |`, 'ingress', '\n  ingress:\n    - '],
    ['a list of values', `${SPEC}  |`, 'policyTypes', '\n  policyTypes:\n    - '],
    ['a value', `${SPEC}  ingress:\n    - ports:\n        - |`, 'port', '\n        - port: '],
    ['below an item', `${SPEC}  ingress:\n    - |`, 'from', '\n    - from:\n        - '],
    ['with the dash', `${SPEC}  ingress:\n    |`, 'from', '\n    - from:\n        - '],
    ['in brackets', `${SPEC}  podSelector: {|}`, 'matchLabels', '{matchLabels: {$1\\}}'],
    ['without a second colon', `${SPEC}  po|d: {}`, 'podSelector', '\n  podSelector: {}'],
    [
      'not in quotes what is no text',
      'apiVersion: v1\nkind: Pod\nspec:\n  hostNetwork: |',
      'true',
      ': true',
    ],
  ])('writes %s', (_, marked, label, end) => {
    expect(accept(marked, label)).toContain(end);
  });

  it('says under which name more is said', () => {
    const [egress] = items(`${SPEC}  |`).items.filter(({ label }) => label === 'egress');
    expect(egress?.field).toBe('NetworkPolicySpec.egress');
  });
});
