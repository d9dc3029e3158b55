// What is offered in an Intent: the cluster's peers and ports, shown as | where the cursor is.
import { expect, test } from 'vitest';
import { complete } from '../../../src/core/help/complete.ts';
import { outcomeOf, SHOP } from '../intent/shop.ts';
import { cursorIn } from './cluster.ts';

const { cluster } = outcomeOf(SHOP);

function labels(flow: string): readonly string[] {
  const head = 'apiVersion: netpolis.dev/v1\nkind: Intent\nflows:\n';
  const { text, at } = cursorIn(head + flow);
  return complete(text, at, cluster).items.map(({ label }) => label);
}

const PODS = ['lab/locked', 'lab/visitor', 'shop/api', 'shop/db', 'shop/web'];
const GROUPS = ['lab/*', 'shop/*', '*'];

test('peers behind from and to', () => {
  const from = labels('- from: |');
  expect(from.filter((label) => PODS.includes(label))).toEqual(PODS);
  expect(from.filter((label) => GROUPS.includes(label)).sort()).toEqual([...GROUPS].sort());
  expect(from).toContain('{ingress-controller}');
  const to = labels('- from: shop/web\n  to: |');
  expect(to).toContain('svc/api.shop');
  expect(to).not.toContain('{ingress-controller}');
  expect(from).toEqual(expect.arrayContaining(['{nodes}', '{api-server}']));
  expect(to).toEqual(expect.arrayContaining(['{cluster-dns}', '{api-server}', '{nodes}']));
});

test('peers in a list', () => {
  expect(labels('- from:\n  - |')).toContain('shop/web');
});

test('the ports of the destination', () => {
  expect(labels('- from: shop/web\n  to: shop/api\n  ports: [|]\n')).toEqual(['8080', '5353/UDP']);
  expect(labels('- from: shop/web\n  to: shop/db\n  ports:\n  - |\n')).toEqual(['5432']);
});

test('fields from the structure, those that must be there first, and expectations', () => {
  expect(labels('- from: shop/web\n  |')).toEqual(['to', 'expect', 'ports', 'reason']);
  expect(labels('- from: shop/web\n  to: shop/db\n  expect: |')).toEqual(['allow', 'deny']);
});

test('a star is quoted', () => {
  const { text, at } = cursorIn('apiVersion: netpolis.dev/v1\nkind: Intent\nflows:\n- from: |');
  const { items } = complete(text, at, cluster);
  expect(items.find(({ label }) => label === '*')?.insert).toBe('"*"');
  expect(items.find(({ label }) => label === 'shop/*')?.insert).toBe('"shop/*"');
});

test('another kind of that name is none of it', () => {
  const { text, at } = cursorIn('apiVersion: example.com/v1\nkind: Intent\nflows:\n- from: |');
  expect(complete(text, at, cluster).items).toEqual([]);
});
