// `netpolis list` as it is built: paths in, connections out, exit statuses as the contract says.
import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildProgram, type Program } from './program.ts';

let program: Program;
let folder = '';
let count = 0;

beforeAll(() => {
  program = buildProgram();
});

afterAll(() => {
  program.remove();
});

beforeEach(() => {
  count += 1;
  folder = `case-${count}`;
});

/** Paths below a folder that is new for each test. */
function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  program.write(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text])),
  );
}

function pod(name: string, more = ''): string {
  return `apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: x, labels: {pod: ${name}}}
spec: {${more}}
`;
}

function deployment(name: string, replicas: number): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: x}
spec: {replicas: ${replicas}, template: {metadata: {labels: {app: ${name}}}}}
`;
}

function policy(name: string, spec: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: x}
spec: ${spec}
`;
}

const DENY_ALL = policy('deny', '{podSelector: {}, policyTypes: [Ingress]}');
const WORLD = '0.0.0.0/0 ::/0';
const EVERYTHING = { TCP: ['1-65535'], UDP: ['1-65535'], SCTP: ['1-65535'] };

interface Document {
  readonly version: number;
  readonly peers: readonly { readonly id: string; readonly [field: string]: unknown }[];
  readonly connections: readonly {
    readonly source: string;
    readonly destination: string;
    readonly allowed: object;
    readonly depends: object;
    readonly because?: readonly string[];
  }[];
  readonly findings: readonly object[];
}

function json(...args: readonly string[]): Document {
  const { status, out } = program.run(['list', ...args, '-o', 'json']);
  expect(status).toBe(0);
  return JSON.parse(out);
}

/** The pods that a run has read, in their order. */
function podsOf(...args: readonly string[]): readonly unknown[] {
  return json(...args)
    .peers.filter(({ type }) => type === 'workload')
    .map(({ name }) => name);
}

