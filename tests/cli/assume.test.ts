// `--assume FILE`: what is taken for granted changes the answer, is named in it, and is refused where it is wrong.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, type Program } from './program.ts';

const pod = (name: string) => `apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: x, labels: {app: ${name}}}
spec: {containers: [{name: main, image: main}]}
`;

const INPUT = `${pod('a')}---
${pod('b')}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: b-in, namespace: x}
spec:
  podSelector: {matchLabels: {app: b}}
  ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 80}]}]
`;

let program: Program;

beforeAll(() => {
  program = buildProgram();
  program.write({
    'in.yaml': INPUT,
    'inside.yaml': 'podRanges: [10.244.0.0/16]\n',
    'outside.json': '{"podRanges": ["192.168.0.0/16"]}',
    'typo.yaml': '# mine\npodRange: [10.244.0.0/16]\n',
  });
}, 120_000);

afterAll(() => program.remove());

const FLOW = ['--from', 'x/a', '--to', 'x/b', '--port', '80', '-o', 'json'];

describe('--assume', () => {
  test('decides what depends, and the answer names it', () => {
    const asked = (...more: readonly string[]) => {
      const { status, out } = program.run(['eval', 'in.yaml', ...FLOW, ...more]);
      expect(status).toBe(0);
      const { verdict, segments } = JSON.parse(out);
      return { verdict, assuming: segments[0].assuming };
    };
    expect(asked()).toEqual({ verdict: 'depends' });
    expect(asked('--assume', 'inside.yaml')).toEqual({
      verdict: 'allow',
      assuming: ['pod addresses are in 10.244.0.0/16'],
    });
    expect(asked('--assume', 'outside.json')).toEqual({
      verdict: 'deny',
      assuming: ['pod addresses are in 192.168.0.0/16'],
    });
  });

  test('stands in words beside the verdict', () => {
    const { out } = program.run([
      'eval',
      'in.yaml',
      ...FLOW.slice(0, 6),
      '--assume',
      'inside.yaml',
    ]);
    expect(out.split('\n')[0]).toBe(
      'x/a[Pod] => x/b[Pod], TCP 80: allowed, assuming that pod addresses are in 10.244.0.0/16',
    );
  });

  test('is listed with the connections that rest on it', () => {
    const { out } = program.run(['list', 'in.yaml', '-o', 'json', '--assume', 'inside.yaml']);
    const { connections } = JSON.parse(out);
    expect(connections).toContainEqual({
      source: 'x/a[Pod]',
      destination: 'x/b[Pod]',
      allowed: { TCP: ['80'] },
      depends: {},
      assuming: ['pod addresses are in 10.244.0.0/16'],
    });
    const others = connections.filter(({ source }: { source: string }) => source === 'x/b[Pod]');
    expect(others.length).toBeGreaterThan(0);
    for (const { assuming } of others) expect(assuming).toBeUndefined();
  });

  test.each(['list', 'lint', 'eval'])(
    '%s refuses a file with a mistake, at its place',
    (command) => {
      const flow = command === 'eval' ? FLOW.slice(0, 4) : [];
      const { status, out, err } = program.run([
        command,
        'in.yaml',
        ...flow,
        '--assume',
        'typo.yaml',
      ]);
      expect(status).toBe(2);
      expect(out).toBe('');
      expect(err).toContain(
        'typo.yaml:2:1: error: There is no "podRange" in the assumptions. Did you mean "podRanges"? [unknown-field]',
      );
    },
  );

  test('is read from standard input, too', () => {
    const { out } = program.run(
      ['eval', 'in.yaml', ...FLOW, '--assume', '-'],
      'podRanges: [10.244.0.0/16]',
    );
    expect(JSON.parse(out).verdict).toBe('allow');
  });

  test('a file that is not there, and a folder, are refused', () => {
    expect(program.run(['list', 'in.yaml', '--assume', 'none.yaml']).status).toBe(2);
    const { status, err } = program.run(['list', 'in.yaml', '--assume', '.']);
    expect(status).toBe(2);
    expect(err).toContain('name one file');
  });

  test('is no manifest where it lies among them, and names its fields as they are written', () => {
    program.write({ 'all/in.yaml': INPUT, 'all/cluster.yaml': 'podRanges: [10.244.0.0/16]\n' });
    const args = ['lint', 'all', '--assume', 'all/cluster.yaml'];
    expect(program.run(args).out).not.toContain('cluster.yaml');
    program.write({ 'all/cluster.yaml': 'podRanges: 10.244.0.0/16\n' });
    expect(program.run(args).err).toContain('error: podRanges must be a list');
  });

  test('of standard input, which holds the manifests already, is refused', () => {
    const { status, err } = program.run(['list', '-', '--assume', '-'], INPUT);
    expect([status, err]).toEqual([
      2,
      'netpolis list: <stdin>: standard input can be read only once\n',
    ]);
  });

  test('stands in the help', () => {
    const { out } = program.run(['--help']);
    expect(out).toContain('--assume FILE');
    expect(out).toContain('podRanges');
  });
});
