// Ways in and addresses of Services, beyond the tricky cases (SEMANTICS 1.27–1.30, 6.5, 6.6).
import { describe, expect, test } from 'vitest';
import { analyze, findPeer } from '../../../src/core/index.ts';
import { asking, object, service } from '../service/asking.ts';
import { container, controller, pod, policy } from './fixture.ts';

const WEB = pod('x/a', 'app: web', container('{name: web, containerPort: 8080}'));
const CLIENT = pod('y/c', 'app: client');
const SHUT = policy('x', 'podSelector: {}\npolicyTypes: [Ingress]');
const PORTS = 'selector: {app: web}, ports: [{port: 80, targetPort: 8080}]';

describe('addresses of a Service', () => {
  const open = service('x/web', `clusterIP: 10.96.0.9, externalIPs: [203.0.113.9], ${PORTS}`);
  const balanced = (more: string) => `apiVersion: v1
kind: Service
metadata: {name: web, namespace: x}
spec: {type: LoadBalancer, ${PORTS}}
status: {loadBalancer: {ingress: [{ip: 198.51.100.7${more}}]}}`;

  test.each([
    ['10.96.0.9', open],
    ['203.0.113.9', open],
    ['198.51.100.7', balanced('')],
    ['198.51.100.7', balanced(', ipMode: VIP')],
  ])('1.27 %s leads to the pods behind, under their policies', (address, document) => {
    const to = (...documents: readonly string[]) =>
      asking(WEB, CLIENT, document, ...documents).endpoints('y/c', address, 80);
    expect(to()).toEqual(['x/a[Pod]:8080 allow x1']);
    expect(to(SHUT)).toEqual(['x/a[Pod]:8080 deny x1']);
  });

  test('1.27 the address of a proxy outside is what it is', () => {
    const { means } = asking(WEB, CLIENT, balanced(', ipMode: Proxy'));
    expect(means('198.51.100.7', 'y')).toBe('address 198.51.100.7/32');
  });

  test.each(['10.96.0.9', '203.0.113.9'])('1.27 %s is no end of a flow', (address) => {
    const text = [WEB, CLIENT, open].join('\n---\n');
    const found = findPeer(analyze([{ name: 'input.yaml', text }]), address);
    expect(found).toMatchObject({ ok: false, message: expect.stringContaining('svc/web.x') });
  });
});

describe('endpoints that are listed', () => {
  const onHost = (place: string, owner: string) => `apiVersion: v1
kind: Pod
metadata:
  name: ${place.split('/')[1]}
  namespace: ${place.split('/')[0]}
  ownerReferences: [{apiVersion: apps/v1, kind: DaemonSet, name: ${owner}, uid: u, controller: true}]
spec: {hostNetwork: true, containers: [{name: main, image: main}]}
status: {podIP: 192.0.2.1}`;
  const slice = (name: string) => `apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: web-1, namespace: x, labels: {kubernetes.io/service-name: web}}
addressType: IPv4
ports: [{name: ${name}, port: 9100}]
endpoints: [{addresses: [192.0.2.1], targetRef: {kind: Pod, name: node-exporter-b, namespace: x}}]`;

  test('1.29 of several pods on one address the one that is named is meant', () => {
    const { endpoints } = asking(
      CLIENT,
      onHost('a/proxy-a', 'proxy'),
      onHost('x/node-a', 'node'),
      onHost('x/node-exporter-b', 'node-exporter'),
      service('x/web', 'ports: [{port: 80}]'),
      slice('""'),
    );
    expect(endpoints('y/c', 'web.x', 80)).toEqual(['x/node-exporter[DaemonSet]:9100 allow x1']);
  });

  test('1.29 ports are paired by name, and it is said where none has it', () => {
    const { ask } = asking(
      CLIENT,
      service('x/web', 'ports: [{name: http, port: 80}]'),
      slice('metrics'),
    );
    const { reach, ports } = ask('y/c', 'web.x', 80);
    expect(reach).toBe('deny');
    expect(ports[0]?.nothing).toContain('none that is ready for its port 80 (http)');
  });
});

