// A small shop whose every flow can be told by reading: web may enter api on 8080, api may enter db on
// 5432, nobody else may; nothing limits what web, api and db send, but `locked` sends nothing at all.
import {
  type Assumptions,
  analyze,
  NO_ASSUMPTIONS,
  type Outcome,
} from '../../../src/core/index.ts';

function deployment(place: string, ports = '', replicas = 2): string {
  const [namespace, name] = place.split('/');
  return `
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      containers:
      - name: main
        image: example/${name}
        ports: [${ports}]
`;
}

function entry(name: string, from: string, port: number): string {
  return `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: shop}
spec:
  podSelector: {matchLabels: {app: ${name}}}
  ingress:
  - from: [{podSelector: {matchLabels: {app: ${from}}}}]
    ports: [{port: ${port}}]
`;
}

export const SHOP: readonly string[] = [
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}',
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: lab}',
  deployment('shop/web', '{name: http, containerPort: 80}'),
  deployment(
    'shop/api',
    '{name: rest, containerPort: 8080}, {name: dns, protocol: UDP, containerPort: 5353}',
  ),
  deployment('shop/db', '{containerPort: 5432}', 1),
  deployment('lab/visitor'),
  deployment('lab/locked'),
  entry('api', 'web', 8080),
  entry('db', 'api', 5432),
  `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: nothing-out, namespace: lab}
spec:
  podSelector: {matchLabels: {app: locked}}
  policyTypes: [Egress]
`,
  `
apiVersion: v1
kind: Service
metadata: {name: api, namespace: shop}
spec:
  selector: {app: api}
  ports: [{name: rest, port: 80, targetPort: rest}]
`,
  `
apiVersion: v1
kind: Service
metadata: {name: api-pods, namespace: shop}
spec:
  clusterIP: None
  selector: {app: api}
  ports: [{port: 80, targetPort: 8080}]
`,
  `
apiVersion: v1
kind: Service
metadata: {name: nobody, namespace: shop}
spec:
  selector: {app: gone}
  ports: [{port: 80}]
`,
];

export function outcomeOf(
  documents: readonly string[],
  assumed: Partial<Assumptions> = {},
): Outcome {
  const text = documents.map((document) => document.trim()).join('\n---\n');
  return analyze([{ name: 'shop.yaml', text }], undefined, { ...NO_ASSUMPTIONS, ...assumed });
}
