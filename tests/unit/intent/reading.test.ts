// An Intent as people write it: what is read, and what is said where it is not.
import { describe, expect, test } from 'vitest';
import { analyze, lineCounter, readIntentFile, withStructure } from '../../../src/core/index.ts';

const HEAD = 'apiVersion: netpolis.dev/v1\nkind: Intent\n';

function read(text: string) {
  const files = [{ name: 'intent.yaml', text }];
  const { intents, findings } = withStructure(analyze(files), files);
  const position = lineCounter(text);
  const lines = text.split('\n');
  return {
    intents,
    findings: findings.map(({ rule, level, span }) => {
      const { line } = position(span.start);
      return `${level} ${rule} ${(lines[line - 1] ?? '').trim()}`;
    }),
  };
}

test('everything that may be written', () => {
  const { intents, findings } = read(`${HEAD}metadata: {name: shop}
flows:
- from: shop/web
  to: svc/api.shop
  ports: [80, 8000-8999, 53/UDP, dns]
  expect: deny
  reason: The web tier never talks to the database.
- from: [shop/*, "*", 10.0.0.0/8, {ingress-controller}]
  to:
  - shop/db
  - lab/x[Pod]
  expect: allow
`);
  expect(findings).toEqual([]);
  const [intent] = intents;
  expect(intent?.name).toBe('shop');
  expect(intent?.broken).toBe(0);
  expect(intent?.flows.map(({ range, ...flow }) => flow)).toEqual([
    {
      from: 'shop/web',
      to: 'svc/api.shop',
      ports: [80, '8000-8999', '53/UDP', 'dns'],
      expect: 'deny',
      reason: 'The web tier never talks to the database.',
    },
    {
      from: ['shop/*', '*', '10.0.0.0/8', '{ingress-controller}'],
      to: ['shop/db', 'lab/x[Pod]'],
      expect: 'allow',
    },
  ]);
});

test('it makes no pods, no namespace and no finding', () => {
  const files = [{ name: 'a.yaml', text: `${HEAD}flows:\n- {from: a, to: b, expect: deny}\n` }];
  const { cluster, mayLackPods, findings } = analyze(files);
  expect(cluster.workloads).toEqual([]);
  expect([...cluster.namespaces.keys()]).toEqual([]);
  expect(mayLackPods).toBe(false);
  expect(findings).toEqual([]);
});

/** The lines of one flow, and what is said of them; a flow with a mistake is not checked. */
const MISTAKES: readonly (readonly [what: string, flow: string, said: readonly string[]])[] = [
  ['no from', 'to: b\n  expect: deny', ['error missing-field - to: b']],
  ['no expect', 'from: a\n  to: b', ['error missing-field - from: a']],
  ['another word', 'from: a\n  to: b\n  expect: refuse', ['error invalid-value expect: refuse']],
  [
    'a field that there is not',
    'from: a\n  to: b\n  port: [80]\n  expect: deny',
    ['error unknown-field port: [80]'],
  ],
  ['a number as a peer', 'from: 80\n  to: b\n  expect: deny', ['error wrong-type - from: 80']],
  ['an empty list of peers', 'from: []\n  to: b\n  expect: deny', ['error empty-peers - from: []']],
  [
    'an empty list of ports',
    'from: a\n  to: b\n  ports: []\n  expect: deny',
    ['error empty-ports ports: []'],
  ],
  [
    'ports that are no list',
    'from: a\n  to: b\n  ports: 80\n  expect: deny',
    ['error wrong-type ports: 80'],
  ],
  [
    'a port that is none',
    'from: a\n  to: b\n  ports: [80, 99999]\n  expect: deny',
    ['error invalid-port ports: [80, 99999]'],
  ],
  ['a text', 'just words', ['error wrong-type - just words']],
];

describe('mistakes', () => {
  test.each(MISTAKES)('%s', (_, flow, said) => {
    const good = '- from: c\n  to: d\n  expect: allow\n';
    const { intents, findings } = read(`${HEAD}flows:\n- ${flow}\n${good}`);
    expect(findings).toEqual(said);
    expect(intents[0]?.flows.map(({ from }) => from)).toEqual(['c']);
    expect(intents[0]?.broken).toBe(1);
  });

  test('a star without quotes is an alias to YAML', () => {
    const { intents, findings } = read(`${HEAD}flows:\n- from: *\n  to: b\n  expect: deny\n`);
    expect(intents).toEqual([]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^error syntax/);
  });

  test('no flows, or none in the list', () => {
    expect(read(HEAD).findings).toEqual(['error missing-field kind: Intent']);
    expect(read(HEAD).intents[0]?.broken).toBe(1);
    expect(read(`${HEAD}flows: []`).findings).toEqual(['warning empty-intent flows: []']);
  });

  test('another version', () => {
    const { intents, findings } = read(
      'apiVersion: netpolis.dev/v2\nkind: Intent\nflows:\n- {from: a, to: b, expect: deny}\n',
    );
    expect(findings).toEqual(['error version-not-served apiVersion: netpolis.dev/v2']);
    expect(intents[0]?.broken).toBe(1);
  });

  test('a kind of the same name that others made is theirs', () => {
    const { intents, findings } = read('apiVersion: example.com/v1\nkind: Intent\nspec: {}\n');
    expect(intents).toEqual([]);
    expect(findings).toEqual(['info kind-not-read kind: Intent']);
  });

  test('more flows than anybody writes', () => {
    const many = Array.from({ length: 1001 }, () => '- {from: a, to: b, expect: deny}').join('\n');
    const { intents, findings } = read(`${HEAD}flows:\n${many}\n`);
    expect(intents[0]?.flows).toHaveLength(1000);
    expect(intents[0]?.broken).toBe(1);
    expect(findings).toHaveLength(1);
  });
});

describe('a file of intents', () => {
  const file = (text: string) => readIntentFile({ name: 'intent.yaml', text });

  test('need not say that it is one', () => {
    const { intents, findings } = file(
      'flows:\n- {from: a, to: b, expect: deny}\n---\nkind: Intent\nflows:\n- {from: c, to: d, expect: allow}\n',
    );
    expect(findings).toEqual([]);
    expect(intents.map(({ flows }) => flows.map(({ from }) => from))).toEqual([['a'], ['c']]);
  });

  test('takes nothing else', () => {
    const { intents, findings } = file('apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n');
    expect(intents).toEqual([]);
    expect(findings.map(({ rule, level }) => `${level} ${rule}`)).toEqual(['error not-an-intent']);
  });

  test('says where it is broken', () => {
    expect(file('flows: [').findings.map(({ rule }) => rule)).toEqual(['syntax']);
    expect(file('- a').findings.map(({ rule }) => rule)).toEqual(['wrong-type']);
    expect(file('flows: []\nflows: []').findings.map(({ rule }) => rule)).toContain(
      'duplicate-field',
    );
  });
});
