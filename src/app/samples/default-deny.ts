// A sample where both ends of a flow must agree: everything is denied both ways, then opened step by step.
import type { Sample } from './sample.ts';

const POLICIES = `# 1. Nothing gets in or out of any pod in this namespace.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: deny-everything
  namespace: demo
spec:
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
---
# 2. Every pod may look up names.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: allow-dns
  namespace: demo
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
---
# 3. The frontend may call the backend: the way out of one …
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: frontend-to-backend
  namespace: demo
spec:
  podSelector:
    matchLabels:
      app: frontend
  policyTypes:
    - Egress
  egress:
    - to:
        - podSelector:
            matchLabels:
              app: backend
      ports:
        - port: 8080
---
# … and the way into the other. Remove one of the two and the flow turns red.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: backend-from-frontend
  namespace: demo
spec:
  podSelector:
    matchLabels:
      app: backend
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: frontend
      ports:
        - port: 8080
`;

const WORKLOADS = `apiVersion: v1
kind: Namespace
metadata:
  name: demo
---
apiVersion: v1
kind: Pod
metadata:
  name: frontend
  namespace: demo
  labels:
    app: frontend
spec:
  containers:
    - name: web
      image: nginx
---
apiVersion: v1
kind: Pod
metadata:
  name: backend
  namespace: demo
  labels:
    app: backend
spec:
  containers:
    - name: api
      image: example.com/demo/backend:1.0
      ports:
        - containerPort: 8080
---
apiVersion: v1
kind: Pod
metadata:
  name: stranger
  namespace: demo
  labels:
    app: stranger
spec:
  containers:
    - name: shell
      image: busybox
---
apiVersion: v1
kind: Namespace
metadata:
  name: kube-system
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: coredns
  namespace: kube-system
spec:
  replicas: 2
  selector:
    matchLabels:
      k8s-app: kube-dns
  template:
    metadata:
      labels:
        k8s-app: kube-dns
    spec:
      containers:
        - name: coredns
          image: registry.k8s.io/coredns/coredns:v1.11.3
          ports:
            - name: dns
              containerPort: 53
              protocol: UDP
            - name: dns-tcp
              containerPort: 53
`;

export const defaultDeny: Sample = {
  title: 'Default deny',
  about: 'Everything closed both ways, then DNS and one flow opened: both ends must agree.',
  files: [
    { name: 'policies.yaml', text: POLICIES },
    { name: 'workloads.yaml', text: WORKLOADS },
  ],
};
