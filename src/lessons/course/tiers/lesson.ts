// Lesson 11: what administrators settle before the team's policies and after them.
import { lessonOf } from '../../lesson.ts';
import { deployment, documents, namespace } from '../../manifests.ts';

const guard = (rules: string) => `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata:
  name: guard
spec:
  tier: Admin
  priority: 10
  subject:
    namespaces: {}
  ingress:
${rules}    - name: keep-the-lab-out
      action: Deny
      from:
        - namespaces:
            matchLabels:
              kubernetes.io/metadata.name: lab
`;

const SCRAPE = `    - name: scrape
      action: Accept
      from:
        - namespaces:
            matchLabels:
              kubernetes.io/metadata.name: monitoring
      protocols:
        - tcp:
            destinationPort:
              number: 9090
`;

const PASS = `    - name: the-team-decides
      action: Pass
      from:
        - pods:
            namespaceSelector:
              matchLabels:
                kubernetes.io/metadata.name: lab
            podSelector:
              matchLabels:
                app: grader
`;

const BASELINE = `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata:
  name: wiki-by-default
spec:
  tier: Baseline
  priority: 10
  subject:
    namespaces:
      matchLabels:
        kubernetes.io/metadata.name: wiki
  ingress:
    - name: neighbours
      action: Accept
      from:
        - namespaces:
            matchLabels:
              kubernetes.io/metadata.name: wiki
    - name: nobody-else
      action: Deny
      from:
        - namespaces: {}
`;

const TEAM = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web-is-open
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Ingress
  ingress:
    - {}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: db-from-web
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: db
  policyTypes:
    - Ingress
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: web
      ports:
        - port: 5432
`;

const WIKI_TEAM = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: search-from-shop
  namespace: wiki
spec:
  podSelector:
    matchLabels:
      app: search
  policyTypes:
    - Ingress
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: shop
      ports:
        - port: 9200
`;

const admin = (...texts: readonly string[]) => ({ name: 'admin.yaml', text: documents(...texts) });

export const lesson = lessonOf({
  start: {
    files: [
      admin(guard('')),
      { name: 'teams.yaml', text: documents(TEAM, WIKI_TEAM) },
      {
        name: 'apps.yaml',
        text: documents(
          namespace('shop'),
          deployment({ namespace: 'shop', name: 'web', ports: [8080, 9090] }),
          deployment({ namespace: 'shop', name: 'db', ports: [5432, 9090] }),
          namespace('monitoring'),
          deployment({ namespace: 'monitoring', name: 'prometheus', ports: [9090] }),
          namespace('lab'),
          deployment({ namespace: 'lab', name: 'tester' }),
          deployment({ namespace: 'lab', name: 'grader' }),
          namespace('wiki'),
          deployment({ namespace: 'wiki', name: 'pages', ports: [8080] }),
          deployment({ namespace: 'wiki', name: 'search', ports: [9200] }),
        ),
      },
    ],
  },
  steps: {
    first: {
      predict: {
        choices: ['team', 'admin', 'newer'],
        answer: 'admin',
        shows: { source: 'lab/tester', destination: 'shop/web' },
      },
    },
    accept: {
      goals: {
        scrape: { from: 'monitoring/prometheus', to: 'shop/*', ports: [9090], expect: 'allow' },
        only: [
          { from: 'monitoring/prometheus', to: 'shop/db', ports: [5432], expect: 'deny' },
          { from: 'wiki/*', to: 'shop/db', expect: 'deny' },
        ],
        lab: { from: 'lab/*', to: 'shop/*', expect: 'deny' },
      },
      hints: 3,
      solution: { files: [admin(guard(SCRAPE))] },
    },
    pass: {
      predict: { choices: ['allowed', 'team', 'denied'], answer: 'team' },
      goals: {
        web: { from: 'lab/grader', to: 'shop/web', expect: 'allow' },
        db: { from: 'lab/grader', to: 'shop/db', expect: 'deny' },
        tester: { from: 'lab/tester', to: 'shop/*', expect: 'deny' },
      },
      hints: 3,
      solution: { files: [admin(guard(`${SCRAPE}${PASS}`))] },
    },
    order: { predict: { choices: ['same', 'never'], answer: 'never' } },
    baseline: {
      goals: {
        shut: {
          from: ['shop/*', 'monitoring/prometheus'],
          to: 'wiki/pages',
          ports: [8080],
          expect: 'deny',
        },
        inside: { from: 'wiki/search', to: 'wiki/pages', expect: 'allow' },
        // In the Admin tier the same rules would be above the team.
        team: { from: 'shop/web', to: 'wiki/search', ports: [9200], expect: 'allow' },
        others: [
          { from: 'monitoring/prometheus', to: 'shop/web', ports: [8080], expect: 'allow' },
          { from: 'shop/*', to: 'monitoring/prometheus', expect: 'allow' },
        ],
      },
      hints: 3,
      solution: { files: [admin(guard(`${SCRAPE}${PASS}`), BASELINE)] },
    },
    chain: {
      predict: {
        choices: ['baseline', 'policy'],
        answer: 'policy',
        shows: { source: 'monitoring/prometheus', destination: 'shop/web' },
      },
    },
  },
});
