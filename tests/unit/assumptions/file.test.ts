// A file of assumptions: what it may hold, and what is said of the rest.
import { describe, expect, test } from 'vitest';
import {
  assumptionsFrom,
  lineCounter,
  NO_ASSUMPTIONS,
  readAssumptionsFile,
  writtenAssumptions,
} from '../../../src/core/index.ts';

const WHOLE = `# Our cluster
cni: calico
podRanges: [10.244.0.0/16, "fd00:10:244::/56"]
nodeRanges:
  - 192.168.0.0/24
serviceRanges: [10.96.0.0/12]
hostNetwork: node
defaultNamespace: shop
namespaces:
  ops:
    labels: {team: ops, env: ""}
    complete: false
  web: {}
`;

function read(text: string) {
  const { assumptions, findings } = readAssumptionsFile({ name: 'assume.yaml', text });
  const position = lineCounter(text);
  const said = findings.map(({ rule, level, span }) => {
    const { line, column } = position(span.start);
    return `${line}:${column} ${level} ${rule}`;
  });
  return { assumptions, said, messages: findings.map(({ message }) => message) };
}

describe('a file of assumptions', () => {
  test('holds all of them', () => {
    expect(read(WHOLE)).toEqual({
      assumptions: {
        cni: 'calico',
        podRanges: ['10.244.0.0/16', 'fd00:10:244::/56'],
        nodeRanges: ['192.168.0.0/24'],
        serviceRanges: ['10.96.0.0/12'],
        hostNetwork: 'node',
        defaultNamespace: 'shop',
        namespaces: [
          {
            name: 'ops',
            labels: [
              ['team', 'ops'],
              ['env', ''],
            ],
            isComplete: false,
          },
          { name: 'web', labels: [], isComplete: true },
        ],
      },
      said: [],
      messages: [],
    });
  });

  test('as JSON says the same, and is what a link holds', () => {
    const { assumptions } = read(WHOLE);
    const written = writtenAssumptions(assumptions);
    expect(read(JSON.stringify(written)).assumptions).toEqual(assumptions);
    expect(assumptionsFrom(written)).toEqual(assumptions);
  });

  test.each(['', '# nothing\n', '{}', '---\n'])('may be as empty as %j', (text) => {
    expect(read(text)).toEqual({ assumptions: NO_ASSUMPTIONS, said: [], messages: [] });
  });

  test.each([
    ['podRange: [10.0.0.0/8]', '1:1 error unknown-field', 'podRanges'],
    ['cidrs: [10.0.0.0/8]', '1:1 error unknown-field', 'nodeRanges'],
    ['cni: Flannel', '1:6 error unknown-value', 'aws-vpc-cni, kindnet, none'],
    ['podRanges: 10.0.0.0/8', '1:12 error wrong-type', 'list'],
    ['podRanges: [10.0.0.0]', '1:13 error invalid-cidr', '10.0.0.0/32'],
    ['podRanges:\n  - 10.0.0.0/33', '2:5 error invalid-cidr', 'over 32'],
    ['hostNetwork: pods', '1:14 error unknown-value', 'unknown, node, pod'],
    ['hostNetwork: true', '1:14 error wrong-type', 'string'],
    ['defaultNamespace: My Shop', '1:19 error invalid-name', 'lower-case'],
    ['namespaces: [ops]', '1:13 error wrong-type', 'map'],
    ['namespaces: {ops: web}', '1:19 error wrong-type', 'map'],
    ['namespaces: {Ops: {}}', '1:14 error invalid-name', 'lower-case'],
    ['namespaces: {ops: {label: {a: b}}}', '1:20 error unknown-field', 'labels'],
    ['namespaces: {ops: {labels: {a: on}}}', '1:32 error wrong-type', 'quote it'],
    ['namespaces: {ops: {labels: {a b: c}}}', '1:29 error invalid-label', 'a b'],
    ['namespaces: {ops: {complete: "no"}}', '1:30 error wrong-type', 'true or false'],
    ['hostNetwork: pod\nhostNetwork: node', '2:1 error duplicate-field', 'second time'],
    ['podRanges: [', '1:13 error syntax', 'YAML'],
    ['- podRanges', '1:1 error wrong-type', 'map'],
    ['{}\n---\n{}', '2:4 error several-documents', 'first document'],
    [
      'namespaces: {ops: {labels: {kubernetes.io/metadata.name: web}}}',
      '1:29 warning overwritten-label',
      'leave it out',
    ],
  ])('%j is told', (text, said, words) => {
    const found = read(text);
    expect(found.said).toEqual([said]);
    expect(found.messages[0]).toContain(words);
  });

  test('plays no games with prototypes', () => {
    const { assumptions } = read('namespaces: {__proto__: {labels: {x: y}}, constructor: {}}');
    expect(assumptions.namespaces).toEqual([{ name: 'constructor', labels: [], isComplete: true }]);
    expect(({} as { labels?: unknown }).labels).toBeUndefined();
  });
});
