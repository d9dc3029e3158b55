// Whose pods stand behind an Ingress, a Gateway or a Route, and what may reach them.
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/core/index.ts';
import { intendedFlows } from '../../../src/core/service/intended.ts';
import { container, pod, policy } from '../semantics/fixture.ts';
import { asking, object, service } from './asking.ts';

const WEB = [
  pod('x/a', 'pod: a', container('{containerPort: 8080}')),
  service('x/web', 'selector: {pod: a}, ports: [{port: 80, targetPort: 8080}]'),
];
const NGINX = pod(
  'edge/nginx',
  'app.kubernetes.io/name: ingress-nginx',
  container('{name: http, containerPort: 80}'),
);
const ENVOY = pod('edge/envoy', 'app: envoy');

const ingressOf = (className: string) =>
  object(
    'networking.k8s.io/v1',
    'Ingress',
    'x/i',
    `${className}defaultBackend: {service: {name: web, port: {number: 80}}}`,
  );
const classOf = (name: string, controller: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: ${name}}\nspec: {controller: ${controller}}`;

const sources = (...documents: readonly string[]) =>
  asking(...WEB, ...documents)
    .ways()
    .flatMap(({ hops }) => hops.map(({ from }) => from.id));

describe('the pods behind an Ingress', () => {
  test.each([
    ['no class: any controller there is', '', [NGINX], 'edge/nginx[Pod]'],
    ['its usual class', 'ingressClassName: nginx, ', [NGINX], 'edge/nginx[Pod]'],
    [
      'a class of another controller',
      'ingressClassName: traefik, ',
      [NGINX],
      '{ingress-controller}',
    ],
    ['a class that is not known', 'ingressClassName: edge, ', [NGINX], '{ingress-controller}'],
    [
      'a class of the input that names it',
      'ingressClassName: edge, ',
      [NGINX, classOf('edge', 'k8s.io/ingress-nginx')],
      'edge/nginx[Pod]',
    ],
    ['an Envoy that may be anybody’s', '', [ENVOY], '{ingress-controller}'],
    ['an Envoy where the class says so', 'ingressClassName: contour, ', [ENVOY], 'edge/envoy[Pod]'],
  ])('%s', (_, className, documents, source) => {
    expect(sources(ingressOf(className), ...documents)).toEqual([source]);
  });
});

test('the pods of a Gateway carry its name', () => {
  const route = object(
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    'x/r',
    'parentRefs: [{name: gw}], rules: [{backendRefs: [{name: web, port: 80}]}]',
  );
  const gateway = object(
    'gateway.networking.k8s.io/v1',
    'Gateway',
    'x/gw',
    'gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP}]',
  );
  const own = pod('x/gw-1', 'gateway.networking.k8s.io/gateway-name: gw');
  expect(sources(gateway, route)).toEqual(['{ingress-controller}']);
  expect(sources(gateway, route, own)).toEqual(['x/gw-1[Pod]']);
});

test('6.3 who may not reach the controller gets no further', () => {
  const shut = policy('edge', 'podSelector: {}\npolicyTypes: [Ingress]');
  const blocks = policy(
    'edge',
    'podSelector: {}\npolicyTypes: [Ingress]\ningress: [{from: [{ipBlock: {cidr: 203.0.113.0/24}}]}]',
  );
  const reach = (...documents: readonly string[]) =>
    asking(...WEB, NGINX, ingressOf(''), ...documents)
      .ways()
      .map((way) => way.reach);
  expect(reach()).toEqual(['allow']);
  expect(reach(shut)).toEqual(['deny']);
  expect(reach(blocks)).toEqual(['depends']);
});

/** Ingress of every pod of x from what is given only. */
const from = (peer: string) =>
  policy('x', `podSelector: {}\npolicyTypes: [Ingress]\ningress: [{from: [${peer}]}]`);
const EVERY_POD = from('{namespaceSelector: {}}');
const ANYBODY = policy('x', 'podSelector: {}\npolicyTypes: [Ingress]\ningress: [{}]');
const FROM_BLOCK = from('{ipBlock: {cidr: 10.0.0.0/8}}');

const annotated = (annotation: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: i, namespace: x, annotations: {${annotation}}}
spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}`;
const defaultClass = (controller: string) => `apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: main, annotations: {ingressclass.kubernetes.io/is-default-class: "true"}}
spec: {controller: ${controller}}`;

