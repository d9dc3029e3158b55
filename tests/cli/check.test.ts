// `netpolis check` as it is built: what is intended in three forms, exit statuses as the contract says.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, type Program } from './program.ts';
import { parseXml } from './xml.ts';

/** web may enter db on 5432, and nobody else may. */
const SHOP = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, ports: [{name: http, containerPort: 8080}]}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: db, namespace: shop}
spec:
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: db, ports: [{containerPort: 5432}]}]}
---
apiVersion: v1
kind: Pod
metadata: {name: visitor, namespace: shop, labels: {app: visitor}}
spec: {containers: [{name: visitor}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  ingress:
  - from: [{podSelector: {matchLabels: {app: web}}}]
    ports: [{port: 5432}]
`;

const GOOD = `flows:
- from: shop/web
  to: shop/db
  ports: [5432]
  expect: allow
- from: shop/visitor
  to: shop/db
  expect: deny
`;

/** The second flow, at 6:3, is possible. */
const BAD = `flows:
- from: shop/visitor
  to: shop/db
  expect: deny
  reason: Nobody visits.
- from: shop/web
  to: shop/db
  expect: deny
  reason: 'a <b> & "c"'
- from: shop/webb
  to: shop/db
  expect: deny
`;

const INTENT = 'apiVersion: netpolis.dev/v1\nkind: Intent\nmetadata: {name: the shop}\n';

/** Whether the pods lie in the block is not in the manifests. */
const DOUBT = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db-by-address, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]
`;

let program: Program;

beforeAll(() => {
  program = buildProgram();
  program.write({
    'shop/shop.yaml': SHOP,
    'good.yaml': GOOD,
    'bad.yaml': BAD,
    'within/shop.yaml': SHOP,
    'within/intent.yaml': INTENT + BAD,
    'plain/shop.yaml': SHOP,
    'plain/intent.yaml': GOOD,
    'doubt/shop.yaml': SHOP,
    'doubt/policy.yaml': DOUBT,
    'outside.yaml': 'podRanges: [192.168.0.0/16]\n',
    'typo.yaml': GOOD.replace('expect: deny', 'expects: deny'),
    'broken.yaml': 'flows: [',
    'pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n',
    'nothing.yaml': 'flows: []\n',
    'typo/shop.yaml': SHOP,
    'typo/intent.yaml': `${INTENT}flows:\n- {from: shop/web, to: shop/db, port: 80, expect: deny}\n`,
    'hostile.yaml': `flows:\n- from: shop/visitor\n  to: shop/web\n  expect: deny\n  reason: "]]> <![CDATA[ \\u0001 \\uD800 é \\t \\n x"\n`,
  });
});

afterAll(() => {
  program.remove();
});

describe('netpolis check', () => {
  test('exits with 0 when everything is as intended', () => {
    const { status, out, err } = program.run(['check', 'shop', '--intent', 'good.yaml']);
    expect(err).toBe('');
    expect(out.split('\n')).toEqual([
      'good.yaml:2:3: passed: allow shop/web => shop/db : 5432',
      'good.yaml:6:3: passed: deny shop/visitor => shop/db',
      '2 of 2 passed',
      '',
    ]);
    expect(status).toBe(0);
  });

  test('exits with 1 when something is not, and explains it', () => {
    const { status, out } = program.run(['check', 'shop', '--intent', 'bad.yaml']);
    expect(status).toBe(1);
    const lines = out.split('\n');
    expect(lines[0]).toBe('bad.yaml:2:3: passed: deny shop/visitor => shop/db');
    expect(lines[1]).toBe('bad.yaml:6:3: failed: deny shop/web => shop/db');
    expect(lines[2]).toBe('    (a <b> & "c")');
    expect(lines[3]).toBe(
      '    shop/web[Deployment] reaches shop/db[Deployment] on TCP 5432: rule 1 of policy shop/db lets it in.',
    );
    expect(lines[4]).toBe('    shop/web[Deployment] => shop/db[Deployment], TCP 5432: allowed');
    expect(out).toContain('selected by policy shop/db (shop/shop.yaml:26:16)');
    expect(out).toContain('rule 1 of policy shop/db (shop/shop.yaml:28:5) lets this through');
    expect(out).toContain('bad.yaml:10:3: failed: deny shop/webb => shop/db');
    expect(out).toContain('Did you mean shop/web[Deployment]?');
    expect(lines.at(-2)).toBe('1 of 3 passed, 2 failed');
  });

  test('takes the intents that stand among the manifests', () => {
    const { status, out, err } = program.run(['check', 'within']);
    expect(err).toBe('');
    expect(status).toBe(1);
    expect(out).toContain('within/intent.yaml:9:3: failed: deny shop/web => shop/db');
  });

  test('reads a named file once, also where it lies among them and does not say its kind', () => {
    const { status, out, err } = program.run(['check', 'plain', '--intent', 'plain/intent.yaml']);
    expect(err).toBe('');
    expect(out).toContain('2 of 2 passed');
    expect(status).toBe(0);
  });

  test('does not pass when a document could not be read', () => {
    program.write({ 'lost/shop.yaml': SHOP, 'lost/broken.yaml': 'kind: NetworkPolicy\nspec: {' });
    const { status, out, err } = program.run(['check', 'lost', '--intent', 'good.yaml']);
    expect(status).toBe(2);
    expect(out).toContain('2 of 2 passed');
    expect(err).toContain('lost/broken.yaml:2:');
    expect(err).toContain('could not be read');
  });

  test('does not pass a named file without a flow because others have some', () => {
    const { status, err } = program.run(['check', 'within', '--intent', 'nothing.yaml']);
    expect(status).toBe(2);
    expect(err).toContain('no flow is in it');
  });

  test('tells how to write what YAML takes for something else, and what an intent has to say', () => {
    program.write({
      'star.yaml': 'flows:\n- from: *\n  to: shop/db\n  expect: deny\n',
      'nameless/intent.yaml': GOOD,
    });
    const star = program.run(['check', 'shop', '--intent', 'star.yaml']);
    expect(star.err).toContain('star.yaml:2:');
    expect(star.err).toContain('Write the star in quotes: "*".');
    expect(program.run(['check', 'shop', 'nameless']).err).toContain(
      'nameless/intent.yaml:1:1: error: To be checked as an intent it has to say apiVersion: netpolis.dev/v1 and kind: Intent.',
    );
  });

  test('does not pass what depends, unless the fact is supplied', () => {
    const args = ['check', 'doubt', '--intent', 'good.yaml'];
    const { status, out } = program.run(args);
    expect(status).toBe(1);
    expect(out).toContain('good.yaml:6:3: unsure: deny shop/visitor => shop/db');
    expect(out).toContain('10.0.0.0/8');
    expect(out).toContain('1 of 2 passed, 1 unsure');
    const known = program.run([...args, '--assume', 'outside.yaml']);
    expect(known.out).toContain('2 of 2 passed');
    expect(known.status).toBe(0);
  });

  test.each([
    [
      'a field that there is not',
      ['check', 'shop', '--intent', 'typo.yaml'],
      'typo.yaml:8:3: error: ',
    ],
    ['the same among the manifests', ['check', 'typo'], 'typo/intent.yaml:5:33: error: '],
    ['a text that is no YAML', ['check', 'shop', '--intent', 'broken.yaml'], 'broken.yaml:1:'],
    ['another kind', ['check', 'shop', '--intent', 'pod.yaml'], 'intents alone'],
    [
      'a file that is not there',
      ['check', 'shop', '--intent', 'gone.yaml'],
      'gone.yaml: no such file',
    ],
    ['nothing to check', ['check', 'shop'], 'there is nothing to check'],
    ['an empty list', ['check', 'shop', '--intent', 'nothing.yaml'], 'there is nothing to check'],
    ['no path', ['check', '--intent', 'good.yaml'], 'name a file'],
    ['another form', ['check', 'shop', '-o', 'xml'], 'txt, json and junit'],
  ])('exits with 2 for %s', (_, args, said) => {
    const { status, out, err } = program.run(args);
    expect(err).toContain(said);
    expect(out).toBe('');
    expect(status).toBe(2);
  });

  test('is no finding for the other commands', () => {
    for (const command of ['list', 'lint']) {
      expect(
        `${program.run([command, 'within']).out}${program.run([command, 'within']).err}`,
      ).not.toContain('Intent');
    }
  });
});

describe('netpolis check -o json', () => {
  test('tells all there is', () => {
    const { status, out } = program.run(['check', 'within', '-o', 'json']);
    expect(status).toBe(1);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ version: 1, passed: 1, failed: 2, unsure: 0 });
    const [intent] = answer.intents;
    expect(intent).toMatchObject({ name: 'the shop', file: 'within/intent.yaml' });
    expect(intent.checks[0]).toEqual({
      file: 'within/intent.yaml',
      line: 5,
      column: 3,
      from: ['shop/visitor'],
      to: ['shop/db'],
      expect: 'deny',
      reason: 'Nobody visits.',
      result: 'passed',
      pairs: 1,
      offendingCount: 0,
      offending: [],
    });
    expect(intent.checks[1]).toMatchObject({
      result: 'failed',
      pairs: 1,
      offendingCount: 1,
      offending: [
        {
          source: 'shop/web[Deployment]',
          destination: 'shop/db[Deployment]',
          ports: { TCP: ['5432'] },
          verdict: 'allow',
          explanation: {
            verdict: 'allow',
            ingress: { matches: [{ policy: 'shop/db', file: 'within/shop.yaml', line: 28 }] },
          },
        },
      ],
    });
    expect(intent.checks[2]).toMatchObject({ result: 'failed', pairs: 0, offending: [] });
  });
});

