// Services and ways in on the command line as it is built: `eval --to svc/…` and the rows of
// `{ingress-controller}`.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, type Program } from './program.ts';

const SHOP = `apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 2
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: web, ports: [{name: http, containerPort: 8080}]}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: canary, namespace: shop}
spec:
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: web, ports: [{name: http, containerPort: 8081}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}]}
---
apiVersion: v1
kind: Pod
metadata: {name: client, namespace: other, labels: {app: client}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 8080}]}]
`;

const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, namespace: shop}
spec: {defaultBackend: {service: {name: web, port: {name: http}}}}
`;

const CONTROLLER = `apiVersion: apps/v1
kind: Deployment
metadata: {name: controller, namespace: ingress-nginx}
spec:
  template:
    metadata: {labels: {app.kubernetes.io/name: ingress-nginx}}
    spec: {containers: [{name: c, image: c}]}
`;

let program: Program;

beforeAll(() => {
  program = buildProgram();
  program.write({ 'shop.yaml': SHOP, 'ingress.yaml': INGRESS, 'controller.yaml': CONTROLLER });
});
afterAll(() => program.remove());

const ask = (...more: readonly string[]) =>
  program.run(['eval', 'shop.yaml', '--from', 'other/client', ...more]);

describe('eval --to svc/', () => {
  test('counts the endpoints that are reached', () => {
    const { out, status } = ask('--to', 'svc/web.shop:80');
    expect(status).toBe(0);
    expect(out.split('\n')[0]).toBe(
      'other/client[Pod] => svc/web.shop: partly allowed, 2 of 3 endpoints reachable',
    );
    expect(out).toContain('web.shop is Service shop/web');
    expect(out).toContain('DNS, UDP 53 of {cluster-dns}: allowed');
    expect(out).toContain('shop/web[Deployment] x2, TCP 8080: allowed');
    expect(out).toContain('shop/canary[Deployment], TCP 8081: denied');
    expect(out).toContain('policy shop/web (shop.yaml:');
  });

  test.each([['svc/web.shop:http'], ['svc/web.shop.svc.cluster.local:80'], ['svc/web.shop']])(
    '%s means the same',
    (name) => expect(ask('--to', name).out).toContain('2 of 3 endpoints reachable'),
  );

  test('--port stands for the port behind the name', () => {
    expect(ask('--to', 'svc/web.shop', '--port', '80').out).toContain('2 of 3 endpoints');
  });

  test('a name is looked up from the namespace of the pod that asks', () => {
    expect(ask('--to', 'svc/web:80').out).toContain('web does not resolve');
  });

  test('a port that is not there: those that are', () => {
    expect(ask('--to', 'svc/web.shop:81').out).toContain(
      'Service shop/web has no port 81. It has 80 (http).',
    );
  });

  test('as JSON', () => {
    const answer = JSON.parse(ask('--to', 'svc/web.shop:80', '-o', 'json').out);
    expect(answer).toMatchObject({
      version: 1,
      source: 'other/client[Pod]',
      name: 'web.shop',
      means: { kind: 'service', id: 'shop/web' },
      verdict: 'partly',
      reachable: 2,
      endpoints: 3,
      dns: { verdict: 'allow', server: '{cluster-dns}', isAssumed: true },
      ports: [
        {
          port: 80,
          name: 'http',
          protocol: 'TCP',
          endpoints: [
            { peer: 'shop/canary[Deployment]', port: 8081, pods: 1, verdict: 'deny' },
            { peer: 'shop/web[Deployment]', port: 8080, pods: 2, verdict: 'allow' },
          ],
        },
      ],
    });
  });

  test.each(['svc/', 'svc/web:0', 'svc/web:99999', `svc/${'a'.repeat(300)}`])(
    '%s is no use',
    (name) => expect(ask('--to', name).status).toBe(2),
  );
});

describe('{ingress-controller}', () => {
  const list = (...paths: readonly string[]) => program.run(['list', ...paths]).out;

  test('is listed with the pods’ ports that an Ingress leads to', () => {
    const rows = list('shop.yaml', 'ingress.yaml')
      .split('\n')
      .filter((line) => line.includes('{ingress-controller}'));
    expect(rows).toEqual(['{ingress-controller} => shop/web[Deployment] : TCP 8080']);
  });

  test('is a peer of its own type', () => {
    const { peers, connections } = JSON.parse(
      program.run(['list', 'shop.yaml', 'ingress.yaml', '-o', 'json']).out,
    );
    expect(peers.at(-1)).toEqual({ id: '{ingress-controller}', type: 'actor' });
    expect(connections.at(-1)).toEqual({
      source: '{ingress-controller}',
      destination: 'shop/web[Deployment]',
      allowed: { TCP: ['8080'] },
      depends: {},
    });
  });

  test('--all lists what is shut, too, and --explain says why', () => {
    const { out } = program.run(['list', 'shop.yaml', 'ingress.yaml', '--all', '--explain']);
    const at = out.indexOf('{ingress-controller} => shop/canary[Deployment] : No Connections');
    expect(at).toBeGreaterThan(0);
    expect(out.slice(at)).toContain('TCP 8081: denied');
  });

  test.each([[['shop.yaml']], [['shop.yaml', 'ingress.yaml', 'controller.yaml']]])(
    'is not there for %j',
    (paths) => {
      expect(list(...paths)).not.toContain('{ingress-controller}');
      const { status, err } = program.run([
        'eval',
        ...paths,
        '--from',
        '{ingress-controller}',
        '--to',
        'shop/web',
      ]);
      expect(status).toBe(2);
      expect(err).toContain('no Ingress, Gateway or Route');
    },
  );

  test('eval takes it with --from', () => {
    const { out } = program.run([
      'eval',
      'shop.yaml',
      'ingress.yaml',
      '--from',
      '{ingress-controller}',
      '--to',
      'shop/canary',
      '--port',
      '8081',
    ]);
    expect(out).toContain('{ingress-controller} => shop/canary[Deployment], TCP 8081: denied');
    expect(out).toContain('{ingress-controller} is not in the input');
  });
});

describe('who stands around the pods', () => {
  const ask = (from: string, to: string, ...more: readonly string[]) =>
    program.run(['eval', 'shop.yaml', 'ingress.yaml', '--from', from, '--to', to, ...more]);

  test.each(['{nodes}', '{api-server}', '{cluster-dns}', '{ingress-controller}'])(
    'eval takes %s at both ends',
    (actor) => {
      // Only what enters the canary is held back (see above).
      expect(ask('shop/canary', actor, '--port', '53').out).toContain(`=> ${actor}, TCP 53: `);
      const { status, out } = ask(actor, 'shop/canary', '--port', '8081');
      expect(status).toBe(0);
      expect(out).toContain(`${actor} => shop/canary[Deployment], TCP 8081: `);
    },
  );

  test('1.21 the probes of the own node get in, and eval says so', () => {
    const { out } = ask('{nodes}', 'shop/canary', '--port', '8081');
    expect(out).toContain('depends');
    expect(out).toContain("The kubelet's probes come from the pod's own node");
  });

  test('two of them are no flow', () => {
    const { status, err } = ask('{nodes}', '{api-server}');
    expect(status).toBe(2);
    expect(err).toContain('neither end is a workload');
  });

  test('DNS pods of the input are named by their names', () => {
    const dns = `apiVersion: v1
kind: Pod
metadata: {name: coredns, namespace: kube-system, labels: {k8s-app: kube-dns}}
spec: {containers: [{name: c, image: i}]}`;
    program.write({ 'dns.yaml': dns });
    const { status, err } = program.run([
      'eval',
      'shop.yaml',
      'dns.yaml',
      '--from',
      'shop/web',
      '--to',
      '{cluster-dns}',
    ]);
    expect(status).toBe(2);
    expect(err).toContain('its pods are in the input');
  });

  test('and list tells of none of them', () => {
    const { out } = program.run(['list', 'shop.yaml', '--all', '-o', 'json']);
    expect(JSON.parse(out).peers.map(({ type }: { type: string }) => type)).not.toContain('actor');
    expect(out).not.toMatch(/[{](nodes|api-server|cluster-dns)[}]/);
  });
});
