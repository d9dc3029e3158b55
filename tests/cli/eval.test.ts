// `netpolis eval` and `list --explain` as they are built: one flow, its verdict, and the walk.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, type Program } from './program.ts';

const SHOP = `apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec: {replicas: 2, template: {metadata: {labels: {app: web}}}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: shop}
spec:
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: db, image: db, ports: [{containerPort: 5432}]}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: default, labels: {app: web}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec: {replicas: 0, template: {metadata: {labels: {app: web}}}}
---
apiVersion: v1
kind: Pod
metadata: {name: lone, namespace: default}
status: {podIP: 10.9.9.9}
`;

const POLICIES = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  ingress:
    - from:
        - podSelector: {matchLabels: {app: web}}
        - ipBlock: {cidr: 192.0.2.0/24}
      ports:
        - port: 5432
`;

const PATHS = ['shop.yaml', 'policies.yaml'];

let program: Program;

beforeAll(() => {
  program = buildProgram();
  program.write({
    'shop.yaml': SHOP,
    'policies.yaml': POLICIES,
    // Without the block, in which a pod might have its address.
    'typo.yaml': POLICIES.replace('app: web', 'app: Web').replace(/.*ipBlock.*\n/, ''),
    'broken.yaml': 'kind: [',
    'labels.yaml': POLICIES.replace(
      'podSelector: {matchLabels: {app: web}}',
      'namespaceSelector: {matchLabels: {team: a}}',
    ),
  });
});

afterAll(() => {
  program.remove();
});

function evaluated(...args: readonly string[]) {
  return program.run(['eval', ...PATHS, ...args]);
}

function json(...args: readonly string[]) {
  const { status, out, err } = evaluated(...args, '-o', 'json');
  expect(err).not.toContain('netpolis eval');
  expect(status).toBe(0);
  return JSON.parse(out);
}

describe('the walk in words', () => {
  test('of a packet that is allowed: who selects, which rule, by which entries', () => {
    const { status, out } = evaluated('--from', 'shop/web', '--to', 'shop/db', '--port', '5432');
    expect(status).toBe(0);
    expect(out).toBe(`shop/web[Deployment] => shop/db[StatefulSet], TCP 5432: allowed

egress of shop/web[Deployment]: allowed
  no policy selects it, so anything may leave
ingress of shop/db[StatefulSet]: allowed
  selected by policy shop/db (policies.yaml:5:16)
  rule 1 of policy shop/db (policies.yaml:7:7) lets this through: its peer at 8:11, its port at 11:11
`);
  });

  test('of one that is denied: that no rule does, and what nearly did', () => {
    const args = ['--from', 'shop/web', '--to', 'shop/db', '--port', '5432'];
    const { status, out } = program.run(['eval', 'shop.yaml', 'typo.yaml', ...args]);
    expect(status).toBe(0);
    expect(out).toBe(`shop/web[Deployment] => shop/db[StatefulSet], TCP 5432: denied

egress of shop/web[Deployment]: allowed
  no policy selects it, so anything may leave
ingress of shop/db[StatefulSet]: denied
  selected by policy shop/db (typo.yaml:5:16)
  no rule of that policy lets this through
nearly:
  typo.yaml:8:44: shop/web[Deployment] has the label app=web, but this entry asks for app=Web. Upper and lower case count. [label-value]
    write "web"
  typo.yaml:5:16: Only ingress stops this: no policy restricts what comes out of shop/web[Deployment]. A policy that selects shop/db[StatefulSet] has to let it in as well. [one-side]
