// Small inputs, and the flows that the reference says they have.

export const pod = (name: string, namespace = 'x'): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app: ${name}
spec:
  containers:
    - name: main
      image: example.com/${name}
`;

/** Only `a` may reach `b`, on one port; it ends with that port, so that typing goes on there. */
export const ONLY_A_REACHES_B = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: only-a-reaches-b
  namespace: x
spec:
  podSelector:
    matchLabels:
      app: b
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: a
      ports:
        - port: 80`;

export const TWO_PODS = [pod('a'), pod('b'), ONLY_A_REACHES_B].join('---\n');

/** SEMANTICS 0.2, 1.8, 1.14: TCP is the default protocol, and nobody else is let in. */
export const TWO_PODS_FLOWS = [
  'Everywhere → x/a: allowed',
  'Everywhere → x/b: denied (stopped at the destination)',
  'x/a → Everywhere: allowed',
  'x/b → Everywhere: allowed',
  'x/a → x/b: allowed TCP 80',
  'x/b → x/a: allowed',
];

/** Of the opening sample, one of each kind (SEMANTICS 0.2, 1.4, 1.5, 1.9). */
export const SAMPLE_FLOWS = [
  'shop/frontend → shop/orders: allowed TCP 9090',
  'monitoring/prometheus → shop/orders: allowed TCP 2112',
  'Everywhere → shop/orders: denied (stopped at the destination)',
  'shop/postgres → shop/frontend: denied (stopped at the source)',
  'shop/postgres → shop/orders: denied (stopped on both sides)',
];

/** Two pods without a policy, as a lesson of one's own begins. */
export const PODS = `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
---
apiVersion: v1
kind: Pod
metadata: {name: db, labels: {app: db}}
`;

/** Nobody reaches db any more. */
export const SHUT = `${PODS}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db}
spec:
  podSelector: {matchLabels: {app: db}}
`;
