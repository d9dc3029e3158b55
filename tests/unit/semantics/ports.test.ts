// Protocols, numbers, ranges and names of ports (SEMANTICS 1.14–1.19, tricky cases of section 9).
import { describe, expect, test } from 'vitest';
import { container, inFixture, namespace, pod, policy, situation } from './fixture.ts';

/** Ingress of every pod of x on exactly these ports, as a YAML flow list. */
function ingressOn(ports: string) {
  return policy('x', `podSelector: {}\npolicyTypes: [Ingress]\ningress: [{ports: ${ports}}]`);
}

/** Egress of x/a to exactly these ports. */
function egressOn(ports: string, to = '') {
  return policy(
    'x',
    `podSelector: {matchLabels: {pod: a}}\npolicyTypes: [Egress]\negress: [{${to}ports: ${ports}}]`,
  );
}

describe('protocols and numbers', () => {
  test('T19 a protocol alone is all of its ports', () => {
    const { verdict } = inFixture(ingressOn('[{protocol: UDP}]'));
    expect(verdict('y/c', 'x/a', 'TCP', 80)).toBe('deny');
    for (const port of [1, 53, 65535]) expect(verdict('y/c', 'x/a', 'UDP', port)).toBe('allow');
    expect(verdict('y/c', 'x/a', 'SCTP', 80)).toBe('deny');
  });

  test.each(['[{}]', '[{protocol: , port: }]', '[{protocol: TCP}]'])(
    'T20 %s is all TCP',
    (ports) => {
      const { verdict } = inFixture(ingressOn(ports));
      for (const port of [1, 80, 65535]) expect(verdict('y/c', 'x/a', 'TCP', port)).toBe('allow');
      expect(verdict('y/c', 'x/a', 'UDP', 80)).toBe('deny');
      expect(verdict('y/c', 'x/a', 'SCTP', 80)).toBe('deny');
    },
  );

  test.each(['ports:', 'ports: []', ''])('T21 "%s" is every port of every protocol', (ports) => {
    const { verdict } = inFixture(
      policy('x', `podSelector: {}\npolicyTypes: [Ingress]\ningress:\n- from:\n  ${ports}`),
    );
    for (const protocol of ['TCP', 'UDP', 'SCTP'] as const) {
      expect(verdict('y/c', 'x/a', protocol, 1)).toBe('allow');
      expect(verdict('y/c', 'x/a', protocol, 65535)).toBe('allow');
    }
  });

  test('T22 another protocol of the same number is denied', () => {
    const { verdict } = inFixture(ingressOn('[{protocol: SCTP, port: 81}]'));
    expect(verdict('y/c', 'x/a', 'SCTP', 81)).toBe('allow');
    expect(verdict('y/c', 'x/a', 'TCP', 81)).toBe('deny');
    expect(verdict('y/c', 'x/a', 'UDP', 81)).toBe('deny');
  });

  test('1.14 a port without a protocol is TCP', () => {
    const { verdict } = inFixture(ingressOn('[{port: 53}]'));
    expect(verdict('y/c', 'x/a', 'TCP', 53)).toBe('allow');
    expect(verdict('y/c', 'x/a', 'UDP', 53)).toBe('deny');
    expect(verdict('y/c', 'x/a', 'TCP', 54)).toBe('deny');
  });

  test('T26 endPort is inclusive', () => {
    const { verdict } = inFixture(ingressOn('[{port: 30000, endPort: 32000}]'));
    expect(verdict('y/c', 'x/a', 'TCP', 29999)).toBe('deny');
    expect(verdict('y/c', 'x/a', 'TCP', 30000)).toBe('allow');
    expect(verdict('y/c', 'x/a', 'TCP', 32000)).toBe('allow');
    expect(verdict('y/c', 'x/a', 'TCP', 32001)).toBe('deny');
  });

  test('T27 endPort may equal port', () => {
    const { verdict, policies, linesOf } = inFixture(ingressOn('[{port: 80, endPort: 80}]'));
    expect(policies).toEqual(['x/p']);
    expect(linesOf('error')).toEqual([]);
    expect(verdict('y/c', 'x/a', 'TCP', 80)).toBe('allow');
    expect(verdict('y/c', 'x/a', 'TCP', 81)).toBe('deny');
  });

  test('1.19 a port that no container declares is reachable', () => {
    const { verdict } = situation(
      namespace('x'),
      pod('x/a', 'pod: a', container('{containerPort: 80}')),
      ingressOn('[{port: 81}]'),
    );
    expect(verdict('8.8.8.8', 'x/a', 'TCP', 81)).toBe('allow');
    expect(verdict('8.8.8.8', 'x/a', 'TCP', 80)).toBe('deny');
  });
});