describe('a Service of one pod of a StatefulSet', () => {
  const DB = controller('StatefulSet', 'x/db', 'app: db', 'replicas: 3');
  const one = (key: string, value: string) =>
    service('x/one', `selector: {app: db, ${key}: "${value}"}, ports: [{port: 80}]`);
  const NAME = 'statefulset.kubernetes.io/pod-name';
  const SPLIT = policy('x', `podSelector: {matchLabels: {${NAME}: db-0}}`);
  const LATER = controller('StatefulSet', 'x/db', 'app: db', 'replicas: 3\nordinals: {start: 5}');

  test.each([
    [DB, one(NAME, 'db-0'), ['x/db[StatefulSet]:80 allow x1']],
    [DB, one(NAME, 'db-2'), ['x/db[StatefulSet]:80 allow x1']],
    [DB, one(NAME, 'db-3'), []],
    [DB, one(NAME, 'db-02'), []],
    [DB, one(NAME, 'other-0'), []],
    [DB, one('apps.kubernetes.io/pod-index', '1'), ['x/db[StatefulSet]:80 allow x1']],
    [DB, one('apps.kubernetes.io/pod-index', '3'), []],
    [LATER, one(NAME, 'db-5'), ['x/db[StatefulSet]:80 allow x1']],
    [LATER, one(NAME, 'db-0'), []],
    [`${DB}\n---\n${SPLIT}`, one(NAME, 'db-0'), ['x/db-0[Pod]:80 deny x1']],
    [`${DB}\n---\n${SPLIT}`, one(NAME, 'db-1'), ['x/db[StatefulSet]:80 allow x1']],
    [`${DB}\n---\n${SPLIT}`, one(NAME, 'db-2'), ['x/db[StatefulSet]:80 allow x1']],
    [`${DB}\n---\n${SPLIT}`, one(NAME, 'db-3'), []],
  ])('5.3 leads to that pod alone (%#)', (document, found, expected) => {
    expect(asking(CLIENT, document, found).endpoints('y/c', 'one.x', 80)).toEqual(expected);
  });

  test('1.20 which another pod of the set reaches as it reaches any', () => {
    const shut = policy('x', 'podSelector: {}');
    const of = (...more: readonly string[]) =>
      asking(DB, one(NAME, 'db-0'), ...more).endpoints('x/db', 'one', 80);
    expect(of()).toEqual(['x/db[StatefulSet]:80 allow x1']);
    expect(of(shut)).toEqual(['x/db[StatefulSet]:80 deny x1']);
  });
});

describe('internalTrafficPolicy: Local', () => {
  const local = service('x/web', `internalTrafficPolicy: Local, ${PORTS}`);

  test('1.28 leads to endpoints of the own node only: depends', () => {
    const { ask } = asking(WEB, CLIENT, local);
    const { reach, ports } = ask('y/c', 'web.x', 80);
    expect(reach).toBe('depends');
    expect(ports[0]?.endpoints[0]?.because.join()).toContain("on the client's own node");
    expect(asking(WEB, CLIENT, local, SHUT).ask('y/c', 'web.x', 80).reach).toBe('deny');
  });

  test('1.28 a DaemonSet has an endpoint on each node', () => {
    const agent = controller('DaemonSet', 'x/agent', 'app: web');
    expect(asking(agent, CLIENT, local).ask('y/c', 'web.x', 80).reach).toBe('allow');
  });
});

describe('Services that stand open', () => {
  const way = (spec: string, ...documents: readonly string[]) =>
    asking(WEB, service('x/web', `${spec}, ${PORTS}`), ...documents).ways();

  test('1.30 externalIPs lead in, whatever the type', () => {
    expect(way('externalIPs: [203.0.113.9]')).toMatchObject([
      { by: { kind: 'ExternalIP' }, reach: 'allow' },
    ]);
    expect(way('externalIPs: [203.0.113.9]', SHUT)).toMatchObject([{ reach: 'deny' }]);
    expect(way('externalIPs: []')).toEqual([]);
  });

  test.each([
    ['loadBalancerSourceRanges: [10.0.0.0/8]', 'depends'],
    ['loadBalancerSourceRanges: [10.0.0.0/8, 0.0.0.0/0]', 'allow'],
    ['loadBalancerSourceRanges: []', 'allow'],
  ])('1.30 a load balancer with %s: %s', (setting, reach) => {
    const [found] = way(`type: LoadBalancer, ${setting}`);
    expect(found?.reach).toBe(reach);
    const because = found?.hops[0]?.endpoints[0]?.because.join() ?? '';
    expect(because.includes('only clients in 10.0.0.0/8')).toBe(reach === 'depends');
  });

  test('1.30 they bind no node port', () => {
    expect(way('type: NodePort, loadBalancerSourceRanges: [10.0.0.0/8]')).toMatchObject([
      { reach: 'allow' },
    ]);
  });
});

