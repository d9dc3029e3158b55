// Lesson 9: two selectors in one entry, or in two.
import { lessonOf } from '../../lesson.ts';
import { deployment, documents, namespace } from '../../manifests.ts';

const orders = (rules: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: orders
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: orders
  policyTypes:
    - Ingress
  ingress:
${rules}`;

const OR = `    - from:
        - namespaceSelector:
            matchLabels:
              team: ops
        - podSelector:
            matchLabels:
              app: grafana
`;

const AND = `    - from:
        - namespaceSelector:
            matchLabels:
              team: ops
          podSelector:
            matchLabels:
              app: grafana
`;

const BOTH = `    - from:
        - namespaceSelector:
            matchLabels:
              team: ops
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: guest
          podSelector:
            matchLabels:
              app: grafana
`;

const policies = (rules: string) => ({ name: 'policies.yaml', text: orders(rules) });

export const lesson = lessonOf({
  start: {
    files: [
      policies(OR),
      {
        name: 'apps.yaml',
        text: documents(
          namespace('shop'),
          deployment({ namespace: 'shop', name: 'orders', ports: [8080] }),
          deployment({ namespace: 'shop', name: 'grafana', ports: [3000] }),
          namespace('ops', { team: 'ops' }),
          deployment({ namespace: 'ops', name: 'grafana', ports: [3000] }),
          deployment({ namespace: 'ops', name: 'console' }),
          namespace('guest'),
          deployment({ namespace: 'guest', name: 'grafana', ports: [3000] }),
          deployment({ namespace: 'guest', name: 'visitor' }),
        ),
      },
    ],
  },
  steps: {
    dash: {
      predict: {
        choices: ['yes', 'no'],
        answer: 'yes',
        shows: { source: 'ops/console', destination: 'shop/orders' },
      },
    },
    and: {
      goals: {
        grafana: { from: 'ops/grafana', to: 'shop/orders', expect: 'allow' },
        others: {
          from: ['ops/console', 'shop/grafana', 'guest/*', '203.0.113.7'],
          to: 'shop/orders',
          expect: 'deny',
        },
      },
      hints: 3,
      solution: { files: [policies(AND)] },
    },
    or: {
      goals: {
        ops: { from: 'ops/*', to: 'shop/orders', expect: 'allow' },
        guest: { from: 'guest/grafana', to: 'shop/orders', expect: 'allow' },
        others: {
          from: ['guest/visitor', 'shop/grafana', '203.0.113.7'],
          to: 'shop/orders',
          expect: 'deny',
        },
      },
      hints: 3,
      solution: { files: [policies(BOTH)] },
    },
    rules: { predict: { choices: ['both', 'everybody', 'ops'], answer: 'everybody' } },
  },
});
