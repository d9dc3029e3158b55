// Services, names and ways in (SEMANTICS 1.20, 1.27–1.32, 6, and the tricky cases of section 9).
import { describe, expect, test } from 'vitest';
import { asking, ingress, object, service } from '../service/asking.ts';
import { container, controller, namespace, pod, policy } from './fixture.ts';

const WEB = pod('x/a', 'pod: a', container('{name: web, containerPort: 8080}'));
const CLIENT = pod('y/c', 'pod: c');

/** Ingress of every pod of x from anywhere on exactly this port. */
function ingressOn(port: number | string) {
  return policy(
    'x',
    `podSelector: {}\npolicyTypes: [Ingress]\ningress: [{ports: [{port: ${port}}]}]`,
  );
}

const ISOLATED = policy('x', 'podSelector: {}\npolicyTypes: [Ingress]');

describe('Services', () => {
  const translating = service('x/web', 'selector: {pod: a}, ports: [{port: 80, targetPort: 8080}]');

  test('T41 a policy that names the Service port stops what comes through it', () => {
    const { ask } = asking(WEB, CLIENT, translating, ingressOn(80));
    expect(ask('y/c', 'web.x', 80)).toMatchObject({ reach: 'deny' });
  });

  test('T41 a policy that names the target port lets it through', () => {
    const { ask, endpoints } = asking(WEB, CLIENT, translating, ingressOn(8080));
    expect(ask('y/c', 'web.x', 80)).toMatchObject({ reach: 'allow' });
    expect(endpoints('y/c', 'web.x', 80)).toEqual(['x/a[Pod]:8080 allow x1']);
  });

  const headless = service(
    'x/web',
    'clusterIP: None, selector: {pod: a}, ports: [{port: 80, targetPort: 8080}]',
  );

  test('T42 on the port of a headless Service nobody listens', () => {
    const { ask } = asking(WEB, CLIENT, headless);
    const { reach, ports } = ask('y/c', 'web.x', 80);
    expect(reach).toBe('deny');
    expect(ports[0]?.nothing).toContain('dial 8080');
  });

  test.each([
    [8080, 'allow'],
    [80, 'deny'],
  ])('T42 with a policy for %i, the target port of a headless Service: %s', (port, reach) => {
    const { ask } = asking(WEB, CLIENT, headless, ingressOn(port));
    expect(ask('y/c', 'web.x', 8080).reach).toBe(reach);
  });

  test('1.28 a named target port is each pod’s own, and a pod without it is no endpoint', () => {
    const { endpoints } = asking(
      CLIENT,
      pod('x/a', 'app: web', container('{name: http, containerPort: 8080}')),
      pod('x/b', 'app: web', container('{name: http, containerPort: 9090}')),
      pod('x/d', 'app: web', container('{name: metrics, containerPort: 9100}')),
      pod('x/e', 'app: web', container('{name: http, containerPort: 53, protocol: UDP}')),
      service('x/web', 'selector: {app: web}, ports: [{port: 80, targetPort: http}]'),
    );
    expect(endpoints('y/c', 'web.x', 80)).toEqual([
      'x/a[Pod]:8080 allow x1',
      'x/b[Pod]:9090 allow x1',
    ]);
  });

  test('1.28 targetPort is the port where it is left out', () => {
    const { endpoints } = asking(
      WEB,
      CLIENT,
      service('x/web', 'selector: {pod: a}, ports: [{port: 81}]'),
    );
    expect(endpoints('y/c', 'web.x', 81)).toEqual(['x/a[Pod]:81 allow x1']);
  });

  test('T39 through a Service to itself, under a policy that denies: depends', () => {
    const { ask, endpoints } = asking(WEB, translating, ISOLATED);
    expect(endpoints('x/a', 'web', 80)).toEqual(['x/a[Pod]:8080 depends x1 itself']);
    expect(ask('x/a', 'web', 80).reach).toBe('depends');
  });

  test('T55, 4.8 the policies of administrators hold on the way to itself', () => {
    const denied = `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: no-egress}
spec:
  tier: Admin
  priority: 1
  subject: {namespaces: {}}
  egress: [{action: Deny, to: [{namespaces: {}}]}]`;
    const { ask, endpoints, messages } = asking(WEB, translating, denied);
    expect(messages).toEqual([]);
    expect(endpoints('x/a', 'web', 80)).toEqual(['x/a[Pod]:8080 deny x1 itself']);
    expect(ask('x/a', 'web', 80).reach).toBe('deny');
    const passed = denied.replace('action: Deny', 'action: Pass');
    expect(asking(WEB, translating, passed).endpoints('x/a', 'web', 80)).toEqual([
      'x/a[Pod]:8080 allow x1 itself',
    ]);
  });

  test('1.20 another replica is ordinary traffic, the pod itself is not', () => {
    const { endpoints } = asking(
      controller('Deployment', 'x/web', 'pod: a', 'replicas: 3'),
      translating,
      ISOLATED,
    );
    expect(endpoints('x/web', 'web', 80)).toEqual([
      'x/web[Deployment]:8080 deny x2',
      'x/web[Deployment]:8080 depends x1 itself',
    ]);
  });
});