describe('netpolis check -o junit', () => {
  test('is XML with a suite for each intent and a case for each flow', () => {
    const { status, out } = program.run([
      'check',
      'within',
      '--intent',
      'good.yaml',
      '-o',
      'junit',
    ]);
    expect(status).toBe(1);
    const root = parseXml(out);
    expect(root.name).toBe('testsuites');
    expect(root.attributes.get('tests')).toBe('5');
    expect(root.attributes.get('failures')).toBe('2');
    expect(root.children.map(({ name, attributes }) => [name, attributes.get('name')])).toEqual([
      ['testsuite', 'the shop'],
      ['testsuite', 'good.yaml'],
    ]);
    const [shop, good] = root.children;
    expect(shop?.attributes.get('failures')).toBe('2');
    expect(good?.attributes.get('failures')).toBe('0');
    expect(shop?.children.map(({ attributes }) => attributes.get('name'))).toEqual([
      'deny shop/visitor => shop/db',
      'deny shop/web => shop/db',
      'deny shop/webb => shop/db',
    ]);
    const failed = shop?.children[1];
    expect(failed?.attributes.get('file')).toBe('within/intent.yaml');
    expect(failed?.attributes.get('line')).toBe('9');
    const [failure] = failed?.children ?? [];
    expect(failure?.name).toBe('failure');
    expect(failure?.attributes.get('type')).toBe('failed');
    expect(failure?.attributes.get('message')).toContain('rule 1 of policy shop/db lets it in');
    expect(failure?.text).toContain('a <b> & "c"');
    expect(failure?.text).toContain('within/shop.yaml:28:5');
    expect(good?.children.every(({ children }) => children.length === 0)).toBe(true);
  });

  test('has no two cases of one name, and no attribute that the schema of Jenkins lacks above them', () => {
    program.write({ 'again/a.yaml': INTENT + BAD, 'again/b.yaml': INTENT + BAD });
    const { out } = program.run(['check', 'shop', '--intent', 'again', '-o', 'junit']);
    const root = parseXml(out);
    expect([...root.attributes.keys()]).toEqual(['name', 'tests', 'failures', 'errors', 'time']);
    const names = root.children.flatMap(({ children }) =>
      children.map(({ attributes }) => `${attributes.get('classname')} ${attributes.get('name')}`),
    );
    expect(names.length).toBe(6);
    expect(new Set(names).size).toBe(6);
  });

  test('escapes whatever a person wrote', () => {
    const { out } = program.run(['check', 'shop', '--intent', 'hostile.yaml', '-o', 'junit']);
    const [failure] = parseXml(out).children[0]?.children[0]?.children ?? [];
    expect(failure?.text).toContain(']]> <![CDATA[ \uFFFD');
    expect(failure?.text).toContain('é \t \n x');
  });
});