describe('what is read', () => {
  test('a file, whatever it is called', () => {
    write({ 'manifest.txt': pod('a') });
    expect(podsOf(`${folder}/manifest.txt`)).toEqual(['a']);
  });

  test('a folder with those below it: .yaml, .yml and .json, and nothing else', () => {
    write({
      'b.yml': pod('b'),
      'a.yaml': pod('a'),
      'deep/er/c.json': JSON.stringify({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'c', namespace: 'x' },
      }),
      'D.YAML': pod('d'),
      'README.md': pod('readme'),
      'e.yaml.bak': pod('bak'),
      'f.txt': pod('txt'),
    });
    expect(podsOf(folder)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a folder in the order of the names: the last of two alike counts', () => {
    write({
      '1.yaml': deployment('d', 1),
      '2.yaml': deployment('d', 2),
      '3/1.yaml': deployment('d', 3),
    });
    const { peers, findings } = json(folder);
    expect(peers[0]).toMatchObject({ replicas: 3 });
    expect(findings).toMatchObject([
      { rule: 'duplicate-object', file: `${folder}/1.yaml` },
      { rule: 'duplicate-object', file: `${folder}/2.yaml` },
    ]);
  });

  test('links to files are followed, links to folders are not', () => {
    write({ 'a.yaml': pod('a'), 'in/b.yaml': pod('b') });
    symlinkSync('in/b.yaml', join(program.folder, folder, 'link.yaml'));
    symlinkSync('..', join(program.folder, folder, 'in/circle'));
    expect(podsOf(`${folder}/in`)).toEqual(['b']);
    expect(podsOf(`${folder}/link.yaml`)).toEqual(['b']);
  });

  test('what an open editor leaves beside a file is no file', () => {
    write({ 'a.yaml': pod('a') });
    symlinkSync('somebody@somewhere.1', join(program.folder, folder, '.#a.yaml'));
    expect(podsOf(folder)).toEqual(['a']);
  });

  test('what is no manifest at all is a warning, and a piece of one an error', () => {
    write({
      'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 0.1.0\n',
      'a.yaml': pod('a'),
      'package.json': '{"name": "shop"}',
      'piece.yaml': 'podSelector: {}\n',
      'values.yaml': 'replicas: 2\n',
    });
    const { findings } = json(folder);
    expect(findings.map((finding) => Object.values(finding).slice(0, 2))).toEqual([
      ['not-an-object', 'warning'],
      ['not-an-object', 'warning'],
      ['not-an-object', 'error'],
      ['not-an-object', 'warning'],
    ]);
    write({ 'piece.yaml': pod('b') });
    expect(program.run(['lint', folder]).status).toBe(0);
  });

  test('findings as one reads, file by file and from top to bottom', () => {
    const upside = 'spec: {podSelectors: {}}\nmetadata: {name: Bad, namespace: x}';
    const head = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n';
    write({ 'a.yaml': `${head}${upside}\n---\n${head}${upside}\n`, 'b.yaml': 'a: [\n' });
    const places = json(folder).findings.map((finding) => Object.values(finding).slice(3, 5));
    expect(places).toEqual(places.toSorted());
    expect(places.length).toBe(5);
  });

  test('standard input', () => {
    const { status, out } = program.run(['list', '-', '-o', 'json'], pod('a'));
    expect(status).toBe(0);
    expect(JSON.parse(out).peers[0].id).toBe('x/a[Pod]');
    const broken = program.run(['list', '-'], `${pod('a')}---\na: [\n`);
    expect(broken.err).toMatch(/^<stdin>:6:\d+: error: /);
  });

  test('standard input once, though it is named twice', () => {
    const { out, err } = program.run(['list', '-', '-', '-o', 'json'], pod('a'));
    expect(JSON.parse(out).peers[0].id).toBe('x/a[Pod]');
    expect(err).toBe('');
  });

  test('several paths together, a file that two of them name once', () => {
    write({ 'a.yaml': pod('a'), 'in/b.yaml': pod('b'), 'policy.yaml': DENY_ALL });
    const paths = [`${folder}/a.yaml`, `${folder}/in`, `./${folder}/a.yaml`, `${folder}/in/b.yaml`];
    const alone = json(...paths);
    expect(alone.peers.map(({ id }) => id)).toEqual(['x/a[Pod]', 'x/b[Pod]', WORLD]);
    expect(alone.findings).toEqual([]);
    expect(alone.connections.map(({ destination }) => destination)).toContain('x/b[Pod]');
    const denied = json(...paths, `${folder}/policy.yaml`);
    expect(denied.connections.map(({ destination }) => destination)).toEqual([WORLD, WORLD]);
  });

  test('bytes that are no UTF-8 are said, at their line', () => {
    const latin = Buffer.from(pod('a').replace('pod: a', 'pod: \u00e9'), 'latin1');
    write({ 'a.yaml': latin });
    const { out, err } = program.run(['list', folder]);
    expect(err).toMatch(/a\.yaml:3:\d+: warning: .*UTF-8.* \[not-utf-8\]\n/);
    expect(out).toContain('x/a[Pod]');
  });

  test('UTF-16, as some shells write it', () => {
    const text = `\uFEFF${pod('a')}`;
    write({
      'le.yaml': Buffer.from(text, 'utf16le'),
      'be.yaml': Buffer.from(text, 'utf16le').swap16(),
    });
    expect(podsOf(`${folder}/le.yaml`)).toEqual(['a']);
    expect(podsOf(`${folder}/be.yaml`)).toEqual(['a']);
  });
});