`);
  });

  test('of one that depends: the missing fact', () => {
    const args = ['--from', 'lone', '--to', 'shop/db', '--port', '5432'];
    const { out } = program.run(['eval', 'shop.yaml', 'labels.yaml', ...args]);
    expect(out).toContain('default/lone[Pod] => shop/db[StatefulSet], TCP 5432: depends\n');
    expect(out).toContain(
      'rule 1 of policy shop/db (labels.yaml:7:7) perhaps lets this through: its peer at 8:11, its port at 11:11',
    );
    expect(out).toContain('  it depends: No manifest declares namespace default, ');
  });

  test('of a whole flow, part by part', () => {
    const { out } = evaluated('--from', 'shop/web', '--to', 'shop/db');
    const heads = out.split('\n').filter((line) => /^(?:TCP|UDP|All)/.test(line));
    expect(out.split('\n')[0]).toBe('shop/web[Deployment] => shop/db[StatefulSet]');
    expect(heads).toEqual([
      'TCP 5432: allowed',
      'TCP 1-5431,5433-65535: denied',
      'UDP 1-65535; SCTP 1-65535: denied',
    ]);
  });

  test('of a whole protocol', () => {
    const { out } = evaluated('--from', 'shop/web', '--to', 'shop/db', '--protocol', 'udp');
    expect(out).toContain('\nUDP 1-65535: denied\n');
    expect(out).not.toContain('TCP');
  });
});

describe('the walk as JSON', () => {
  test('of one packet', () => {
    expect(json('--from', 'shop/web', '--to', 'shop/db', '--port', '5432')).toEqual({
      version: 1,
      source: 'shop/web[Deployment]',
      destination: 'shop/db[StatefulSet]',
      protocol: 'TCP',
      port: 5432,
      verdict: 'allow',
      allowed: { TCP: ['5432'] },
      depends: {},
      segments: [
        {
          ports: { TCP: ['5432'] },
          verdict: 'allow',
          egress: { verdict: 'allow', reason: 'not-selected', selectedBy: [], matches: [] },
          ingress: {
            verdict: 'allow',
            reason: 'isolated',
            selectedBy: [
              { policy: 'shop/db', certain: true, file: 'policies.yaml', line: 5, column: 16 },
            ],
            matches: [
              {
                policy: 'shop/db',
                rule: 0,
                certain: true,
                file: 'policies.yaml',
                line: 7,
                column: 7,
                peer: { file: 'policies.yaml', line: 8, column: 11 },
                port: { file: 'policies.yaml', line: 11, column: 11 },
              },
            ],
          },
        },
      ],
    });
  });

  test('of a denied one, with its near misses', () => {
    const args = ['--from', 'shop/web', '--to', 'shop/db', '--port', '5432', '-o', 'json'];
    const { out } = program.run(['eval', 'shop.yaml', 'typo.yaml', ...args]);
    const { verdict, allowed, segments } = JSON.parse(out);
    expect({ verdict, allowed }).toEqual({ verdict: 'deny', allowed: {} });
    expect(segments[0].nearMisses[0]).toMatchObject({
      kind: 'label-value',
      side: 'ingress',
      policy: 'shop/db',
      file: 'typo.yaml',
      line: 8,
      column: 44,
      write: '"web"',
    });
  });

  test('of a whole flow, its parts tiling what list says', () => {
    const flow = json('--from', 'shop/web', '--to', 'shop/db');
    expect(flow).toMatchObject({ allowed: { TCP: ['5432'] }, depends: {} });
    expect(flow).not.toHaveProperty('verdict');
    const { out } = program.run(['list', ...PATHS, '-o', 'json']);
    const listed = JSON.parse(out).connections.find(
      (one: { source: string; destination: string }) =>
        one.source === flow.source && one.destination === flow.destination,
    );
    expect(listed).toMatchObject({ allowed: flow.allowed, depends: flow.depends });
  });
});

describe('the ends', () => {
  test.each([
    ['shop/web[Deployment]', 'shop/web[Deployment]'],
    ['shop/web', 'shop/web[Deployment]'],
    ['lone', 'default/lone[Pod]'],
    ['lone[Pod]', 'default/lone[Pod]'],
    ['web[Pod]', 'default/web[Pod]'],
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.128/25', '192.0.2.128/25'],
    ['2001:db8::1', '2001:db8::1'],
    // An address that is known to be a pod's.
    ['10.9.9.9', 'default/lone[Pod]'],
  ])('%s is %s', (written, id) => {
    expect(json('--from', written, '--to', 'shop/db', '--port', '5432').source).toBe(id);
  });

  test('a block as list names it', () => {
    const { out } = program.run(['list', ...PATHS, '-o', 'json']);
    for (const { id, type } of JSON.parse(out).peers) {
      if (type === 'external') expect(json('--from', id, '--to', 'shop/db').source).toBe(id);
    }
  });

  test('addresses inside a block and beside it', () => {
    const verdict = (from: string) =>
      json('--from', from, '--to', 'shop/db', '--port', '5432').verdict;
    expect(verdict('192.0.2.255')).toBe('allow');
    expect(verdict('192.0.3.0')).toBe('deny');
  });

  test.each([
    ['web', '"web" means 2 workloads', ['default/web[Deployment]', 'default/web[Pod]']],
    ['db', 'no db in namespace default', ['shop/db[StatefulSet]']],
    ['shop/wbe', 'no workload "shop/wbe"', ['shop/web[Deployment]', 'default/web[Pod]']],
    ['shop/web[Pod]', 'in namespace shop', ['default/web[Pod]']],
    ['192.0.0.0/16', 'all addresses of 192.0.0.0/16 alike', ['192.0.2.0/24']],
    ['shop/zzz', 'no workload "shop/zzz". There are:', ['shop/web[Deployment]']],
    ['shop/wbe', 'Did you mean:\n', []],
    ['300.1.1.1', '"300.1.1.1" is no address', []],
    ['10.0.0.0/33', 'The prefix length of "10.0.0.0/33" is over 32', []],
    ['fd00:::', 'is no address', []],
    ['internet', 'written as a CIDR:', ['192.0.2.0/24']],
    ['web.shop', 'A Service is written svc/NAME.NAMESPACE', []],
    ['[]', 'is no peer', []],
    ['{ingress-controller}', 'no Ingress, Gateway or Route of the input needs one', []],
  ])('%s is refused, with what may be meant', (written, message, candidates) => {
    const { status, out, err } = evaluated('--from', written, '--to', 'shop/db');
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    for (const candidate of candidates) expect(err.split('\n')).toContain(`  ${candidate}`);
  });

  test('a pod that no manifest holds, with what it is', () => {
    const { status, out } = evaluated('--from', '{new-pod}', '--to', 'shop/db', '--port', '5432');
    expect(status).toBe(0);
    // It may have an address of the block that the policy lets in (SEMANTICS 1.13).
    expect(out).toContain('{new-pod} => shop/db[StatefulSet], TCP 5432: depends');
    expect(out).toContain('Whether the pod addresses of {new-pod} lie in 192.0.2.0/24');
    expect(out).toContain('without labels, in a new namespace without labels');
    const { err } = evaluated('--from', '{new-pods}', '--to', 'shop/db');
    expect(err).toContain('around the pods are {nodes}, {api-server}');
  });

  test('two of them outside the cluster are no flow', () => {
    const { status, err } = evaluated('--from', '192.0.2.1', '--to', '198.51.100.1');
    expect(status).toBe(2);
    expect(err).toContain('both ends are outside the cluster');
  });

  test('a pod and itself, and a workload without pods, come with a note', () => {
    expect(json('--from', 'lone', '--to', 'lone').notes[0]).toContain(
      'a pod always reaches itself',
    );
    expect(json('--from', 'web[Deployment]', '--to', 'shop/db').notes[0]).toContain('replicas: 0');
  });
});

describe('the command line', () => {
  test.each([
    [[...PATHS, '--to', 'shop/db'], '--from PEER'],
    [[...PATHS, '--from', 'shop/db'], '--to PEER'],
    [[...PATHS, '--from', 'lone', '--to', 'shop/db', '--port', '0'], '--port 0'],
    [[...PATHS, '--from', 'lone', '--to', 'shop/db', '--port', '65536'], '--port 65536'],
    [[...PATHS, '--from', 'lone', '--to', 'shop/db', '--port', 'http'], '--port http'],
    [[...PATHS, '--from', 'lone', '--to', 'shop/db', '--protocol', 'ICMP'], '--protocol ICMP'],
    [[...PATHS, '--from', 'lone', '--to', 'shop/db', '-o', 'csv'], 'the formats of eval'],
    [['--from', 'lone', '--to', 'shop/db'], 'name a file'],
    [['nowhere.yaml', '--from', 'lone', '--to', 'shop/db'], 'no such file'],
  ])('%j is refused', (args, message) => {
    const { status, err } = program.run(['eval', ...args]);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });

  test('findings go to standard error, and a broken file hides nothing', () => {
    const { status, out, err } = program.run([
      'eval',
      'broken.yaml',
      ...PATHS,
      '--from=shop/web',
      '--to=shop/db',
      '--port=5432',
    ]);
    expect(status).toBe(0);
    expect(out).toContain('TCP 5432: allowed');
    expect(err).toMatch(/^broken\.yaml:\d+:\d+: error: /m);
  });
});

describe('list --explain', () => {
  test('puts the reasons under each connection', () => {
    const { status, out } = program.run(['list', ...PATHS, '--explain']);
    expect(status).toBe(0);
    expect(out).toContain(`shop/web[Deployment] => shop/db[StatefulSet] : TCP 5432
    TCP 5432: allowed
      egress of shop/web[Deployment]: allowed
        no policy selects it, so anything may leave
      ingress of shop/db[StatefulSet]: allowed
        selected by policy shop/db (policies.yaml:5:16)
        rule 1 of policy shop/db (policies.yaml:7:7) lets this through: its peer at 8:11, its port at 11:11
