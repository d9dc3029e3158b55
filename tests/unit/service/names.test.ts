// What names mean inside a pod.
import { describe, expect, test } from 'vitest';
import { container, controller, pod } from '../semantics/fixture.ts';
import { asking, object, service } from './asking.ts';

const INPUT = asking(
  controller('Deployment', 'green/nginx', 'app: nginx', 'replicas: 2'),
  service('green/nginx', 'clusterIP: 10.96.0.7, selector: {app: nginx}, ports: [{port: 80}]'),
  service('blue/nginx', 'selector: {app: nginx}, ports: [{port: 80}]'),
  service('green/db', 'clusterIP: None, selector: {app: db}, ports: [{port: 5432}]'),
  service('green/db-plain', 'selector: {app: db}, ports: [{port: 5432}]'),
  controller('StatefulSet', 'green/db', 'app: db', 'replicas: 2\nserviceName: db'),
  service('green/far', 'type: ExternalName, externalName: api.example.com'),
  service('green/near', 'type: ExternalName, externalName: nginx.green.svc.cluster.local'),
  service('green/round', 'type: ExternalName, externalName: round.green.svc.cluster.local'),
  `${pod('green/live', 'app: live', container(''))}\nstatus: {podIP: 10.1.2.3}`,
);

test.each([
  ['nginx', 'green', 'service green/nginx'],
  ['nginx', 'blue', 'service blue/nginx'],
  ['nginx', 'red', 'nobody'],
  ['NGINX', 'green', 'service green/nginx'],
  ['nginx.green', 'blue', 'service green/nginx'],
  ['nginx.green.svc', 'blue', 'service green/nginx'],
  ['nginx.green.svc.cluster.local', 'blue', 'service green/nginx'],
  ['nginx.green.svc.cluster.local.', 'blue', 'service green/nginx'],
  // A dot at the end leaves the search path out.
  ['nginx.green.', 'blue', 'nobody'],
  ['nginx.pink', 'blue', 'outside nginx.pink'],
  ['missing.green', 'blue', 'nobody'],
  ['missing.green.svc.cluster.local', 'blue', 'nobody'],
  ['api.example.com', 'blue', 'outside api.example.com'],
  ['kubernetes.default', 'blue', 'api-server {api-server}'],
  ['kubernetes.default.svc', 'blue', 'api-server {api-server}'],
  ['kubernetes', 'default', 'api-server {api-server}'],
  ['kubernetes', 'blue', 'nobody'],
  ['db-0.db', 'green', 'pod green/db[StatefulSet]'],
  ['db-1.db.green', 'blue', 'pod green/db[StatefulSet]'],
  ['db-1.db.green.svc.cluster.local', 'blue', 'pod green/db[StatefulSet]'],
  ['db-2.db.green', 'blue', 'nobody'],
  // Only the Service that the StatefulSet names gives its pods names, and it has to be headless.
  ['db-0.db-plain.green.svc', 'blue', 'nobody'],
  ['10.96.0.7', 'blue', 'service green/nginx'],
  ['10.1.2.3', 'blue', 'pod green/live[Pod]'],
  ['10-1-2-3.green.pod.cluster.local', 'blue', 'pod green/live[Pod]'],
  ['192.0.2.9', 'blue', 'address 192.0.2.9/32'],
  ['2001:db8::1', 'blue', 'address 2001:db8::1/128'],
  ['far', 'green', 'outside api.example.com'],
  ['near', 'green', 'service green/nginx'],
  ['round', 'green', 'nobody'],
  ['', 'green', 'nobody'],
  ['__proto__', 'green', 'nobody'],
])('%s in %s is %s', (name, namespace, meaning) => {
  expect(INPUT.means(name, namespace)).toBe(meaning);
});

describe('what is reached by a name', () => {
  test('one pod of a StatefulSet is one endpoint', () => {
    expect(INPUT.endpoints('green/nginx', 'db-0.db', 5432)).toEqual([
      'green/db[StatefulSet]:5432 allow x1',
    ]);
  });

  test('a port that the Service does not have: those it has are told', () => {
    const { problem, reach } = INPUT.ask('green/db', 'nginx', 81);
    expect(problem).toBe('Service green/nginx has no port 81. It has 80.');
    expect(reach).toBe('deny');
  });

  test('a Service for one pod of a workload: which of its pods that is, is not told any more', () => {
    const owned = (name: string, track: string) =>
      `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: green
  labels: {app: web, track: ${track}}
  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: u, controller: true}]
spec: {containers: [{name: c, image: c}]}`;
    const { endpoints } = asking(
      owned('web-1', 'stable'),
      owned('web-2', 'canary'),
      pod('green/client', 'app: client'),
      service('green/canary', 'selector: {track: canary}, ports: [{port: 80}]'),
      service('green/web', 'selector: {app: web}, ports: [{port: 80}]'),
    );
    expect(endpoints('green/client', 'canary', 80)).toEqual([
      'green/web[ReplicaSet]:80 depends x2',
    ]);
    expect(endpoints('green/client', 'web', 80)).toEqual(['green/web[ReplicaSet]:80 allow x2']);
  });

  test('a Service without a selector, by its EndpointSlice: a pod and an address outside', () => {
    const slice = `apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: legacy-1, namespace: green, labels: {kubernetes.io/service-name: legacy}}
addressType: IPv4
ports: [{name: pg, port: 5433}]
endpoints:
- {addresses: [10.1.2.3]}
- {addresses: [192.0.2.4]}
- {addresses: [192.0.2.5], conditions: {ready: false}}`;
    const { endpoints } = asking(
      `${pod('green/live', 'app: live', container(''))}\nstatus: {podIP: 10.1.2.3}`,
      pod('green/client', 'app: client'),
      service('green/legacy', 'ports: [{name: pg, port: 5432}]'),
      slice,
    );
    expect(endpoints('green/client', 'legacy', 5432)).toEqual([
      'green/live[Pod]:5433 allow x1',
      '192.0.2.4/32:5433 allow x1',
    ]);
  });

  test('without one it has no endpoints, and that is said', () => {
    const { ports } = asking(
      pod('green/client', 'app: client'),
      service('green/legacy', 'ports: [{port: 5432}]'),
    ).ask('green/client', 'legacy', 5432);
    expect(ports[0]?.nothing).toContain('no selector');
  });

  test('an older Endpoints object does as well', () => {
    const { endpoints } = asking(
      pod('green/client', 'app: client'),
      service('green/legacy', 'ports: [{port: 5432}]'),
      'apiVersion: v1\nkind: Endpoints\nmetadata: {name: legacy, namespace: green}\nsubsets: [{addresses: [{ip: 192.0.2.4}], notReadyAddresses: [{ip: 192.0.2.5}], ports: [{port: 5433}]}]',
    );
    expect(endpoints('green/client', 'legacy', 5432)).toEqual(['192.0.2.4/32:5433 allow x1']);
  });

  test('a name outside depends where policies tell its possible addresses apart', () => {
    const policy = object(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      'green/p',
      'podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 203.0.113.0/24}}]}, {ports: [{port: 53, protocol: UDP}]}]',
    );
    const { ask } = asking(pod('green/client', 'app: client'), policy);
    expect(ask('green/client', 'api.example.com', 443).reach).toBe('depends');
  });
});