describe('-o json', () => {
  test('has every key of the contract, and no other', () => {
    write({
      'input.yaml': [
        deployment('front', 2),
        'apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent, namespace: x}\nspec: {template: {metadata: {labels: {app: agent}}}}\n',
        deployment('none', 0),
        policy(
          'front',
          '{podSelector: {matchLabels: {app: front}}, ingress: [{from: [{podSelector: {matchLabels: {app: agent}}}], ports: [{port: 80}, {port: 81}, {port: 8000, endPort: 8999}, {port: 53, protocol: UDP}]}]}',
        ),
        policy(
          'agent',
          '{podSelector: {matchLabels: {app: agent}}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 9100}]}]}',
        ),
        '{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}\n',
      ].join('---\n'),
    });
    const { out } = program.run(['list', `${folder}/input.yaml`, '-o', 'json']);
    const front = 'x/front[Deployment]';
    const agent = 'x/agent[DaemonSet]';
    const rest = json(`${folder}/input.yaml`).peers.at(-2)?.id ?? '';
    expect(rest.split(' ').at(-1)).toBe('::/0');
    const sentence = (id: string) =>
      `Whether the pod addresses of ${id} lie in 10.0.0.0/8 is not in the manifests.`;
    expect(JSON.parse(out)).toEqual({
      version: 1,
      peers: [
        { id: agent, type: 'workload', namespace: 'x', name: 'agent', kind: 'DaemonSet' },
        {
          id: front,
          type: 'workload',
          namespace: 'x',
          name: 'front',
          kind: 'Deployment',
          replicas: 2,
        },
        {
          id: 'x/none[Deployment]',
          type: 'workload',
          namespace: 'x',
          name: 'none',
          kind: 'Deployment',
          replicas: 0,
        },
        { id: rest, type: 'external', cidrs: rest.split(' ') },
        { id: '10.0.0.0/8', type: 'external', cidrs: ['10.0.0.0/8'] },
      ],
      connections: [
        {
          source: agent,
          destination: agent,
          allowed: {},
          depends: { TCP: ['9100'] },
          because: [sentence(agent)],
        },
        {
          source: agent,
          destination: front,
          allowed: { TCP: ['80-81', '8000-8999'], UDP: ['53'] },
          depends: {},
        },
        { source: agent, destination: rest, allowed: EVERYTHING, depends: {} },
        { source: agent, destination: '10.0.0.0/8', allowed: EVERYTHING, depends: {} },
        {
          source: front,
          destination: agent,
          allowed: {},
          depends: { TCP: ['9100'] },
          because: [sentence(front)],
        },
        { source: front, destination: rest, allowed: EVERYTHING, depends: {} },
        { source: front, destination: '10.0.0.0/8', allowed: EVERYTHING, depends: {} },
        { source: '10.0.0.0/8', destination: agent, allowed: { TCP: ['9100'] }, depends: {} },
      ],
      findings: [
        {
          rule: 'kind-not-read',
          level: 'info',
          message: '1 ConfigMap (v1) object not read: this kind has no part in the verdicts.',
          file: `${folder}/input.yaml`,
          line: 26,
          column: 24,
        },
      ],
    });
  });

  test('--all has the pairs without a connection too, but none that are no flow', () => {
    write({ 'a.yaml': [pod('a'), pod('b'), DENY_ALL].join('---\n') });
    const pairs = (...more: readonly string[]) =>
      json(folder, ...more).connections.map(
        ({ source, destination, allowed, depends }) =>
          `${source} > ${destination} ${JSON.stringify([allowed, depends])}`,
      );
    const all = JSON.stringify([EVERYTHING, {}]);
    expect(pairs()).toEqual([`x/a[Pod] > ${WORLD} ${all}`, `x/b[Pod] > ${WORLD} ${all}`]);
    expect(pairs('--all')).toEqual([
      'x/a[Pod] > x/b[Pod] [{},{}]',
      `x/a[Pod] > ${WORLD} ${all}`,
      'x/b[Pod] > x/a[Pod] [{},{}]',
      `x/b[Pod] > ${WORLD} ${all}`,
      `${WORLD} > x/a[Pod] [{},{}]`,
      `${WORLD} > x/b[Pod] [{},{}]`,
    ]);
  });

  test('peers are in the order of namespace, name and kind, connections in that of peers', () => {
    write({
      'a.yaml': [
        pod('b'),
        pod('a').replace('namespace: x', 'namespace: "y"'),
        pod('a'),
        deployment('a', 1),
        policy(
          'p',
          '{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: "fd00::/8"}}, {ipBlock: {cidr: 10.0.0.0/8}}]}]}',
        ),
      ].join('---\n'),
    });
    const { peers, connections } = json(folder, '--all');
    const ids = peers.map(({ id }) => id);
    expect(ids.slice(0, 4)).toEqual(['x/a[Deployment]', 'x/a[Pod]', 'x/b[Pod]', 'y/a[Pod]']);
    expect(ids.slice(5)).toEqual(['10.0.0.0/8', 'fd00::/8']);
    const places = connections.map(
      ({ source, destination }) => ids.indexOf(source) * ids.length + ids.indexOf(destination),
    );
    expect(places).toEqual([...places].sort((one, other) => one - other));
    for (const { allowed, depends, because } of connections) {
      expect(Object.keys(depends).length > 0).toBe(because !== undefined);
      expect(Object.keys(allowed).filter((key) => key in depends)).toEqual([]);
    }
  });

  test('the same input is the same output, byte by byte', () => {
    write({ 'a.yaml': [pod('a'), DENY_ALL].join('---\n'), 'b.yaml': pod('b') });
    const run = (...paths: readonly string[]) => program.run(['list', ...paths, '-o', 'json']).out;
    expect(run(folder)).toBe(run(folder));
    expect(run(folder)).toBe(run(`${folder}/b.yaml`, `${folder}/a.yaml`));
  });
});