`);
  });

  test('adds an explanation to each connection of the JSON, and changes nothing else', () => {
    const connections = (...args: readonly string[]) =>
      JSON.parse(program.run(['list', ...PATHS, '-o', 'json', ...args]).out).connections;
    const plain = connections();
    const explained: { explanation: { verdict: string }[] }[] = connections('--explain');
    expect(explained.map(({ explanation: _, ...rest }) => rest)).toEqual(plain);
    expect(explained.every(({ explanation }) => explanation.length > 0)).toBe(true);
    expect(plain.some((one: object) => 'explanation' in one)).toBe(false);
  });
});

describe('policies that are not NetworkPolicies', () => {
  const FOLDER = {
    'kinds/cluster.yaml': `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: guard}
spec:
  tier: Admin
  priority: 1
  subject: {namespaces: {matchLabels: {kubernetes.io/metadata.name: shop}}}
  ingress:
    - action: Deny
      from: [{namespaces: {matchLabels: {kubernetes.io/metadata.name: default}}}]
`,
    'kinds/cilium.yaml': `apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: http, namespace: shop}
spec: {endpointSelector: {matchLabels: {app: web}}}
`,
    'kinds/refused.yaml': `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: refused}
spec:
  tier: Admin
  priority: 2
  subject: {namespaces: {}}
  egress:
    - action: Allow
      to: [{namespaces: {}}]