describe('6.3 a controller that is not in the input, under a rule for every pod', () => {
  const reach = (...documents: readonly string[]) =>
    asking(...WEB, EVERY_POD, ...documents)
      .ways()
      .map((way) => way.reach);
  test.each([
    ['the one of the cluster', [ingressOf('')], 'allow'],
    ['a class known for pods', [ingressOf('ingressClassName: nginx, ')], 'allow'],
    [
      'a class that names one known for pods',
      [ingressOf('ingressClassName: edge, '), classOf('edge', 'k8s.io/ingress-nginx')],
      'allow',
    ],
    ['a class that nobody knows', [ingressOf('ingressClassName: edge, ')], 'depends'],
    [
      'a controller that nobody knows',
      [ingressOf('ingressClassName: edge, '), classOf('edge', 'example.com/edge')],
      'depends',
    ],
    ['the load balancer of AWS', [ingressOf('ingressClassName: alb, ')], 'deny'],
    ['that of Google', [annotated('kubernetes.io/ingress.class: gce')], 'deny'],
    [
      'that of Azure, by the older annotation',
      [annotated('kubernetes.io/ingress.class: azure/application-gateway')],
      'deny',
    ],
    [
      'a class of its own for that of AWS',
      [ingressOf('ingressClassName: edge, '), classOf('edge', 'ingress.k8s.aws/alb')],
      'deny',
    ],
    [
      'a default class for that of AWS',
      [ingressOf(''), defaultClass('eks.amazonaws.com/alb')],
      'deny',
    ],
    [
      'settings that only a cloud reads',
      [annotated('alb.ingress.kubernetes.io/target-type: ip')],
      'deny',
    ],
  ] as const)('%s: %3$s', (_, documents, verdict) => {
    expect(reach(...documents)).toEqual([verdict]);
  });
});

describe('6.3, 1.30 a load balancer of a cloud is addresses outside', () => {
  const alb = ingressOf('ingressClassName: alb, ');
  test.each([
    ['without policies', [], 'allow'],
    ['under a rule open to any peer', [ANYBODY], 'allow'],
    ['under a block', [FROM_BLOCK], 'depends'],
    ['under a rule for labels', [from('{podSelector: {matchLabels: {app: nginx}}}')], 'deny'],
  ] as const)('%s: %3$s', (_, documents, verdict) => {
    const ways = asking(...WEB, alb, ...documents).ways();
    expect(ways).toMatchObject([
      { reach: verdict, hops: [{ from: { id: '{ingress-controller}', standing: 'outside' } }] },
    ]);
  });
});

test.each([
  ['gke-l7-gxlb', '', 'deny'],
  ['mine', 'networking.gke.io/gateway', 'deny'],
  ['mine', 'gateway.k8s.aws/alb', 'deny'],
  ['mine', 'istio.io/gateway-controller', 'allow'],
  ['istio', '', 'allow'],
  ['mine', '', 'depends'],
])('6.3 a Gateway of the class %s of "%s", under a rule for every pod: %s', (name, by, verdict) => {
  const route = object(
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    'x/r',
    'parentRefs: [{name: gw}], rules: [{backendRefs: [{name: web, port: 80}]}]',
  );
  const gateway = object(
    'gateway.networking.k8s.io/v1',
    'Gateway',
    'x/gw',
    `gatewayClassName: ${name}, listeners: [{name: a, port: 80, protocol: HTTP}]`,
  );
  const gatewayClass = `apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: ${name}}
spec: {controllerName: ${by}}`;
  const documents = [...WEB, EVERY_POD, gateway, route, ...(by === '' ? [] : [gatewayClass])];
  expect(
    asking(...documents)
      .ways()
      .map((way) => way.reach),
  ).toEqual([verdict]);
});

test('what leads through a Gateway that is not in the input may come from anywhere', () => {
  const route = object(
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    'x/r',
    'parentRefs: [{name: elsewhere}], rules: [{backendRefs: [{name: web, port: 80}]}]',
  );
  const ways = asking(...WEB, EVERY_POD, route).ways();
  expect(ways.map((way) => way.reach)).toEqual(['depends']);
  expect(ways[0]?.hops[0]?.endpoints[0]?.because.join()).toContain('load balancer');
});

test('two controllers that policies treat differently make one listed peer that depends', () => {
  const text = [
    ...WEB,
    EVERY_POD,
    ingressOf('ingressClassName: nginx, '),
    ingressOf('ingressClassName: alb, ').replace('"i"', '"j"'),
  ].join('\n---\n');
  const { cluster, analysis } = analyze([{ name: 'input.yaml', text }]);
  expect(intendedFlows(cluster, analysis.peers)).toMatchObject([
    { ports: [{ port: 8080, endpoint: { verdict: 'depends' } }] },
  ]);
});
