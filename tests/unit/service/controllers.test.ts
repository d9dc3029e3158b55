// Whose pods stand behind an Ingress, a Gateway or a Route, and what may reach them.
import { describe, expect, test } from 'vitest';
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