describe('names', () => {
  test('T23 on ingress a name resolves on the selected pod', () => {
    const { verdict } = situation(
      pod('x/a', 'pod: a', container('{name: web, containerPort: 8080}')),
      pod('y/c', 'pod: c', container('{name: web, containerPort: 80}')),
      ingressOn('[{port: web}]'),
    );
    expect(verdict('y/c', 'x/a', 'TCP', 8080)).toBe('allow');
    expect(verdict('y/c', 'x/a', 'TCP', 80)).toBe('deny');
    expect(verdict('8.8.8.8', 'x/a', 'TCP', 8080)).toBe('allow');
  });

  test('T24 on egress a name resolves on each destination, and on nothing outside', () => {
    const { verdict } = situation(
      namespace('x'),
      namespace('y'),
      pod('x/a', 'pod: a', container('{name: web, containerPort: 70}')),
      pod('x/b', 'pod: b', container('{name: web, containerPort: 80}')),
      pod('y/c', 'pod: c', container('{name: web, containerPort: 9090}')),
      egressOn('[{port: web}]'),
    );
    expect(verdict('x/a', 'x/b', 'TCP', 80)).toBe('allow');
    expect(verdict('x/a', 'y/c', 'TCP', 9090)).toBe('allow');
    expect(verdict('x/a', 'y/c', 'TCP', 80)).toBe('deny');
    expect(verdict('x/a', 'x/b', 'TCP', 70)).toBe('deny');
    expect(verdict('x/a', '8.8.8.8', 'TCP', 80)).toBe('deny');
    expect(verdict('x/a', '8.8.8.8', 'TCP', 9090)).toBe('deny');
  });

  test('T25 the protocol must be the same too', () => {
    const { verdict } = situation(
      pod('x/a', 'pod: a', container('{name: dns, containerPort: 53, protocol: UDP}')),
      pod('y/c', 'pod: c'),
      ingressOn('[{port: dns, protocol: TCP}]'),
    );
    expect(verdict('y/c', 'x/a', 'UDP', 53)).toBe('deny');
    expect(verdict('y/c', 'x/a', 'TCP', 53)).toBe('deny');
  });

  test('1.16 a name no container has matches nothing', () => {
    const { verdict, policies } = inFixture(ingressOn('[{port: web}, {port: 81}]'));
    expect(policies).toEqual(['x/p']);
    expect(verdict('y/c', 'x/a', 'TCP', 80)).toBe('deny');
    expect(verdict('y/c', 'x/a', 'TCP', 81)).toBe('allow');
  });

  test('T68 a name that two containers have means both ports', () => {
    const { verdict, findings } = situation(
      pod(
        'x/a',
        'pod: a',
        `containers:
- {name: one, image: one, ports: [{name: web, containerPort: 80}]}
- {name: two, image: two, ports: [{name: web, containerPort: 8080}]}`,
      ),
      pod('y/c', 'pod: c'),
      ingressOn('[{port: web}]'),
    );
    expect(verdict('y/c', 'x/a', 'TCP', 80)).toBe('allow');
    expect(verdict('y/c', 'x/a', 'TCP', 8080)).toBe('allow');
    expect(verdict('y/c', 'x/a', 'TCP', 81)).toBe('deny');
    const warned = findings.filter(({ level }) => level === 'warning');
    expect(warned.some(({ message }) => message.includes('"web"'))).toBe(true);
  });

  test('T69 a sidecar that starts as an init container has names, an ordinary one has not', () => {
    const { verdict } = situation(
      pod(
        'x/a',
        'pod: a',
        `initContainers:
- {name: side, image: side, restartPolicy: Always, ports: [{name: web, containerPort: 15000}]}
- {name: once, image: once, ports: [{name: web, containerPort: 16000}]}
containers:
- {name: main, image: main}`,
      ),
      pod('y/c', 'pod: c'),
      ingressOn('[{port: web}]'),
    );
    expect(verdict('y/c', 'x/a', 'TCP', 15000)).toBe('allow');
    expect(verdict('y/c', 'x/a', 'TCP', 16000)).toBe('deny');
  });

  test('10.4 towards a block of addresses a name of the pod depends', () => {
    const { verdict, decision } = situation(
      namespace('x'),
      namespace('y'),
      pod('x/a', 'pod: a'),
      pod('x/b', 'pod: b', container('{name: web, containerPort: 80}')),
      pod('y/c', 'pod: c'),
      egressOn('[{port: web}]', 'to: [{ipBlock: {cidr: 0.0.0.0/0}}], '),
    );
    expect(verdict('x/a', 'x/b', 'TCP', 80)).toBe('depends');
    expect(decision('x/a', 'x/b').egress.facts).toEqual([
      { kind: 'named-port-by-address', workload: 'x/b[Pod]', name: 'web' },
    ]);
    expect(verdict('x/a', 'x/b', 'TCP', 81)).toBe('deny');
    expect(verdict('x/a', 'y/c', 'TCP', 80)).toBe('deny');
    expect(verdict('x/a', '8.8.8.8', 'TCP', 80)).toBe('deny');
  });

  test('1.16 on ingress a name beside a block is the own pod’s, and certain', () => {
    const { verdict } = situation(
      pod('x/a', 'pod: a', container('{name: web, containerPort: 8080}')),
      policy(
        'x',
        'podSelector: {}\npolicyTypes: [Ingress]\ningress: [{from: [{ipBlock: {cidr: 192.0.2.0/24}}], ports: [{port: web}]}]',
      ),
    );
    expect(verdict('192.0.2.1', 'x/a', 'TCP', 8080)).toBe('allow');
    expect(verdict('192.0.2.1', 'x/a', 'TCP', 80)).toBe('deny');
    expect(verdict('192.0.3.1', 'x/a', 'TCP', 8080)).toBe('deny');
  });

  test('1.23 a name of a pod on the host’s network depends', () => {
    const { verdict } = situation(
      pod('x/a', 'pod: a'),
      pod(
        'x/h',
        'pod: h',
        'hostNetwork: true\ncontainers: [{name: main, image: main, ports: [{name: web, containerPort: 80}]}]',
      ),
      egressOn('[{port: web}]'),
    );
    expect(verdict('x/a', 'x/h', 'TCP', 80)).toBe('depends');
    expect(verdict('x/a', 'x/h', 'TCP', 81)).toBe('deny');
  });
});

describe('services change nothing', () => {
  const server = pod('x/a', 'pod: a', container('{containerPort: 8080}'));
  const service = (more: string) => `apiVersion: v1
kind: Service
metadata: {name: web, namespace: x}
spec:
  selector: {pod: a}
  ports: [{port: 80, targetPort: 8080}]
  ${more}`;

  test.each([
    { number: 'T41', more: 'type: ClusterIP' },
    { number: 'T42', more: 'clusterIP: None' },
  ])('$number ports are the pod’s ($more)', ({ more }) => {
    const allowing80 = situation(server, pod('y/c'), service(more), ingressOn('[{port: 80}]'));
    expect(allowing80.verdict('y/c', 'x/a', 'TCP', 8080)).toBe('deny');
    expect(allowing80.verdict('y/c', 'x/a', 'TCP', 80)).toBe('allow');
    const allowing8080 = situation(server, pod('y/c'), service(more), ingressOn('[{port: 8080}]'));
    expect(allowing8080.verdict('y/c', 'x/a', 'TCP', 8080)).toBe('allow');
    expect(allowing8080.verdict('y/c', 'x/a', 'TCP', 80)).toBe('deny');
  });
});
