// `netpolis lint` as it is built: findings in three forms, exit statuses as the contract says.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, type Program } from './program.ts';

/** The rule unlisted-direction at 8:3, missing-port-name at 16:22, both warnings. */
const WARNED = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: half, namespace: x}
spec:
  podSelector: {}
  policyTypes:
    - Ingress
  egress:
    - to: [{podSelector: {}}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: named, namespace: x}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress: [{ports: [{port: web}]}]
`;

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: x}
spec:
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, ports: [{name: http, containerPort: 8080}]}]}
`;

/** An error at 7:22. */
const REFUSED = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: refused, namespace: x}
spec:
  podSelector: {}
  ingress:
    - ports: [{port: "80"}]
`;

let program: Program;

beforeAll(() => {
  program = buildProgram();
  program.write({
    'warned/a policy.yaml': WARNED,
    'warned/web.yaml': WEB,
    'refused/p.yaml': REFUSED,
    'refused/web.yaml': WEB,
    'broken/p.yaml': 'kind: [',
    'clean/web.yaml': `${WEB}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p, namespace: x}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  egress: [{}]
`,
  });
});

afterAll(() => {
  program.remove();
});

describe('netpolis lint', () => {
  test('prints a finding a line, in the order of the text, to standard output', () => {
    const { status, out, err } = program.run(['lint', 'warned']);
    expect(status).toBe(0);
    expect(err).toBe('');
    const warnings = out.split('\n').filter((line) => line.includes(': warning: '));
    expect(warnings).toEqual([
      expect.stringMatching(/^warned\/a policy\.yaml:8:3: warning: .+ \[unlisted-direction\]$/),
      expect.stringMatching(/^warned\/a policy\.yaml:16:22: warning: .+ \[missing-port-name\]$/),
    ]);
    const files = out
      .trim()
      .split('\n')
      .map((line) => line.split(':')[0]);
    expect(files).toEqual([...files].sort());
  });

  test('says nothing where there is nothing to say', () => {
    expect(program.run(['lint', 'clean'])).toEqual({ status: 0, out: '', err: '' });
  });

  test('exits with 1 when a finding is an error, those of reading included', () => {
    const refused = program.run(['lint', 'refused']);
    expect(refused.status).toBe(1);
    expect(refused.out).toMatch(/^refused\/p\.yaml:7:22: error: .+ \[invalid-port\]$/m);
    const broken = program.run(['lint', 'broken', 'clean']);
    expect(broken.status).toBe(1);
    expect(broken.out).toMatch(/^broken\/p\.yaml:1:\d+: error: .+ \[syntax\]$/m);
  });

  test('exits with 2 for what is not there, and for words it does not know', () => {
    for (const words of [['lint', 'nowhere'], ['lint'], ['lint', 'clean', '-o', 'xml']]) {
      const { status, out, err } = program.run(words);
      expect(status).toBe(2);
      expect(out).toBe('');
      expect(err).toMatch(/^netpolis lint: /);
    }
    expect(program.run(['list', 'clean', '--rules']).status).toBe(2);
  });

  test('prints the findings as list does, as JSON', () => {
    const { status, out } = program.run(['lint', 'refused', '-o', 'json']);
    expect(status).toBe(1);
    const { version, findings } = JSON.parse(out);
    expect(version).toBe(1);
    expect(findings[0]).toEqual({
      rule: 'invalid-port',
      level: 'error',
      message: expect.stringContaining('80'),
      file: join('refused', 'p.yaml'),
      line: 7,
      column: 22,
    });
  });

  test('leaves out what an annotation switches off', () => {
    const off = WARNED.replaceAll(
      'namespace: x}',
      'namespace: x, annotations: {netpolis.dev/ignore: "unlisted-direction, missing-port-name"}}',
    );
    const { out } = program.run(['lint', '-'], `${off}---\n${WEB}`);
    expect(out).not.toContain('warning');
    expect(program.run(['lint', '-'], `${WARNED}---\n${WEB}`).out).toMatch(
      /^<stdin>:8:3: warning/m,
    );
  });

  test('prints every rule with its documentation', () => {
    const { status, out } = program.run(['lint', '--rules']);
    expect(status).toBe(0);
    for (const id of [
      'selects-nothing',
      'peer-matches-nothing',
      'split-peer',
      'unlisted-direction',
      'missing-port-name',
      'service-port',
      'dns-blocked',
      'host-network-subject',
      'policy-order',
      'redundant',
      'unprotected',
      'pod-address-block',
      'one-address-family',
    ]) {
      expect(out).toMatch(
        new RegExp(`^${id} \\((error|warning|info)\\)\\n {2}\\S.+\\n\\n {2}\\S`, 'm'),
      );
    }
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

describe('netpolis lint -o sarif', () => {
  test('is SARIF 2.1.0 with rules, levels and regions', () => {
    const { status, out } = program.run(['lint', 'warned', 'refused/p.yaml', '-o', 'sarif']);
    expect(status).toBe(1);
    const log = JSON.parse(out);
    expect(log.version).toBe('2.1.0');
    expect(log.$schema).toMatch(/^https:\/\/.*sarif.*2\.1\.0.*\.json$/);
    expect(log.runs).toHaveLength(1);
    const [{ tool, results, columnKind }] = log.runs;
    expect(columnKind).toBe('utf16CodeUnits');
    const { rules } = tool.driver;
    expect(tool.driver.name).toBe('netpolis');
    expect(new Set(rules.map(({ id }: { id: string }) => id)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(rule.shortDescription.text).toMatch(/\S/);
      expect(rule.help.text).toMatch(/\S/);
    }
    for (const result of results) {
      expect(rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(['error', 'warning', 'note']).toContain(result.level);
      const [{ physicalLocation }] = result.locations;
      expect(physicalLocation.artifactLocation.uri).toMatch(/^(warned|refused)\/[-.%\w]+$/);
      const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
      expect(startLine).toBeGreaterThanOrEqual(1);
      expect(startColumn).toBeGreaterThanOrEqual(1);
      expect(endLine > startLine || (endLine === startLine && endColumn > startColumn)).toBe(true);
    }
    const found = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'unlisted-direction');
    expect(found.level).toBe('warning');
    expect(found.locations[0].physicalLocation).toEqual({
      // A blank in a name is no part of an address.
      artifactLocation: { uri: 'warned/a%20policy.yaml' },
      region: { startLine: 8, startColumn: 3, endLine: 8, endColumn: 9 },
    });
    expect(results.some(({ level }: { level: string }) => level === 'note')).toBe(true);
    expect(results.some(({ level }: { level: string }) => level === 'error')).toBe(true);
  });

  test('names files below the folder it runs in by where they are in it, others by all of their address', () => {
    const inside = program.run(['lint', join(program.folder, 'refused', 'p.yaml'), '-o', 'sarif']);
    expect(inside.out).toContain('"uri": "refused/p.yaml"');
    const outside = program.shell(`cd clean && netpolis lint ../refused/p.yaml -o sarif`);
    expect(outside.out).toMatch(/"uri": "file:\/\/\/.*\/refused\/p\.yaml"/);
    expect(program.run(['lint', '-', '-o', 'sarif'], REFUSED).out).toContain('"uri": "stdin"');
  });
});