describe('the Gateway API', () => {
  const web = service('x/web', PORTS);
  const BACKEND = 'rules: [{backendRefs: [{name: web, port: 80}]}]';
  const gateway = (place: string, listener = '') =>
    object(
      'gateway.networking.k8s.io/v1',
      'Gateway',
      place,
      `gatewayClassName: nginx, listeners: [{name: a, port: 80, protocol: HTTP${listener}}]`,
    );
  const route = (parent: string, rest = BACKEND, kind = 'HTTPRoute') =>
    object(
      'gateway.networking.k8s.io/v1',
      kind,
      'x/r',
      `parentRefs: [{name: gw${parent}}], ${rest}`,
    );

  test('6.5 from: Selector without one takes no routes', () => {
    const closed = gateway('x/gw', ', allowedRoutes: {namespaces: {from: Selector}}');
    const all = gateway('x/gw', ', allowedRoutes: {namespaces: {from: Selector, selector: {}}}');
    expect(asking(WEB, web, closed, route('')).ways()).toMatchObject([{ reach: 'deny' }]);
    expect(asking(WEB, web, all, route('')).ways()).toMatchObject([{ reach: 'allow' }]);
  });

  test('6.5 whether a Gateway elsewhere that is not in the input takes a route is unknown', () => {
    const [found] = asking(WEB, web, route(', namespace: infra')).ways();
    expect(found).toMatchObject({ reach: 'depends', problem: { kind: 'may-not-attach' } });
    expect(asking(WEB, web, route('')).ways()).toMatchObject([{ reach: 'allow' }]);
  });

  test('6.5 a Gateway of the name in another namespace is perhaps meant', () => {
    const open = gateway('infra/gw', ', allowedRoutes: {namespaces: {from: All}}');
    const { ways, messages } = asking(WEB, web, open, route(''));
    expect(ways()).toMatchObject([{ reach: 'depends', problem: { kind: 'no-gateway' } }]);
    expect(ways()[0]?.problem?.message).toContain('write namespace: infra');
    expect(asking(WEB, web, open, route(', namespace: infra')).ways()[0]?.reach).toBe('allow');
    expect(messages).toEqual([]);
  });

  test('6.5 a backend has to name its port', () => {
    const nameless = route('', 'rules: [{backendRefs: [{name: web}]}]');
    const [found] = asking(WEB, web, gateway('x/gw'), nameless).ways();
    expect(found).toMatchObject({ reach: 'deny', problem: { kind: 'no-port' } });
    expect(found?.problem?.message).toContain('write 80');
  });

  test('6.5 a UDPRoute leads to no TCP port', () => {
    const udp = gateway('x/gw').replace('protocol: HTTP', 'protocol: UDP');
    const [found] = asking(WEB, web, udp, route('', BACKEND, 'UDPRoute')).ways();
    expect(found).toMatchObject({ reach: 'deny', problem: { kind: 'no-port' } });
    expect(found?.problem?.message).toBe('A UDPRoute leads UDP, and Service x/web has 80.');
  });
});

