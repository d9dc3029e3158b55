// Good and bad examples of way-to-nowhere.
import { judge } from './judge.ts';
import { deployment, service } from './manifests.ts';

const WEB = deployment('shop/web', 'app: web', '{name: http, containerPort: 8080}');
const SERVICE = service('shop/web', 'app: web', '{name: http, port: 80, targetPort: http}');

const ingress = (backend: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: in
  namespace: shop
spec: {defaultBackend: {service: {${backend}}}}`;

const gateway = (allowed: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: gw
  namespace: edge
spec: {gatewayClassName: c, listeners: [{name: a, port: 80, protocol: HTTP${allowed}}]}`;

const route = (parent: string, backend: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: in
  namespace: shop
spec: {parentRefs: [${parent}], rules: [{backendRefs: [${backend}]}]}`;

const TO_EDGE = '{name: gw, namespace: edge}';
const ALL = ', allowedRoutes: {namespaces: {from: All}}';

judge('way-to-nowhere', {
  good: {
    'a Service by the number of its port': [WEB, SERVICE, ingress('name: web, port: {number: 80}')],
    'and by its name': [WEB, SERVICE, ingress('name: web, port: {name: http}')],
    'the namespace shows no Services': [WEB, ingress('name: web, port: {number: 80}')],
    'a Gateway that takes routes of all namespaces': [
      WEB,
      SERVICE,
      gateway(ALL),
      route(TO_EDGE, '{name: web, port: 80}'),
    ],
    'a Gateway that is not in the input': [WEB, SERVICE, route(TO_EDGE, '{name: web, port: 80}')],
    'no traffic is meant': [
      WEB,
      SERVICE,
      gateway(ALL),
      route(TO_EDGE, '{name: web, port: 80, weight: 0}'),
    ],
  },
  bad: {
    'no such Service': {
      documents: [WEB, SERVICE, ingress('name: ▸wbe, port: {number: 80}')],
      level: 'warning',
      says: /no Service shop\/wbe/,
    },
    'no such port': {
      documents: [WEB, SERVICE, ingress('name: web, port: {number: ▸8080}')],
      level: 'warning',
      says: /has no port 8080. It has 80 \(http\)/,
    },
    'a Service without pods': {
      documents: [
        WEB,
        service('shop/old', 'app: old', '{port: 80}'),
        ingress('name: ▸old, port: {number: 80}'),
      ],
      level: 'warning',
      says: /shop\/old selects no pods/,
    },
    'a Gateway that takes routes of its own namespace only': {
      documents: [WEB, SERVICE, gateway(''), route(`▸${TO_EDGE}`, '{name: web, port: 80}')],
      level: 'warning',
      says: /takes no routes of namespace shop/,
    },
    'another namespace without a grant': {
      documents: [
        WEB,
        SERVICE,
        gateway(ALL),
        service('other/api', 'app: api', '{port: 80}'),
        route(TO_EDGE, '{name: ▸api, namespace: other, port: 80}'),
      ],
      level: 'warning',
      says: /no ReferenceGrant/,
    },
  },
});
