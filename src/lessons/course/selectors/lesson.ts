// Lesson 5: pods of other namespaces, and who is no pod at all.
import { lessonOf } from '../../lesson.ts';
import { deployment, documents, namespace } from '../../manifests.ts';
import { CLUSTER_DNS } from '../parts.ts';

const metrics = (peer: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: metrics
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: orders
  policyTypes:
    - Ingress
  ingress:
    - from:
${peer}      ports:
        - port: 9090
`;

const POD_ALONE = `        - podSelector:
            matchLabels:
              app: prometheus
`;

const IN_MONITORING = `        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: monitoring
          podSelector:
            matchLabels:
              app: prometheus
`;

const PODS_ONLY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: pods-only
  namespace: shop
spec:
  podSelector: {}
  policyTypes:
    - Egress
  egress:
    - to:
        - namespaceSelector: {}
`;

export const lesson = lessonOf({
  start: {
    files: [
      { name: 'policies.yaml', text: metrics(POD_ALONE) },
      {
        name: 'apps.yaml',
        text: documents(
          namespace('shop'),
          deployment({ namespace: 'shop', name: 'orders', ports: [8080, 'metrics:9090'] }),
          namespace('monitoring'),
          deployment({ namespace: 'monitoring', name: 'prometheus', ports: [9090] }),
          deployment({ namespace: 'monitoring', name: 'grafana', ports: [3000] }),
          namespace('lab'),
          deployment({ namespace: 'lab', name: 'prometheus', ports: [9090] }),
        ),
      },
      { name: 'kube-system.yaml', text: CLUSTER_DNS },
    ],
  },
  // The first policy looks for Prometheus in the wrong namespace: that is the point.
  findings: ['peer-matches-nothing'],
  steps: {
    own: {
      predict: {
        choices: ['both', 'none', 'one'],
        answer: 'none',
        shows: { source: 'monitoring/prometheus', destination: 'shop/orders' },
      },
    },
    scrape: {
      goals: {
        scrape: [
          { from: 'monitoring/prometheus', to: 'shop/orders', ports: [9090], expect: 'allow' },
          { from: 'monitoring/prometheus', to: 'shop/orders', ports: [8080], expect: 'deny' },
        ],
        grafana: { from: 'monitoring/grafana', to: 'shop/orders', expect: 'deny' },
        lab: { from: 'lab/prometheus', to: 'shop/orders', expect: 'deny' },
      },
      hints: 3,
      solution: { files: [{ name: 'policies.yaml', text: metrics(IN_MONITORING) }] },
    },
    labels: { predict: { choices: ['anyone', 'admins', 'nobody'], answer: 'admins' } },
    api: {
      predict: { choices: ['all', 'empty', 'default'], answer: 'empty' },
      goals: {
        outside: { from: 'shop/orders', to: '203.0.113.7', expect: 'deny' },
        server: { from: 'shop/orders', to: '{api-server}', expect: 'deny' },
        pods: [
          { from: 'shop/orders', to: 'lab/prometheus', expect: 'allow' },
          {
            from: 'shop/orders',
            to: 'kube-system/coredns',
            ports: ['53/UDP', 53],
            expect: 'allow',
          },
        ],
        // A policy that takes the place of the first one would let everybody in.
        metrics: [
          { from: 'monitoring/prometheus', to: 'shop/orders', ports: [9090], expect: 'allow' },
          { from: ['monitoring/grafana', 'lab/*'], to: 'shop/orders', expect: 'deny' },
        ],
      },
      hints: 3,
      solution: {
        files: [{ name: 'policies.yaml', text: documents(metrics(IN_MONITORING), PODS_ONLY) }],
      },
    },
  },
});