describe('-o txt', () => {
  test('is a connection a line, and the form without -o', () => {
    write({
      'a.yaml': [
        pod('a'),
        deployment('web', 2),
        policy(
          'p',
          '{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{podSelector: {matchLabels: {pod: a}}}], ports: [{port: 80}, {port: 53, protocol: UDP}]}]}',
        ),
      ].join('---\n'),
    });
    const { out } = program.run(['list', folder]);
    expect(out.split('\n')).toEqual([
      'x/a[Pod] => x/web[Deployment] : TCP 80; UDP 53',
      `x/a[Pod] => ${WORLD} : All Connections`,
      'x/web[Deployment] => x/a[Pod] : All Connections',
      `x/web[Deployment] => ${WORLD} : All Connections`,
      `${WORLD} => x/a[Pod] : All Connections`,
      '',
    ]);
    expect(program.run(['list', folder, '-o', 'txt']).out).toBe(out);
    expect(program.run(['list', folder, '--all']).out).toContain(
      'x/web[Deployment] => x/web[Deployment] : No Connections\n',
    );
  });

  test('says so where there is nobody to connect', () => {
    write({ 'none.yaml': '# nothing yet\n' });
    const { status, out } = program.run(['list', `${folder}/none.yaml`]);
    expect([status, out]).toEqual([0, 'There are no workloads in the input.\n']);
  });

  test('names what is missing below a line that depends', () => {
    write({
      'a.yaml': [
        pod('a'),
        pod('b'),
        policy(
          'p',
          '{podSelector: {matchLabels: {pod: a}}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: t}}}]}]}',
        ),
      ].join('---\n'),
    });
    expect(program.run(['list', folder]).out).toContain(
      'x/b[Pod] => x/a[Pod] : depends All Connections\n    depends: No manifest declares namespace x',
    );
  });
});

describe('findings', () => {
  test('a broken document is told on standard error, the rest is analysed', () => {
    write({ 'a.yaml': `${pod('a')}---\nkind: "Pod\n---\n${pod('b')}`, 'c.yaml': 'a: [1\n' });
    const { status, out, err } = program.run(['list', folder]);
    expect(status).toBe(0);
    expect(out).toContain('x/a[Pod] => x/b[Pod] : All Connections');
    const lines = err.trimEnd().split('\n');
    expect(lines.length).toBe(2);
    expect(lines[0]).toMatch(/^case-\d+\/a\.yaml:\d+:\d+: error: .*\[syntax\]$/);
    expect(lines[1]).toMatch(/^case-\d+\/c\.yaml:1:\d+: error: .*\[syntax\]$/);
  });

  test('a policy that would be refused is told with its place, and takes no part', () => {
    write({
      'a.yaml': `${pod('a')}---\n${policy('p', '{podSelector: {}, policyTypes: [ingress]}')}`,
    });
    const { status, out, err } = program.run(['list', folder]);
    expect(status).toBe(0);
    expect(out).toContain(`${WORLD} => x/a[Pod] : All Connections`);
    expect(err).toMatch(/a\.yaml:9:39: error: .*Ingress.*left out.*\[invalid-policy-type\]\n$/);
  });

  test('nothing but broken text is status 2', () => {
    write({ 'a.yaml': 'a: [1\n', 'b.yaml': 'hello\n' });
    const { status, err } = program.run(['list', folder]);
    expect(status).toBe(2);
    expect(err).toMatch(/a\.yaml:1:.*\n.*b\.yaml:1:1/);
  });

  test('a policy that would be refused, alone, was read all the same', () => {
    write({ 'a.yaml': policy('p', '{podSelectors: {}}') });
    expect(program.run(['list', folder]).status).toBe(0);
  });
});