`,
  };

  beforeAll(() => program.write(FOLDER));

  test('eval walks through the tier and names what is not computed', () => {
    const walk = (from: string) => {
      const args = ['shop.yaml', 'kinds', '--from', from, '--to', 'shop/web', '--port', '80'];
      return program.run(['eval', ...args, '-o', 'json']);
    };
    const denied = walk('default/lone');
    expect(denied.status).toBe(0);
    expect(denied.err).toContain('kinds/refused.yaml:9:15: error:');
    expect(JSON.parse(denied.out)).toMatchObject({
      verdict: 'deny',
      notes: ['Not computed, and may change this: CiliumNetworkPolicy shop/http.'],
    });
    expect(JSON.parse(walk('shop/db').out)).toMatchObject({ verdict: 'allow' });
  });

  test('list and lint of a folder with them say which are left out and which are not computed', () => {
    const listed = program.run(['list', 'shop.yaml', 'kinds', '-o', 'json']);
    expect(listed.status).toBe(0);
    const { connections, findings } = JSON.parse(listed.out);
    const into = (source: string) =>
      connections.some(
        (one: { source: string; destination: string }) =>
          one.source === source && one.destination === 'shop/web[Deployment]',
      );
    expect([into('default/lone[Pod]'), into('shop/db[StatefulSet]')]).toEqual([false, true]);
    const rules = findings.map(({ rule }: { rule: string }) => rule);
    expect(rules).toContain('policy-not-computed');
    expect(rules).toContain('invalid-action');

    const linted = program.run(['lint', 'shop.yaml', 'kinds']);
    expect(linted.status).toBe(1);
    expect(linted.out).toMatch(/refused\.yaml:9:15.*Write Accept/);
    expect(linted.out).toMatch(/cilium\.yaml:2:7.*shop\/web\[Deployment\]/);
  });
});
