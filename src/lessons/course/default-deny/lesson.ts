// Lesson 8: everything shut, what is needed opened, and the name server that everybody forgets.
import { lessonOf } from '../../lesson.ts';
import { deployment, documents, namespace, service } from '../../manifests.ts';
import { CLUSTER_DNS, EMPTY_POLICIES } from '../parts.ts';

const DENY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: prod
spec:
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
`;

const WEB_TO_API = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web-to-api
  namespace: prod
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Egress
  egress:
    - to:
        - podSelector:
            matchLabels:
              app: api
      ports:
        - port: 8080
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api-from-web
  namespace: prod
spec:
  podSelector:
    matchLabels:
      app: api
  policyTypes:
    - Ingress
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: web
      ports:
        - port: 8080
`;

const DNS = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: allow-dns
  namespace: prod
spec:
  podSelector: {}
  policyTypes:
    - Egress
  egress:
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
          podSelector:
            matchLabels:
              k8s-app: kube-dns
      ports:
        - protocol: UDP
          port: 53
        - protocol: TCP
          port: 53
`;

const policies = (...texts: readonly string[]) => ({
  name: 'policies.yaml',
  text: documents(...texts),
});

export const lesson = lessonOf({
  start: {
    files: [
      EMPTY_POLICIES,
      {
        name: 'prod.yaml',
        text: documents(
          namespace('prod'),
          deployment({ namespace: 'prod', name: 'web', ports: [8080] }),
          deployment({ namespace: 'prod', name: 'api', ports: [8080] }),
          deployment({ namespace: 'prod', name: 'db', ports: [5432] }),
          service('prod', 'api', 8080),
        ),
      },
      {
        name: 'kube-system.yaml',
        text: documents(
          CLUSTER_DNS,
          deployment({ namespace: 'kube-system', name: 'metrics', ports: [4443] }),
        ),
      },
    ],
  },
  findings: ['dns-blocked'],
  steps: {
    shut: {
      goals: {
        inside: { from: 'prod/*', to: 'prod/*', expect: 'deny' },
        out: { from: 'prod/*', to: ['203.0.113.7', 'kube-system/*'], expect: 'deny' },
        in: { from: ['203.0.113.7', 'kube-system/*'], to: 'prod/*', expect: 'deny' },
      },
      hints: 3,
      solution: { files: [policies(DENY)] },
    },
    open: {
      goals: {
        api: [
          { from: 'prod/web', to: 'prod/api', ports: [8080], expect: 'allow' },
          { from: 'prod/web', to: 'prod/api', ports: [9090, '8080/UDP'], expect: 'deny' },
        ],
        back: { from: 'prod/api', to: 'prod/web', expect: 'deny' },
        others: [
          { from: 'prod/*', to: ['prod/db', '203.0.113.7', 'kube-system/*'], expect: 'deny' },
          { from: ['prod/db', '203.0.113.7', 'kube-system/*'], to: 'prod/*', expect: 'deny' },
        ],
      },
      hints: 3,
      solution: { files: [policies(DENY, WEB_TO_API)] },
    },
    trap: {
      predict: {
        choices: ['works', 'timeout', 'name'],
        answer: 'name',
        shows: { source: 'prod/web', destination: 'kube-system/coredns' },
      },
    },
    dns: {
      goals: {
        name: { from: 'prod/web', to: 'svc/api', ports: [8080], expect: 'allow' },
        both: {
          from: 'prod/*',
          to: 'kube-system/coredns',
          ports: ['53/UDP', '53/TCP'],
          expect: 'allow',
        },
        only: { from: 'prod/*', to: 'kube-system/coredns', ports: [8080, 9153], expect: 'deny' },
        others: [
          { from: 'prod/*', to: ['kube-system/metrics', '203.0.113.7'], expect: 'deny' },
          { from: 'prod/*', to: 'prod/db', expect: 'deny' },
        ],
      },
      hints: 4,
      solution: { files: [policies(DENY, WEB_TO_API, DNS)] },
    },
  },
});
