// A sample of the classic slip: two selectors in one item against two items of a list.
import type { Sample } from './sample.ts';

const POLICIES = `# One item with two selectors: pods that run a client AND live in a namespace of team blue.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: both-must-hold
  namespace: store
spec:
  podSelector:
    matchLabels:
      app: orders
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              team: blue
          podSelector:
            matchLabels:
              role: client
---
# Two items, told apart by one dash: every pod of team blue, OR any client in this namespace.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: one-is-enough
  namespace: store
spec:
  podSelector:
    matchLabels:
      app: stock
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              team: blue
        - podSelector:
            matchLabels:
              role: client
`;

const NAMESPACES = `apiVersion: v1
kind: Namespace
metadata:
  name: store
---
apiVersion: v1
kind: Namespace
metadata:
  name: blue
  labels:
    team: blue
---
apiVersion: v1
kind: Namespace
metadata:
  name: red
  labels:
    team: red
`;

const PODS = `apiVersion: v1
kind: Pod
metadata: {name: orders, namespace: store, labels: {app: orders}}
spec: {containers: [{name: main, image: "example.com/store/orders:1"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: stock, namespace: store, labels: {app: stock}}
spec: {containers: [{name: main, image: "example.com/store/stock:1"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: checkout, namespace: store, labels: {app: checkout, role: client}}
spec: {containers: [{name: main, image: "example.com/store/checkout:1"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: blue-client, namespace: blue, labels: {role: client}}
spec: {containers: [{name: main, image: "example.com/blue/client:1"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: blue-batch, namespace: blue, labels: {role: batch}}
spec: {containers: [{name: main, image: "example.com/blue/batch:1"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: red-client, namespace: red, labels: {role: client}}
spec: {containers: [{name: main, image: "example.com/red/client:1"}]}
`;

export const namespacesAndLabels: Sample = {
  title: 'Namespaces and labels',
  about: 'Two selectors in one item against two items: AND against OR, told apart by one dash.',
  files: [
    { name: 'policies.yaml', text: POLICIES },
    { name: 'namespaces.yaml', text: NAMESPACES },
    { name: 'pods.yaml', text: PODS },
  ],
};