describe.each([
  ['gateway.networking.k8s.io/v1', 'ListenerSet'],
  ['gateway.networking.x-k8s.io/v1alpha1', 'XListenerSet'],
])('6.5 %s %s', (version, kind) => {
  const web = service('x/web', PORTS);
  const gateway = (allowed: string) =>
    object(
      'gateway.networking.k8s.io/v1',
      'Gateway',
      'infra/gw',
      `gatewayClassName: nginx${allowed === '' ? '' : `, allowedListeners: {namespaces: {${allowed}}}`}, listeners: [{name: own, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}]`,
    );
  const set = (listener = '') =>
    object(
      version,
      kind,
      'x/set',
      `parentRef: {name: gw, namespace: infra}, listeners: [{name: added, port: 8000, protocol: HTTP${listener}}]`,
    );
  const route = (place = 'x/r', more = '') =>
    object(
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      place,
      `parentRefs: [{group: ${version.split('/')[0]}, kind: ${kind}, name: set, namespace: x${more}}], rules: [{backendRefs: [{name: web, port: 80}]}]`,
    );
  const reach = (...documents: readonly string[]) =>
    asking(WEB, web, ...documents)
      .ways()
      .map((way) => `${way.reach} ${way.problem?.kind ?? ''}`.trim());

  test.each([
    ['', 'deny not-attached'],
    ['from: None', 'deny not-attached'],
    ['from: Same', 'deny not-attached'],
    ['from: All', 'allow'],
    ['from: Selector', 'deny not-attached'],
    ['from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: x}}', 'allow'],
    ['from: Selector, selector: {matchLabels: {team: a}}', 'depends may-not-attach'],
  ])('adds to a Gateway that allows listeners {%s}: %s', (allowed, expected) => {
    expect(reach(gateway(allowed), set(), route())).toEqual([expected]);
  });

  const OPEN = gateway('from: All');

  test('a route attaches to the listeners of the set, by their rules', () => {
    expect(reach(OPEN, set(', hostname: shop.example'), route())).toEqual(['allow']);
    expect(reach(OPEN, set(), route('x/r', ', sectionName: added'))).toEqual(['allow']);
    expect(reach(OPEN, set(), route('x/r', ', sectionName: own'))).toEqual(['deny not-attached']);
    expect(reach(OPEN, set(), route('y/r'))).toEqual(['deny not-attached']);
    expect(reach(OPEN, set(), route().replace('HTTPRoute', 'TCPRoute'))).toEqual([
      'deny not-attached',
    ]);
  });

  test('without the set, or its Gateway, it is unknown', () => {
    expect(reach(OPEN, route())).toEqual(['depends may-not-attach']);
    expect(reach(set(), route())).toEqual(['depends may-not-attach']);
  });

  test('its requests come from the pods of the Gateway', () => {
    const own = pod('infra/gw-1', 'gateway.networking.k8s.io/gateway-name: gw');
    const [way] = asking(WEB, web, OPEN, set(), route(), own).ways();
    expect(way?.hops.map(({ from }) => from.id)).toEqual(['infra/gw-1[Pod]']);
    expect(way?.by.gateway).toEqual({ namespace: 'infra', name: 'gw' });
  });

  test('is read and not said to be left out', () => {
    expect(asking(WEB, web, OPEN, set(), route()).messages).toEqual([]);
  });
});

describe('an OpenShift Route', () => {
  const to = (port: number | string) =>
    object(
      'route.openshift.io/v1',
      'Route',
      'x/r',
      `to: {kind: Service, name: web}, port: {targetPort: ${port}}`,
    );
  const named = service(
    'x/web',
    'selector: {app: web}, ports: [{name: http, port: 80, targetPort: web}]',
  );

  test.each([
    [8080, service('x/web', PORTS), 'allow'],
    [80, service('x/web', PORTS), 'deny'],
    [8080, named, 'allow'],
    ['http', named, 'allow'],
    ['web', named, 'allow'],
    ['other', named, 'deny'],
    [80, named, 'deny'],
    [8080, service('x/web', 'selector: {app: web}, ports: [{port: 8080}]'), 'allow'],
  ])('6.6 to %j of %s: %s', (port, document, reach) => {
    expect(asking(WEB, document, to(port)).ways()).toMatchObject([{ reach }]);
  });

  test('6.6 that the Service’s own number is no pod’s is said', () => {
    const [found] = asking(WEB, service('x/web', PORTS), to(80)).ways();
    expect(found?.problem?.message).toContain('Service x/web leads 80 to 8080');
  });
});