describe('DNS', () => {
  const target = [WEB, service('x/web', 'selector: {pod: a}, ports: [{port: 8080}]')];
  const egress = (rules: string) =>
    policy(
      'y',
      `podSelector: {}\npolicyTypes: [Egress]\negress:\n- to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: x}}}]\n${rules}`,
    );
  const kubeDns =
    '{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}, podSelector: {matchLabels: {k8s-app: kube-dns}}}';

  test('1.31 who may not ask for names reaches nothing by name', () => {
    const answer = asking(CLIENT, ...target, egress('')).ask('y/c', 'web.x', 8080);
    expect(answer.dns?.verdict).toBe('deny');
    expect(answer.ports[0]?.count.allow).toBe(1);
    expect(answer.reach).toBe('deny');
  });

  test('1.31 the usual labels of DNS pods are taken where none are in the input', () => {
    const answer = asking(
      CLIENT,
      ...target,
      egress(`- to: [${kubeDns}]\n  ports: [{port: 53, protocol: UDP}]`),
    ).ask('y/c', 'web.x', 8080);
    expect(answer.dns).toMatchObject({ verdict: 'allow', overTcp: 'deny', isAssumed: true });
    expect(answer.reach).toBe('allow');
  });

  const dnsPods = (port: number) => [
    pod(
      'kube-system/coredns',
      'k8s-app: kube-dns',
      container(`{name: dns, containerPort: ${port}, protocol: UDP}`),
    ),
    service(
      'kube-system/kube-dns',
      'selector: {k8s-app: kube-dns}, ports: [{port: 53, protocol: UDP, targetPort: dns}]',
    ),
  ];

  test.each([
    [53, 'allow'],
    [5353, 'deny'],
  ] as const)('1.31 DNS pods that listen on %i behind port 53: %s', (port, verdict) => {
    const answer = asking(
      CLIENT,
      ...target,
      ...dnsPods(port),
      egress(`- to: [${kubeDns}]\n  ports: [{port: 53, protocol: UDP}]`),
    ).ask('y/c', 'web.x', 8080);
    expect(answer.dns).toMatchObject({ verdict, port, isAssumed: false });
  });

  test('an open block may hold another server: depends', () => {
    const answer = asking(
      CLIENT,
      ...target,
      egress('- to: [{ipBlock: {cidr: 169.254.20.10/32}}]\n  ports: [{port: 53, protocol: UDP}]'),
      namespace('kube-system'),
      ...dnsPods(53),
    ).ask('y/c', 'web.x', 8080);
    // The address of the DNS pods is not known, so the block may be theirs, too.
    expect(answer.dns?.verdict).toBe('depends');
  });

  test('an address needs no DNS', () => {
    const answer = asking(CLIENT, egress('')).ask('y/c', '192.0.2.1', 80);
    expect(answer.dns).toBeNull();
    expect(answer.reach).toBe('deny');
  });
});