describe('status 2, with a line that helps', () => {
  test.each([
    ['no command', [], /Usage:[\s\S]*netpolis list PATH/],
    ['an unknown command', ['lst', 'a.yaml'], /"lst"[\s\S]*netpolis list PATH/],
    ['no path', ['list'], /a file, a folder, or -/],
    ['an unknown form', ['list', '-', '-o', 'xml'], /xml.*txt.*json/],
    ['a form that is missing', ['list', '-', '-o'], /-o/],
    ['an unknown option', ['list', '-', '--everything'], /--everything/],
    ['a path that is not there', ['list', 'nowhere.yaml'], /nowhere\.yaml: no such file or folder/],
  ])('%s', (_, args, message) => {
    const { status, out, err } = program.run(args);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(message);
  });

  test('a folder without manifests', () => {
    write({ 'notes.txt': 'nothing' });
    const { status, err } = program.run(['list', folder]);
    expect(status).toBe(2);
    expect(err).toMatch(/case-\d+: no \.yaml, \.yml or \.json file/);
  });

  test('one path of two that is not there: no half answers', () => {
    write({ 'a.yaml': pod('a') });
    const { status, out } = program.run(['list', folder, 'nowhere']);
    expect(status).toBe(2);
    expect(out).toBe('');
  });

  test('a file that may not be read', () => {
    write({ 'a.yaml': pod('a') });
    chmodSync(join(program.folder, folder, 'a.yaml'), 0);
    const { status, err } = program.runUnprivileged(['list', folder]);
    expect(status).toBe(2);
    expect(err).toContain('no permission');
  });

  test('a folder as standard input', () => {
    const { status, err } = program.shell('netpolis list - < .');
    expect(status).toBe(2);
    expect(err).toContain('folder');
  });

  test.runIf(process.platform === 'linux')('a full disk', () => {
    write({ 'a.yaml': pod('a') });
    const { status, err } = program.shell(`netpolis list ${folder} > /dev/full`);
    expect(status).toBe(2);
    expect(err).toContain('ENOSPC');
    expect(err).not.toContain('    at ');
  });
});

test("a word that is not understood is answered by the command's own lines", () => {
  const { err } = program.run(['lint', '-', '--everything']);
  expect(err).toContain('there is no option --everything\n');
  expect(err).toContain('netpolis lint PATH');
  expect(err).not.toContain('netpolis list PATH');
  expect(err.split('\n').length).toBeLessThan(10);
});

test('the version is told', () => {
  const version: unknown = JSON.parse(readFileSync('package.json', 'utf8')).version;
  expect(program.run(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
});

test('help is asked for and given', () => {
  const ways = [['--help'], ['-h'], ['help'], ['list', '--help'], ['eval', 'x.yaml', '-h']];
  for (const words of ways) {
    const { status, out, err } = program.run(words);
    expect(status).toBe(0);
    expect(out).toContain('netpolis list PATH');
    expect(err).toBe('');
  }
});

describe('large output', () => {
  const podsOfLongNames = (length: number) =>
    Array.from({ length }, (_, at) => pod(`pod-with-a-rather-long-name-${at}`)).join('---\n');
  /** More than any pipe holds at once. */
  const some = podsOfLongNames(150);

  test('is whole', () => {
    write({ 'a.yaml': podsOfLongNames(560) });
    const { status, out } = program.run(['list', folder, '-o', 'json']);
    expect(status).toBe(0);
    expect(out.length).toBeGreaterThan(50_000_000);
    const { peers, connections }: Document = JSON.parse(out);
    expect(peers.length).toBe(561);
    expect(connections.length).toBe(561 * 560);
  });

  test('is whole through a slow pipe', () => {
    write({ 'a.yaml': some });
    const { out } = program.shell(`netpolis list ${folder} | (sleep 1; wc -l)`);
    expect(Number(out)).toBe(151 * 150);
  });

  test('may be closed by its reader', () => {
    write({ 'a.yaml': some });
    const { out, err, status } = program.shell(
      `set -o pipefail; netpolis list ${folder} -o json | head -1`,
    );
    expect(out).toBe('{\n');
    expect(err).toBe('');
    expect(status).toBe(0);
  });

  test('is not cut short by a reader of the findings who leaves', () => {
    write({ 'a.yaml': `${pod('a')}---\n${'a: 1\n---\n'.repeat(20_000)}` });
    const { out } = program.shell(
      `{ netpolis list ${folder} 2>&3 | cat; } 3>&1 >lines | head -1; cat lines`,
    );
    expect(out).toContain('[not-an-object]');
    expect(out).toContain(`x/a[Pod] => ${WORLD} : All Connections`);
  });
});
