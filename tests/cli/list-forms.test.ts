// `netpolis list` in the forms that other tools take: csv, md, dot and mermaid.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, type Program } from './program.ts';

const pod = (name: string) => `apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: x, labels: {app: ${name}}}
spec: {containers: [{name: main, image: main}]}
`;

/** b takes TCP 80 and 443 from a, and all from a block in which a may lie; a takes nothing and sends to b alone. */
const INPUT = `${pod('a')}---
${pod('b')}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: a, namespace: x}
spec:
  podSelector: {matchLabels: {app: a}}
  policyTypes: [Ingress, Egress]
  egress: [{to: [{podSelector: {matchLabels: {app: b}}}]}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: b, namespace: x}
spec:
  podSelector: {matchLabels: {app: b}}
  policyTypes: [Ingress, Egress]
  ingress:
  - from: [{podSelector: {matchLabels: {app: a}}}]
    ports: [{port: 80}, {port: 443}]
  - from: [{ipBlock: {cidr: 10.0.0.0/8}}]
    ports: [{port: 53, protocol: UDP}]
`;

let program: Program;

beforeAll(() => {
  program = buildProgram();
  program.write({ 'in.yaml': INPUT });
}, 120_000);

afterAll(() => program.remove());

function listed(form: string, ...more: readonly string[]): readonly string[] {
  const { status, out, err } = program.run(['list', 'in.yaml', '-o', form, ...more]);
  expect([status, err]).toEqual([0, '']);
  return out.trimEnd().split('\n');
}

describe('netpolis list -o', () => {
  test('csv: a row for a connection, in the order of the other forms', () => {
    expect(listed('csv')).toEqual([
      'source,destination,allowed,depends',
      'x/a[Pod],x/b[Pod],"TCP 80,443",UDP 53',
      '10.0.0.0/8,x/b[Pod],UDP 53,',
    ]);
    const all = listed('csv', '--all');
    expect(all).toContain('x/b[Pod],x/a[Pod],,');
    expect(all.length).toBeGreaterThan(4);
  });

  test('md: a table whose names stay as they are written', () => {
    expect(listed('md')).toEqual([
      '| source | destination | allowed | depends |',
      '| --- | --- | --- | --- |',
      '| x/a\\[Pod\\] | x/b\\[Pod\\] | TCP 80,443 | UDP 53 |',
      '| 10.0.0.0/8 | x/b\\[Pod\\] | UDP 53 |  |',
    ]);
  });

  test('dot: everybody in their namespaces, what is open and what only may be', () => {
    const lines = listed('dot');
    expect(lines[0]).toBe('digraph netpolis {');
    expect(lines.at(-1)).toBe('}');
    expect(lines).toContain('  subgraph "cluster_x" {');
    expect(lines).toContain('    "x/a[Pod]" [label="a[Pod]"];');
    const edges = lines.filter((line) => line.includes(' -> '));
    expect(edges.length).toBe(2);
    expect(edges[0]).toContain('"x/a[Pod]" -> "x/b[Pod]" [label="TCP 80,443; depends UDP 53",');
    expect(listed('dot', '--all').join('\n')).toMatch(
      /"x\/b\[Pod\]" -> "x\/a\[Pod\]" \[label="No Connections", .*style=dotted/,
    );
  });

  test('mermaid: the same as a flowchart', () => {
    const lines = listed('mermaid');
    expect(lines.slice(0, 5)).toEqual([
      'flowchart LR',
      '  subgraph s0 ["x"]',
      '    n0["a[Pod]"]',
      '    n1["b[Pod]"]',
      '  end',
    ]);
    expect(lines).toContain('  n0 -->|"TCP 80,443; depends UDP 53"| n1');
  });

  test('what a hostile name holds stays a name', () => {
    const name = '=1+1|"<b>\n#';
    program.write({
      'bad.yaml': pod('a').replaceAll('{name: a,', `{name: ${JSON.stringify(name)},`),
    });
    const out = (form: string) => program.run(['list', 'bad.yaml', '-o', form]).out;
    expect(out('csv')).toContain('"x/=1+1|""<b>');
    expect(out('md').split('\n').length).toBe(5);
    expect(out('dot')).toContain('=1+1|\\"<b>');
    expect(out('mermaid')).toContain('=1+1|#34;#60;b#62; #35;[Pod]');
  });

  test('has no room for explanations, and says so', () => {
    const { status, err } = program.run(['list', 'in.yaml', '-o', 'csv', '--explain']);
    expect(status).toBe(2);
    expect(err).toContain('-o txt and -o json alone');
  });
});
