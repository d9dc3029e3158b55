// What surely was meant is offered as an edit; no edit ever makes a text worse.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokenFixes, everythingSaid, fixesOf, withFix } from '../../fixing-law.ts';
import { MISTAKES } from '../schema/mistakes.ts';
import { HEAD, peerOf, portOf, REFUSALS, ruleOf, specOf } from './refusal-table.ts';

interface Meant {
  readonly by: string;
  readonly text: string;
  readonly title: string;
  /** A part of the text after the edit. */
  readonly fixed: string;
}

const labels = (text: string) => specOf(`podSelector:\n  matchLabels:\n    ${text}`);
const expression = (text: string) => specOf(`podSelector:\n  matchExpressions:\n  - ${text}`);

const MEANT: readonly Meant[] = [
  { by: 'a port in quotes', text: portOf('port: "80"'), title: 'Write 80', fixed: 'port: 80\n' },
  {
    by: 'a port in the other quotes, with zeros before it',
    text: portOf("port: '0443'"),
    title: 'Write 443',
    fixed: 'port: 443\n',
  },
  {
    by: 'a name in capitals',
    text: portOf('port: HTTP'),
    title: 'Write http',
    fixed: 'port: http\n',
  },
  { by: 'a protocol', text: portOf('protocol: tcp'), title: 'Write TCP', fixed: 'protocol: TCP\n' },
  {
    by: 'a protocol in quotes',
    text: portOf('protocol: "udp"'),
    title: 'Write UDP',
    fixed: 'protocol: "UDP"\n',
  },
  {
    by: 'the last port in quotes',
    text: portOf('port: 80\nendPort: "90"'),
    title: 'Write 90',
    fixed: 'endPort: 90\n',
  },
  {
    by: 'a policy type in lower case',
    text: specOf('policyTypes:\n- ingress'),
    title: 'Write Ingress',
    fixed: '  - Ingress\n',
  },
  {
    by: 'a policy type that is no list',
    text: specOf('policyTypes: Ingress'),
    title: 'Make it a list',
    fixed: 'policyTypes: [Ingress]\n',
  },
  {
    by: 'policy types again and again',
    text: specOf('policyTypes: [Ingress, Egress, Ingress]'),
    title: 'Keep each once',
    fixed: 'policyTypes: [Ingress, Egress]\n',
  },
  {
    by: 'policy types again and again, one a line',
    text: specOf('policyTypes:\n- Egress\n- Egress\n- Egress'),
    title: 'Keep each once',
    fixed: '  policyTypes:\n  - Egress\n',
  },
  {
    by: 'an operator in other case',
    text: expression('{key: a, operator: notin, values: [b]}'),
    title: 'Write NotIn',
    fixed: 'operator: NotIn,',
  },
  {
    by: 'form',
    text: ruleOf('form: [{podSelector: {}}]'),
    title: 'Write from',
    fixed: '- from: [',
  },
  { by: 'ingres', text: specOf('ingres: []'), title: 'Write ingress', fixed: '  ingress: []\n' },
  {
    by: 'a field in capitals and quotes',
    text: specOf('"Ingress": []'),
    title: 'Write ingress',
    fixed: '  "ingress": []\n',
  },
  {
    by: 'a field of the metadata',
    text: HEAD.replace('name: p', 'name: p\n  label: {a: b}'),
    title: 'Write labels',
    fixed: '  labels: {a: b}\n',
  },
  {
    by: 'a number as label',
    text: labels('version: 1'),
    title: 'Write "1"',
    fixed: 'version: "1"\n',
  },
  { by: 'a boolean as label', text: labels('on: on'), title: 'Write "on"', fixed: 'on: "on"\n' },
  { by: 'a bare letter', text: labels('answer: y'), title: 'Write "y"', fixed: 'answer: "y"\n' },
  {
    by: 'a number among values',
    text: expression('{key: a, operator: In, values: [b, 1.10]}'),
    title: 'Write "1.10"',
    fixed: '[b, "1.10"]',
  },
  {
    by: 'a number as name',
    text: HEAD.replace('name: p', 'name: 123'),
    title: 'Write "123"',
    fixed: 'name: "123"\n',
  },
  {
    by: 'a block with host bits',
    text: peerOf('ipBlock: {cidr: 10.0.0.5/8}'),
    title: 'Write 10.0.0.0/8',
    fixed: 'cidr: 10.0.0.0/8}',
  },
  {
    by: 'a block without its mask',
    text: peerOf('ipBlock: {cidr: 10.0.0.1}'),
    title: 'Write 10.0.0.1/32',
    fixed: 'cidr: 10.0.0.1/32}',
  },
  {
    by: 'labels right under a selector',
    text: specOf('podSelector:\n  app: web\n  tier: front'),
    title: 'Put them under matchLabels',
    fixed: '  podSelector:\n    matchLabels:\n      app: web\n      tier: front\n',
  },
  {
    by: 'labels right under a selector, in one line',
    text: peerOf('podSelector: {app: web}'),
    title: 'Put them under matchLabels',
    fixed: 'podSelector: {matchLabels: {app: web}}\n',
  },
  {
    by: 'a peer that is no list',
    text: ruleOf('from:\n  podSelector:\n    matchLabels: {a: b}\n  namespaceSelector: {}'),
    title: 'Make it a list',
    fixed:
      '  - from:\n      - podSelector:\n          matchLabels: {a: b}\n        namespaceSelector: {}\n',
  },
];

describe('what was meant', () => {
  test.each(MEANT)('$by', ({ text, title, fixed }) => {
    const finding = everythingSaid(text).find(({ fix }) => fix?.title === title);
    expect(fixesOf(text)).toContain(title);
    if (finding !== undefined) expect(withFix(text, finding)).toContain(fixed);
    expect(brokenFixes(text)).toEqual([]);
  });

  test.each([
    ['a port that is none', portOf('port: "0"')],
    ['a protocol that is none', portOf('protocol: ICMP')],
    ['an unknown field beside the one that it is near to', specOf('ingres: []\ningress: []')],
    ['an unknown field with a value that does not fit', ruleOf('form: here')],
    ['a field that is near to none', specOf('everything: []')],
    ['labels that are no texts', specOf('podSelector: {app: 1}')],
    ['labels among other fields', specOf('podSelector: {app: a, matchLabels: {}}')],
  ])('nothing is offered for %s', (_, text) => {
    expect(fixesOf(text)).toEqual([]);
  });
});

test('what several aliases stand for is mended once, where it is written', () => {
  const text = specOf('podSelector: &web {app: web}\ningress: [{from: [{podSelector: *web}]}]');
  expect(fixesOf(text)).toEqual(['Put them under matchLabels']);
  expect(brokenFixes(text)).toEqual([]);
});

describe('no fix makes it worse', () => {
  test.each(REFUSALS)('$by', ({ text }) => {
    expect(brokenFixes(text)).toEqual([]);
  });

  test.each(MISTAKES)('$by', ({ text }) => {
    expect(brokenFixes(text)).toEqual([]);
  });

  const cases = join(import.meta.dirname, '../../cases');
  const folders = readdirSync(cases, { withFileTypes: true }).filter((one) => one.isDirectory());

  test.each(folders.map(({ name }) => name))('of the application %s', (name) => {
    const folder = join(cases, name, 'input');
    for (const file of readdirSync(folder)) {
      expect(brokenFixes(readFileSync(join(folder, file), 'utf8')), file).toEqual([]);
    }
  });
});
