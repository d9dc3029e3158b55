// A sample of the tiers around NetworkPolicies: what administrators settle, what they leave to the team, and the rest.
import type { Sample } from './sample.ts';

const POLICIES = `# 1. The admin tier is asked first: the first rule that matches ends it.
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata:
  name: guard
spec:
  tier: Admin
  priority: 10
  subject:
    namespaces: {}
  ingress:
    # Metrics are read everywhere, whatever a team says.
    - name: scrape
      action: Accept
      from:
        - namespaces:
            matchLabels:
              kubernetes.io/metadata.name: monitoring
      protocols:
        - tcp:
            destinationPort:
              number: 9090
    # Pass: this one is left to the team, before the rest of its namespace is shut out.
    - name: the-team-decides
      action: Pass
      from:
        - pods:
            podSelector:
              matchLabels:
                app: grader
    - name: quarantine
      action: Deny
      from:
        - namespaces:
            matchLabels:
              kubernetes.io/metadata.name: lab
---
# 2. The team: a NetworkPolicy decides alone for the pods that it selects.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: orders
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: orders
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: web
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: lab
      ports:
        - port: 8080
---
# 3. The baseline tier: for pods that no NetworkPolicy selects. Addresses outside are not meant.
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata:
  name: closed-unless-said
spec:
  tier: Baseline
  priority: 100
  subject:
    namespaces:
      matchLabels:
        kubernetes.io/metadata.name: shop
  ingress:
    - action: Deny
      from:
        - namespaces: {}
`;

const PODS = `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {containers: [{name: main, image: "example.com/shop/web:1"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: orders, namespace: shop, labels: {app: orders}}
spec: {containers: [{name: main, image: "example.com/shop/orders:1"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: prometheus, namespace: monitoring, labels: {app: prometheus}}
spec: {containers: [{name: main, image: "example.com/monitoring/prometheus:1"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: grader, namespace: lab, labels: {app: grader}}
spec: {containers: [{name: main, image: "example.com/lab/grader:1"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: notebook, namespace: lab, labels: {app: notebook}}
spec: {containers: [{name: main, image: "example.com/lab/notebook:1"}]}
`;

export const adminTeamBaseline: Sample = {
  title: 'Admin, team, baseline',
  about:
    'Cluster-wide policies before and behind the one of a team: Accept, Pass and Deny in turn.',
  files: [
    { name: 'policies.yaml', text: POLICIES },
    { name: 'pods.yaml', text: PODS },
  ],
};