describe('the API server', () => {
  const egressTo = (to: string) =>
    policy(
      'y',
      `podSelector: {}\npolicyTypes: [Egress]\negress: [{to: [${to}]}, {ports: [{port: 53, protocol: UDP}]}]`,
    );

  test.each([
    ['{namespaceSelector: {}}', 'deny'],
    ['{ipBlock: {cidr: 10.0.0.1/32}}', 'depends'],
    ['{ipBlock: {cidr: 0.0.0.0/0}}', 'allow'],
  ])('1.32 egress to %s: %s', (to, reach) => {
    const { ask } = asking(CLIENT, egressTo(to));
    expect(ask('y/c', 'kubernetes.default', 443).reach).toBe(reach);
  });

  test('1.32 which of its ports it listens on is not in the manifests', () => {
    const only443 = policy(
      'y',
      'podSelector: {}\npolicyTypes: [Egress]\negress: [{ports: [{port: 443}, {port: 53, protocol: UDP}]}]',
    );
    expect(asking(CLIENT, only443).ask('y/c', 'kubernetes.default.svc', null).reach).toBe(
      'depends',
    );
  });
});

describe('ways in', () => {
  const web = service(
    'x/web',
    'selector: {pod: a}, ports: [{name: http, port: 80, targetPort: 8080}]',
  );
  const from = (peers: string) =>
    policy('x', `podSelector: {}\npolicyTypes: [Ingress]\ningress: [{${peers}}]`);

  test.each([
    ['', 'allow'],
    ['from: [{namespaceSelector: {}}]', 'allow'],
    ['from: [{namespaceSelector: {}, podSelector: {}}]', 'allow'],
    [
      'from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}}]',
      'depends',
    ],
    ['from: [{namespaceSelector: {}, podSelector: {matchLabels: {app: nginx}}}]', 'depends'],
    ['from: [{podSelector: {matchLabels: {app: nginx}}}]', 'depends'],
    ['from: [{ipBlock: {cidr: 10.0.0.0/8}}]', 'depends'],
    ['from: [{namespaceSelector: {}}], ports: [{port: 80}]', 'deny'],
  ])('T64, 6.3 a controller that is not in the input, under {%s}: %s', (peers, reach) => {
    const { ways } = asking(WEB, web, ingress('x/i', 'name: web, port: {name: http}'), from(peers));
    expect(ways()).toMatchObject([{ reach, hops: [{ from: { id: '{ingress-controller}' } }] }]);
  });

  test.each(['{}', ''])('T70 behind a Service with selector "%s" there is nobody', (selector) => {
    const { ways } = asking(
      WEB,
      service('x/web', `selector: ${selector}, ports: [{port: 80}]`),
      ingress('x/i', 'name: web, port: {number: 80}'),
    );
    expect(ways()).toMatchObject([{ hops: [], reach: 'deny', problem: { kind: 'no-endpoints' } }]);
  });

  const route = object(
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    'y/r',
    'parentRefs: [{name: gw}], rules: [{backendRefs: [{name: web, namespace: x, port: 80}]}]',
  );
  const gateway = object(
    'gateway.networking.k8s.io/v1',
    'Gateway',
    'y/gw',
    'gatewayClassName: c, listeners: [{name: http, port: 80, protocol: HTTP}]',
  );
  test.each([
    ['shop.example', 'shop.example', 'allow'],
    ['shop.example', 'Shop.Example', 'allow'],
    ['*.example', 'shop.example', 'allow'],
    ['*.example', 'a.shop.example', 'allow'],
    ['*.example', 'example', 'deny'],
    ['shop.example', '*.example', 'allow'],
    ['*.shop.example', '*.example', 'allow'],
    ['shop.example', 'pay.example', 'deny'],
    ['*.shop.example', '*.pay.example', 'deny'],
    ['', 'shop.example', 'allow'],
    ['shop.example', '', 'allow'],
  ])('6.5 a listener of host %j and a route of host %j', (listener, hostname, reach) => {
    const here = object(
      'gateway.networking.k8s.io/v1',
      'Gateway',
      'x/gw',
      `gatewayClassName: c, listeners: [{name: http, port: 80, protocol: HTTP${listener === '' ? '' : `, hostname: "${listener}"`}}]`,
    );
    const own = object(
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      'x/r',
      `${hostname === '' ? '' : `hostnames: ["${hostname}"], `}parentRefs: [{name: gw}], rules: [{backendRefs: [{name: web, port: 80}]}]`,
    );
    const found = asking(WEB, web, here, own).ways();
    expect(found.map((way) => way.reach)).toEqual([reach]);
    if (reach === 'allow') return;
    expect(found[0]?.problem).toMatchObject({ kind: 'not-attached' });
    expect(found[0]?.problem?.message).toContain(`none for ${hostname}`);
  });

  test('6.5 another listener of the Gateway may be for the host', () => {
    const two = object(
      'gateway.networking.k8s.io/v1',
      'Gateway',
      'x/gw',
      'gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP, hostname: pay.example}, {name: b, port: 80, protocol: HTTP, hostname: shop.example}]',
    );
    const to = (section: string) =>
      object(
        'gateway.networking.k8s.io/v1',
        'HTTPRoute',
        'x/r',
        `hostnames: [shop.example], parentRefs: [{name: gw${section}}], rules: [{backendRefs: [{name: web, port: 80}]}]`,
      );
    const reach = (section: string) => asking(WEB, web, two, to(section)).ways()[0]?.reach;
    expect(reach('')).toBe('allow');
    expect(reach(', sectionName: b')).toBe('allow');
    expect(reach(', sectionName: a')).toBe('deny');
  });

  test('6.5 copies of requests go where a filter mirrors them', () => {
    const other = pod('x/copy', 'pod: copy');
    const mirrored = object(
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      'x/r',
      'hostnames: [shop.example], parentRefs: [{name: gw, namespace: "y"}], rules: [{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: copy, port: 80}}}], backendRefs: [{name: web, port: 80}]}]',
    );
    const all = object(
      'gateway.networking.k8s.io/v1',
      'Gateway',
      'y/gw',
      'gatewayClassName: c, listeners: [{name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}]',
    );
    const { ways } = asking(
      WEB,
      web,
      other,
      service('x/copy', 'selector: {pod: copy}, ports: [{port: 80}]'),
      policy('x/shut', 'podSelector: {matchLabels: {pod: copy}}'),
      all,
      mirrored,
    );
    expect(ways().map((way) => [way.service.name, way.requests, way.reach])).toEqual([
      ['web', 'shop.example', 'allow'],
      ['copy', 'copies of shop.example', 'deny'],
    ]);
  });

  const grant = (
    kind: string,
    name: string,
    place: string,
  ) => `apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: {name: g, namespace: ${place}}
spec:
  from: [{group: gateway.networking.k8s.io, kind: ${kind}, namespace: "y"}]
  to: [{group: "", kind: Service${name}}]`;

  test('T73 a route needs a ReferenceGrant for a Service of another namespace', () => {
    const { ways } = asking(WEB, web, gateway, route);
    expect(ways()).toMatchObject([{ hops: [], reach: 'deny', problem: { kind: 'no-grant' } }]);
  });

  test.each([
    ['HTTPRoute', '', 'x', 'allow'],
    ['HTTPRoute', ', name: web', 'x', 'allow'],
    ['HTTPRoute', ', name: other', 'x', 'deny'],
    ['GRPCRoute', '', 'x', 'deny'],
    ['HTTPRoute', '', '"y"', 'deny'],
  ])('T73 with a grant for %s%s in %s: %s', (kind, name, place, reach) => {
    const { ways } = asking(WEB, web, gateway, route, grant(kind, name, place));
    expect(ways().map((way) => way.reach)).toEqual([reach]);
  });

  test.each([
    ['externalTrafficPolicy: Cluster', "node's address"],
    ['externalTrafficPolicy: Local', 'load balancer'],
  ])('1.30 a block for clients behind a load balancer depends: %s', (setting, words) => {
    const { ways } = asking(
      WEB,
      service(
        'x/web',
        `type: LoadBalancer, ${setting}, selector: {pod: a}, ports: [{port: 80, targetPort: 8080}]`,
      ),
      from('from: [{ipBlock: {cidr: 203.0.113.0/24}}]'),
    );
    expect(ways()).toMatchObject([{ reach: 'depends', by: { kind: 'LoadBalancer' } }]);
    expect(ways()[0]?.hops[0]?.endpoints[0]?.because.join()).toContain(words);
  });

  test.each([
    ['', 'allow'],
    ['from: [{namespaceSelector: {}}]', 'deny'],
    ['ports: [{port: 80}]', 'deny'],
  ])('1.30 a node port under {%s}: %s', (rule, reach) => {
    const { ways } = asking(
      WEB,
      service('x/web', 'type: NodePort, selector: {pod: a}, ports: [{port: 80, targetPort: 8080}]'),
      from(rule),
    );
    expect(ways().map((way) => way.reach)).toEqual([reach]);
  });
});
