// Writing a flow into a text: the other lines stay, and one more flow is read.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addFlow, analyze, type IntendedFlow } from '../../../src/core/index.ts';

const FLOW: IntendedFlow = { from: 'shop/web', to: 'shop/db', ports: [5432], expect: 'allow' };
const HEAD = 'apiVersion: netpolis.dev/v1\nkind: Intent\n';

function flowsIn(text: string) {
  const { intents, findings } = analyze([{ name: 'intent.yaml', text }]);
  expect(findings).toEqual([]);
  return intents.flatMap(({ flows }) => flows.map(({ range, ...flow }) => flow));
}

describe('addFlow', () => {
  test('begins an intent where there is none', () => {
    const { text, at } = addFlow('', FLOW);
    expect(text).toBe(
      `${HEAD}flows:\n  - from: shop/web\n    to: shop/db\n    ports: [5432]\n    expect: allow\n`,
    );
    expect(text.slice(at)).toMatch(/^from: shop\/web/);
    expect(flowsIn(text)).toEqual([FLOW]);
  });

  test('goes behind the last flow, indented as that is', () => {
    const before = `${HEAD}flows:\n- from: a\n  to: b\n  expect: deny # never\n# the end\n`;
    const { text, at } = addFlow(before, FLOW);
    expect(text).toBe(
      `${HEAD}flows:\n- from: a\n  to: b\n  expect: deny # never\n- from: shop/web\n  to: shop/db\n  ports: [5432]\n  expect: allow\n# the end\n`,
    );
    expect(text.slice(at)).toMatch(/^from: shop\/web/);
    expect(flowsIn(text)).toHaveLength(2);
  });

  test('also where the text ends without a new line, or the flows are not last', () => {
    const bare = addFlow(`${HEAD}flows:\n  - {from: a, to: b, expect: deny}`, FLOW).text;
    expect(flowsIn(bare)).toHaveLength(2);
    expect(bare).toContain('expect: deny}\n  - from: shop/web\n');
    const { text } = addFlow(`flows:\n- {from: a, to: b, expect: deny}\n${HEAD}`, FLOW);
    expect(flowsIn(text)).toHaveLength(2);
  });

  test('stays apart from other documents', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n';
    const intent = `${HEAD}flows:\n- from: a\n  to: b\n  expect: deny\n`;
    const { text } = addFlow(`${intent}---\n${pod}`, FLOW);
    expect(text.endsWith(`---\n${pod}`)).toBe(true);
    expect(text).toContain('expect: deny\n- from: shop/web\n');
    expect(addFlow(pod, FLOW).text).toBe(`${pod}---\n${addFlow('', FLOW).text}`);
  });

  test('becomes an intent of its own behind a layout that it can not go into', () => {
    for (const text of [
      `${HEAD}flows: [{from: a, to: b, expect: deny}]\n`,
      `${HEAD}flows: []\n`,
      '{"apiVersion": "netpolis.dev/v1", "kind": "Intent", "flows": [{"from": "a", "to": "b", "expect": "deny"}]}\n',
    ]) {
      const added = addFlow(text, FLOW).text;
      expect(added.startsWith(text)).toBe(true);
      expect(added.slice(text.length)).toBe(`---\n${addFlow('', FLOW).text}`);
    }
  });

  test('writes whatever the peers and ports are so that they are read as they were', () => {
    const peer = fc.oneof(
      fc.constantFrom(
        '*',
        'shop/*',
        '::/0',
        '10.0.0.0/8',
        'shop/web[Pod]',
        '{ingress-controller}',
        '80',
        'on',
        'n',
        'a: b',
        '# x',
        '- y',
        "it's",
        'svc/a.b:80',
      ),
      fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
    );
    const port = fc.constantFrom(80, '8000-8999', '53/UDP', 'UDP', 'http');
    fc.assert(
      fc.property(
        fc.oneof(peer, fc.array(peer, { minLength: 1, maxLength: 4 })),
        fc.oneof(peer, fc.array(peer, { minLength: 1, maxLength: 4 })),
        fc.array(port, { minLength: 1, maxLength: 4 }),
        (from, to, ports) => {
          const flow: IntendedFlow = { from, to, ports, expect: 'deny' };
          expect(flowsIn(addFlow('', flow).text)).toEqual([flow]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
